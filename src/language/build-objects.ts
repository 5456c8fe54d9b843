/** Programmable objects and `sql` blocks: text that is the engine's own. */

import type { ObjectCstNode, SqlCstNode } from "../../grammar/cst.js";
import { objectTextOf } from "../../grammar/lexer.js";
import type { Fence, ObjectDeclaration, SqlDeclaration } from "./ast.js";
import { type Build, first, tokensOf } from "./build.js";
import { buildMembers, buildRest } from "./build-members.js";
import { buildName } from "./build-values.js";
import { buildWords } from "./build-words.js";

export function buildObject(b: Build, node: ObjectCstNode): ObjectDeclaration {
  const { ObjectText, word, strays, members } = node.children;
  const token = first(ObjectText);
  const text = objectTextOf(token);
  buildRest(b, strays?.[0]);
  const keyword = b.range(token.startOffset, text.kindEnd);
  if (text.parts.length === 0)
    b.report.error("COV1026", keyword, `nothing is said of this ${text.kind}`, {
      hint: `write what the engine's own statement says behind \`create ${text.kind}\``,
    });
  return {
    kind: "object",
    object: text.kind,
    keyword: { kind: "mark", span: keyword },
    body: text.parts.map(({ fence, start, end }) =>
      fence === null
        ? { kind: "text", text: b.source.text.slice(start, end), span: b.range(start, end) }
        : buildFence(b, fence, start, end),
    ),
    members: buildMembers(b, members?.[0]),
    ...buildWords(b, word, "object", node),
    span: b.span(node),
  };
}

function buildFence(b: Build, fence: string, start: number, end: number): Fence {
  const body = b.source.text.slice(start + fence.length, end);
  return {
    kind: "fence",
    tag: fence.slice(1, -1),
    body: body.endsWith(fence) ? body.slice(0, -fence.length) : body,
    span: b.range(start, end),
  };
}

export function buildSql(b: Build, node: SqlCstNode): SqlDeclaration {
  const { Named, word, strays, sqlHalf = [], Any = [], Comma = [], block = [] } = node.children;
  buildRest(b, strays?.[0]);
  const stray = [...Any, ...Comma, ...block.flatMap(tokensOf)].sort((one, two) => one.startOffset - two.startOffset);
  const broken = sqlHalf.some((half) => half.recoveredNode);
  if (stray[0] !== undefined && !broken)
    b.report.error("COV1002", b.span(stray[0]), `\`${stray[0].image}\` does not belong here`, {
      hint: "an `sql` block holds `forward $$ … $$` and `backward $$ … $$`",
    });
  const half = (word: "Forward" | "Backward"): Fence | null => {
    const found = b.one(
      sqlHalf.filter((one) => !one.recoveredNode && one.children[word] !== undefined),
      `\`${word.toLowerCase()}\``,
      (one) => b.span(one),
    );
    if (found === null) return null;
    const token = first(found.children.Fence);
    const fence = /^\$\w*\$/.exec(token.image)?.[0] ?? "$$";
    return buildFence(b, fence, b.span(token).start, b.span(token).end);
  };
  const forward = half("Forward");
  if (forward === null && !broken && stray.length === 0)
    b.report.error("COV1026", b.span(first(Named)), "the block does not say what to run", {
      hint: "write `forward $$ … $$`, and `backward $$ … $$` for the way back",
    });
  return {
    kind: "sql",
    name: buildName(b, first(Named)),
    forward,
    backward: half("Backward"),
    ...buildWords(b, word, "sql", node),
    span: b.span(node),
  };
}
