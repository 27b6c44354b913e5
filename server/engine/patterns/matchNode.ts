/** Compares one pattern node with one node of the code. */

import type { Kind, Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, lookUp, noOutcome, type Outcomes } from "./bindings.ts";
import { literalsOf } from "./literals.ts";
import type { Binding, MatchContext } from "./match.ts";
import { factsOf, importPath, knownConstant } from "./matchContext.ts";
import { usualMatching } from "./matching.ts";
import { kindMatchers } from "./matchKinds.ts";
import {
  bindMarked,
  bindNode,
  chain,
  distinct,
  isExpressionPlace,
  matchSame,
  type Run,
  type StringTest,
  stringBinding,
} from "./matchRun.ts";
import { mayMatch } from "./mayMatch.ts";
import { isPlainKey, prefixedType } from "./parsePattern.ts";
import { isMetavariable } from "./patternSource.ts";
import { plainSegment } from "./scopes.ts";
import { symbolOf } from "./symbols.ts";

export function startRun(
  context: MatchContext,
  strings: ReadonlyMap<Node, StringTest>,
  tests: Run["tests"],
  repeated: ReadonlySet<string>,
): Run {
  const match = context.matching.symbolic_propagation ? matchFollowed : matchNode;
  return { context, facts: factsOf(context), strings, tests, repeated, match };
}

/** As `matchNode`; a variable is also what it stands for. */
function matchFollowed(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const written = matchNode(run, pattern, node, bound);
  const value = node.kind === "name" && !standsForAnything.has(pattern.kind) ? symbolOf(node, run.facts.definitions) : undefined;
  return value ? distinct([...written, ...matchFollowed(run, pattern, value, bound)]) : written;
}

const standsForAnything: ReadonlySet<Kind> = new Set(["metavariable", "ellipsis", "ellipsisMetavariable", "typedMetavariable"]);

/** Kinds that a metavariable for an expression cannot stand for. */
const notBindable: ReadonlySet<Kind> = new Set([
  "keywordArgument",
  "withItem",
  "case",
  "catch",
  "binding",
  "stringPart",
  "interpolation",
  "slice",
]);

/** Kinds that are met by `x!` where it is part of something. */
const looksThrough: ReadonlySet<Kind> = new Set(["ellipsis", "ellipsisMetavariable", "deep", "cast", "typedMetavariable"]);

/** What the whole pattern asks for is also found in `x!`; what a part of it asks for is `x` itself. */
function isPart({ parent }: Node): boolean {
  return parent !== undefined && parent.kind !== "block" && parent.kind !== "deep" && parent.kind !== "cast";
}

/** Every way in which the code node is an instance of the pattern node. */
export function matchNode(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const { budget } = run.context;
  if (budget.left <= 0) return noOutcome;
  budget.left--;
  if ((pattern.holds & ~node.holds) !== 0 && run.match === matchNode) return noOutcome;
  const asserted = run.facts.asserted?.get(node);
  if (asserted !== undefined && isPart(pattern)) {
    if (pattern.kind === "metavariable") return bindMarked(run, pattern.text, node, asserted, bound);
    if (!looksThrough.has(pattern.kind)) return noOutcome;
  }
  switch (pattern.kind) {
    case "metavariable":
      return notBindable.has(node.kind) ? noOutcome : bindNode(run, pattern.text, node, bound);
    case "ellipsis":
      return [bound];
    case "ellipsisMetavariable":
      return bind(bound, pattern.text, bindingOf(run.context.tree, [node], node.start));
    case "deep":
      return matchDeep(run, pattern.children[0] ?? pattern, node, bound);
    case "string":
      return matchString(run, pattern, node, bound);
    case "name":
    case "member":
      return matchName(run, pattern, node, bound);
    default:
      return kindMatchers[pattern.kind]?.(run, pattern, node, bound) ?? matchSame(run, pattern, node, bound);
  }
}

/** `<... p ...>`: the expression or one inside it; a function in it is not entered. */
export function matchDeep(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (notBindable.has(node.kind)) return noOutcome;
  const outcomes: Bound[] = [...run.match(run, pattern, node, bound)];
  const stack = isClosed(node) || !run.context.matching.go_deeper_expr ? [] : [...node.children];
  const quick = run.context.matching === usualMatching;
  stack.push(...literalsOf(node, run.facts, run.context.tree.text));
  for (let inner = stack.pop(); inner && run.context.budget.left > 0; inner = stack.pop()) {
    run.context.budget.left--;
    if (quick && (pattern.holds & ~inner.holds) !== 0) continue;
    // To Semgrep the text in a template is a string in it.
    const isText = inner.kind === "stringPart" && pattern.kind === "string" && !run.facts.precise;
    if ((!quick || mayMatch(run, pattern, inner)) && (isText || isExpressionPlace(inner)))
      outcomes.push(...run.match(run, pattern, inner, bound));
    if (!isClosed(inner) && inner.kind !== "block")
      stack.push(...inner.children, ...literalsOf(inner, run.facts, run.context.tree.text));
  }
  return distinct(outcomes);
}

/** Python's lambda is an expression like others. */
function isClosed({ kind, type }: Node): boolean {
  return kind === "function" && type !== "lambda";
}

/** Names and dotted names: as written, or by what an import makes them stand for. */
function matchName(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const written = pattern.kind === node.kind ? matchWritten(run, pattern, node, bound) : noOutcome;
  if (pattern.kind === "member" && pattern.children[1]?.kind === "ellipsis") return matchChain(run, pattern, node, bound);
  if (node.kind === "call" && run.facts.precise) return written.length > 0 ? written : matchRequired(run, pattern, node, bound);
  if (node.kind !== "name") return written;
  const path = importPath(node, run.facts);
  if (path === undefined || written.length > 0) return written;
  return matchPath(run, pattern, path.split("."), node, bound);
}

function matchWritten(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind === "name") return pattern.text === node.text ? [bound] : noOutcome;
  const object = pattern.children[0];
  const property = pattern.children[1];
  const nodeObject = node.children[0];
  const nodeProperty = node.children[1];
  if (!object || !property || !nodeObject || !nodeProperty) return noOutcome;
  if (property.kind === "name" && property.text !== node.text) return noOutcome;
  if (pattern.type !== node.type && !run.facts.precise && !sameAccess(pattern, node)) return noOutcome;
  const named =
    object.kind === "metavariable" && node.type === "optional_chain" && pattern.type !== node.type && !run.facts.precise;
  const objects = named ? bindMarked(run, object.text, nodeObject, "?.", bound) : run.match(run, object, nodeObject, bound);
  return chain(objects, (next) => (property.kind === "name" ? [next] : matchNode(run, property, nodeProperty, next)));
}

/** `a?.b` is not what `a.b` asks for, but what `$X.b` does; `a?.b` asks for itself. */
function sameAccess(pattern: Node, node: Node): boolean {
  if (pattern.type === "optional_chain") return false;
  const [object] = pattern.children;
  return (
    node.type !== "optional_chain" ||
    [object, object?.children[1]?.kind === "ellipsis" ? object.children[0] : undefined].some(
      (part) => part?.kind === "metavariable",
    )
  );
}

function matchRequired(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const path = run.context.resolveName(node);
  return path === undefined ? noOutcome : matchPath(run, pattern, path.split("."), node, bound);
}

/** A pattern such as `a.b.c` against the segments of an imported name. */
function matchPath(run: Run, pattern: Node, segments: readonly string[], node: Node, bound: Bound): Outcomes {
  const last = segments.at(-1);
  if (last === undefined) return noOutcome;
  if (pattern.kind === "name") return segments.length === 1 && pattern.text === last ? [bound] : noOutcome;
  if (pattern.kind === "metavariable") return bindPath(run, pattern.text, segments, node, bound);
  const [object, property] = pattern.children;
  if (pattern.kind !== "member" || !object || !property || segments.length < 2) return noOutcome;
  if (pattern.type === "optional_chain" && !run.facts.precise) return noOutcome;
  const here =
    property.kind === "metavariable"
      ? bind(bound, property.text, pathBinding([last], node))
      : property.text === last
        ? [bound]
        : noOutcome;
  return chain(here, (next) => matchPath(run, object, segments.slice(0, -1), node, next));
}

/** To Semgrep it stands for what is written there, and for a module of one name for that too. */
function bindPath(run: Run, name: string, segments: readonly string[], node: Node, bound: Bound): Outcomes {
  if (run.facts.precise) return bind(bound, name, pathBinding(segments, node));
  const written = bind(bound, name, pathBinding([node.text], node));
  return segments.length > 1 ? written : distinct([...bind(bound, name, pathBinding(segments, node)), ...written]);
}

function pathBinding(segments: readonly string[], node: Node): Binding {
  return {
    span: { start: node.start, end: node.end },
    text: segments.map(plainSegment).join("."),
    written: node.text,
    nodes: [],
  };
}

/** `$X. ...`: the node itself or what it is a call or member chain on. */
function matchChain(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const base = pattern.children[0];
  const outcomes: Bound[] = [];
  let at: Node | undefined = node;
  while (at && base && run.context.budget.left > 0) {
    outcomes.push(...matchNode(run, base, at, bound));
    if (at.kind === "call") {
      const callee: Node | undefined = at.children[0];
      at = callee?.kind === "member" ? callee.children[0] : undefined;
    } else at = at.kind === "member" ? at.children[0] : undefined;
  }
  return distinct(outcomes);
}

/** Literals of the code, and what constant propagation knows to be one. */
function matchString(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const { text } = pattern;
  if (isPlainKey(pattern) || pattern.role === "key") return matchKey(run, pattern, node, bound);
  const constant = knownConstant(node, run.facts);
  if (constant?.type !== "string" || (node.kind === "template" && node.children.length === 0 && !run.facts.precise))
    return noOutcome;
  if (/^[br]+$/.test(pattern.type) && prefixedType(node, run.context.tree.text) !== pattern.type) return noOutcome;
  if (text === "...") return [bound];
  const { value } = constant;
  if (value === undefined) return noOutcome;
  const test = run.strings.get(pattern);
  if (test) return test(value) ? [bound] : noOutcome;
  if (isMetavariable(text) || text.startsWith("$...")) return bindText(run, text, node, value, bound);
  return value === text ? [bound] : noOutcome;
}

function matchKey(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (node.kind !== "string" && node.role !== "name") return noOutcome;
  if (pattern.text === "...") return run.context.tree.language === "python" ? [bound] : noOutcome;
  const test = run.strings.get(pattern);
  if (test) return test(node.text) ? [bound] : noOutcome;
  if (isMetavariable(pattern.text)) return bindText(run, pattern.text, node, node.text, bound);
  return pattern.text === node.text ? [bound] : noOutcome;
}

/** What a literal holds, where it passes what is asked of the metavariable. */
function bindText(run: Run, name: string, node: Node, value: string, bound: Bound): Outcomes {
  const test = run.tests?.get(name);
  if (test && !lookUp(bound, name) && !test(value)) return noOutcome;
  return bind(bound, name, stringBinding(run, node, value));
}
