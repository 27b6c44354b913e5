/** Follows exceptions: what a `try` hands to its handlers. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { assignTo } from "./places.ts";
import { isRaised, takeCaught } from "./raised.ts";
import type { Run } from "./run.ts";
import { joinStates, openScope, type State } from "./state.ts";
import { clean, isTainted, join, type Value } from "./value.ts";

export function evaluateTry(run: Run, node: Node): Value {
  if (run.precise) followBoth(run, node);
  else followRecorded(run, node);
  return clean;
}

/** It may throw before or after any assignment. */
function followBoth(run: Run, node: Node): void {
  const outer = run.thrown;
  const thrown = run.state?.fork();
  const body = childOf(node, "body");
  const given = new Map<string, Value>();
  run.thrown = given;
  if (body) run.evaluate(body);
  run.thrown = outer;
  const raised = new Map<string, Value>();
  for (const [id, value] of given) {
    if (isRaised(id)) {
      raised.set(id, value);
      continue;
    }
    thrown?.set(id, join(thrown.get(id), value));
    outer?.set(id, join(outer.get(id) ?? clean, value));
  }
  const after = followHandlers(run, node, thrown, raised);
  throwAll(run, raised);
  const last = childOf(node, "finally");
  // Also when nothing after the statement runs, what stands in `finally` does.
  run.state = last ? (after ?? thrown?.fork()) : after;
  if (last && run.state) run.evaluate(last);
  if (!after) run.state = undefined;
}

/**
 * `throw new Error(text)`: the innermost `try` around it hands it to its handler; without one, the function hands it to its caller.
 *
 * @param id See `raisedId`.
 */
export function throwValue(run: Run, id: string, value: Value): void {
  const given = run.thrown ?? run.frame.raised;
  if (isTainted(value)) given?.set(id, join(given.get(id) ?? clean, value));
}

/** As `throwValue`, for what a function throws or a `try` lets through. */
export function throwAll(run: Run, raised: ReadonlyMap<string, Value>, change = (value: Value): Value => value): void {
  for (const [id, value] of raised) throwValue(run, id, change(value));
}

/** Recorded: in the documented language it throws right after a call, or where the code says so. */
function followRecorded(run: Run, node: Node): void {
  const outer = run.raised;
  const raised: NonNullable<Run["raised"]> = { state: undefined };
  run.raised = raised;
  const body = childOf(node, "body");
  if (body) run.evaluate(body);
  const thrown = raised.state;
  const last = childOf(node, "finally");
  // What handlers throw passes through `finally`, or on to the code around.
  run.raised = last ? raised : outer;
  const after = followHandlers(run, node, thrown);
  run.raised = outer;
  run.state = last ? joinStates(after, raised.state) : after;
  if (last && run.state) run.evaluate(last);
  mayThrow(run);
}

/**
 * @param raised What the body throws; left in it is what no handler catches.
 * @returns The state after the body and `else`, or after one of the handlers.
 */
function followHandlers(run: Run, node: Node, thrown: State | undefined, raised = new Map<string, Value>()): State | undefined {
  const otherwise = childOf(node, "else");
  if (otherwise && run.state) run.evaluate(otherwise);
  let after = run.state;
  for (const handler of childrenOf(node, "catch")) {
    run.state = thrown?.fork();
    const caught = takeCaught(handler, raised);
    if (run.state) evaluateCatch(run, handler, caught);
    after = joinStates(after, run.state);
  }
  return after;
}

function evaluateCatch(run: Run, handler: Node, raised: Value): void {
  const outer = run.scope;
  const opens = run.precise && !run.dialect.assignmentDeclares;
  if (opens) run.scope = openScope("block", handler.start, outer);
  const name = childOf(handler, "name");
  if (name) assignTo(run, name, raised, true);
  const body = childOf(handler, "body");
  if (body) run.evaluate(body);
  run.scope = outer;
}

/** As `mayThrow`; where the result of the call is assigned, that comes first. */
export function callMayThrow(run: Run, call: Node): void {
  if (call.role !== "value" || (call.parent?.kind !== "assign" && call.parent?.kind !== "declare")) mayThrow(run);
}

/** The state at this place is one in which a handler may begin. */
export function mayThrow(run: Run): void {
  if (run.raised && run.state) run.raised.state = joinStates(run.raised.state, run.state.fork());
}
