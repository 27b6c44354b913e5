/** Follows the bodies of functions and classes where they stand, with what the code around them knows. */

import { fixedFields } from "../patterns/fixedFields.ts";
import { fieldsOfType } from "../patterns/typeFields.ts";
import { childOf, childrenOf, type Kind, type Node } from "../tree/node.ts";
import { classAround } from "./callers.ts";
import { checkedByDecorators } from "./decoratedFields.ts";
import { isListed } from "./fieldTypes.ts";
import { stateOfFunction } from "./fileVariables.ts";
import { deferLambda, isLambda, isNamed } from "./lambdas.ts";
import { assignTo, declareTargets, writePlace } from "./places.ts";
import type { Handlers, Lambda, Run } from "./run.ts";
import { checkedByProcedure } from "./schemas.ts";
import { leaveShared, passByReturn, takeShared, usesShared } from "./shared.ts";
import { parameterSource } from "./sources.ts";
import { bindName, functionScope, joinStates, nameIn, openScope, State } from "./state.ts";
import { isReceiver } from "./targets.ts";
import { clean, flowsIn, isTainted, join, sameValue, stepped, type Value, whole } from "./value.ts";

export const functionHandlers: Handlers = {
  function: (run, node) => {
    const name = childOf(node, "name");
    const declared = name && node.role !== "value" && node.role !== "argument";
    const id = declared ? bindName(functionScope(run.scope), name.text, run.precise ? 0 : node.start) : undefined;
    evaluateDecorators(run, node);
    run.scopes.set(node, run.scope);
    // Recorded: a declaration at the top is followed where it stands, one in a function where it is used.
    if (id !== undefined && run.frame.node && !run.dialect.assignmentDeclares && deferLambda(run, id, node)) return clean;
    followFunction(run, node, [], node.role === "argument");
    return clean;
  },
  class: (run, node) => {
    const outer = run.scope;
    const name = childOf(node, "name");
    if (name) bindName(functionScope(outer), name.text, run.precise ? 0 : node.start);
    evaluateDecorators(run, node);
    for (const child of node.children) {
      if (child.role === "base" && run.precise) run.evaluate(child);
      if (child.role !== "body") continue;
      run.scope = openScope("class", node.start, outer);
      if (!run.precise) bindName(run.scope, "this");
      followMembers(run, node, child);
      run.scope = outer;
    }
    return clean;
  },
  field: (run, node) => {
    const value = childOf(node, "value");
    const target = childOf(node, "name");
    // Recorded: the documented language does not look at functions that a class keeps in its fields.
    const ignored = value?.kind === "function" && !run.precise && !run.dialect.assignmentDeclares;
    const held = value && !ignored ? run.evaluate(value) : clean;
    if (target?.kind === "name") {
      assignTo(run, target, held, true);
      const self = run.precise ? undefined : nameIn(run.scope, "this");
      if (self !== undefined) {
        const fixed = fixedValue(run, node, target.text, held);
        writePlace(run, { id: self, path: [`.${target.text}`], exact: true }, whole(fixed.flows));
      }
    }
    return clean;
  },
  return: (run, node) => {
    const [value] = node.children;
    const returned = value ? run.evaluate(value) : clean;
    run.frame.returned = join(run.frame.returned, run.precise ? returned : whole(flowsIn(returned)));
    run.frame.ended = joinStates(run.frame.ended, run.state);
    passByReturn(run, value);
    run.noteExit(run, value);
    if (!isMisplaced(run, node)) endsHere(run, node, returned);
    return returned;
  },
};

/** Python has no `return` outside of a function: its indentation is wrong, and what stands behind it is no dead code. */
function isMisplaced({ precise, dialect }: Run, { parent }: Node): boolean {
  if (!precise || !dialect.assignmentDeclares) return false;
  let around = parent;
  while (around && around.kind !== "function" && around.kind !== "class") around = around.parent;
  return around?.kind !== "function";
}

/** Recorded: the documented language looks at no decorator. */
function evaluateDecorators(run: Run, node: Node): void {
  if (!run.precise) return;
  for (const decorator of childrenOf(node, "decorator")) run.evaluate(decorator);
}

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
  const expected = wanted || run.executors.length > 0 || (fields !== undefined && isTainted(fields.held));
  if (!before || !isWorthIt(run, node, inputs, runsHere || fields !== undefined, expected)) return clean;
  const { scope, jumps, frame, thrown, raised } = run;
  run.state = stateInside(run, node, before);
  run.scope = openScope("function", node.start, scope);
  run.jumps = [];
  run.thrown = undefined;
  run.raised = undefined;
  run.frame = { node, ended: undefined, returned: clean, lambdas: [] };
  const parameters = childrenOf(node, "parameter");
  for (const [index, parameter] of parameters.entries()) bindParameter(run, parameter, inputs[index] ?? clean);
  if (run.precise && !frame.node) takeShared(run, node);
  if (run.precise && run.begins.startsIn(node.start, node.end)) run.takeChecks(run, node);
  const self = run.precise && !node.text.includes("arrow") ? selfId(run, node, parameters[0]) : undefined;
  if (self !== undefined && fields) run.state.set(self, fields.held);
  const body = childOf(node, "body");
  if (body && !run.precise) hideByFields(run, parameters, body);
  const result = body ? run.evaluate(body) : clean;
  const returned = body?.kind === "block" ? run.frame.returned : result;
  followUnused(run);
  const ended = joinStates(run.state, run.frame.ended);
  if (self !== undefined && fields && ended) {
    const name = childOf(node, "name") ?? node;
    fields.left = join(fields.left, stepped(ended.get(self), name, `left in the object by \`${name.text}\``, "function"));
  }
  if (run.precise && !frame.node && ended) leaveShared(run, before, ended, node);
  run.scope = scope;
  run.jumps = jumps;
  run.frame = frame;
  run.thrown = thrown;
  run.raised = raised;
  run.state = runsHere ? (joinStates(before, ended) ?? before) : before;
  return returned;
}

/** Recorded: in the documented language functions of the file, methods and in Python all others see its variables only, and not how they were reached. */
function stateInside(run: Run, node: Node, before: State): State {
  const nested = run.frame.node !== undefined;
  const closes = nested && !run.dialect.assignmentDeclares && node.parent?.parent?.kind !== "class";
  const around = run.precise || closes || isLambda(node) || node.parent?.kind === "object";
  return around ? before.fork() : stateOfFunction(run, before, nested);
}

/** The variable is used. */
export function useLambda(run: Run, id: string): void {
  const lambda = run.lambdas.get(id);
  if (!lambda || lambda.running || !run.state) return;
  lambda.used = true;
  if (lambda.entry && lambda.exit && run.state.same(lambda.entry)) {
    run.state = joinStates(run.state, lambda.exit);
    return;
  }
  lambda.entry = run.state.fork();
  followLambda(run, lambda, true);
  lambda.exit = run.state.fork();
}

/** At the end of the code that declared them: those that were not used. */
export function followUnused(run: Run): void {
  const { state } = run;
  for (const id of run.frame.lambdas) {
    const lambda = run.lambdas.get(id);
    if (lambda && !lambda.used) {
      // Where it is named without being followed there was no data.
      run.state = lambda.atStart.isClean() || !isNamed(run, lambda) ? lambda.atStart : new State(run.budget);
      followLambda(run, lambda, false);
    }
    if (lambda?.hasSource) run.sourcesInLambdas--;
    run.lambdas.delete(id);
  }
  run.frame.lambdas.length = 0;
  run.state = state;
}

function followLambda(run: Run, lambda: Lambda, runsHere: boolean): void {
  const { scope } = run;
  lambda.running = true;
  run.scope = lambda.scope;
  followFunction(run, lambda.node, [], runsHere);
  run.scope = scope;
  lambda.running = false;
}

/** The variable of the object that a function belongs to: `this`, or the first parameter of a Python method. */
function selfId(run: Run, node: Node, first: Node | undefined): string | undefined {
  const target = first && isReceiver(first, node, run.module) ? childOf(first, "target") : undefined;
  return target ? nameIn(run.scope, target.text) : bindName(run.scope, "this");
}

/** Without a sink inside there is nothing to find, and without data nothing to follow. */
function isWorthIt(run: Run, node: Node, inputs: readonly Value[], runsHere: boolean, wanted: boolean): boolean {
  const hasSource = run.begins.startsIn(node.start, node.end);
  const hasSink = run.ends.startsIn(node.start, node.end) || run.insideSinks.length > 0;
  // What it writes may reach a sink of the code around it.
  const known = !run.state?.isClean() || run.fileVariables.size > 0;
  const hasData = hasSource || known || run.propagated.size > 0 || run.shared.isKnown || inputs.some(isTainted);
  if (hasSink) return hasData || wanted || run.insideSources.length > 0;
  // `(fn) => (req) => fn(req.body)`: what is handed over may have the sink; another one the source.
  if (run.handedFunctions.size > (hasData ? 0 : 1)) return true;
  if (run.precise && (hasSource || run.shared.isKnown) && usesShared(run, node)) return true;
  return runsHere && (hasData || wanted) && (wanted || run.fields !== undefined || sinkAround(run));
}

/** Whether the code that is being followed has a sink of its own; at the top of a file, one outside all functions. */
function sinkAround(run: Run): boolean {
  const { node } = run.frame;
  return node ? run.ends.startsIn(node.start, node.end) : run.roles.sinkAtTop;
}

/** What a field of a class is known to hold: its initial value, or the one that a method gives it, where no other is. */
function fixedValue(run: Run, field: Node, name: string, held: Value): Value {
  const owner = field.parent?.parent;
  const only = owner?.kind === "class" ? fixedFields(owner).get(name) : undefined;
  if (!only) return clean;
  return only === childOf(field, "value") ? held : only.kind === "function" ? clean : run.evaluate(only);
}

/** Gives a parameter its value, with its default and the sources that name it. */
export function bindParameter(run: Run, parameter: Node, input: Value): void {
  const target = parameter.kind === "parameter" ? childOf(parameter, "target") : parameter;
  // Recorded: the documented language does not look at the defaults of functions that only a variable stands for.
  const owner = run.frame.node;
  const lambda = owner !== undefined && isLambda(owner);
  const ignored = !run.precise && lambda;
  const named = owner?.parent?.kind === "declare";
  const fallback = ignored ? undefined : childOf(parameter, "default");
  const defaulted = fallback ? run.evaluate(fallback) : clean;
  evaluateDecorators(run, parameter);
  if (!target) return;
  let value = join(input, defaulted);
  // Recorded: nor at sources that are the rest of the parameters, or the object of a method of Python.
  const own = run.dialect.assignmentDeclares && (target.text === "self" || target.text === "cls");
  const given = parameter.kind !== "parameter" || (parameter.text === "" && !own);
  const taken = run.precise ? !isListed(parameter, run.module) : given;
  if (taken) for (const place of new Set([parameter, target])) value = join(parameterSource(run, place), value);
  if (run.precise && run.dialect.keysAreFields && isTainted(value)) value = checkedByDecorators(run, parameter, value);
  declareTargets(run, target, true);
  if (run.precise || (lambda && !named) || target.kind === "name") assignTo(run, target, value, true);
  else assignPlainKeys(run, target, childOf(parameter, "default") ? clean : value);
  bindMatchedParts(run, target);
}

/** In the documented language. */
function hideByFields({ scope }: Run, parameters: readonly Node[], body: Node): void {
  for (const parameter of parameters) for (const field of fieldsOfType(parameter)) bindName(scope, field.text, body.start, true);
}

/** Recorded: in the documented language a parameter of a function with a name that is a pattern only gives its data to the names in `{a, b: c}`. */
function assignPlainKeys(run: Run, pattern: Node, value: Value): void {
  for (const pair of pattern.kind === "object" ? pattern.children : []) {
    const target = childOf(pair, "value");
    if (pair.kind === "pair" && target?.kind === "name") assignTo(run, target, value, true);
  }
}

/** What a pattern gives a part of an object to, other than a name: `{ a }`, `[a]`, `a = 1`. */
const parts: ReadonlySet<Kind> = new Set<Kind>(["object", "array", "assign"]);

/** A source may name a part of a parameter that is a pattern: one variable, or what is taken apart further. */
function bindMatchedParts(run: Run, target: Node): void {
  if (target.kind === "name" || !run.roles.sources.startsIn(target.start, target.end)) return;
  const stack = [...target.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ((node.kind === "name" && node.role !== "key") || parts.has(node.kind)) {
      const value = checkedByProcedure(run, node, parameterSource(run, node));
      if (value !== clean) assignTo(run, node, value, true);
    }
    for (const child of node.children) stack.push(child);
  }
}
