/** Follows the bodies of functions and classes where they stand, with what the code around them knows. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { assignTo, declareTargets } from "./places.ts";
import type { Handlers, Run } from "./run.ts";
import { parameterSource } from "./sources.ts";
import { bindName, functionScope, joinStates, openScope } from "./state.ts";
import { classAround, isReceiver } from "./targets.ts";
import { clean, flowsIn, isTainted, join, sameValue, stepped, type Value, whole } from "./value.ts";

export const functionHandlers: Handlers = {
  function: (run, node) => {
    const name = childOf(node, "name");
    if (name && node.role !== "value" && node.role !== "argument") bindName(functionScope(run.scope), name.text);
    for (const decorator of childrenOf(node, "decorator")) run.evaluate(decorator);
    run.scopes.set(node, run.scope);
    followFunction(run, node, [], node.role === "argument");
    return clean;
  },
  class: (run, node) => {
    const outer = run.scope;
    const name = childOf(node, "name");
    if (name) bindName(functionScope(outer), name.text);
    for (const child of node.children) {
      if (child.role === "decorator" || child.role === "base") run.evaluate(child);
      if (child.role !== "body") continue;
      run.scope = openScope("class", node.start, outer);
      followMembers(run, node, child);
      run.scope = outer;
    }
    return clean;
  },
  field: (run, node) => {
    const value = childOf(node, "value");
    const target = childOf(node, "name");
    const held = value ? run.evaluate(value) : clean;
    if (target?.kind === "name") assignTo(run, target, held, true);
    return clean;
  },
  return: (run, node) => {
    const [value] = node.children;
    const returned = value ? run.evaluate(value) : clean;
    run.frame.returned = join(run.frame.returned, run.precise ? returned : whole(flowsIn(returned)));
    run.frame.ended = joinStates(run.frame.ended, run.state);
    run.noteExit(run, value);
    endsHere(run, node, returned);
    return returned;
  },
};

/** What one method leaves in the object may be there when another one runs: until nothing new comes up, at most so often. */
const mostTurns = 3;

function followMembers(run: Run, owner: Node, body: Node): void {
  const outer = run.fields;
  const shares = run.precise && run.begins.startsIn(owner.start, owner.end) && run.ends.startsIn(owner.start, owner.end);
  const fields = { owner, held: clean, left: clean };
  run.fields = shares ? fields : undefined;
  for (let turn = 0; turn < mostTurns; turn++) {
    for (const member of body.children) run.evaluate(member);
    const held = join(fields.held, fields.left);
    if (sameValue(held, fields.held)) break;
    fields.held = held;
  }
  run.fields = outer;
}

/** Nothing after this runs; the sink check at the node itself still does. */
function endsHere(run: Run, node: Node, value: Value): void {
  run.sinkInput = { node, flows: flowsIn(value) };
  run.state = undefined;
}

/**
 * Follows a function's body with the state of the place where it stands, since closures see their surroundings.
 *
 * @param inputs Values of its parameters where they are known, as for a callback.
 * @param runsHere The function is called at this place or handed on there: what it writes outside itself is possible afterwards.
 * @param wanted What it returns matters, whether or not a sink is near.
 * @returns What it returns.
 */
export function followFunction(run: Run, node: Node, inputs: readonly Value[], runsHere: boolean, wanted = false): Value {
  const before = run.state;
  const fields = run.fields && classAround(node) === run.fields.owner ? run.fields : undefined;
  const expected = wanted || (fields !== undefined && isTainted(fields.held));
  if (!before || !isWorthIt(run, node, inputs, runsHere || fields !== undefined, expected)) return clean;
  const { scope, jumps, frame, thrown } = run;
  run.state = before.fork();
  run.scope = openScope("function", node.start, scope);
  run.jumps = [];
  run.thrown = undefined;
  run.frame = { node, ended: undefined, returned: clean };
  const parameters = childrenOf(node, "parameter");
  for (const [index, parameter] of parameters.entries()) bindParameter(run, parameter, inputs[index] ?? clean);
  const self = run.precise && !node.text.includes("arrow") ? selfId(run, node, parameters[0]) : undefined;
  if (self !== undefined && fields) run.state.set(self, fields.held);
  const body = childOf(node, "body");
  const result = body ? run.evaluate(body) : clean;
  const returned = body?.kind === "block" ? run.frame.returned : result;
  const ended = joinStates(run.state, run.frame.ended);
  if (self !== undefined && fields && ended) {
    const name = childOf(node, "name") ?? node;
    fields.left = join(fields.left, stepped(ended.get(self), name, `left in the object by \`${name.text}\``, "function"));
  }
  run.scope = scope;
  run.jumps = jumps;
  run.frame = frame;
  run.thrown = thrown;
  run.state = runsHere ? (joinStates(before, ended) ?? before) : before;
  return returned;
}

/** The variable of the object that a function belongs to: `this`, or the first parameter of a Python method. */
function selfId(run: Run, node: Node, first: Node | undefined): string | undefined {
  const target = first && isReceiver(first, node, run.module) ? childOf(first, "target") : undefined;
  return target ? run.scope.names.get(target.text) : bindName(run.scope, "this");
}

/** Without a sink inside there is nothing to find, and without data nothing to follow. */
function isWorthIt(run: Run, node: Node, inputs: readonly Value[], runsHere: boolean, wanted: boolean): boolean {
  const hasSource = run.begins.startsIn(node.start, node.end);
  const hasSink = run.ends.startsIn(node.start, node.end) || run.insideSinks.length > 0;
  // What it writes may reach a sink of the code around it.
  const hasData = hasSource || !run.state?.isClean() || inputs.some(isTainted);
  if (hasSink) return hasData || wanted || run.insideSources.length > 0;
  return runsHere && (hasData || wanted) && (wanted || run.fields !== undefined || sinkAround(run));
}

/** Whether the code that is being followed has a sink of its own; at the top of a file, one outside all functions. */
function sinkAround(run: Run): boolean {
  const { node } = run.frame;
  return node ? run.ends.startsIn(node.start, node.end) : run.roles.sinkAtTop;
}

/** Gives a parameter its value, with its default and the sources that name it. */
export function bindParameter(run: Run, parameter: Node, input: Value): void {
  const target = parameter.kind === "parameter" ? childOf(parameter, "target") : parameter;
  const fallback = childOf(parameter, "default");
  const defaulted = fallback ? run.evaluate(fallback) : clean;
  for (const decorator of childrenOf(parameter, "decorator")) run.evaluate(decorator);
  if (!target) return;
  let value = join(input, defaulted);
  for (const place of new Set([parameter, target])) value = join(parameterSource(run, place), value);
  declareTargets(run, target, true);
  assignTo(run, target, value, true);
  bindMatchedParts(run, target);
}

/** A source may name a part of a parameter that is a pattern: one variable, or what is taken apart further. */
function bindMatchedParts(run: Run, target: Node): void {
  if (target.kind === "name" || !run.roles.sources.startsIn(target.start, target.end)) return;
  const stack = [...target.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ((node.kind === "name" && node.role !== "key") || node.kind === "object" || node.kind === "array") {
      const value = parameterSource(run, node);
      if (value !== clean) assignTo(run, node, value, true);
    }
    for (const child of node.children) stack.push(child);
  }
}
