/** The options behind the parts of a rule, and which kind of rule takes which. */

import type { CstNode } from "../../grammar/chevrotain.js";
import type { ActionCstNode, ColumnNamesCstNode, RuleOptionCstNode } from "../../grammar/cst.js";
import type { DeferrableNode, Include, Mark, Name, RawSql, ReferentialActionNode } from "./ast.js";
import { type Build, first } from "./build.js";
import { buildName, buildNames, buildRaw } from "./build-values.js";

/** Every option any rule may have; one kind keeps its own. */
export interface Options {
  where: RawSql | null;
  using: Name | null;
  include: Include | null;
  nullsNotDistinct: Mark | null;
  deferrable: DeferrableNode | null;
  noInherit: Mark | null;
  notValid: Mark | null;
  notEnforced: Mark | null;
  matchFull: Mark | null;
  onDelete: ReferentialActionNode | null;
  onUpdate: ReferentialActionNode | null;
}

type OptionName = keyof Options;

const optionWords: Readonly<Record<OptionName, string>> = {
  where: "where",
  using: "using",
  include: "include",
  nullsNotDistinct: "nulls not distinct",
  deferrable: "deferrable",
  noInherit: "no inherit",
  notValid: "not valid",
  notEnforced: "not enforced",
  matchFull: "match",
  onDelete: "on delete",
  onUpdate: "on update",
};

const allowed = {
  "primary key": ["include", "deferrable"],
  unique: ["nullsNotDistinct", "include", "where", "deferrable"],
  index: ["using", "include", "nullsNotDistinct", "where"],
  check: ["noInherit", "notValid", "notEnforced"],
  domain: ["notValid"],
  "foreign key": ["matchFull", "onDelete", "onUpdate", "deferrable", "notValid", "notEnforced"],
  exclude: ["using", "include", "where", "deferrable"],
} as const satisfies Record<string, readonly OptionName[]>;

export type RuleKind = keyof typeof allowed;

export function buildOptions(b: Build, nodes: readonly RuleOptionCstNode[] | undefined, kind: RuleKind): Options {
  const options: Options = {
    where: null,
    using: null,
    include: null,
    nullsNotDistinct: null,
    deferrable: null,
    noInherit: null,
    notValid: null,
    notEnforced: null,
    matchFull: null,
    onDelete: null,
    onUpdate: null,
  };
  const seen = new Map<OptionName, CstNode>();
  const set = <K extends OptionName>(name: K, value: Options[K], option: CstNode): void => {
    const span = b.span(option);
    const words = `\`${optionWords[name]}\``;
    const before = seen.get(name);
    if (!(allowed[kind] as readonly OptionName[]).includes(name))
      b.report.error("COV1024", span, `${words} does not belong to \`${kind}\``, { hint: misplaced(name, kind) });
    else if (before !== undefined)
      b.report.error("COV1016", span, `${words} is given twice`, {
        labels: [{ span: b.span(before), text: "first here" }],
        hint: "keep one of them",
      });
    else options[name] = value;
    seen.set(name, option);
  };
  for (const option of nodes ?? []) {
    const parts = option.children;
    const mark: Mark = { kind: "mark", span: b.span(option) };
    if (parts.Where !== undefined) set("where", buildRaw(b, first(parts.RawParen)), option);
    else if (parts.using?.[0] !== undefined) set("using", buildName(b, first(parts.using[0].children.Named)), option);
    else if (parts.columnNames?.[0] !== undefined) {
      const columns = buildColumnNames(b, parts.columnNames[0]);
      set("include", { kind: "include", columns, span: mark.span }, option);
    } else if (parts.Nulls !== undefined) set("nullsNotDistinct", mark, option);
    else if (parts.Deferrable !== undefined) {
      const initiallyDeferred = parts.Deferred !== undefined;
      set("deferrable", { kind: "deferrable", initiallyDeferred, span: mark.span }, option);
    } else if (parts.Inherit !== undefined) set("noInherit", mark, option);
    else if (parts.Valid !== undefined) set("notValid", mark, option);
    else if (parts.Enforced !== undefined) set("notEnforced", mark, option);
    else if (parts.Match !== undefined) set("matchFull", parts.Full === undefined ? null : mark, option);
    else if (parts.action?.[0] !== undefined) {
      const action = parts.action[0];
      set(action.children.Delete === undefined ? "onUpdate" : "onDelete", buildAction(b, action), option);
    }
  }
  return options;
}

function misplaced(name: OptionName, kind: RuleKind): string {
  if (name === "using" && kind === "unique") return "write `unique index (…) using …`";
  const others = Object.entries(allowed).filter(([, names]) => (names as readonly OptionName[]).includes(name));
  return `it belongs to ${others.map(([other]) => `\`${other}\``).join(", ")}`;
}

function buildAction(b: Build, node: ActionCstNode): ReferentialActionNode {
  const { children } = node;
  const columns = children.columnNames?.[0];
  let action: ReferentialActionNode["action"] = "cascade";
  if (children.Restrict !== undefined) action = "restrict";
  else if (children.No !== undefined) action = "noAction";
  else if (children.Null !== undefined) action = "setNull";
  else if (children.Default !== undefined) action = "setDefault";
  return {
    kind: "action",
    action,
    columns: columns === undefined ? [] : buildColumnNames(b, columns),
    span: b.span(node),
  };
}

export function buildColumnNames(b: Build, node: ColumnNamesCstNode): Name[] {
  return buildNames(b, node.children.Named);
}
