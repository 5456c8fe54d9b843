/**
 * The grammar: LL(1), with a look at the next words only where a line may be a rule or a column. An error ends the line
 * or declaration it is in, and the rest of it is taken as it is; so one mistake costs one message.
 */

import { type CstNode, CstParser, type IToken, type TokenType, tokenMatcher } from "./chevrotain.js";
import { FirstTokenLookahead } from "./lookahead.js";
import { messages } from "./messages.js";
import * as t from "./tokens.js";

const k = t.keyword;

export class CovetParser extends CstParser {
  /** `validate` is for a test: it takes seconds and the grammar does not change at run time. */
  constructor(validate = false) {
    super([...t.parsed], {
      maxLookahead: 1,
      recoveryEnabled: true,
      nodeLocationTracking: "onlyOffset",
      errorMessageProvider: messages,
      skipValidations: !validate,
      lookaheadStrategy: new FirstTokenLookahead(() => this.LA(1)),
    });
    this.performSelfAnalysis();
  }

  // ---------------------------------------------------------------- recovery

  /** Chevrotain passes each phase of its start-up through here; what it finds out in this one is for the recovery replaced below. */
  protected TRACE_INIT<T>(phase: string, run: () => T): T | undefined {
    return phase === "computeAllProdsFollows" ? undefined : run();
  }

  // A token put in or left out by guess would give a tree that nobody wrote.
  protected override canTokenTypeBeInsertedInRecovery(): boolean {
    return false;
  }

  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return false;
  }

  /** Chevrotain's choice of where to go on: right here. `rest` and `strays` take what the broken rule left. */
  protected findReSyncTokenType(): TokenType {
    return this.LA(1).tokenType;
  }

  protected isInCurrentRuleReSyncSet(): boolean {
    return true;
  }

  protected shouldInRepetitionRecoveryBeTried(): boolean {
    return false;
  }

  // ---------------------------------------------------------------- nodes

  /** Chevrotain keeps the parts of a node in a dictionary, which is slow to fill and takes several times the memory. */
  protected cstInvocationStateUpdate(name: string): void {
    const location = { startOffset: Number.NaN, endOffset: Number.NaN };
    this.CST_STACK.push({ name, children: {}, location });
  }

  declare protected readonly CST_STACK: CstNode[];

  /** Whether the next tokens are these. */
  private ahead(...types: readonly TokenType[]): boolean {
    return types.every((type, i) => isA(this.LA(i + 1), type));
  }

  // ---------------------------------------------------------------- files and lines

  readonly file = this.RULE("file", () => {
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.CONSUME(t.RCurly) },
          { ALT: () => this.SUBRULE(this.declaration) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
  });

  /** A line that starts with nothing a line can start with. */
  readonly strayLine = this.rule("strayLine", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Any) },
      { ALT: () => this.CONSUME(t.Comma) },
      { ALT: () => this.SUBRULE(this.block) },
    ]);
    this.OPTION(() => this.SUBRULE(this.rest));
  });

  /** What is left of a line or declaration. */
  readonly rest = this.rule("rest", () => {
    this.AT_LEAST_ONE(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Any) },
        { ALT: () => this.CONSUME(t.Comma) },
        { ALT: () => this.SUBRULE(this.block) },
      ]),
    );
  });

  readonly block = this.rule("block", () => {
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Any) },
        { ALT: () => this.CONSUME(t.Comma) },
        { ALT: () => this.CONSUME(t.Newline) },
        { ALT: () => this.CONSUME(t.ObjectText) },
        { ALT: () => this.SUBRULE(this.block) },
      ]),
    );
    this.CONSUME(t.RCurly);
  });

  /** What stands where nothing more should, before a `{`, a comma or the end of a line. */
  readonly strays = this.rule("strays", () => {
    this.AT_LEAST_ONE(() => this.CONSUME(t.Any));
  });

  // ---------------------------------------------------------------- declarations

  readonly declaration = this.rule("declaration", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.schema) },
        { ALT: () => this.SUBRULE(this.extension) },
        { ALT: () => this.SUBRULE(this.enum) },
        { ALT: () => this.SUBRULE(this.domain) },
        { ALT: () => this.SUBRULE(this.sequence) },
        { ALT: () => this.SUBRULE(this.mixin) },
        { ALT: () => this.SUBRULE(this.table) },
        { ALT: () => this.SUBRULE(this.forDeclarations) },
        { ALT: () => this.SUBRULE(this.sql) },
        { ALT: () => this.SUBRULE(this.object) },
        // Keywords are words too: this comes last.
        { ALT: () => this.CONSUME(t.Any) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.OPTION(() => this.SUBRULE(this.rest));
  });

  readonly schema = this.RULE("schema", () => {
    this.CONSUME(k.schema);
    this.CONSUME(t.Named);
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly extension = this.RULE("extension", () => {
    this.CONSUME(k.extension);
    this.CONSUME(t.Named);
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(k.schema);
            this.CONSUME2(t.Named);
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.version);
            this.CONSUME(t.Text);
          },
        },
      ]),
    );
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly enum = this.RULE("enum", () => {
    this.CONSUME(k.enum);
    this.SUBRULE(this.qualifiedName);
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.SUBRULE(this.enumLine) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    this.CONSUME(t.RCurly);
  });

  readonly enumLine = this.rule("enumLine", () => {
    this.SUBRULE(this.enumValue);
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.MANY(() => this.SUBRULE(this.block));
  });

  readonly enumValue = this.RULE("enumValue", () => {
    this.CONSUME(t.NameOrText);
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly domain = this.RULE("domain", () => {
    this.CONSUME(k.domain);
    this.SUBRULE(this.qualifiedName);
    this.CONSUME(k.as);
    this.SUBRULE(this.type);
    this.MANY({
      GATE: () => !this.ahead(k.not) || this.ahead(k.not, k.null),
      DEF: () =>
        this.OR([
          { ALT: () => this.SUBRULE(this.collate) },
          { ALT: () => this.SUBRULE(this.default) },
          {
            ALT: () => {
              this.CONSUME(k.not);
              this.CONSUME(k.null);
            },
          },
          { ALT: () => this.SUBRULE(this.domainCheck) },
          { ALT: () => this.SUBRULE(this.word) },
        ]),
    });
  });

  readonly domainCheck = this.rule("domainCheck", () => {
    this.CONSUME(k.check);
    this.CONSUME(t.RawParen);
    this.optionsAndLabel();
  });

  readonly sequence = this.RULE("sequence", () => {
    this.CONSUME(k.sequence);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.sequenceOptions));
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly mixin = this.RULE("mixin", () => {
    this.CONSUME(k.mixin);
    this.CONSUME(t.Named);
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.SUBRULE(this.members);
  });

  readonly table = this.RULE("table", () => {
    this.CONSUME(k.table);
    this.SUBRULE(this.qualifiedName);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.partitionOf) },
        {
          ALT: () => {
            this.CONSUME(k.inherits);
            this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE2(this.qualifiedName) });
          },
        },
        {
          ALT: () => {
            this.CONSUME(k.of);
            this.SUBRULE3(this.qualifiedName);
          },
        },
        { ALT: () => this.SUBRULE(this.using) },
      ]),
    );
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.OPTION(() => this.SUBRULE(this.members));
  });

  readonly partitionOf = this.rule("partitionOf", () => {
    this.CONSUME(k.partition);
    this.CONSUME(k.of);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.bound));
  });

  readonly forDeclarations = this.RULE("forDeclarations", () => {
    this.SUBRULE(this.forHead);
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.SUBRULE(this.declaration) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    this.CONSUME(t.RCurly);
  });

  readonly forHead = this.rule("forHead", () => {
    this.CONSUME(k.for);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Named) });
  });

  readonly sql = this.RULE("sql", () => {
    this.CONSUME(k.sql);
    this.CONSUME(t.Named);
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.SUBRULE(this.sqlHalf) },
          { ALT: () => this.CONSUME(t.Any) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.SUBRULE(this.block) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    this.CONSUME(t.RCurly);
  });

  readonly sqlHalf = this.RULE("sqlHalf", () => {
    this.OR([{ ALT: () => this.CONSUME(k.forward) }, { ALT: () => this.CONSUME(k.backward) }]);
    this.CONSUME(t.Fence);
  });

  readonly object = this.RULE("object", () => {
    this.CONSUME(t.ObjectText);
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION9(() => this.SUBRULE(this.strays));
    this.OPTION(() => this.SUBRULE(this.members));
  });

  // ---------------------------------------------------------------- members

  readonly members = this.rule("members", () => {
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.SUBRULE(this.memberLine) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    this.CONSUME(t.RCurly);
  });

  readonly memberLine = this.rule("memberLine", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.spread) },
        {
          GATE: () => this.ahead(k.partition, k.by),
          ALT: () => this.SUBRULE(this.partitionBy),
        },
        { GATE: () => this.opensForBlock(), ALT: () => this.SUBRULE(this.forMembers) },
        {
          GATE: () => this.ahead(k.primary, k.key, t.LParen),
          ALT: () => this.SUBRULE(this.primaryKeyRule),
        },
        {
          GATE: () => this.ahead(k.foreign, k.key, t.LParen),
          ALT: () => this.SUBRULE(this.foreignKeyRule),
        },
        {
          GATE: () => this.ahead(k.unique, t.LParen) || this.ahead(k.unique, k.index, t.LParen),
          ALT: () => this.SUBRULE(this.uniqueRule),
        },
        { GATE: () => this.ahead(k.index, t.LParen), ALT: () => this.SUBRULE(this.indexRule) },
        { GATE: () => this.ahead(k.check, t.RawParen), ALT: () => this.SUBRULE(this.checkRule) },
        { GATE: () => this.ahead(k.exclude, t.RawParen), ALT: () => this.SUBRULE(this.excludeRule) },
        { ALT: () => this.SUBRULE(this.column) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.OPTION(() => this.CONSUME(t.Comma));
    this.OPTION2(() => this.SUBRULE(this.rest));
  });

  /** `for a {` and `for a, b {`; else `for` is a column. */
  private opensForBlock(): boolean {
    if (!this.ahead(k.for)) return false;
    for (let i = 2; isName(this.LA(i)); i += 2) {
      if (isA(this.LA(i + 1), t.LCurly)) return true;
      if (!isA(this.LA(i + 1), t.Comma)) return false;
    }
    return false;
  }

  readonly spread = this.RULE("spread", () => {
    this.CONSUME(t.Spread);
    this.CONSUME(t.Named);
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly forMembers = this.RULE("forMembers", () => {
    this.SUBRULE(this.forHead);
    this.SUBRULE(this.members);
  });

  readonly column = this.RULE("column", () => {
    this.CONSUME(t.Named);
    this.SUBRULE(this.type);
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.collate) },
        { ALT: () => this.SUBRULE(this.default) },
        { ALT: () => this.SUBRULE(this.identity) },
        { ALT: () => this.SUBRULE(this.generated) },
        { ALT: () => this.SUBRULE(this.conversion) },
        { ALT: () => this.SUBRULE(this.inlineConstraint) },
        { ALT: () => this.SUBRULE(this.word) },
      ]),
    );
  });

  readonly collate = this.rule("collate", () => {
    this.CONSUME(k.collate);
    this.SUBRULE(this.qualifiedName);
  });

  readonly default = this.rule("default", () => {
    this.CONSUME(t.Equals);
    this.SUBRULE(this.value);
  });

  readonly identity = this.rule("identity", () => {
    this.CONSUME(k.identity);
    this.OPTION(() => this.CONSUME(k.always));
    this.OPTION2(() => this.SUBRULE(this.sequenceOptions));
  });

  readonly generated = this.rule("generated", () => {
    this.CONSUME(k.generated);
    this.CONSUME(t.RawParen);
    this.OR([{ ALT: () => this.CONSUME(k.stored) }, { ALT: () => this.CONSUME(k.virtual) }]);
  });

  readonly conversion = this.rule("conversion", () => {
    this.CONSUME(k.using);
    this.CONSUME(t.RawParen);
  });

  readonly inlineConstraint = this.rule("inlineConstraint", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.primary);
          this.CONSUME(k.key);
        },
      },
      { ALT: () => this.CONSUME(k.unique) },
      {
        ALT: () => {
          this.CONSUME(k.check);
          this.CONSUME(t.RawParen);
        },
      },
      { ALT: () => this.SUBRULE(this.target) },
    ]);
    this.optionsAndLabel();
  });

  // ---------------------------------------------------------------- rules of a table

  readonly primaryKeyRule = this.RULE("primaryKeyRule", () => {
    this.CONSUME(k.primary);
    this.CONSUME(k.key);
    this.SUBRULE(this.indexParts);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly uniqueRule = this.RULE("uniqueRule", () => {
    this.CONSUME(k.unique);
    this.OPTION(() => this.CONSUME(k.index));
    this.SUBRULE(this.indexParts);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly indexRule = this.RULE("indexRule", () => {
    this.CONSUME(k.index);
    this.SUBRULE(this.indexParts);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly checkRule = this.RULE("checkRule", () => {
    this.CONSUME(k.check);
    this.CONSUME(t.RawParen);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly excludeRule = this.RULE("excludeRule", () => {
    this.CONSUME(k.exclude);
    this.CONSUME(t.RawParen);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly foreignKeyRule = this.RULE("foreignKeyRule", () => {
    this.CONSUME(k.foreign);
    this.CONSUME(k.key);
    this.SUBRULE(this.columnNames);
    this.SUBRULE(this.target);
    this.optionsAndLabel();
    this.MANY9(() => this.SUBRULE(this.word));
  });

  /** What stands behind a rule's parts; written into each rule, for a node of its own would often be empty. */
  private optionsAndLabel(): void {
    this.MANY8({
      GATE: () => this.opensOption(),
      DEF: () => this.SUBRULE(this.ruleOption),
    });
    this.OPTION8(() => this.SUBRULE(this.label));
  }

  /** `not null` is a habit, and answered as one; `using (…)` is the column's. */
  private opensOption(): boolean {
    if (this.ahead(k.not)) return this.ahead(k.not, k.valid) || this.ahead(k.not, k.enforced);
    return !this.ahead(k.using, t.RawParen);
  }

  readonly ruleOption = this.rule("ruleOption", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.where);
          this.CONSUME(t.RawParen);
        },
      },
      { ALT: () => this.SUBRULE(this.using) },
      {
        ALT: () => {
          this.CONSUME(k.include);
          this.SUBRULE(this.columnNames);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.nulls);
          this.CONSUME(k.not);
          this.CONSUME(k.distinct);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.deferrable);
          this.OPTION(() => {
            this.CONSUME(k.initially);
            this.OR2([{ ALT: () => this.CONSUME(k.deferred) }, { ALT: () => this.CONSUME(k.immediate) }]);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.no);
          this.CONSUME(k.inherit);
        },
      },
      {
        ALT: () => {
          this.CONSUME2(k.not);
          this.OR3([{ ALT: () => this.CONSUME(k.valid) }, { ALT: () => this.CONSUME(k.enforced) }]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.match);
          this.OR4([{ ALT: () => this.CONSUME(k.full) }, { ALT: () => this.CONSUME(k.simple) }]);
        },
      },
      { ALT: () => this.SUBRULE(this.action) },
    ]);
  });

  readonly using = this.rule("using", () => {
    this.CONSUME(k.using);
    this.CONSUME(t.Named);
  });

  readonly action = this.rule("action", () => {
    this.CONSUME(k.on);
    this.OR([{ ALT: () => this.CONSUME(k.delete) }, { ALT: () => this.CONSUME(k.update) }]);
    this.OR2([
      { ALT: () => this.CONSUME(k.cascade) },
      { ALT: () => this.CONSUME(k.restrict) },
      {
        ALT: () => {
          this.CONSUME(k.no);
          this.CONSUME(k.action);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.set);
          this.OR3([{ ALT: () => this.CONSUME(k.null) }, { ALT: () => this.CONSUME(k.default) }]);
          this.OPTION(() => this.SUBRULE(this.columnNames));
        },
      },
    ]);
  });

  readonly label = this.rule("label", () => {
    this.CONSUME(k.as);
    this.CONSUME(t.Named);
    this.OPTION(() => this.SUBRULE(this.was));
  });

  readonly target = this.rule("target", () => {
    this.CONSUME(t.Arrow);
    this.CONSUME(t.Named);
    this.MANY(() => {
      this.CONSUME(t.Dot);
      this.CONSUME2(t.Named);
    });
    this.OPTION(() => this.SUBRULE(this.columnNames));
  });

  readonly columnNames = this.rule("columnNames", () => {
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Named) });
    this.CONSUME(t.RParen);
  });

  readonly indexParts = this.rule("indexParts", () => {
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.indexPart) });
    this.CONSUME(t.RParen);
  });

  readonly indexPart = this.rule("indexPart", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Backticks) },
      {
        ALT: () => {
          this.qualified();
          this.OPTION(() => this.SUBRULE(this.arguments));
        },
      },
    ]);
    this.MANY(() => this.SUBRULE(this.partModifier));
  });

  readonly partModifier = this.rule("partModifier", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(k.prefix);
          this.CONSUME(t.NumberToken);
        },
      },
      { ALT: () => this.SUBRULE(this.collate) },
      {
        ALT: () => {
          this.CONSUME(k.ops);
          this.SUBRULE(this.qualifiedName);
          this.OPTION(() => this.CONSUME(t.RawParen));
        },
      },
      { ALT: () => this.CONSUME(k.asc) },
      { ALT: () => this.CONSUME(k.desc) },
      {
        ALT: () => {
          this.CONSUME(k.nulls);
          this.OR2([{ ALT: () => this.CONSUME(k.first) }, { ALT: () => this.CONSUME(k.last) }]);
        },
      },
    ]);
  });

  // ---------------------------------------------------------------- partitions

  readonly partitionBy = this.RULE("partitionBy", () => {
    this.CONSUME(k.partition);
    this.SUBRULE(this.partitioning);
    this.OPTION(() => {
      this.CONSUME(k.subpartition);
      this.SUBRULE2(this.partitioning);
    });
    this.MANY9(() => this.SUBRULE(this.word));
    this.OPTION2(() => this.SUBRULE(this.partitions));
  });

  readonly partitioning = this.rule("partitioning", () => {
    this.CONSUME(k.by);
    this.AT_LEAST_ONE(() => this.CONSUME(t.Word));
    this.CONSUME(t.RawParen);
    this.OPTION(() => {
      this.CONSUME(k.partitions);
      this.CONSUME(t.NumberToken);
    });
  });

  readonly partitions = this.rule("partitions", () => {
    this.CONSUME(t.LCurly);
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.CONSUME(t.Newline) },
          { ALT: () => this.SUBRULE(this.partitionLine) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    this.CONSUME(t.RCurly);
  });

  readonly partitionLine = this.rule("partitionLine", () => {
    this.SUBRULE(this.partition);
    this.OPTION(() => this.CONSUME(t.Comma));
    this.OPTION2(() => this.SUBRULE(this.rest));
  });

  readonly partition = this.RULE("partition", () => {
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.bound));
    this.OPTION2(() => this.SUBRULE(this.partitionBy));
    this.MANY9(() => this.SUBRULE(this.word));
  });

  readonly bound = this.rule("bound", () => {
    this.OR([
      { ALT: () => this.CONSUME(k.default) },
      {
        ALT: () => {
          this.CONSUME(k.from);
          this.CONSUME(t.RawParen);
          this.CONSUME(k.to);
          this.CONSUME2(t.RawParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.in);
          this.CONSUME3(t.RawParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.with);
          this.CONSUME4(t.RawParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(k.less);
          this.CONSUME(k.than);
          this.OR2([{ ALT: () => this.CONSUME(k.maxvalue) }, { ALT: () => this.CONSUME5(t.RawParen) }]);
        },
      },
    ]);
  });

  // ---------------------------------------------------------------- types and values

  readonly type = this.rule("type", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Backticks) },
      {
        ALT: () => {
          this.qualified();
          this.OPTION(() => this.SUBRULE(this.typeArguments));
          this.MANY(() => this.OR2([{ ALT: () => this.CONSUME(k.unsigned) }, { ALT: () => this.CONSUME(k.zerofill) }]));
        },
      },
    ]);
    this.MANY2(() => this.CONSUME(t.Brackets));
    this.OPTION2(() => this.CONSUME(t.Question));
  });

  readonly typeArguments = this.rule("typeArguments", () => {
    const serial = /^(?:small|big)?serial$/i.test(this.LA(0).image);
    this.OR([
      { GATE: () => serial, ALT: () => this.SUBRULE(this.sequenceOptions) },
      {
        ALT: () => {
          this.CONSUME(t.LParen);
          this.AT_LEAST_ONE_SEP({
            SEP: t.Comma,
            DEF: () =>
              this.OR2([
                { ALT: () => this.CONSUME(t.NumberToken) },
                { ALT: () => this.CONSUME(t.Text) },
                { ALT: () => this.CONSUME(t.Named) },
              ]),
          });
          this.CONSUME(t.RParen);
        },
      },
    ]);
  });

  readonly sequenceOptions = this.rule("sequenceOptions", () => {
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.sequenceOption) });
    this.CONSUME(t.RParen);
  });

  readonly sequenceOption = this.rule("sequenceOption", () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(k.start) },
            { ALT: () => this.CONSUME(k.increment) },
            { ALT: () => this.CONSUME(k.minvalue) },
            { ALT: () => this.CONSUME(k.maxvalue) },
            { ALT: () => this.CONSUME(k.cache) },
          ]);
          this.CONSUME(t.NumberToken);
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(k.as) }, { ALT: () => this.CONSUME(k.name) }]);
          this.SUBRULE(this.qualifiedName);
        },
      },
      { ALT: () => this.CONSUME(k.cycle) },
      {
        ALT: () => {
          this.CONSUME(k.owned);
          this.CONSUME(k.by);
          this.SUBRULE(this.path);
        },
      },
    ]);
  });

  readonly value = this.rule("value", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.NumberToken) },
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.CONSUME(t.Backticks) },
      {
        ALT: () => {
          this.qualified();
          this.OPTION(() =>
            this.OR2([{ ALT: () => this.CONSUME2(t.Text) }, { ALT: () => this.SUBRULE(this.arguments) }]),
          );
        },
      },
    ]);
  });

  readonly arguments = this.rule("arguments", () => {
    this.CONSUME(t.LParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.value) });
    this.CONSUME(t.RParen);
  });

  // ---------------------------------------------------------------- words and names

  readonly word = this.rule("word", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.was) },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(t.AtFor) }, { ALT: () => this.CONSUME(t.AtDepends) }]);
          this.CONSUME(t.LParen);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.qualifiedName) });
          this.CONSUME(t.RParen);
        },
      },
      { ALT: () => this.CONSUME(t.AtConcurrent) },
      { ALT: () => this.CONSUME(t.AtUnmanaged) },
      {
        ALT: () => {
          this.CONSUME(t.AtComment);
          this.CONSUME2(t.LParen);
          this.CONSUME(t.Text);
          this.CONSUME2(t.RParen);
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(t.AtSetting) }, { ALT: () => this.CONSUME(t.AtUnknown) }]);
          this.OPTION(() => this.CONSUME(t.RawParen));
        },
      },
    ]);
  });

  readonly was = this.rule("was", () => {
    this.CONSUME(t.AtWas);
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.NameOrText) });
    this.CONSUME(t.RParen);
  });

  readonly path = this.rule("path", () => {
    this.CONSUME(t.Named);
    this.MANY(() => {
      this.CONSUME(t.Dot);
      this.CONSUME2(t.Named);
    });
  });

  readonly qualifiedName = this.rule("qualifiedName", () => this.qualified());

  private qualified(): void {
    this.CONSUME(t.Named);
    this.OPTION9(() => {
      this.CONSUME(t.Dot);
      this.CONSUME2(t.Named);
    });
  }

  /** A rule whose errors belong to the line or declaration it is in. */
  private rule(name: string, body: () => void) {
    return this.RULE(name, body, { resyncEnabled: false });
  }
}

function isA(token: IToken, type: TokenType): boolean {
  return token.tokenTypeIdx === type.tokenTypeIdx;
}

function isName(token: IToken): boolean {
  return tokenMatcher(token, t.Named);
}
