/** parse(): every construct, names that are keywords, doc comments, spans. */

import { readFileSync } from "node:fs";
import { expect } from "chai";
import { keywordNames } from "../../grammar/words.js";
import type { ColumnNode, Declaration, TableDeclaration } from "../../src/language/ast.js";
import { type Parsed, parse } from "../../src/language/parse.js";

function read(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
}

function parseText(text: string): Parsed {
  return parse({ path: "schemas/test.covet", text });
}

function clean(text: string): readonly Declaration[] {
  const { ast, diagnostics } = parseText(text);
  expect(
    diagnostics.map(({ code, title }) => `${code} ${title}`),
    text,
  ).to.deep.equal([]);
  return ast.declarations;
}

function table(text: string): TableDeclaration {
  const found = clean(text).find((declaration) => declaration.kind === "table");
  if (found?.kind !== "table") throw new Error("no table");
  return found;
}

function column(line: string): ColumnNode {
  const [member] = table(`table t {\n  ${line}\n}`).members;
  if (member?.kind !== "column") throw new Error("no column");
  return member;
}

/** The tree without places and without what is absent. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== "span" && inner !== null && !(Array.isArray(inner) && inner.length === 0))
      .map(([key, inner]) => [key, shape(inner)]),
  );
}

function spansOf(value: unknown, found: [number, number][] = []): [number, number][] {
  if (value === null || typeof value !== "object") return found;
  if ("span" in value) {
    const span = value.span as { start: number; end: number };
    found.push([span.start, span.end]);
  }
  for (const [key, inner] of Object.entries(value)) if (key !== "span") spansOf(inner, found);
  return found;
}

describe("parse", () => {
  it("reads the sample of the language page without a complaint", () => {
    const declarations = clean(read("language-sample.covet"));
    expect(declarations.map(({ kind }) => kind)).to.deep.equal([
      ...["schema", "extension", "enum", "domain", "sequence", "mixin", "table", "table", "table"],
      ...["object", "object", "object", "object", "object", "table", "sql"],
    ]);
  });

  it("reads every construct without a complaint, with places inside the file", () => {
    const text = read("kitchen-sink.covet");
    const declarations = clean(text);
    expect(declarations).to.have.length.greaterThan(60);
    const spans = spansOf(declarations);
    expect(spans.length).to.be.greaterThan(800);
    for (const [start, end] of spans) {
      expect(start).to.be.at.least(0);
      expect(end).to.be.greaterThan(start).and.at.most(text.length);
      // Nothing starts or ends in white space.
      expect(text.slice(start, end)).to.equal(text.slice(start, end).trim());
    }
  });

  it("reads the same from LF, CRLF and CR", () => {
    const text = read("kitchen-sink.covet");
    const lines = (separator: string) => shape(parseText(text.replaceAll("\n", separator)).ast.declarations);
    const normal = (value: unknown) => JSON.stringify(value).replaceAll("\\r\\n", "\\n").replaceAll("\\r", "\\n");
    expect(normal(lines("\r\n"))).to.equal(normal(lines("\n")));
    expect(normal(lines("\r"))).to.equal(normal(lines("\n")));
  });

  for (const word of keywordNames.keys())
    it(`takes \`${word}\` as a name everywhere`, () => {
      const text = [
        `schema ${word}`,
        `enum ${word} { a, ${word}, b }`,
        `mixin ${word} { x int }`,
        `sequence ${word}.${word}`,
        `domain ${word} as ${word}`,
        `table ${word} {`,
        `  ${word} int`,
        `  a ${word}`,
        `  b ${word}.${word}? = ${word}() -> ${word}.${word} as ${word} @was(${word})`,
        `  ...${word}`,
        `  primary key (${word}) as ${word}`,
        `  unique (a, ${word})`,
        `  index (${word} desc, ${word}(${word})) using ${word} include (${word})`,
        `  foreign key (${word}, a) -> ${word} (${word}, b)`,
        "}",
        `table ${word}.${word} { ${word} ${word} }`,
      ].join("\n");
      const declarations = clean(text);
      const members = declarations.flatMap((one) => (one.kind === "table" ? one.members : []));
      expect(members.map(({ kind }) => kind)).to.deep.equal([
        ...["column", "column", "column", "spread", "primaryKey", "unique", "index", "foreignKey", "column"],
      ]);
      const first = members[0];
      expect(first?.kind === "column" && first.name.text).to.equal(word);
    });

  it("keeps names, texts and numbers as they are written", () => {
    const { name, type, default: value } = column(`"Say ""hi""" "Odd Type"(80) = 'it''s'`);
    expect(name).to.include({ text: 'Say "hi"', quoted: true });
    expect(type.kind === "namedType" && type.name.name.text).to.equal("Odd Type");
    expect(value).to.include({ kind: "string", value: "it's" });
    expect(column("n int = -1.50").default).to.include({ kind: "number", text: "-1.50" });
    expect(column("n int = `a ``b`` `").default).to.include({ kind: "sql", sql: "a `b`" });
    expect(column("t text = 'a\nb'").default).to.include({ kind: "string", value: "a\nb" });
  });

  it("tells a rename of a constraint from one of the column", () => {
    const { words, constraints } = column("a int @was(z) unique as u @was(y) check (a > 0) as c");
    expect(words.was?.names.map(({ text }) => text)).to.deep.equal(["z"]);
    expect(constraints.map(({ label }) => label?.was?.names.map(({ text }) => text))).to.deep.equal([["y"], undefined]);
  });

  it("reads foreign key targets by their last segment", () => {
    const target = (line: string) => {
      const [constraint] = column(`a int ${line}`).constraints;
      if (constraint?.kind !== "foreignKey") throw new Error("no foreign key");
      const { table: to, columns } = constraint.target;
      return [to.schema?.text ?? null, to.name.text, columns.map(({ text }) => text)];
    };
    expect(target("-> t")).to.deep.equal([null, "t", []]);
    expect(target("-> t.c")).to.deep.equal([null, "t", ["c"]]);
    expect(target("-> s.t.c")).to.deep.equal(["s", "t", ["c"]]);
  });

  it("joins doc comments above and behind, and removes one blank", () => {
    const { comment, members } = table(
      "///  one\n///two\n///\ntable t { /// three\n  /// a\n  a int unique /// b \n  b int, /// c\n} /// four\n",
    );
    expect(comment?.text).to.equal(" one\ntwo\n\nthree\nfour");
    expect(members.map((member) => (member.kind === "column" ? member.comment?.text : null))).to.deep.equal([
      "a\nb ",
      "c",
    ]);
  });

  it("gives every comment with its place", () => {
    const text = "// a\nschema s // b\n/// c\ntable t { // d\n  a int // e\n}\nview v as $$ // no $$ // f\n// g\n";
    const { comments } = parseText(text);
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).to.deep.equal([
      ...["// a", "// b", "/// c", "// d", "// e", "// f", "// g"],
    ]);
    expect(comments.map(({ kind }) => kind).filter((kind) => kind === "doc")).to.have.length(1);
  });

  it("warns of a doc comment that belongs to nothing", () => {
    const { diagnostics } = parseText("table t {\n  a int\n  /// lost\n}\n");
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).to.deep.equal(["warning COV1025"]);
  });

  it("cuts a programmable object into raw text and fences", () => {
    const [view] = clean(
      "view v (a) with (x = '{') as $q$ select '$$' $q$ with check option // why\n  cascaded @depends(t) {\n  a _ /// A\n}\n",
    );
    if (view?.kind !== "object") throw new Error("no object");
    expect(view.object).to.equal("view");
    expect(view.body.map((part) => (part.kind === "fence" ? [part.tag, part.body] : part.text))).to.deep.equal([
      "v (a) with (x = '{') as",
      ["q", " select '$$' "],
      "with check option",
      "cascaded",
    ]);
    expect(view.words.depends?.names.map(({ name }) => name.text)).to.deep.equal(["t"]);
    expect(view.members).to.have.length(1);
  });

  it("reads an empty file, blanks and a byte order mark", () => {
    for (const text of ["", "\n\n", "\ufeff", "\ufeffschema s\n", "// only this"])
      expect(parseText(text).diagnostics).to.deep.equal([]);
    expect(clean("\ufeffschema s\n")).to.have.length(1);
  });
});
