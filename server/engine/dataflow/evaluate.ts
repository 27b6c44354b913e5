/** Runs the handlers over a file's tree, and applies sources, sanitizers and sinks at each node. */

import type { Kind, Node } from "../tree/node.ts";
import { callHandlers } from "./calls.ts";
import { neverReturns } from "./exits.ts";
import { evaluateAll, expressionHandlers } from "./expressions.ts";
import { functionHandlers } from "./functions.ts";
import { flowsFrom } from "./labels.ts";
import { elementKey } from "./lists.ts";
import { addressBehind } from "./parsedAddress.ts";
import { applySideEffects, guardKey, placeOf, readPlace, writePlace } from "./places.ts";
import { propagate } from "./propagate.ts";
import type { SinkHit } from "./roles.ts";
import type { Handlers, Run } from "./run.ts";
import { asksTypes, hasSafeType } from "./safeTypes.ts";
import { checkedByRoute } from "./schemas.ts";
import { reportSink } from "./sinks.ts";
import { withSources } from "./sources.ts";
import { controlId } from "./state.ts";
import { statementHandlers } from "./statements.ts";
import { callMayThrow } from "./tries.ts";
import { clean, type Flow, flowsIn, joinFlows, partOf, type Value, whole } from "./value.ts";

const handlers: Handlers = { ...expressionHandlers, ...callHandlers, ...functionHandlers, ...statementHandlers };

/** Deeper code than this is not taken apart: what occurs in it counts. */
const maxDepth = 900;

/** Nodes that leave no trace when no untrusted data is about. */
const traceless: ReadonlySet<Kind> = new Set<Kind>([
  "call",
  "new",
  "member",
  "index",
  "binary",
  "template",
  "array",
  "tuple",
  "set",
  "object",
  "conditional",
  "comprehension",
  "jsxElement",
  "unary",
  "await",
  "name",
  "other",
]);

/** Sinks of these kinds are ranges: anything untrusted in them counts. */
const ranges: ReadonlySet<Kind> = new Set<Kind>([
  "block",
  "branch",
  "loop",
  "function",
  "class",
  "try",
  "switch",
  "with",
  "case",
  "catch",
]);

/** Makes the `evaluate` of a run. */
export function evaluator(run: Run): (node: Node) => Value {
  const { nesting } = run;
  const { sources, sinks, sanitizers, takesFrom, bringsTo, sinkParts } = run.roles;
  const hasLoose = sources.hasLoose() || sinks.hasLoose() || sanitizers.hasLoose() || asksTypes(run);
  const indexes = [sources, sinks, sanitizers, takesFrom, bringsTo, sinkParts].filter((index) => !index.isEmpty());
  return (node) => {
    if (!run.state || --run.budget.left <= 0) return clean;
    if (canSkip(run, node)) return clean;
    if (nesting.depth > maxDepth) return shallow(run, node);
    const plain =
      !hasLoose &&
      run.insideSources.length === 0 &&
      run.insideSinks.length === 0 &&
      !indexes.some((index) => index.startsAt(node.start));
    if (!plain && isSanitized(run, node)) return clean;
    nesting.depth++;
    const value = plain ? (handlers[node.kind] ?? evaluateAll)(run, node) : evaluateWithRoles(run, node);
    nesting.depth--;
    return value;
  };
}

function canSkip(run: Run, node: Node): boolean {
  if (!traceless.has(node.kind) || run.insideSources.length > 0 || run.propagated.size > 0 || run.handedFunctions.size > 0)
    return false;
  if (run.state?.hasSizes() || (node.kind === "call" && run.precise && isEnding(run, node))) return false;
  // In the documented language a function that is named may bring data in, and a call may leave a `try`.
  if (run.sourcesInLambdas > 0 || run.raised || run.shared.isKnown) return false;
  return !run.begins.startsIn(node.start, node.end) && (run.state?.isClean() ?? true);
}

/** A statement that calls a function which never comes back. */
function isEnding(run: Run, call: Node): boolean {
  const [callee] = call.children;
  return call.role === "statement" && callee !== undefined && neverReturns(run.resolveName(callee) ?? callee.text);
}

/** In Python a body of one expression lies where the expression does, which is what was found. */
function isBodyOfOne({ kind, children: [first, second], start, end }: Node): boolean {
  return kind === "block" && first?.start === start && first.end === end && !second && !ranges.has(first.kind);
}

function evaluateWithRoles(run: Run, node: Node): Value {
  if (!run.precise && isBodyOfOne(node)) return (handlers[node.kind] ?? evaluateAll)(run, node);
  const sources = run.roles.sources.at(node);
  const entered = sources.filter((hit) => !hit.exact);
  run.insideSources.push(...entered);
  const sinks = run.roles.sinks.at(node);
  const isRange = ranges.has(node.kind);
  const enteredSinks = sinks.filter((hit) => (isRange ? !hit.exact : hit.within));
  run.insideSinks.push(...enteredSinks);
  run.sinkInput = undefined;
  const before = run.state;
  const handler = handlers[node.kind] ?? evaluateAll;
  let value = handler(run, node);
  const input = run.sinkInput as Run["sinkInput"];
  run.insideSinks.length -= enteredSinks.length;
  run.insideSources.length -= entered.length;
  value = withSources(run, node, value, input?.node === node ? input.flows : flowsIn(value));
  if (run.precise && sources.length > 0 && node.kind === "call") value = checkedByRoute(run, node, value);
  value = hasSafeType(run, node) ? clean : propagate(run, node, value);
  const control = (run.state ?? before)?.get(controlId).flows ?? clean.flows;
  const flows = joinFlows(input?.node === node ? joinFlows(input.flows, flowsIn(value)) : flowsIn(value), control);
  for (const part of run.roles.sinkParts.at(node)) run.inSinkParts.set(part, flows);
  if (flows.length > 0) {
    for (const sink of sinks) {
      const taken =
        (run.precise || run.options.safeFunctions || run.options.onlyAssignments) && isFocused(sink, node)
          ? flowsIn(sink.firstElement ? partOf(value, elementKey(run, 0)) : value)
          : sinkFlows(node, input, flows, value);
      reportSink(run, sink, joinFlows(taken, control));
    }
    for (const sink of run.roles.sinks.around(node)) reportSink(run, sink, flows);
    for (const sink of run.insideSinks) if (!sink.within || !isCalled(node)) reportSink(run, sink, flows);
  }
  applySideEffects(run, node, sources);
  return value;
}

/** What a method is called on: it is not the call's value by itself. */
function isCalled({ role, parent }: Node): boolean {
  if (role === "object" && parent?.kind === "member") return isCalled(parent);
  return role === "callee";
}

/** The sink is what a metavariable stands for: the value of the expression, and not what it is made of. */
function isFocused({ match }: SinkHit, { start, end }: Node): boolean {
  for (const { span } of match.bindings.values()) if (span.start === start && span.end === end) return true;
  return false;
}

/** A call that is a sink takes its arguments; what it returns does not count. */
function sinkFlows(node: Node, input: Run["sinkInput"], flows: readonly Flow[], value: Value): readonly Flow[] {
  if (input?.node === node) return input.flows;
  return node.kind === "call" || node.kind === "new" ? flows : flowsIn(value);
}

/** A sanitized expression is clean, and so is all that stands in it, but for the arguments of a call. */
function isSanitized(run: Run, node: Node): boolean {
  if (run.state?.hasGuards() && isGuarded(run, node)) return true;
  const { sanitizers } = run.roles;
  if (sanitizers.isEmpty()) return false;
  const here = sanitizers.at(node);
  if (here.length === 0 && sanitizers.around(node).length === 0) return false;
  // Statements that a sanitizer covers still bind names and end ways; only values are cleaned.
  if (ranges.has(node.kind)) return false;
  // What a call makes harmless is its result; a sink among its arguments still takes what it is given.
  if (run.precise && node.kind === "call" && run.ends.startsIn(node.start + 1, node.end))
    for (const child of node.children) run.evaluate(child);
  cleanByEffect(run, node);
  if (!run.precise && (node.kind === "call" || node.kind === "new")) callMayThrow(run, node);
  return true;
}

/** A check let only what the program knows through, and nothing was written since. */
function isGuarded(run: Run, node: Node): boolean {
  if (node.kind !== "member" && node.kind !== "index" && node.kind !== "call" && node.kind !== "name") return false;
  const key = guardKey(run, node);
  return key !== undefined && run.state?.isGuarded(key) === true;
}

/** Variables that sanitizers by side effect name in an expression; the expression itself is not looked at any more. */
function cleanByEffect(run: Run, top: Node): void {
  const { sanitizers } = run.roles;
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (sanitizers.at(node).some((hit) => hit.bySideEffect)) {
      cleanPlace(run, node);
      // What is said of a parsed address holds of its text.
      const address = run.precise ? addressBehind(run, node) : undefined;
      if (address) cleanPlace(run, address);
    }
    for (const child of node.children) if (sanitizers.startsIn(child.start, child.end)) stack.push(child);
  }
}

function cleanPlace(run: Run, node: Node): void {
  const place = placeOf(run, node, false);
  if (place) writePlace(run, place, clean);
  const key = run.precise && run.frame.outcomes ? guardKey(run, node) : undefined;
  if (key !== undefined) run.state?.guard(key);
}

/** For code that is nested too deep: variables and sources in it, without its structure. */
function shallow(run: Run, top: Node): Value {
  let flows: readonly Flow[] = [];
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (--run.budget.left <= 0) break;
    flows = joinFlows(flows, flowsFrom(run.roles.sources.at(node), flows));
    const place = node.kind === "name" ? placeOf(run, node, false) : undefined;
    if (place) flows = joinFlows(flows, flowsIn(readPlace(run, place)));
    for (const child of node.children) stack.push(child);
  }
  return whole(flows);
}
