/** Finds a pattern in a file, by looking only where the index says that it can be. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Bound } from "./bindings.ts";
import { calleeName, candidates, nameTest } from "./candidates.ts";
import type { MatchContext } from "./match.ts";
import { movedKinds, placeOf, placeOfStatements, returnOf } from "./matchedPlaces.ts";
import { usualMatching } from "./matching.ts";
import { matchNode, startRun } from "./matchNode.ts";
import { distinct, isArrowBody, type Run, type StringTest } from "./matchRun.ts";
import { matchSequenceAt } from "./matchStatements.ts";
import { mayMatch } from "./mayMatch.ts";
import { indexPart, type NodeIndex } from "./nodeIndex.ts";
import type { Pattern } from "./parsePattern.ts";
import type { Near } from "./ranges.ts";
import { isCasePattern, isUnseen } from "./unseen.ts";

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
    const isBlindTo = blindTo(run);
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
      if (ways.length === 0 || isBlindTo?.(node)) continue;
      for (const bound of ways) found.push({ node, span, bound, exact });
    }
    return only.kind === "call" && matching.attr_expr ? [...found, ...findDecorators(only, run, index, near)] : found;
  }
  return findSequence(pattern, run, index, near);
}

/** What code is left out, if any. */
function blindTo({ context, facts }: Run): ((node: Node) => boolean) | undefined {
  return facts.precise ? undefined : context.tree.language === "python" ? isCasePattern : isUnseen;
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
  if (beginnings?.size === 0) return found;
  const open = pattern.nodes.at(-1)?.kind === "ellipsis";
  const isBlindTo = blindTo(run);
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
      if (ways.length > 0 && isBlindTo?.(first)) continue;
      const shortest = open && ways.length > 0 ? shortestOf(pattern, run, statements, from) : undefined;
      for (const { bound, last } of ways) {
        const place = placeOfStatements(pattern.nodes[0], first, statements[last] ?? first, run);
        found.push({ node: first, span: place, bound, shortest, exact: statements[last] === first ? first : undefined });
      }
    }
  }
  if (pattern.statement || (open && pattern.language !== "python" && pattern.nodes.length === 2))
    found.push(...findInArrows(pattern, run, index, near, beginnings));
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
  const named = (call?.kind === "call" || call?.kind === "new") && (calleeName(call) !== "" || isTested(call, run));
  const part = named ? call : given || (first && onlyStatements.has(first.kind)) ? first : undefined;
  if (!part) return undefined;
  const quick = run.context.matching === usualMatching;
  const statements = new Set<Node>();
  for (const node of candidates(part, index, run)) {
    if (quick && ((part.holds & ~node.holds) !== 0 || !mayMatch(run, part, node))) continue;
    const statement = statementOf(node);
    if (!statement) continue;
    statements.add(statement);
    if (statement.parent?.kind === "export") statements.add(statement.parent);
  }
  return statements;
}

/** Whether something is asked of what it calls. */
function isTested(call: Node, { tests, repeated }: Run): boolean {
  const [callee] = call.children;
  if (callee?.kind !== "metavariable") return nameTest(call, tests) !== undefined;
  return tests?.has(callee.text) === true && !repeated.has(callee.text);
}

/** The statement, or the function whose body the expression is. */
function statementOf(node: Node): Node | undefined {
  let at: Node | undefined = node.kind === "function" && node.role !== "statement" ? node.parent : node;
  while (at && at.role !== "statement" && at.kind !== "function") at = at.parent;
  return at;
}

/** What such a pattern matches is a statement of one of the kinds that `collectCandidates` looks at. */
const onlyStatements: ReadonlySet<Kind> = new Set(["import", "try", "loop", "switch", "with", "branch", "function", "class"]);

/** `() => f()` has the statement `f()` in effect; for a sequence only where it is a function with a name. */
function findInArrows(
  pattern: Pattern,
  run: Run,
  index: NodeIndex,
  near: Search["near"],
  beginnings: ReturnType<typeof statementsFor>,
): Found[] {
  return index.byKind("function").flatMap((node) => {
    if (beginnings && !beginnings.has(node)) return [];
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
