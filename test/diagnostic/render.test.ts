/** How a diagnostic looks. */

import { expect } from "chai";
import { codes } from "../../src/diagnostic/codes.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { renderDiagnostic } from "../../src/diagnostic/render.js";
import { parse } from "../../src/language/parse.js";

function diagnosticAt(text: string, part: string, labelled: string | null = null): Diagnostic {
  const source = { path: "schemas/posts.covet", text };
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { source, start, end: start + words.length };
  };
  return {
    code: "COV1042",
    severity: "error",
    title: "`users.rol` is not a column",
    span: span(part),
    text: "table `users` has `role`",
    labels: labelled === null ? [] : [{ span: span(labelled), text: "declared here" }],
    hint: "write `role`",
  };
}

describe("renderDiagnostic", () => {
  it("shows the line, marks the place, and helps", () => {
    const text = "table posts {\n  author_role text -> users.rol on delete cascade\n}\n";
    expect(renderDiagnostic(diagnosticAt(text, "rol on".slice(0, 3), "posts"), false)).to.equal(
      [
        "error COV1042: `users.rol` is not a column",
        "  schemas/posts.covet:2:10",
        "    2 |   author_role text -> users.rol on delete cascade",
        "      |          ^^^ table `users` has `role`",
        "  schemas/posts.covet:1:7",
        "    1 | table posts {",
        "      |       ^^^^^ declared here",
        "   help: write `role`",
      ].join("\n"),
    );
  });

  it("keeps marks under their place behind tabs and wide characters", () => {
    const [, , code = "", marks = ""] = renderDiagnostic(diagnosticAt("\t'日本' rol", "rol"), false).split("\n");
    expect(code).to.equal("    1 |   '日本' rol");
    // Two blanks for the tab, two columns for each of the wide characters.
    expect(marks).to.equal(`      | ${" ".repeat(2 + 1 + 4 + 1 + 1)}^^^ table \`users\` has \`role\``);
  });

  it("marks the first line of a place over several, and an empty place", () => {
    const over = renderDiagnostic(diagnosticAt("a b\nc", "b\nc"), false).split("\n");
    expect(over[3]).to.equal("      |   ^ table `users` has `role`");
    const empty = renderDiagnostic(diagnosticAt("", ""), false).split("\n");
    expect(empty.slice(1, 4)).to.deep.equal([
      "  schemas/posts.covet:1:1",
      "    1 | ",
      "      | ^ table `users` has `role`",
    ]);
  });

  it("lets no control character of a file through", () => {
    expect(renderDiagnostic(diagnosticAt("a \u001b[31m rol", "rol"), false)).to.not.contain("\u001b");
    expect(renderDiagnostic(diagnosticAt("a rol", "rol"), true)).to.contain("\u001b[");
  });

  it("has every code the parser uses in the table", () => {
    const broken = "table t {\n  a int not null\n  b = 3\n  c text = x;\n}\n}\nmodel x\n#";
    const { diagnostics } = parse({ path: "x.covet", text: broken });
    expect(diagnostics).to.have.length.greaterThan(5);
    for (const { code } of diagnostics) expect(codes).to.have.property(code);
  });
});
