/** Finds a pattern in a file, by looking only where the index says that it can be. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import type { Bound } from "./bindings.ts";
import { implicitReturns } from "./implicitReturns.ts";
import { literalsOf } from "./literals.ts";
import type { MatchContext } from "./match.ts";
import type { FileFacts } from "./matchContext.ts";
import { movedKinds, placeOf, placeOfStatements, returnOf } from "./matchedPlaces.ts";
import { usualMatching } from "./matching.ts";
import { matchNode, startRun } from "./matchNode.ts";
import { distinct, isArrowBody, isExpressionPlace, type Run, type StringTest } from "./matchRun.ts";
import { matchSequenceAt } from "./matchStatements.ts";
import { isElementAssigned, mayAssignElement, mayMatch } from "./mayMatch.ts";
import { indexPart, type NodeIndex, nameOf } from "./nodeIndex.ts";
import type { Pattern } from "./parsePattern.ts";
import type { Near } from "./ranges.ts";
import { isUnseen } from "./unseen.ts";

export interface Found {
  readonly span: Span;
  /** The node, or the first of a sequence. */
  readonly node: Node;
  readonly bound: Bound;
  /** See `Match.exact`. */
  readonly exact?: Span | undefined;
  /** See `Match.shortest`. */
  readonly shortest?: Span | undefined;
}

/** Where to look, and what to leave out. */
export interface Search {
  /** Only matches inside these nodes are looked for; absent: anywhere in the file. */
  readonly nodes?: readonly Node[];
  /** Only matches that contain one of these, or also those that lie in one. */
  readonly near?: { readonly matches: Near; readonly how: "contains" | "touches" };
  /** What code must be like for a metavariable to stand for it. */
  readonly tests?: ReadonlyMap<string, StringTest>;
}

export function findPattern(
  pattern: Pattern,
  strings: ReadonlyMap<Node, StringTest>,
  context: MatchContext,
  { nodes: part, near, tests }: Search = {},
): Found[] {
  const run = startRun(context, strings, tests, pattern.repeated);
  const index = part ? indexPart(part) : run.facts.index;
  const only = pattern.nodes.length === 1 && !pattern.statement ? pattern.nodes[0] : undefined;
  // JavaScript: a decorator on its own is nothing that Semgrep looks for.
  if (only?.kind === "decorator" && context.tree.language !== "python" && !run.facts.precise) return [];
  if (only && only.kind !== "ellipsis") {
    const found: Found[] = [];
    const { matching } = context;
    const quick = matching === usualMatching;
    const blind = isBlind(run);
    for (const node of candidates(only, index, run)) {
      if (context.budget.left <= 0) break;
      context.budget.left--;
      if (quick && (only.holds & ~node.holds) !== 0) continue;
      if (!matching.attr_expr && isDecorating(node)) continue;
      const place = placeOf(only, node, run);
      if (near && !near.matches[near.how]((place ?? node).start, (place ?? node).end)) continue;
      if (quick && !mayMatch(run, only, node)) continue;
      const span = place ?? { start: node.start, end: node.end };
      const exact = place && movedKinds.has(only.kind) ? node : undefined;
      const ways = distinct(matchNode(run, only, node, undefined));
      if (ways.length === 0 || (blind && isUnseen(node))) continue;
      for (const bound of ways) found.push({ node, span, bound, exact });
    }
    return only.kind === "call" && matching.attr_expr ? [...found, ...findDecorators(only, run, index, near)] : found;
  }
  return findSequence(pattern, run, index, near);
}

/** Whether some code is left out, see `isUnseen`. */
function isBlind({ context, facts }: Run): boolean {
  return !facts.precise && context.tree.language !== "python";
}

/** What stands after the `@`, or is called there. */
function isDecorating({ parent, role }: Node): boolean {
  return parent?.kind === "decorator" || (role === "callee" && parent?.parent?.kind === "decorator");
}

/** `@f` calls `f`, so that `f(...)` is met by it. */
function findDecorators({ children: [callee, ...rest] }: Node, run: Run, index: NodeIndex, near: Search["near"]): Found[] {
  if (!callee || run.facts.precise || rest.some(({ kind }) => kind !== "ellipsis")) return [];
  return index.byKind("decorator").flatMap(({ children: [node] }) => {
    if (node?.kind !== "name" && node?.kind !== "member") return [];
    if (near && !near.matches[near.how](node.start, node.end)) return [];
    const span = { start: node.start, end: node.end };
    return distinct(matchNode(run, callee, node, undefined)).map((bound) => ({ node, span, bound }));
  });
}

function findSequence(pattern: Pattern, run: Run, index: NodeIndex, near: Search["near"]): Found[] {
  const found: Found[] = [];
  const beginnings = statementsFor(pattern.nodes[0], index, run);
  const open = pattern.nodes.at(-1)?.kind === "ellipsis";
  const blind = isBlind(run);
  for (const list of index.lists) {
    if (near && !near.matches.touches(list.start, list.end)) continue;
    const statements = list.kind === "case" ? list.children.filter(({ role }) => role === "statement") : list.children;
    // To Semgrep the members of a class are statements only all together.
    const together = pattern.nodes.length > 1 && list.parent?.kind === "class" && !run.facts.precise;
    const members = together && (pattern.language === "python" || pattern.nodes[0]?.kind !== "function");
    for (const [from, first] of (members ? statements.slice(0, 1) : statements).entries()) {
      if (run.context.budget.left <= 0) return found;
      if (beginnings && !beginnings.has(first)) continue;
      if (near && !isNear(near, placeOfStatements(pattern.nodes[0], first, first, run), pattern.nodes.length === 1, list.end))
        continue;
      const ways = matchSequenceAt(run, pattern.nodes, statements, from);
      if (ways.length > 0 && blind && isUnseen(first)) continue;
      const shortest = open && ways.length > 0 ? shortestOf(pattern, run, statements, from) : undefined;
      for (const { bound, last } of ways) {
        const place = placeOfStatements(pattern.nodes[0], first, statements[last] ?? first, run);
        found.push({ node: first, span: place, bound, shortest, exact: statements[last] === first ? first : undefined });
      }
    }
  }
  if (pattern.statement || (open && pattern.language !== "python" && pattern.nodes.length === 2))
    found.push(...findInArrows(pattern, run, index, near));
  return found;
}

/** A lone statement is matched as it stands; the end of a sequence is not known yet. */
function isNear({ matches, how }: NonNullable<Search["near"]>, { start, end }: Span, lone: boolean, last: number): boolean {
  return lone ? matches[how](start, end) : matches.touches(start, Math.max(end, last));
}

/** What is left when the ellipsis at the end stands for nothing. */
function shortestOf(pattern: Pattern, run: Run, statements: readonly Node[], from: number): Span | undefined {
  const first = statements[from];
  if (!first || run.facts.precise) return undefined;
  const lasts = matchSequenceAt(run, pattern.nodes.slice(0, -1), statements, from).map(({ last }) => last);
  return placeOfStatements(pattern.nodes[0], first, statements[Math.min(...lasts)] ?? first, run);
}

/** The statements in which the first pattern can be found, where it names what it calls or gives a value; undefined: any. */
function statementsFor(first: Node | undefined, index: NodeIndex, run: Run): ReadonlySet<Node> | undefined {
  const given = first?.kind === "assign" || first?.kind === "declare";
  const value = given ? childOf(first, "value") : first;
  const call = value?.kind === "await" ? value.children[0] : value;
  const named = (call?.kind === "call" || call?.kind === "new") && calleeName(call) !== "";
  const part = named ? call : given || (first && onlyStatements.has(first.kind)) ? first : undefined;
  if (!part) return undefined;
  const statements = new Set<Node>();
  for (const node of candidates(part, index, run)) {
    let at: Node | undefined = node;
    while (at && at.role !== "statement" && at.kind !== "function") at = at.parent;
    if (at) statements.add(at);
  }
  return statements;
}

/** What such a pattern matches is a statement of one of the kinds that `collectCandidates` looks at. */
const onlyStatements: ReadonlySet<Kind> = new Set(["import", "try", "loop", "switch", "with", "branch"]);

/** `() => f()` has the statement `f()` in effect; for a sequence only where it is a function with a name. */
function findInArrows(pattern: Pattern, run: Run, index: NodeIndex, near: Search["near"]): Found[] {
  return index.byKind("function").flatMap((node) => {
    if (near && !near.matches.touches(node.start, node.end)) return [];
    const body = childOf(node, "body");
    if (!body || !isArrowBody(body) || !(pattern.statement || node.parent?.kind === "declare")) return [];
    return matchSequenceAt(run, pattern.nodes, [body], 0).map(({ bound }) => ({
      node: body,
      span: returnOf(body, run) ?? { start: body.start, end: body.end },
      bound,
    }));
  });
}

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
    const expressions = (["string", "template", "name", "member", "binary", "conditional", "number", "boolean"] as const)
      .flatMap((kind) => index.byKind(kind))
      .filter(isExpressionPlace);
    list = [...expressions, ...index.byKind("stringPart")];
    constants.set(index, list);
  }
  return list;
}

/** Nodes that may match: by kind and, where the pattern names what it calls, by that name and its aliases. Rules ask for the same ones. */
function candidates(pattern: Node, index: NodeIndex, { context, facts, tests }: Run): readonly Node[] {
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
function nameTest(pattern: Node, tests: Run["tests"]): StringTest | undefined {
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
function calleeName(pattern: Node): string {
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
