/** Which type an expression is written to have: by its declaration, a cast, what it creates, or because it is a literal. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { injectedParameter } from "./injected.ts";
import type { MatchContext } from "./match.ts";
import { type FileFacts, factsOf } from "./matchContext.ts";
import { type Definitions, definitionsFor } from "./scopes.ts";

const literals: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
  string: { javascript: "string", python: "str" },
  number: { javascript: "number", python: "int" },
  boolean: { javascript: "boolean", python: "bool" },
};
/** To Semgrep a literal also has the type that it has in other languages. */
const alsoCalled: Readonly<Record<"javascript" | "python", Readonly<Record<string, string>>>> = {
  javascript: { number: "float" },
  python: { str: "string", int: "number", float: "number" },
};
const comparisons: ReadonlySet<string> = new Set([
  "==",
  "!=",
  "===",
  "!==",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "not in",
  "is",
  "is not",
]);
const maxDepth = 10;

/** @returns The types as they are written, the nearest first; none when nothing says it. */
function typesOf(node: Node, tree: Tree, facts: FileFacts, depth = 0, bare = false): readonly string[] {
  const around = tree.casts?.get(node) ?? [];
  const last = facts.asserted?.has(node) && !bare ? around.findLastIndex(({ form }) => form !== "as") : -1;
  const casts = around.filter(({ form }, at) => form === "as" && at > last).map(({ type }) => type);
  if (last >= 0) return casts.toReversed();
  const known =
    typeOfValue(node, tree, facts.precise) ??
    (node.kind === "name" && node.role !== "property" ? typeOfName(node, tree, facts, depth) : undefined) ??
    (node.kind === "member" ? typeOfField(node, tree) : undefined) ??
    (facts.injects && node.type !== "optional_chain" ? typeOfInjected(node, tree) : undefined);
  return [...casts.toReversed(), ...(known === undefined ? [] : [known])];
}

/** Of what an expression is, whatever its parts are. */
function typeOfValue(node: Node, tree: Tree, precise: boolean): string | undefined {
  const language = tree.language === "python" ? "python" : "javascript";
  const truth =
    (node.kind === "unary" && /^(?:!|not)$/.test(node.text)) || (node.kind === "binary" && comparisons.has(node.text));
  const untyped = precise ? /^[rR]?[bB]/ : /^[rRbB]/;
  if (node.kind === "string" && untyped.test(tree.text.slice(node.start, node.start + 2))) return undefined;
  const literal = literals[truth ? "boolean" : node.kind]?.[language];
  if (language === "python" && node.kind === "number" && /^[\d_]*\.|^\d[\d_]*[eE]/.test(node.text)) return "float";
  return literal ?? createdType(node, tree);
}

/** As `typesOf`; what a variable is known to hold tells its type too. @param bare Without the `!` behind it. */
export function knownTypes(node: Node, context: MatchContext, bare = false): readonly string[] {
  const value = node.kind === "name" || node.kind === "conditional" ? context.resolveLiteral(node) : undefined;
  const facts = factsOf(context);
  const constant = value && literals[value.type]?.[context.tree.language === "python" ? "python" : "javascript"];
  const written = typesOf(node, context.tree, facts, 0, bare);
  const known = constant === undefined ? written : [...written, constant];
  const also =
    !facts.precise && (literals[node.kind] || constant)
      ? alsoCalled[context.tree.language === "python" ? "python" : "javascript"]
      : {};
  const [last = ""] = known.slice(-1);
  return also[last] === undefined ? known : [...known, also[last]];
}

/**
 * What `metavariable-type` asks: one of the types, with type arguments left out (not in Python, where `...` and metavariables stand
 * for some).
 */
export function hasType(nodes: readonly Node[], types: readonly string[], context: MatchContext): boolean {
  const [node, second] = nodes;
  if (!node || second) return false;
  const { definitions } = factsOf(context);
  const language = context.tree.language === "python" ? "python" : "javascript";
  const written = knownTypes(node, context);
  return types.some((wanted) => written.some((type) => isAsked(fullName(type, node, definitions), type, wanted, language)));
}

function isAsked(full: string, written: string, wanted: string, language: "python" | "javascript"): boolean {
  if (language === "javascript") {
    const form = wanted.includes("$") ? typeForm(plainType(wanted)) : undefined;
    return [full, written].some((type) => form?.test(plainType(type)) ?? plainType(type) === plainType(wanted));
  }
  const form = wanted
    .replace(/\s+/g, "")
    .split(/(\.\.\.|\$[A-Z_][A-Z_0-9]*)/)
    .map((part, at) => (at % 2 === 1 ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  const regex = new RegExp(`^${form.join("")}$`, "s");
  return [full, written].some((type) => regex.test(type.replace(/\s+/g, "")));
}

/** `T` as it is called where it is imported from. */
export function fullName(type: string, node: Node, definitions: Definitions): string {
  const [first = ""] = /^[\w$]*/.exec(type) ?? [];
  const path = definitionsFor(definitions, node, first).find((definition) => definition.path !== undefined)?.path;
  return path === undefined ? type : path + type.slice(first.length);
}

export const metavariables = /\$[A-Z_][A-Z_0-9]*/g;

/** A type of TypeScript in which metavariables stand for some part: `keyof $T`, `$T[]`. Each is a group. */
export function typeForm(wanted: string): RegExp {
  const parts = wanted.split(metavariables).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(.+?)")}$`, "s");
}

/** A type of TypeScript without spaces and without what it is a type of, for which a rule cannot ask: `Foo<Bar>[]` is `Foo[]`. */
export function plainType(type: string): string {
  return type.replace(/<.*>/s, "").replace(/\s+/g, "");
}

function createdType(node: Node, tree: Tree): string | undefined {
  const [callee] = node.children;
  if (node.kind !== "new" || !callee) return undefined;
  return tree.text.slice(callee.start, callee.end);
}

function typeOfName(node: Node, tree: Tree, facts: FileFacts, depth: number): string | undefined {
  const here =
    node.role === "target" ? [node] : definitionsFor(facts.definitions, node, node.text).map((definition) => definition.node);
  for (const { parent } of here) {
    // The type of `*args` is that of its elements.
    if (parent?.kind === "parameter" && (parent.text !== "" || (node.text === "this" && !facts.precise))) continue;
    const type = parent && childOf(parent, "type");
    if (type) return tree.text.slice(type.start, type.end);
    const part = parent && parent.kind !== "parameter" ? typeOfPart(node.text, parent, tree) : undefined;
    if (part !== undefined) return part;
    const value = parent?.kind === "declare" || parent?.kind === "assign" ? childOf(parent, "value") : undefined;
    const cast = !facts.precise && value && tree.casts?.has(value);
    const given = value && !cast && depth < maxDepth ? typeOfGiven(value, tree, facts, depth) : undefined;
    if (given !== undefined) return given;
  }
  return undefined;
}

/** `{ a }: { a: string }` of a parameter says what `a` is. */
function typeOfPart(name: string, taken: Node, tree: Tree): string | undefined {
  let owner: Node | undefined = taken;
  while (owner && partKinds.has(owner.kind)) owner = owner.parent;
  const type = owner?.kind === "parameter" ? childOf(owner, "type") : undefined;
  const text = type ? tree.text.slice(type.start, type.end) : "";
  if (!text.startsWith("{")) return undefined;
  return new RegExp(`[{;,\\s]${name.replace(/\$/g, "\\$")}\\??\\s*:\\s*([^{};,\\n]+)`).exec(text)?.[1]?.trim();
}

const partKinds: ReadonlySet<string> = new Set(["pair", "object", "array", "spread", "assign"]);

/** Only what is created, or another variable: a literal may not be the last that is given. */
function typeOfGiven(value: Node, tree: Tree, facts: FileFacts, depth: number): string | undefined {
  if (value.kind === "name") return typesOf(value, tree, facts, depth + 1)[0];
  return createdType(value, tree);
}

/** Of `x.a`, and of its `a` alone. */
function typeOfInjected(node: Node, tree: Tree): string | undefined {
  const parameter = node.kind === "member" || node.role === "property" ? injectedParameter(node) : undefined;
  const type = parameter && childOf(parameter, "type");
  return type && tree.text.slice(type.start, type.end);
}

/** `this.x` where the class declares the field with a type. */
function typeOfField(node: Node, tree: Tree): string | undefined {
  const [object] = node.children;
  if (object?.kind !== "name" || object.text !== "this") return undefined;
  let owner: Node | undefined = node.parent;
  while (owner && owner.kind !== "class") owner = owner.parent;
  const members = owner ? (childOf(owner, "body")?.children ?? []) : [];
  for (const member of members) {
    if (member.kind !== "field" || childOf(member, "name")?.text !== node.text) continue;
    const [type, value] = [childOf(member, "type"), childOf(member, "value")];
    if (type) return tree.text.slice(type.start, type.end);
    if (value) return createdType(value, tree);
  }
  return undefined;
}
