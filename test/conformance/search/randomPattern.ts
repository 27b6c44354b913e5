/** Makes patterns of pieces of real code: parts become metavariables and ellipses, and the piece must still match. */

import type { Kind, Node, Tree } from "../../../server/engine/tree/node.ts";

export type Random = () => number;

/** The same numbers for the same seed, from 0 up to 1. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

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

/** Roles in which an expression stands that a metavariable can take the place of. */
const replaceable: ReadonlySet<string> = new Set([
  "argument",
  "value",
  "left",
  "right",
  "condition",
  "object",
  "element",
  "target",
]);
const literal: ReadonlySet<Kind> = new Set(["string", "number", "boolean", "null", "regex"]);
const expressions: ReadonlySet<Kind> = new Set([
  ...literal,
  "name",
  "call",
  "new",
  "member",
  "index",
  "binary",
  "unary",
  "conditional",
  "await",
  "array",
  "tuple",
  "object",
  "function",
  "jsxElement",
]);

export interface RandomPattern {
  readonly pattern: string;
  /** The piece of code that the pattern was made of. */
  readonly node: Node;
}

/** @returns undefined for a tree without a piece that is worth it. */
export function randomPattern(tree: Tree, random: Random): RandomPattern | undefined {
  const found: Node[] = [];
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const size = node.end - node.start;
    if (pieces.has(node.kind) && size > 6 && size < 600 && isWhole(node)) found.push(node);
    stack.push(...node.children);
  }
  const node = found[Math.floor(random() * found.length)];
  if (!node) return undefined;
  const line = tree.text.lastIndexOf("\n", node.start - 1) + 1;
  const before = tree.text.slice(line, node.start);
  const indent = before.trim() === "" ? before : "";
  return { pattern: indent + new Rewriter(tree, random).whole(node), node };
}

/** Not a part of something that only makes sense with what is around it. */
function isWhole(node: Node): boolean {
  const { role, parent } = node;
  if (role === "property" || role === "name" || role === "clause" || role === "tag" || role === "init") return false;
  if (node.kind === "declare")
    return role === "statement" && node.type !== "variable_declarator" ? true : parent?.kind !== "loop";
  if (node.kind === "function")
    return role !== "element" && node.type !== "method_definition" && !["pair", "field"].includes(parent?.kind ?? "");
  return !(role === "target" || parent?.kind === "decorator" || role === "else");
}

class Rewriter {
  readonly #tree: Tree;
  readonly #random: Random;
  readonly #names = new Map<string, string>();

  constructor(tree: Tree, random: Random) {
    this.#tree = tree;
    this.#random = random;
  }

  /** The node itself stays, its parts may be replaced. */
  whole(node: Node): string {
    const children = node.children.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
    if (children.some((child, at) => child.start < (children[at - 1]?.end ?? node.start) || child.end > node.end))
      return this.#source(node);
    const opened = children.findIndex(({ role }) => role === "argument" || role === "element");
    const cut = opened >= 0 && this.#random() < 0.3 ? opened + Math.floor(this.#random() * (children.length - opened)) : -1;
    let text = "";
    let at = node.start;
    for (const [index, child] of children.entries()) {
      text += this.#tree.text.slice(at, child.start);
      at = child.end;
      if (index === cut && (node.kind === "call" || node.kind === "array")) {
        const last = children.at(-1) ?? child;
        text += "...";
        at = last.end;
        break;
      }
      text += this.#part(child);
    }
    return text + this.#tree.text.slice(at, node.end);
  }

  #source({ start, end }: Node): string {
    return this.#tree.text.slice(start, end);
  }

  #part(node: Node): string {
    const roll = this.#random();
    if (node.kind === "decorator") return this.#source(node);
    if (node.kind === "block") return roll < 0.5 ? this.#body(node) : this.whole(node);
    if (node.kind === "string" && node.role !== "key" && roll < 0.4 && this.#source(node).length > 2) return '"..."';
    if (roll < 0.25 && replaceable.has(node.role) && expressions.has(node.kind) && !/^(?:self|this|super)$/.test(node.text))
      return this.#name(node);
    if (literal.has(node.kind) || node.children.length === 0) return this.#source(node);
    return this.whole(node);
  }

  #body(node: Node): string {
    if (this.#tree.language === "python") return "...";
    return this.#source(node).startsWith("{") ? "{ ... }" : this.#source(node);
  }

  /** One metavariable for the same code. */
  #name(node: Node): string {
    const source = this.#source(node);
    const known = this.#names.get(source) ?? `$M${this.#names.size}`;
    this.#names.set(source, known);
    return known;
  }
}
