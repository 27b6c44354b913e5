/** Follows exceptions: what a `try` hands to its handlers. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { assignTo } from "./places.ts";
import type { Run } from "./run.ts";
import { joinStates, openScope, type State } from "./state.ts";
import { clean, isClean, join, type Value } from "./value.ts";

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
  const raised = given.get(raisedId) ?? clean;
  given.delete(raisedId);
  for (const [id, value] of given) {
    thrown?.set(id, join(thrown.get(id), value));
    outer?.set(id, join(outer.get(id) ?? clean, value));
  }
  const after = followHandlers(run, node, thrown, raised);
  const last = childOf(node, "finally");
  // Also when nothing after the statement runs, what stands in `finally` does.
  run.state = last ? (after ?? thrown?.fork()) : after;
  if (last && run.state) run.evaluate(last);
  if (!after) run.state = undefined;
}

/** Stands for the value that is thrown among the variables of `Run.thrown`. */
const raisedId = "throw ";

/** `throw new Error(text)`: the innermost `try` around it hands it to its handler, and without one it reaches the caller. */
export function throwValue(run: Run, value: Value): void {
  if (isClean(value)) return;
  if (run.thrown) run.thrown.set(raisedId, join(run.thrown.get(raisedId) ?? clean, value));
  else run.frame.escaped = join(run.frame.escaped, value);
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

/** @returns The state after the body and `else`, or after one of the handlers. */
function followHandlers(run: Run, node: Node, thrown: State | undefined, raised = clean): State | undefined {
  const otherwise = childOf(node, "else");
  if (otherwise && run.state) run.evaluate(otherwise);
  let after = run.state;
  for (const handler of childrenOf(node, "catch")) {
    run.state = thrown?.fork();
    if (run.state) evaluateCatch(run, handler, raised);
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
