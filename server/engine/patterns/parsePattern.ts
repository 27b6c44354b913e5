/** Reads a pattern with the code's own grammar and conversion. */

import { languageById } from "../languages/registry.ts";
import type { Kind, Node, Role, Tree } from "../tree/node.ts";
import type { LanguageId, ParseText } from "../tree/rawTree.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { KnownPatterns } from "./packedPatterns.ts";
import { deepName, ellipsisName, isMetavariable, placePlaceholders, restorePlaceholders, typedName } from "./patternSource.ts";

/** A pattern in the generic shape, with the kinds that only patterns have. */
export interface Pattern {
  /** One node, or statements in sequence. */
  readonly nodes: readonly Node[];
  /** The author wrote a statement, such as `f();`: it matches whole statements. */
  readonly statement: boolean;
  readonly language: LanguageId;
  /** Metavariables that stand in it more than once. */
  readonly repeated: ReadonlySet<string>;
}

/** A way to make a program of a piece of code, and to find the piece again. */
interface Wrapping {
  readonly before: string;
  readonly after: string;
  readonly pick: (root: Node) => readonly Node[] | undefined;
  /** Only tried for patterns that look like it. */
  readonly when?: RegExp;
}

const whole = (root: Node): readonly Node[] | undefined => (root.children.length > 0 ? root.children : undefined);
const lone = (root: Node): readonly Node[] | undefined => (root.children.length === 1 ? root.children : undefined);

function under(root: Node, ...path: readonly number[]): Node | undefined {
  let node: Node | undefined = root;
  for (const at of path) node = at < 0 ? node?.children.at(at) : node?.children[at];
  return node;
}

function without(node: Node | undefined, role: Role): readonly Node[] | undefined {
  if (!node) return undefined;
  return [copy(node, node.children.filter((child) => child.role !== role) as readonly SyntaxNode[])];
}

function withoutBody(root: Node): readonly Node[] | undefined {
  return without(under(root, 0), under(root, 0)?.kind === "branch" ? "then" : "body");
}

const startsWithBrace = /^\s*\{/;
const looksLikePair = /^\s*(?:[\w$]+|"[^"]*"|'[^']*'|\[[^\]]*\])\s*:(?!:)/;
const isHead = /^\s*(?:if\s*\(|(?:async\s+)?function\b)[^{}]*\)(?:\s*:\s*[\w$.<>[\]]+)?\s*$/;
const isClause = /^\s*(?:case\b|default\b|except\b|catch\b|finally\b|else\b|elif\b)/;

const javascriptWrappings: readonly Wrapping[] = [
  { before: "try {} ", after: "", pick: (root) => tail(under(root, 0)), when: /^\s*(?:catch|finally)\b/ },
  { before: "(", after: "\n)", pick: lone, when: startsWithBrace },
  { before: "({", after: "\n})", pick: (root) => under(root, 0)?.children, when: looksLikePair },
  // TypeScript would read it as a call, or as a signature.
  { before: "", after: "{}", pick: withoutBody, when: isHead },
  { before: "", after: "", pick: whole },
  { before: "(", after: "\n)", pick: lone },
  { before: "class __lwC {", after: "\n}", pick: (root) => under(root, 0, -1)?.children },
  { before: "({", after: "\n})", pick: (root) => under(root, 0)?.children },
  {
    before: "",
    after: " class __lwC {}",
    pick: (root) => under(root, 0)?.children.filter((child) => child.kind === "decorator"),
  },
  { before: "", after: "{}", pick: withoutBody },
  { before: "switch (x) {", after: "\n}", pick: (root) => under(root, 0)?.children.slice(1) },
  { before: "async function __lwF() {", after: "\n}", pick: (root) => under(root, 0, -1)?.children },
];

const pythonWrappings: readonly Wrapping[] = [
  { before: "", after: "", pick: whole },
  { before: "(", after: "\n)", pick: lone },
  { before: "{", after: "\n}", pick: (root) => under(root, 0)?.children, when: looksLikePair },
  {
    before: "",
    after: "\ndef __lwF(): pass",
    pick: (root) => under(root, 0)?.children.filter((child) => child.kind === "decorator"),
  },
  { before: "", after: " pass", pick: withoutBody },
  { before: "", after: ": pass", pick: withoutBody },
  { before: "try:\n  pass\n", after: "", pick: (root) => tail(under(root, 0)), when: isClause },
  { before: "try:\n  pass\n", after: "\n  pass", pick: (root) => without(tail(under(root, 0))?.[0], "body"), when: isClause },
  { before: "__lwCall(", after: "\n)", pick: (root) => lone({ ...root, children: under(root, 0)?.children.slice(1) ?? [] }) },
];

function tail(node: Node | undefined): readonly Node[] | undefined {
  const last = node?.children.at(-1);
  return node && node.children.length > 1 && last ? [last] : undefined;
}

/**
 * @param known Patterns that were read before.
 * @returns The pattern, or a sentence that says why it cannot be read.
 */
export function parsePattern(source: string, language: LanguageId, parse: ParseText, known?: KnownPatterns): Pattern | string {
  const before = known?.(language, source);
  if (before) return { ...before, language, repeated: repeatedIn(before.nodes) };
  const written = dedent(source);
  if (written.trim() === "") return "The pattern is empty.";
  // On its own an ellipsis is any expression.
  const isEllipsis = (language === "python" ? /^\s*(?:\(\s*\.{3}\s*\)|\.{3})\s*$/ : /^\s*\.{3}\s*$/).test(written);
  const text = isEllipsis ? "$_" : written;
  const wrappings = language === "python" ? pythonWrappings : javascriptWrappings;
  for (const { before, after, pick, when } of wrappings) {
    if (when && !when.test(text)) continue;
    for (const dictionary of language === "python" && text.includes("{") ? [true, false] : [false]) {
      const placed = placePlaceholders(text, language, { dictionary });
      const raw = parse(language, before + placed + after);
      const tree = languageById(language).convert(raw);
      const picked = tree.errors.length === 0 ? pick(tree.root) : undefined;
      if (!picked || picked.length === 0) continue;
      const asWritten = language === "python" && isReadTwice(source, written, picked);
      const nodes = picked.map((node) => toPattern(node, { ...tree, asWritten }));
      // The `;` at the end of `if (x) y;` is that of `y`; an `else if` is no statement of a list.
      const [only, second] = nodes;
      const one = only !== undefined && !second && only.kind !== "branch";
      const statement = language !== "python" && one && /;\s*$/.test(text) && before === "";
      return { nodes, statement, language, repeated: repeatedIn(nodes) };
    }
  }
  return "The pattern cannot be read as code of this language.";
}

/** A tree of which the texts may have to be as they are written, `\n` two characters. */
interface Written extends Tree {
  readonly asWritten: boolean;
}

/** Indented statements of Python, which the first grammar of Semgrep refuses; the second keeps the escapes of texts and leaves out their prefixes. */
function isReadTwice(source: string, dedented: string, nodes: readonly Node[]): boolean {
  if (!/^\s*\n[^\S\n]+\S|^[^\S\n]+\S[^\n]*\n/.test(source)) return false;
  return /^\s*\n/.test(source) || nodes.length > 1 || /\n(?:elif|else|except|finally|def|class|async|@|#)/.test(dedented);
}

function repeatedIn(nodes: readonly Node[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const stack = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isMetavariable(node.text)) (seen.has(node.text) ? repeated : seen).add(node.text);
    stack.push(...node.children);
  }
  return repeated;
}

/** Leading spaces that all lines share are layout of the rule file; in a text of several lines they belong to it. */
function dedent(source: string): string {
  const text = source.replace(/\s+$/, "").replace(/^(?:[^\S\n]*\n)+/, "");
  const inStrings = /^\s/.test(text) ? linesInStrings(text) : new Set<number>();
  const lines = text.split("\n");
  const indents = lines.map((line, at) => (line.trim() === "" || inStrings.has(at) ? Infinity : line.search(/\S/)));
  const indent = Math.min(...indents);
  return lines.map((line, at) => (inStrings.has(at) ? line : line.slice(indent))).join("\n");
}

/** Lines that begin in a text of several lines. */
function linesInStrings(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { 0: string, index } of text.matchAll(/("""|'''|`)(?:\\[\s\S]|(?!\1)[^\\])*\1/g)) {
    const first = text.slice(0, index).split("\n").length;
    for (let line = 1; line < string.split("\n").length; line++) found.add(first + line - 1);
  }
  return found;
}

function copy(node: Node, children: readonly SyntaxNode[], kind: Kind = node.kind, text = node.text): SyntaxNode {
  const made = new SyntaxNode(kind, node.role, text, node.type, node.start, node.end, children);
  // `@f()` is also met by `@f`, which holds no call, and a regex by a variable that is known to be one.
  if (kind === "decorator" || kind === "regex") made.holds = 0;
  return made;
}

/** Replaces placeholders by the kinds that stand for them. */
function toPattern(node: Node, tree: Written): SyntaxNode {
  const plain = toPlain(node, tree);
  const casts = tree.casts?.get(node) ?? [];
  return casts.reduce(
    (inner, { form, type }) => new SyntaxNode("cast", node.role, form, restorePlaceholders(type), node.start, node.end, [inner]),
    plain,
  );
}

function toPlain(node: Node, tree: Written): SyntaxNode {
  const text = restorePlaceholders(node.text);
  if (isEllipsis(node)) return copy(node, [], "ellipsis", "");
  if (node.kind === "name" || isPlainKey(node) || isLabel(node)) {
    if (isMetavariable(text)) return copy(node, [], "metavariable", text);
    if (text.startsWith("$...")) return copy(node, [], "ellipsisMetavariable", text);
  }
  const only = node.children[0];
  const children = node.children.map((child) => toPattern(child, tree));
  if (only && wrapsSequence(node) && children[0]?.kind === "ellipsisMetavariable")
    return copy(node, [], "ellipsisMetavariable", children[0].text);
  if (node.kind === "call" && only?.text === typedName)
    return new SyntaxNode(
      "typedMetavariable",
      node.role,
      children[1]?.text ?? "",
      children[2]?.text ?? "",
      node.start,
      node.end,
      [],
    );
  if (node.kind === "call" && only?.text === deepName) return copy(node, children.slice(1), "deep", "");
  if (node.kind === "string") {
    // JavaScript: a regex is read as it is written, `\s` in it is no escape of the string. (Python keeps such escapes anyway.)
    const regex =
      tree.language !== "python" && text.startsWith("=~/")
        ? /^\w*(["'])(=~\/.*)\1$/s.exec(tree.text.slice(node.start, node.end))
        : null;
    const held = regex?.[2] === undefined ? textOf(node, text, tree) : restorePlaceholders(regex[2]);
    const type = tree.asWritten ? node.type : prefixedType(node, tree.text);
    return new SyntaxNode("string", node.role, held, type, node.start, node.end, []);
  }
  return copy(node, children, node.kind, node.kind === "stringPart" ? textOf(node, text, tree) : text);
}

/** Of a string or a part of one; in formatted texts an escape is a part of its own. */
function textOf({ kind, type, start, end }: Node, text: string, tree: Written): string {
  if (!tree.asWritten || type === "concatenated_string") return text;
  const source = tree.text.slice(start, end);
  if (kind === "stringPart" && /^\\.$/.test(source)) return text;
  const inner = kind === "string" ? /^[a-z]*("""|'''|"|')([\s\S]*)\1$/i.exec(source)?.[2] : source;
  return inner === undefined ? text : restorePlaceholders(inner);
}

/** `b"..."` and `r"..."` ask for their prefix, so a pattern's string keeps it as its type. */
export function prefixedType({ type, start }: Node, source: string): string {
  const prefix = type === "string" ? /^[br]+(?=["'])/i.exec(source.slice(start, start + 3))?.[0] : undefined;
  return prefix ? prefix.toLowerCase() : type;
}

/** Places where `...` had to be written as something larger. */
function isEllipsis(node: Node): boolean {
  if (node.text === ellipsisName && ["name", "jsxAttribute", "stringPart", "binding"].includes(node.kind)) return true;
  if (isPlainKey(node) && node.text === ellipsisName) return true;
  if (node.kind === "stringPart" || node.kind === "jsxText") return node.text === "..." || node.text === ellipsisName;
  if (node.kind === "binding") return node.children[0]?.text === ellipsisName;
  const first = node.children[0];
  if (node.kind === "spread" && first?.kind === "spread") return isEllipsis(first);
  if (!first || first.text !== ellipsisName) return false;
  if (node.kind === "pair") return node.children[1]?.text === ellipsisName;
  if (node.kind === "case" && first.role !== "value") return false;
  return node.children.length === 1 && ["field", "parameter", "spread", "case", "withItem", "type"].includes(node.kind);
}

/** Of a loop, or where one is left. */
function isLabel({ type, parent }: Node): boolean {
  return type === "statement_identifier" && (parent?.type !== "labeled_statement" || parent.children[1]?.kind === "loop");
}

function wrapsSequence(node: Node): boolean {
  return ["field", "parameter", "pair", "binding", "type"].includes(node.kind);
}

/** A property name as key: `{a: 1}`; a quoted key is not plain. */
export function isPlainKey(node: Node): boolean {
  return node.kind === "string" && node.type.includes("identifier");
}
