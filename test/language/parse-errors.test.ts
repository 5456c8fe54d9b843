/** What is said of text that cannot be read: one message a mistake, at its place, and the rest stands. */

import { expect } from "chai";
import type { Declaration, Member } from "../../src/language/ast.js";
import { parse } from "../../src/language/parse.js";

interface Read {
  readonly codes: readonly string[];
  /** `code place` */
  readonly places: readonly string[];
  readonly hints: readonly (string | null)[];
  readonly outline: readonly string[];
}

function read(text: string): Read {
  const { ast, diagnostics } = parse({ path: "schemas/test.covet", text });
  return {
    codes: diagnostics.map(({ code }) => code),
    places: diagnostics.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
    hints: diagnostics.map(({ hint }) => hint),
    outline: ast.declarations.map(outline),
  };
}

function outline(declaration: Declaration): string {
  if (declaration.kind === "table") return `${declaration.name.name.text}(${declaration.members.map(label).join(" ")})`;
  return declaration.kind;
}

function label(member: Member): string {
  return member.kind === "column" ? member.name.text : member.kind;
}

/** A broken table, then one that must be untouched. */
function recover(broken: string): Read {
  return read(`${broken}\n\n/// next\ntable next {\n  a text = 'x' check (a <> ')')\n  b int\n}\n`);
}

describe("parse: recovery", () => {
  const cases: readonly (readonly [name: string, broken: string, place: string, outline: string])[] = [
    ["a brace", "table t {\n  a int\n  b int\n", "COV1004 {", "t(a b)"],
    [
      "the brace of an inner block",
      "table t {\n  a int\n  for postgres {\n    b int\n}\n",
      "COV1004 {",
      "t(a forMembers)",
    ],
    ["the brace of an enum", "enum t {\n  a, b\n", "COV1004 {", "enum"],
    ["a quote", "table t {\n  a text = 'x\n  b text = 'y'\n}\n", "COV1006 '", "t(a b)"],
    ["a quote with none behind it in its block", "table t {\n  a text = 'x\n  b text\n}\n", "COV1006 '", "t(a b)"],
    ["a double quote", 'table t {\n  "a int\n  b int\n}\n', 'COV1006 "', "t(b)"],
    ["a backtick", "table t {\n  a int = `1 + 1\n  b int\n}\n", "COV1006 `", "t(a b)"],
    ["a parenthesis of SQL", "table t {\n  a int check (a > (1)\n  b int\n}\n", "COV1005 (", "t(a b)"],
    [
      "a parenthesis of SQL over lines",
      "table t {\n  check (\n    a > 1\n    and b > 1\n  b int\n}\n",
      "COV1005 (",
      "t(check b)",
    ],
    ["a parenthesis", "table t {\n  index (a, b\n  b int\n}\n", "COV1001 \n", "t(b)"],
    ["a parenthesis of a type", "table t {\n  a varchar(3\n  b int\n}\n", "COV1001 \n", "t(b)"],
    ["a fence", "view v as $$\nselect 1\n", "COV1007 $", "object"],
    [
      "a fence with another behind",
      "view v as $$\nselect 1\n\nview w as $$ select 2 $$\n",
      "COV1007 $",
      "object object",
    ],
    ["a fence of an sql block", "sql s {\n  forward $$ select 1\n}\n", "COV1007 $", "sql"],
    ["a type", "table t {\n  a\n  b int\n}\n", "COV1001 \n", "t(b)"],
    ["a value", "table t {\n  a int =\n  b int\n}\n", "COV1001 \n", "t(b)"],
    ["a target", "table t {\n  a int ->\n  b int\n}\n", "COV1001 \n", "t(b)"],
    ["a name", "table {\n  a int\n}\n", "COV1001 {", ""],
    ["a line", "table t {\n  = 3\n  b int\n}\n", "COV1001 =", "t(b)"],
  ];
  for (const [name, broken, place, left] of cases)
    it(`costs one message when ${name} is missing`, () => {
      const { places, outline } = recover(broken);
      expect(places).to.deep.equal([place]);
      expect(outline.join(" ")).to.equal(left === "" ? "next(a b)" : `${left} next(a b)`);
    });

  it("closes a block at a declaration in column 1 only where one is open at the end", () => {
    expect(read("table t {\ntable text\nview text\n}\ntable u {\n  a int\n}\n")).to.deep.include({
      codes: [],
      outline: ["t(table view)", "u(a)"],
    });
  });

  it("costs one message for a brace too many", () => {
    expect(recover("table t {\n  a int\n}\n}\n")).to.deep.include({
      places: ["COV1011 }"],
      outline: ["t(a)", "next(a b)"],
    });
  });

  it("says one thing of a merge conflict", () => {
    const text = "table t {\n<<<<<<< HEAD\n  a int\n=======\n  a text {\n>>>>>>> branch\n}\n";
    expect(read(text).places).to.deep.equal(["COV1008 <<<<<<< HEAD"]);
  });

  it("goes on behind a line it does not understand", () => {
    const { codes, outline } = read(
      "table t {\n  a int ? ? -> 3\n  b int\n  ) (\n  c int { x }\n  d int, e int\n  f int\n}\n",
    );
    expect(codes).to.deep.equal(["COV1002", "COV1001", "COV1002", "COV1002"]);
    expect(outline).to.deep.equal(["t(a b c d f)"]);
  });
});

describe("parse: habits", () => {
  const lines: readonly (readonly [line: string, place: string, hint: RegExp])[] = [
    ["a int not null", "COV1017 not null", /delete it/],
    ["a int unique not null", "COV1017 not null", /delete it/],
    ["a int null", "COV1017 null", /`\?`/],
    ["a int references u (id)", "COV1018 references", /-> table\.column/],
    ["a int -> u (id)", "COV1027 -> u (id)", /-> u\.id/],
    ["index by_a (a)", "COV1019 index by_a (a)", /index \(a\) as name/],
    ["unique by_a (a)", "COV1019 unique by_a (a)", /unique \(a\) as name/],
    ["unique index by_a (a)", "COV1019 unique index", /index \(a\) as name/],
    ["constraint c unique (a)", "COV1020 constraint c", /unique \(a\) as name/],
    ["constraint c foreign key (a) references u (id)", "COV1020 constraint c", /foreign key \(a\) -> t\.c as name/],
    ["unique key (a)", "COV1021 unique key (a)", /unique \(a\)/],
    ["key by_a (a)", "COV1019 key by_a (a)", /index \(a\) as name/],
    ["a double precision", "COV1022 precision", /`double`/],
    ["a timestamp with time zone", "COV1022 with time zone", /timestamptz/],
    ["a timestamp(3) without time zone", "COV1022 without time zone", /timestamp/],
    ["a character varying(80)", "COV1022 varying", /varchar/],
    ["a int default 3", "COV1021 default", /= value/],
    ["a int auto_increment", "COV1021 auto_increment", /identity/],
    ["a int generated always as (b) stored", "COV1021 always", /generated/],
    ["a int @id", "COV1014 @id", /primary key/],
    ["a int @default(autoincrement())", "COV1014 @default", /= value/],
    ["a int @wass(b)", "COV1014 @wass", /`@was`/],
    ["a int [pk, increment]", "COV1023 [pk, increment]", /primary key/],
    ["a text[3]", "COV1023 [3]", /`\[\]`/],
    ["a int;", "COV1012 ;", /delete it/],
    ["a text = member", "COV1013 member", /`'member'`/],
    ["a int = 1 = 2", "COV1016 = 2", /keep one/],
    ["a int @concurrent", "COV1015 @concurrent", /./],
    ["index (z) @concurrent as by_z", "COV1002 as", /before every word with `@`/],
    ["a int unique @was(b) as a_key", "COV1002 as", /before every word with `@`/],
    ["check (a > 0) on delete cascade", "COV1024 on delete cascade", /foreign key/],
    ["unique (a) using gin", "COV1024 using gin", /unique index/],
    ["a int -- why", "COV1009 --", /`\/\/`/],
    ["a int # why", "COV1009 #", /`\/\/`/],
    ["größe int", "COV1010 ö", /double quotes/],
    ["1st int", "COV1001 1", /./],
  ];
  for (const [line, place, hint] of lines)
    it(`answers \`${line}\``, () => {
      const found = read(`table t {\n  z int\n  ${line}\n  y int\n}\n`);
      expect(found.places.filter((one) => one !== "COV1010 ße")).to.deep.equal([place]);
      expect(String(found.hints[0])).to.match(hint.source === "." ? /./ : hint);
      expect(found.outline[0]).to.match(/^t\(z .*y\)$|^t\(z y\)$/);
    });

  const declarations: readonly (readonly [text: string, hint: RegExp])[] = [
    ["model User {\n  id Int @id\n}", /`table`/],
    ["create table t (\n  id int\n)", /leave out `create`/],
    ["tabel t {\n  a int\n}", /`table`/],
    ["datasource db {\n  url = env('X')\n}", /delete it/],
    ["Ref: a.b > c.d", /-> table\.column/],
  ];
  for (const [text, hint] of declarations)
    it(`answers \`${text.split("\n", 1)[0]}\``, () => {
      const { codes, hints, outline } = recover(text);
      expect(codes[0]).to.equal("COV1003");
      expect(hints[0]).to.match(hint);
      expect(outline).to.deep.equal(["next(a b)"]);
    });

  it("takes a column of any name where it may be one", () => {
    expect(
      read("table t {\n  index varchar(80)\n  unique numeric(3, 2)\n  key geography(point)\n  constraint text\n}\n")
        .codes,
    ).to.deep.equal([]);
  });
});
