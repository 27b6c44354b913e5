/** Where a match stands: Semgrep counts brackets and semicolons to some code, and leaves others out. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { isArrowBody, type Run } from "./matchRun.ts";

/** With the brackets around it, as Semgrep counts; the built-in rules point at the expression itself. */
export function spanOf(node: Node, run: Run): Span {
  return bracketsOf(node, run) ?? { start: node.start, end: node.end };
}

export function bracketsOf(node: Node, { context, facts }: Run): Span | undefined {
  return facts.precise || node.kind === "name" ? undefined : context.tree.brackets?.get(node);
}

/** Where a match of a lone pattern stands, if that is not the node itself. */
export function placeOf(pattern: Node, node: Node, run: Run): Span | undefined {
  switch (pattern.kind) {
    case "return":
      return returnOf(node, run);
    case "throw":
      return raiseOf(pattern, node, run);
    case "assign":
      return node.kind === "declare" || node.kind === "field" ? declaredIn(node, run) : bracketsOf(node, run);
    case "declare":
      return declarationOf(node, run);
    case "cast":
      return castOf(pattern, node, run);
    case "tuple":
      return node.kind === "index" ? { start: node.children[1]?.start ?? node.start, end: node.end - 1 } : bracketsOf(node, run);
    case "import":
    case "export":
      return run.facts.precise ? undefined : withoutSemicolon(node, run);
    default:
      return bracketsOf(node, run);
  }
}

/** Kinds of patterns whose matches are counted from another place than the node's. */
export const movedKinds: ReadonlySet<Kind> = new Set(["assign", "declare", "cast", "import", "export"]);

/** Python: what is raised ends before its `from`, if the pattern has none; so Semgrep counts. */
function raiseOf(pattern: Node, node: Node, run: Run): Span | undefined {
  const value = childOf(node, "value");
  if (run.facts.precise || !value || !childOf(node, "other") || childOf(pattern, "other")) return undefined;
  return { start: node.start, end: value.end };
}

/** What an arrow without a block gives back is a statement that begins at its `=>`, as Semgrep counts. */
export function returnOf(node: Node, run: Run): Span | undefined {
  const brackets = bracketsOf(node, run);
  if (node.kind === "return" || run.facts.precise || !isArrowBody(node)) return brackets;
  const { start, end } = brackets ?? node;
  return { start: Math.max(run.context.tree.text.lastIndexOf("=>", start), node.parent?.start ?? 0), end };
}

/** The assignment in a declaration begins at what is assigned to, as Semgrep counts. */
function declaredIn(node: Node, run: Run): Span | undefined {
  const target = childOf(node, node.kind === "field" ? "name" : "target");
  if (run.facts.precise || target?.kind !== "name" || run.context.tree.language === "python") return undefined;
  return { start: target.start, end: node.end };
}

/** One of several variables is declared from the keyword on, as Semgrep counts. */
function declarationOf(node: Node, { context, facts }: Run): Span | undefined {
  if (facts.precise || node.type !== "variable_declarator" || context.tree.language === "python") return undefined;
  const { text } = context.tree;
  let first = node;
  for (
    let back = 0;
    back < mostVariables && /(?:,|\*\/)\s*$/.test(text.slice(Math.max(0, first.start - 50), first.start));
    back++
  ) {
    const before = siblingBefore(first);
    if (before?.kind !== "declare" || before.text !== node.text || !text.slice(before.end, first.start).includes(",")) break;
    first = before;
  }
  const keyword = /\b(?:const|let|var)\s+$/.exec(text.slice(Math.max(0, first.start - 50), first.start))?.[0];
  return keyword ? { start: first.start - keyword.length, end: node.end } : undefined;
}

const mostVariables = 100;

function siblingBefore({ parent, start }: Node): Node | undefined {
  const nodes = parent?.children ?? [];
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** With the type that is asked for: `x as T`, `x!` and `<T>x` as a whole. */
function castOf(pattern: Node, node: Node, { context, facts }: Run): Span | undefined {
  if (facts.precise) return undefined;
  const { brackets: around, casts, text } = context.tree;
  const brackets = around?.get(node);
  let { start, end } = brackets?.start === node.start ? brackets : node;
  let place: Span = { start, end };
  for (const { form, type } of casts?.get(node) ?? []) {
    const behind = form === "!" ? /^[\s)]*!/ : /^[\s)]*(?:as|satisfies)\s+/;
    const mark = behind.exec(text.slice(end, end + 100))?.[0];
    if (mark === undefined) start = text.lastIndexOf("<", text.lastIndexOf(type, start));
    else {
      for (const _ of mark.matchAll(/\)/g)) start = Math.min(start, Math.max(0, text.lastIndexOf("(", start)));
      end += mark.length + type.length;
    }
    if (form === pattern.text) place = { start, end };
  }
  return brackets && brackets.start <= place.start && place.end <= brackets.end ? brackets : place;
}

/** The semicolon is none of an import or an export, as Semgrep counts. */
function withoutSemicolon({ start, end }: Span, { context }: Run): Span {
  return { start, end: context.tree.text[end - 1] === ";" ? end - 1 : end };
}

/**
 * Where statements in sequence stand. Semgrep counts the semicolon behind an expression, none behind a declaration, and of
 * `export const x = 1;` the declaration alone, where that is asked for.
 *
 * @param pattern The first one of the pattern.
 */
export function placeOfStatements(pattern: Node | undefined, first: Node, last: Node, run: Run): Span {
  const { start, end } = declarationOf(first, run) ?? spanOf(first, run);
  const whole = { start, end: Math.max(end, last.end) };
  if (run.facts.precise || run.context.tree.language === "python") return whole;
  const inner = first.kind === "export" && pattern?.kind !== "export" ? first.children[0] : undefined;
  const begin = inner?.start ?? start;
  if (last.kind === "declare" || (last === first && inner)) return { start: begin, end: withoutSemicolon(whole, run).end };
  const behind = /^ *;/.exec(run.context.tree.text.slice(whole.end, whole.end + 10))?.[0].length ?? 0;
  return { start: begin, end: whole.end + behind };
}
