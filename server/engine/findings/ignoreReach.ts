/** How far a comment that silences reaches into code that a formatter put on several lines. Pure. */

import type { LineIndex } from "../tree/lineIndex.ts";
import type { Node, Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";

/**
 * The statement, or the element of JSX, that begins on a line, without what stands on its own in it: blocks (bodies of functions,
 * branches and loops), classes, and elements of JSX. So a comment at a long call counts for all its arguments, and one at a function
 * only for its head.
 *
 * @param line From 0. Several statements that begin there all count.
 * @param last The last line that can be reached.
 * @returns In source order; empty where nothing begins on the line.
 */
export function statementsAt(tree: Tree, lines: LineIndex, line: number, last: number): Span[] {
  const from = lines.lineStart(line);
  const to = from + lines.lineText(line).length;
  const end = lines.lineStart(last + 1);
  const reached: Span[] = [];
  const visit = (node: Node): void => {
    if (isUnit(node) && node.start >= from) reached.push(...withoutOwnParts(node, end));
    for (const child of node.children) if (child.start < to && child.end > from) visit(child);
  };
  visit((tree.whole ?? tree).root);
  return reached;
}

function isUnit({ parent, role }: Node): boolean {
  return parent?.kind === "file" || parent?.kind === "block" || parent?.kind === "case" || role === "child";
}

function withoutOwnParts(unit: Node, end: number): Span[] {
  const left: Span[] = [];
  let at = unit.start;
  const visit = (node: Node): void => {
    if (standsAlone(node)) {
      if (node.start > at) left.push({ start: at, end: Math.min(node.start, end) });
      at = Math.max(at, node.end);
    } else node.children.forEach(visit);
  };
  unit.children.forEach(visit);
  left.push({ start: at, end: Math.min(unit.end, end) });
  return left.filter((span) => span.start < span.end);
}

function standsAlone({ kind, role }: Node): boolean {
  return kind === "block" || kind === "case" || kind === "class" || kind === "jsxElement" || role === "child";
}
