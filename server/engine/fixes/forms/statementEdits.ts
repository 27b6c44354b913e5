/** Puts lines before or after the statement that holds a match. Pure. */

import type { Match } from "../../patterns/match.ts";
import { childOf, type Node, type Tree } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixRefusal, TextEdit } from "../fix.ts";
import { endsStatements, goesOn } from "./statementEnds.ts";

/** @param lines two spaces at the beginning of a line stand for one level of indentation. */
export function statementEdits(
  where: "before" | "after",
  lines: string,
  { node }: Pick<Match, "node">,
  tree: Tree,
): readonly TextEdit[] | FixRefusal {
  const statement = node && statementOf(node);
  if (!statement) return { refused: "the statement could not be found" };
  const { text } = tree;
  const lineStart = text.lastIndexOf("\n", statement.start - 1) + 1;
  // Without semicolons at the ends, one stands before a bracket that begins a line.
  const indent = text.slice(lineStart, statement.start).replace(/;$/, "");
  if (!/^[ \t]*$/.test(indent)) return { refused: "the statement shares its line with other code" };
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const write = (at: number, previous: Node | undefined): readonly string[] =>
    separated(lines.trimEnd(), at, previous, tree)
      .split("\n")
      .map((line) => indent + inLevels(line, tree));
  if (where === "before") {
    const previous = statement.parent?.children.filter(({ end }) => end <= statement.start).at(-1);
    const inserted = write(lineStart, previous).map((line) => line + newline);
    return [{ span: { start: lineStart, end: lineStart }, text: inserted.join("") }];
  }
  const rest = /^[ \t]*;?[ \t]*(?:(?:\/\/|#)[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(statement.end));
  if (!rest) return { refused: "other code stands on the line of the statement" };
  const at = statement.end + rest[0].length;
  const added = write(at, statement).map((line) => newline + line);
  return [{ span: { start: at, end: at }, text: added.join("") }];
}

/** Its last semicolon goes where the file has none, unless the line behind it would go on with it; nor does it go on with the line before. */
function separated(lines: string, at: number, previous: Node | undefined, tree: Tree): string {
  const { text, language } = tree;
  if (language === "python") return lines;
  const isEnded = !previous || text[previous.end - 1] === ";" || /^\s*;/.test(text.slice(previous.end));
  const start = goesOn(lines) && !isEnded ? ";" : "";
  return start + (endsStatements(tree) || goesOn(text.slice(at)) ? lines : lines.replace(/;$/, ""));
}

/** Lines at the beginning of the body of what was matched, a loop or a function. */
export function firstEdits(lines: string, { node }: Match, tree: Tree): readonly TextEdit[] | FixRefusal {
  const body = node && childOf(node, "body");
  const [first] = body?.kind === "block" ? body.children : [];
  if (!first || !node) return { refused: "the body could not be found" };
  return statementEdits("before", lines, { node: first }, tree);
}

/** The lines after the first stand as far in as the line where the text begins, and two spaces stand for a level. */
export function indented(written: string, { start }: Span, tree: Tree): string {
  if (!written.includes("\n")) return written;
  const lineStart = tree.text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(tree.text.slice(lineStart))?.[0] ?? "";
  const newline = tree.text.includes("\r\n") ? "\r\n" : "\n";
  return written
    .split("\n")
    .map((line, index) => (index === 0 ? line : indent + inLevels(line, tree)))
    .join(newline);
}

function inLevels(line: string, tree: Tree): string {
  return line.replace(/^( {2})+/, (spaces) => indentUnit(tree).repeat(spaces.length / 2));
}

/** Undefined where the statement is the body of an arrow, or of an `if` without braces. */
function statementOf(node: Node): Node | undefined {
  let at: Node | undefined = node;
  while (at && at.role !== "statement") at = at.parent;
  const list = at?.parent;
  if (!list || (list.kind === "block" && list.type === "")) return undefined;
  return list.kind === "block" || list.kind === "file" ? at : undefined;
}

/** As in the first block of the file. */
export function indentUnit({ text, language }: Tree): string {
  const usual = language === "python" ? "    " : "  ";
  const [, unit] = /[:{]\r?\n((?: {2,8})|\t)\S/.exec(text) ?? [];
  return unit ?? usual;
}
