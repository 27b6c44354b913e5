/** Where in a file a pattern may match: nodes of the kinds and names that it can stand for, from the index. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { implicitReturns } from "./implicitReturns.ts";
import { literalsOf } from "./literals.ts";
import { isGivenName, isTakenApart } from "./matchAssign.ts";
import type { FileFacts } from "./matchContext.ts";
import { usualMatching } from "./matching.ts";
import { isArrowBody, isExpressionPlace, type Run, type StringTest } from "./matchRun.ts";
import { isElementAssigned, mayAssignElement } from "./mayMatch.ts";
import { type NodeIndex, nameOf } from "./nodeIndex.ts";

/** Kinds of code that patterns of a kind can match besides their own. */
const alsoMatches: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  assign: ["declare", "field", "export"],
  declare: ["export", "field"],
  import: ["declare", "export"],
  template: ["string"],
  object: ["set", "comprehension"],
  set: ["object"],
  tuple: ["pair", "index"],
  array: ["comprehension"],
  pair: ["function"],
};

const expressionKinds: readonly Kind[] = [
  "name",
  "call",
  "new",
  "member",
  "index",
  "assign",
  "string",
  "template",
  "number",
  "boolean",
  "null",
  "regex",
  "unary",
  "update",
  "binary",
  "conditional",
  "await",
  "yield",
  "array",
  "tuple",
  "set",
  "object",
  "comprehension",
  "function",
  "jsxElement",
  "spread",
];

const expressions = new Notes<NodeIndex, readonly Node[]>();
const constants = new Notes<NodeIndex, readonly Node[]>();

function expressionsOf(index: NodeIndex): readonly Node[] {
  let list = expressions.get(index);
  if (!list) {
    list = expressionKinds.flatMap((kind) => index.byKind(kind)).filter((node) => isExpressionPlace(node) && !isDeclared(node));
    expressions.set(index, list);
  }
  return list;
}

/** A function with a name of its own is a statement. */
function isDeclared({ kind, type }: Node): boolean {
  return kind === "function" && (type === "function_definition" || type.endsWith("function_declaration"));
}

/** Literals, and what may be known to hold one. */
function constantPlaces(index: NodeIndex): readonly Node[] {
  let list = constants.get(index);
  if (!list) {
    const expressions = (["string", "template", "name", "member", "binary", "unary", "conditional", "number", "boolean"] as const)
      .flatMap((kind) => index.byKind(kind))
      .filter(isExpressionPlace);
    list = [...expressions, ...index.byKind("stringPart")];
    constants.set(index, list);
  }
  return list;
}

/** Nodes that may match: by kind and, where the pattern names what it calls, by that name and its aliases. Rules ask for the same ones. */
export function candidates(pattern: Node, index: NodeIndex, { context, facts, tests }: Run): readonly Node[] {
  const test = nameTest(pattern, tests);
  if (test) return testedCandidates(pattern, test, index, facts);
  const { text } = context.tree;
  if (index !== facts.index) return collectCandidates(pattern, index, facts, text);
  const isOfElement = context.matching === usualMatching && isElementAssigned(pattern);
  const key = isOfElement ? "assign []" : `${pattern.kind} ${anchorName(pattern) || pattern.text}`;
  const known = facts.candidates.get(key);
  if (known) return known;
  const all = collectCandidates(pattern, index, facts, text);
  const found = isOfElement ? all.filter(mayAssignElement) : all;
  facts.candidates.set(key, found);
  return found;
}

/** What is asked of the name that a member has, or that a call calls, where that is a metavariable. */
export function nameTest(pattern: Node, tests: Run["tests"]): StringTest | undefined {
  const named = pattern.kind === "call" || pattern.kind === "new" ? pattern.children[0] : pattern;
  const property = named?.kind === "member" ? named.children[1] : undefined;
  return property?.kind === "metavariable" ? tests?.get(property.text) : undefined;
}

/** The test is made once for each name of the file. Imported names stand for others, and what is called without a name for anything. */
function testedCandidates(pattern: Node, test: StringTest, index: NodeIndex, facts: FileFacts): readonly Node[] {
  const found: Node[] = [];
  for (const [name, nodes] of index.names(pattern.kind))
    if (test(name) || (pattern.kind !== "member" && (name === "" || facts.imported.has(name)))) found.push(...nodes);
  if (pattern.kind !== "member") return found;
  for (const name of facts.imported) found.push(...index.byName("name", name));
  return found.filter(isExpressionPlace);
}

function collectCandidates(pattern: Node, index: NodeIndex, facts: FileFacts, text: string): readonly Node[] {
  switch (pattern.kind) {
    case "metavariable":
    case "typedMetavariable":
    case "cast":
    case "deep":
      return withLiterals(expressionsOf(index), index, facts, text);
    case "string":
      return withLiterals(constantPlaces(index), index, facts, text);
    case "template":
      return withLiterals(ofKinds("template", index), index, facts, text);
    case "number":
    case "boolean":
      return constantPlaces(index);
    case "call":
    case "new":
      return namedCandidates(pattern.kind, calleeName(pattern), index, facts);
    case "name":
      return [...namedCandidates("name", pattern.text, index, facts)].filter(isExpressionPlace);
    case "member":
      return memberCandidates(pattern, index, facts);
    case "binary":
      return [
        ...index.byName("binary", pattern.text),
        ...index.byKind("assign").filter(({ text }) => text === `${pattern.text}=`),
      ];
    case "function":
      return [
        ...index.byKind("function"),
        ...["pair" as const, "field" as const].flatMap((kind) => index.byKind(kind).filter(holdsFunction)),
      ];
    case "regex":
      return regexPlaces(index, facts);
    case "block":
      return index.byKind("block").filter(({ type }) => type !== "");
    case "return":
      return [...index.byKind("return"), ...index.byKind("function").flatMap(arrowBody)];
    case "assign":
    case "declare":
      return facts.precise
        ? ofKinds(pattern.kind, index)
        : [...ofKinds(pattern.kind, index), ...alsoAssigned(pattern.kind, index, text)];
    case "array":
    case "object":
      return facts.precise
        ? ofKinds(pattern.kind, index)
        : ofKinds(pattern.kind, index).filter((node) => !isLoopTarget(node, text));
    default:
      return ofKinds(pattern.kind, index);
  }
}

/** A variable that is known to be a regex is one too. */
function regexPlaces(index: NodeIndex, { precise, index: whole }: FileFacts): readonly Node[] {
  const found = index.byKind("regex");
  if (precise || whole.byKind("regex").length === 0) return found;
  return [...found, ...index.byKind("name").filter(isExpressionPlace)];
}

/** Python: of texts that stand beside one another each is looked at too. */
function withLiterals(nodes: readonly Node[], index: NodeIndex, facts: FileFacts, text: string): readonly Node[] {
  if (facts.precise) return nodes;
  const literals = [...index.byKind("string"), ...index.byKind("template")].flatMap((node) => literalsOf(node, facts, text));
  if (literals.length === 0) return nodes;
  // What such a literal in plain quotes holds is not looked at once more as a part of the whole.
  const plain = literals.filter(({ kind }) => kind === "string");
  const isInPlain = ({ start, end }: Node): boolean => plain.some((literal) => literal.start < start && end < literal.end);
  return [...nodes.filter((node) => node.kind !== "stringPart" || !isInPlain(node)), ...literals];
}

function ofKinds(kind: Kind, index: NodeIndex): readonly Node[] {
  return [kind, ...(alsoMatches[kind] ?? [])].flatMap((one) => index.byKind(one));
}

/** Names that an `export` gives, and what parameters take apart where nothing is given. */
function alsoAssigned(kind: Kind, index: NodeIndex, text: string): readonly Node[] {
  const given = index
    .byKind("export")
    .filter(({ start }) => !text.startsWith("export type", start))
    .flatMap(({ children: [first] }) => first?.children.filter(isGivenName) ?? []);
  return kind === "assign" ? [...given, ...index.byKind("parameter").filter(isTakenApart)] : given;
}

/** What `for (const [a, b] of c)` takes apart is found as a part of the loop only. */
function isLoopTarget({ type, parent, role, start }: Node, text: string): boolean {
  if (type !== "array_pattern" && type !== "object_pattern") return false;
  if (role === "target" && parent?.type === "for_in_statement")
    return /\b(?:const|let|var)\s*$/.test(text.slice(parent.start, start));
  const outer = parent?.kind === "pair" ? parent.parent : parent;
  return outer !== undefined && isLoopTarget(outer, text);
}

function holdsFunction(node: Node): boolean {
  return childOf(node, "value")?.kind === "function";
}

function arrowBody(node: Node): readonly Node[] {
  const body = childOf(node, "body");
  if (body && isArrowBody(body)) return [body];
  return body ? implicitReturns(body) : [];
}

/** The fixed name by which candidates are found; empty when there is none. */
export function anchorName(pattern: Node): string {
  if (pattern.kind === "call" || pattern.kind === "new") return calleeName(pattern);
  if (pattern.kind === "member") return pattern.children[1]?.kind === "name" ? pattern.text : "";
  return pattern.kind === "name" ? pattern.text : "";
}

/** Empty when the callee's last name is not fixed. */
export function calleeName(pattern: Node): string {
  const callee = pattern.children[0];
  if (callee?.kind === "member" && callee.children[1]?.kind !== "name") return "";
  return nameOf(pattern);
}

function namedCandidates(kind: Kind, name: string, index: NodeIndex, facts: FileFacts): readonly Node[] {
  if (name === "") return index.byKind(kind);
  const others = facts.aliases.get(name) ?? [];
  const found = index.byName(kind, name);
  return others.length === 0 ? found : [...found, ...others.flatMap((alias) => index.byName(kind, alias))];
}

function memberCandidates(pattern: Node, index: NodeIndex, facts: FileFacts): readonly Node[] {
  const property = pattern.children[1];
  if (property?.kind !== "name") {
    const chains = property?.kind === "ellipsis" ? index.byKind("call") : [];
    return [...index.byKind("member"), ...index.byKind("name"), ...chains].filter(isExpressionPlace);
  }
  const aliases = [pattern.text, ...(facts.aliases.get(pattern.text) ?? [])];
  return [...index.byName("member", pattern.text), ...aliases.flatMap((alias) => index.byName("name", alias))].filter(
    isExpressionPlace,
  );
}
