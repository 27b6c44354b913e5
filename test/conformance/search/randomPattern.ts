/** Makes patterns of pieces of real code: parts become metavariables and ellipses, and the piece must still match. */

import { childOf, type Kind, type Node, type Tree } from "../../../server/engine/tree/node.ts";
import { pick, type Random } from "../../support/random.ts";
import { Rewriter } from "./rewriter.ts";

const pieces: ReadonlySet<Kind> = new Set([
  "call",
  "new",
  "member",
  "index",
  "assign",
  "declare",
  "binary",
  "unary",
  "conditional",
  "await",
  "array",
  "object",
  "function",
  "class",
  "return",
  "throw",
  "branch",
  "loop",
  "try",
  "with",
  "import",
  "template",
  "jsxElement",
]);

export interface RandomPattern {
  readonly pattern: string;
  /** The piece of code that the pattern was made of, or where it begins. */
  readonly node: Node;
}

/** @returns undefined for a tree without a piece that is worth it. */
export function randomPattern(tree: Tree, random: Random): RandomPattern | undefined {
  const sequence = random() < 0.15 ? randomSequence(tree, random) : undefined;
  if (sequence) return sequence;
  const found = nodesOf(tree).filter((node) => pieces.has(node.kind) && isRightSize(node) && isWhole(node));
  const node = found[pick(random, found.length)];
  return node && { pattern: indentOf(tree, node) + new Rewriter(tree, random).whole(node), node };
}

/** A rule around such a pattern, that its piece must still match: inside what is around it, or as one of two. */
export function randomRule(tree: Tree, random: Random): { rule: Record<string, unknown>; node: Node } | undefined {
  const made = randomPattern(tree, random);
  if (!made) return undefined;
  const { pattern, node } = made;
  const around = outer(node);
  const roll = pick(random, 4);
  if (roll === 0 && around.length > 0) {
    const holder = around[pick(random, around.length)] ?? node;
    const inside = indentOf(tree, holder) + new Rewriter(tree, random).around(holder);
    return { rule: { patterns: [{ pattern }, { "pattern-inside": inside }] }, node };
  }
  const other = randomPattern(tree, random)?.pattern ?? pattern;
  if (roll === 1) return { rule: { "pattern-either": [{ pattern: other }, { pattern }] }, node };
  if (roll === 2) return { rule: { patterns: [{ "pattern-either": [{ pattern }, { pattern: other }] }, { pattern }] }, node };
  return { rule: { pattern }, node };
}

/** Two or three statements of one list, with anything between them. Members of a class are a sequence only from the first one on. */
function randomSequence(tree: Tree, random: Random): RandomPattern | undefined {
  const lists = nodesOf(tree)
    .filter(({ parent }) => parent?.kind !== "class")
    .map(({ children }) => children.filter((child) => child.role === "statement" && isRightSize(child)))
    .filter((statements) => statements.length > 1);
  const statements = lists[pick(random, lists.length)];
  if (!statements) return undefined;
  const first = pick(random, statements.length - 1);
  const chosen = [first, first + 1 + pick(random, statements.length - first - 1)].flatMap((at) => statements[at] ?? []);
  const [begin, end] = chosen;
  // Declarators of one list are no statements of their own.
  if (
    !begin ||
    !end ||
    chosen.some(({ type }) => type === "variable_declarator") ||
    tree.text.slice(begin.end, end.start).includes("#")
  )
    return undefined;
  const rewriter = new Rewriter(tree, random);
  const indent = indentOf(tree, begin);
  const siblings = begin.parent?.children ?? [];
  const near = siblings.indexOf(end) === siblings.indexOf(begin) + 1 && random() < 0.3;
  const parts = chosen.map((statement) => ended(rewriter.whole(statement), tree));
  return { pattern: indent + parts.join(near ? `\n${indent}` : `\n${indent}...\n${indent}`), node: begin };
}

/** A statement of JavaScript on a line of its own ends there. */
function ended(statement: string, tree: Tree): string {
  return tree.language === "python" || /[;}]$/.test(statement) ? statement : `${statement};`;
}

function nodesOf(tree: Tree): Node[] {
  const found: Node[] = [];
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    found.push(node);
    stack.push(...node.children);
  }
  return found;
}

function isRightSize({ start, end }: Node): boolean {
  return end - start > 6 && end - start < 600;
}

/** What stands before a piece that begins its line, so that the lines after it are indented as they should. */
function indentOf(tree: Tree, node: Node): string {
  const before = tree.text.slice(tree.text.lastIndexOf("\n", node.start - 1) + 1, node.start);
  return before.trim() === "" ? before : "";
}

/** Functions, classes and statements with a body that a node stands in. */
function outer(node: Node): Node[] {
  const found: Node[] = [];
  for (let { parent } = node; parent; parent = parent.parent)
    if (["function", "class"].includes(parent.kind) && isWhole(parent)) found.push(parent);
  return found;
}

/** Not a part of something that only makes sense with what is around it. */
function isWhole(node: Node): boolean {
  const { role, parent } = node;
  if (role === "property" || role === "name" || role === "clause" || role === "tag" || role === "init") return false;
  // A default value in what takes a list or an object apart is no assignment.
  if (node.kind === "assign" && /assignment_pattern$/.test(node.type)) return false;
  // What a loop takes apart is found as a part of the loop only.
  if (/^(?:array|object)_pattern$/.test(node.type) && (role === "element" || role === "value")) return false;
  if (node.kind === "declare")
    return role === "statement" && node.type !== "variable_declarator" ? true : parent?.kind !== "loop";
  // A function with a name that is a value is none of that name to Semgrep.
  if (node.type === "function_expression" && childOf(node, "name")) return false;
  if (node.kind === "function")
    return role !== "element" && node.type !== "method_definition" && !["pair", "field"].includes(parent?.kind ?? "");
  // `a or b` is no part of `a or b or c` to Semgrep.
  if (node.kind === "binary" && parent?.kind === "binary" && parent.text === node.text) return false;
  // A tag's template is a list of its own to Semgrep.
  if (node.kind === "template" && parent?.type === "call_expression" && role === "argument" && parent.end === node.end)
    return false;
  return !(role === "target" || parent?.kind === "decorator" || role === "else");
}
