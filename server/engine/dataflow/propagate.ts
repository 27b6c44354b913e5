/** Propagators: data that a rule says gets from one part of an expression or statement into another. */

import type { Kind, Node, Role } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { arrivedAt } from "./arrivals.ts";
import { meets } from "./labels.ts";
import { placeOf, readPlace, writePlace } from "./places.ts";
import type { PropagatorHit } from "./roles.ts";
import type { Run } from "./run.ts";
import { withSources } from "./sources.ts";
import { clean, type Flow, flowsIn, joinFlows, type Origin, steppedFlow, type Value } from "./value.ts";

/**
 * To be called with each node's value.
 *
 * @returns The value with what propagators bring here; what they take from here is kept for their other end.
 */
export function propagate(run: Run, node: Node, value: Value): Value {
  const arrived = arrivedAt(run, node);
  const here: Value = arrived.length === 0 ? value : { flows: joinFlows(value.flows, arrived), parts: value.parts };
  for (const hit of run.roles.takesFrom.at(node)) take(run, hit, node, flowsIn(here));
  return here;
}

/** A variable or field holds it from now on, beside what it held before. */
function writeTo(run: Run, node: Node, flows: readonly Flow[]): void {
  const place = placeOf(run, node, true);
  if (!place) return;
  const before = readPlace(run, place);
  writePlace(run, place, { flows: joinFlows(before.flows, flows), parts: before.parts });
}

function take(run: Run, hit: PropagatorHit, node: Node, flows: readonly Flow[]): void {
  const { requires, label, replaceLabels } = hit.propagator;
  const met = flows.length > 0 && (!requires || meets(requires, () => flows));
  if (!met) {
    run.propagated.delete(hit);
    return;
  }
  const taken = flows.map((flow) => {
    const renamed = label !== undefined && (replaceLabels?.includes(flow.origin.label) ?? true);
    return steppedFlow(renamed ? { ...flow, origin: labelled(flow.origin, label) } : flow, node, "passed on");
  });
  const distinct = joinFlows(taken.slice(0, 1), taken.slice(1));
  run.propagated.set(hit, distinct);
  // What is declared or assigned takes it when that happens.
  const { to, propagator } = hit;
  if (to && !run.precise && isTooLate(node, to)) return;
  if (to && propagator.bySideEffect !== false && !receives.has(to.role)) writeTo(run, to, distinct);
}

/**
 * Semgrep looks at arguments one after another, then at what the method belongs to, at calls among them before: what an earlier one
 * is to get from a later one is lost.
 */
function isTooLate(from: Node, to: Node): boolean {
  const receiver = receiverOf(to, from);
  if (receiver) return !calculatedBefore.has(receiver.kind);
  const [given, taken] = [argumentOf(from), argumentOf(to)];
  if (given.role !== "argument" || taken.role !== "argument" || given.parent !== taken.parent) return false;
  return taken.start < given.start && !calculatedBefore.has(from.kind);
}

/** With its keyword, if it is given by one. */
function argumentOf(node: Node): Node {
  return node.parent?.kind === "keywordArgument" ? node.parent : node;
}

/** The object of the method that is given `argument`, where `part` is or stands in it. */
function receiverOf(argument: Node, part: Node): Node | undefined {
  const given = argumentOf(argument);
  const callee = given.role === "argument" ? given.parent?.children[0] : undefined;
  const object = callee?.kind === "member" ? callee.children[0] : undefined;
  return object && object.start <= part.start && part.end <= object.end ? object : undefined;
}

const calculatedBefore: ReadonlySet<Kind> = new Set<Kind>(["call", "new", "await"]);

const receives: ReadonlySet<Role> = new Set<Role>(["target", "parameter", "name"]);

const relabelled = new Notes<Origin, Map<string, Origin>>();

/** The same source under another label; always the same object, so that flows of one origin stay one. */
function labelled(origin: Origin, label: string): Origin {
  const known = relabelled.get(origin) ?? new Map<string, Origin>();
  relabelled.set(origin, known);
  const made = known.get(label) ?? { ...origin, label };
  known.set(label, made);
  return made;
}

/** What propagators bring to the called function or its object is in the result, whatever else a call does. */
export function broughtToCallee(run: Run, callee: Node): readonly Flow[] {
  const [object] = callee.kind === "member" ? callee.children : [];
  return joinFlows(arrivedAt(run, callee), object && placeOf(run, object, false) ? arrivedAt(run, object) : []);
}

/** Recorded: a source that what is called begins with is in the result, whatever else a call does. */
export function beginningIn(run: Run, callee: Node): readonly Flow[] {
  let flows: readonly Flow[] = [];
  let at: Node | undefined = callee;
  while (at && (at.kind === "name" || at.kind === "member" || at.kind === "index")) {
    if (run.roles.sources.at(at).length > 0) flows = joinFlows(flows, flowsIn(withSources(run, at, clean, [])));
    at = at.type === "optional_chain" ? undefined : at.children[0];
  }
  return flows;
}

/** Recorded: `a.concat(b)` is an operation as `a + b` is, and no call. */
export function isJoined({ kind, text }: Node): boolean {
  return kind === "member" && text === "concat";
}
