/** Writes a piece of code as a pattern: parts become metavariables, ellipses and deep expressions. */

import { collectDefinitions } from "../../../server/engine/patterns/scopes.ts";
import { type VariableOf, variablesOf } from "../../../server/engine/patterns/variables.ts";
import type { Kind, Node, Tree } from "../../../server/engine/tree/node.ts";
import { pick, type Random } from "../../support/random.ts";

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
/** `$...X` stands for no elements of these. */
const collections: ReadonlySet<Kind> = new Set(["object", "array", "tuple", "set"]);

/** Whose children of one role can be left out. */
const lists: Readonly<Partial<Record<Kind, string>>> = {
  call: "argument",
  new: "argument",
  array: "element",
  object: "element",
  function: "parameter",
};

export class Rewriter {
  readonly #tree: Tree;
  readonly #random: Random;
  readonly #names = new Map<string, string>();
  readonly #variableOf: VariableOf;

  constructor(tree: Tree, random: Random) {
    this.#tree = tree;
    this.#random = random;
    this.#variableOf = variablesOf(collectDefinitions(tree, false), tree.language === "python", false);
  }

  /** The node itself stays, its parts may be replaced. */
  whole(node: Node): string {
    const children = node.children.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
    if (children.some((child, at) => child.start < (children[at - 1]?.end ?? node.start) || child.end > node.end))
      return this.#source(node);
    const [from, to] = this.#leftOut(node, children);
    let text = "";
    let at = node.start;
    for (const [index, child] of children.entries()) {
      if (index > from && index < to) continue;
      text += index === from || index < from || index >= to ? this.#tree.text.slice(at, child.start) : "";
      at = child.end;
      if (index === from) {
        // Before another parameter `$...X` stands for none in a function of JavaScript with its keyword.
        const plain = collections.has(node.kind) || (node.kind === "function" && children[to]?.role === "parameter");
        text += this.#random() < 0.7 || plain ? "..." : this.#fresh("$...M");
        at = children[to - 1]?.end ?? child.end;
      } else text += this.#part(child);
    }
    return text + this.#tree.text.slice(at, node.end);
  }

  /** A function or class with anything for its body. */
  around(node: Node): string {
    const body = node.children.find(({ role }) => role === "body");
    return body
      ? this.#tree.text.slice(node.start, body.start) + this.#body(body) + this.#tree.text.slice(body.end, node.end)
      : this.whole(node);
  }

  /** Which children an ellipsis stands for; [-1, -1] for none. */
  #leftOut(node: Node, children: readonly Node[]): readonly [number, number] {
    const role = lists[node.kind];
    // To Semgrep an ellipsis stands for no `**more` of a Python dictionary.
    const isOpen = node.kind === "object" && this.#tree.language === "python" && children.some(({ kind }) => kind === "spread");
    if (isOpen) return [-1, -1];
    const first = children.findIndex((child) => child.role === role);
    if (first < 0 || this.#random() > 0.35) return [-1, -1];
    let last = first;
    while (children[last + 1]?.role === role) last++;
    const from = first + pick(this.#random, last - first + 1);
    const to = from + 1 + pick(this.#random, last - from + 1);
    // `{...}` is a set in Python, and `f(x for x in y)` has no list.
    if (node.kind === "object" && (this.#tree.language === "python" || node.children.length < 2) && to - from > last - first)
      return [-1, -1];
    // The type that is said of the last one stands behind it.
    const kept = children[to - 1];
    if (kept && this.#tree.casts?.has(kept)) return [-1, -1];
    const between = this.#tree.text.slice(node.start, children[first]?.start ?? node.start);
    return /[([{]\s*$/.test(between) ? [from, to] : [-1, -1];
  }

  #source({ start, end }: Node): string {
    return this.#tree.text.slice(start, end);
  }

  #part(node: Node): string {
    const roll = this.#random();
    const { kind, role, parent } = node;
    if (kind === "decorator" || kind === "type") return this.#source(node);
    // What is escaped in a template has no node of its own.
    if (kind === "template" && this.#source(node).includes("\\")) return this.#source(node);
    if (kind === "block") return roll < 0.5 ? this.#body(node) : this.whole(node);
    if (kind === "string" && role !== "key" && roll < 0.4 && this.#isPlain(node)) {
      const quote = this.#source(node).charAt(0);
      return `${quote}...${quote}`;
    }
    if (kind === "regex" && roll < 0.4) return "/.../";
    if (role === "name" && (parent?.kind === "function" || parent?.kind === "class") && roll < 0.25) return this.#name(node);
    const isExpression =
      replaceable.has(role) && expressions.has(kind) && !isNoValue(node) && !/^(?:self|this|super)$/.test(node.text);
    if (isExpression && roll < 0.22) return this.#name(node);
    if (isExpression && role === "argument" && roll < 0.28) return this.#deep(node);
    if (literal.has(kind) || node.children.length === 0) return this.#source(node);
    return this.whole(node);
  }

  /** A text between quotes, with something in it. */
  #isPlain(node: Node): boolean {
    return /^["'].+["']$/s.test(this.#source(node));
  }

  /** An expression somewhere in this one. */
  #deep(node: Node): string {
    const inner = [node];
    for (const one of inner)
      inner.push(...one.children.filter((child) => expressions.has(child.kind) && replaceable.has(child.role)));
    const chosen = inner[pick(this.#random, inner.length)] ?? node;
    return `<... ${this.#source(chosen)} ...>`;
  }

  #body(node: Node): string {
    if (this.#tree.language === "python") return "...";
    return this.#source(node).startsWith("{") ? "{ ... }" : this.#source(node);
  }

  /** One metavariable for the same code with the same variables: another function or loop may have one of the same name. */
  #name(node: Node): string {
    const source = this.#source(node);
    let around: Node | undefined = node.parent;
    while (around && around.kind !== "function") around = around.parent;
    const key = `${around?.start ?? 0} ${this.#variablesIn(node).join(" ")} ${source}`;
    const known = this.#names.get(key) ?? `$M${this.#names.size}`;
    this.#names.set(key, known);
    return known;
  }

  /** Where the variables of the names in it are declared. */
  #variablesIn(node: Node): number[] {
    const own = node.kind === "name" ? [this.#variableOf(node)?.start ?? -1] : [];
    return [...own, ...node.children.flatMap((child) => this.#variablesIn(child))];
  }

  #fresh(prefix: string): string {
    const name = `${prefix}${this.#names.size}`;
    this.#names.set(name, name);
    return name;
  }
}

/** What takes a value apart in a declaration is no variable; a function that is the value of a key, or stands in an object, is a method. */
function isNoValue({ role, kind, parent }: Node): boolean {
  if (role === "element" && kind === "function") return true;
  if (parent?.kind === "declare" || parent?.kind === "parameter") return role === "target" && kind !== "name";
  return parent?.kind === "export" || (parent?.kind === "pair" && kind === "function");
}
