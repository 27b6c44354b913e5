/** Calls of functions whose code is at hand: what they do is found out, and done with what the call hands over. */

import { defaultLabel } from "../rules/requires.ts";
import { childOf, type Node } from "../tree/node.ts";
import { accessorOf } from "./accessors.ts";
import { classAround } from "./callers.ts";
import { makeAnew } from "./closures.ts";
import { narrowBySchema } from "./compiledSchemas.ts";
import { constantsFor } from "./constantInputs.ts";
import { type Effect, effectOf, hasBody, joinValues, scopeAround } from "./effects.ts";
import { type Checked, guardsOf, mayThrow } from "./functionGuards.ts";
import { followFunction } from "./functions.ts";
import { forgetPart } from "./guards.ts";
import { indirectCall, taggedGiven } from "./indirectCalls.ts";
import { type Argument, abstractInputs, argumentList, bindArguments, inputOrigin } from "./inputs.ts";
import { gettersOf, mayUse, settersOf } from "./namesIn.ts";
import { type Place, placeOf, readPlace, writePlace } from "./places.ts";
import { isSuper, keyOfSelf, selfPlace } from "./receivers.ts";
import type { SinkHit } from "./roles.ts";
import type { Run } from "./run.ts";
import { nameOf, resolve } from "./state.ts";
import { type Module, methodsOf, type Target, targetsOf } from "./targets.ts";
import { throwAll } from "./tries.ts";
import {
  clean,
  type Flow,
  flowsIn,
  joinFlows,
  mapFlows,
  type Origin,
  sameValue,
  stepped,
  steppedFlow,
  stepsOf,
  type Value,
  whole,
} from "./value.ts";

/** A value and the expression that it comes from. */
export interface Given {
  readonly node: Node;
  readonly value: Value;
}

/**
 * @param receiver The object of a method.
 * @returns What the call gives; `undefined` when the code it runs is not known.
 */
export function callKnown(run: Run, call: Node, receiver: Value, given: readonly Given[]): Value | undefined {
  const [callee] = call.children;
  if (!callee) return undefined;
  const handed = callee.kind === "name" ? handedAs(run, callee) : undefined;
  if (handed !== undefined)
    return run.callHanded(
      handed,
      given.map(({ value }) => value),
    );
  const args = taggedGiven(run, call, given);
  const indirect = indirectCall(run, callee, args);
  if (indirect) return callValue(run, call, indirect.callee, indirect.args);
  const targets = functionsOf(callee, run);
  if (!targets || targets.length === 0) return undefined;
  const results: Value[] = [];
  const before = run.state;
  let after = targets.length > 1 ? before : undefined;
  for (const target of targets) {
    if (targets.length > 1) run.state = before?.fork();
    const result = callTarget(run, call, callee, target, receiver, args);
    if (!result) {
      run.state = before;
      return undefined;
    }
    results.push(result);
    if (targets.length > 1) after = run.state && after ? after.joined(run.state) : (run.state ?? after);
  }
  if (targets.length > 1) run.state = after;
  return joinValues(results);
}

/** The input that a name stands for, while it is found out what a function does. */
function handedAs(run: Run, name: Node): string | undefined {
  const id = resolve(run.scope, name.text);
  return id === undefined || run.rebound.has(id) ? undefined : run.handedFunctions.get(id);
}

/** A function that a call runs. */
interface Called {
  readonly target: Target;
  /** It makes an object of a class, and what it returns is that. */
  readonly makes: boolean;
  /** The expression for the object that a method belongs to. */
  readonly self: Node | undefined;
}

/** @returns `undefined` when one of them is no function with a body. */
function functionsOf(callee: Node, run: Run): readonly Called[] | undefined {
  const functions: Called[] = [];
  for (const target of targetsOf(callee, run.module)) {
    const isSuper = callee.kind === "name" && callee.text === "super";
    const makes = target.kind === "class";
    const found = makes || isSuper ? constructorOf(target) : target;
    if (found?.kind !== "function" || !hasBody(found.node)) return undefined;
    functions.push({ target: found, makes, self: isSuper ? callee : callee.kind === "member" ? callee.children[0] : undefined });
  }
  return functions;
}

/** The constructor of a class, its own or that of a base. */
function constructorOf(target: Target): Target | undefined {
  const body = childOf(target.node, "body");
  const own = body?.children.find(
    (member) => member.kind === "function" && /^(constructor|__init__)$/.test(childOf(member, "name")?.text ?? ""),
  );
  if (own) return { kind: "function", node: own, module: target.module };
  for (const base of target.node.children)
    if (base.role === "base")
      for (const one of targetsOf(base, target.module)) if (one.kind === "class") return constructorOf(one);
  return undefined;
}

function callTarget(
  run: Run,
  call: Node,
  callee: Node,
  called: Called,
  receiver: Value,
  args: readonly Given[],
): Value | undefined {
  const { target, makes } = called;
  const self = selfPlace(run, called.self);
  if (target.module === run.module) makeAnew(run, call, target.node);
  const bound = bindArguments(target, args, makes || isBound(callee, target, run));
  const inputs = inputsOf(run, target, bound, makes ? clean : self && isSuper(called.self) ? readPlace(run, self) : receiver);
  const list = argumentList(target, args);
  if (list) inputs.set("arguments", list);
  const handed = new Set([...bound].flatMap(([index, { node }]) => (isFunction(run, node) ? [String(index)] : [])));
  const abstract = abstractInputs(inputs, handed, constantsFor(run, target, bound), run.origins);
  // Nothing goes in, and nothing begins inside.
  if (abstract.values.size === 0 && !run.begins.startsIn(call.start, call.end)) return clean;
  const effect = effectOf(run, target, abstract);
  if (!effect) return undefined;
  const name = shortName(callee);
  const exchange = new Map(abstract.flows);
  const isElsewhere = target.module !== run.module;
  const crossing = isElsewhere ? "file" : "function";
  // The same data is in many parts of an object: each is brought over once.
  const known = new Map<Flow, readonly Flow[]>();
  const enter = (flow: Flow): Flow => steppedFlow(flow, call, `handed to \`${name}\``, crossing);
  const replaceFlow = (flow: Flow): readonly Flow[] => {
    let flows = known.get(flow);
    if (!flows) {
      run.budget.left -= 1 + (flow.steps?.length ?? 0);
      flows = replaced(flow, exchange, isElsewhere ? target.module : undefined, enter);
      known.set(flow, flows);
    }
    return flows;
  };
  const replaceFlows = (flows: readonly Flow[]): readonly Flow[] => {
    run.budget.left--;
    let result: readonly Flow[] = [];
    for (const flow of flows) result = joinFlows(result, replaceFlow(flow));
    return result;
  };
  const replace = (value: Value): Value => mapFlows(value, replaceFlows);
  for (const { key, args: given } of effect.handed) {
    const result = callArgument(run, call, bound.get(Number(key)), given.map(replace));
    const origin = inputOrigin(run.origins, `=${key}`, defaultLabel);
    exchange.set(origin, joinFlows(exchange.get(origin) ?? [], flowsIn(result)));
    known.clear();
  }
  for (const { sink, flow } of effect.sinks) {
    const reached = isElsewhere ? callAsSink(run, call, sink, target.module) : sink;
    const told = sink.requires ? undefined : sinkAt(run, bound, flow, sink);
    if (told) run.inner.set(told, reached);
    else for (const one of replaceFlows([flow])) run.reach(reached, one);
  }
  throwAll(run, effect.raised, (value) => stepped(replace(value), call, `thrown by \`${name}\``, crossing));
  const selfKey = keyOfSelf(target);
  applyWrites(run, effect, replace, (key) => {
    // Variables around the function: those of another file are not here.
    if (key.startsWith("$")) return isElsewhere ? undefined : { id: key.slice(1), path: [], exact: true };
    if (key === selfKey) return makes ? undefined : self;
    const node = bound.get(Number(key))?.node;
    return node && placeOf(run, node, true);
  });
  if (!effect.returns) run.state = undefined;
  else if (abstract.values.size > 0) applyGuards(run, target, bound, called.self);
  const result = replace(makes ? (effect.writes.get(selfKey) ?? clean) : effect.returned);
  return stepped(result, call, `returned by \`${name}\``, crossing);
}

/** Whether an argument is a function that is known, or was itself handed over. */
function isFunction(run: Run, node: Node | undefined): boolean {
  if (node?.kind === "function") return true;
  if (node?.kind !== "name" && node?.kind !== "member") return false;
  return (
    (node.kind === "name" && handedAs(run, node) !== undefined) ||
    targetsOf(node, run.module).some(({ kind }) => kind === "function")
  );
}

function isBound(callee: Node, target: Target, run: Run): boolean {
  if (!classAround(target.node)) return false;
  if (callee.kind !== "member") return true;
  const holders = callee.children[0] ? targetsOf(callee.children[0], run.module) : [];
  return !holders.some(({ kind }) => kind === "class") || target.node.children.some(isClassMethod);
}

function isClassMethod(node: Node): boolean {
  return node.kind === "decorator" && node.children[0]?.text === "classmethod";
}

function inputsOf(run: Run, target: Target, bound: ReadonlyMap<number, Argument>, receiver: Value): Map<string, Value> {
  const inputs = new Map<string, Value>();
  for (const [index, { value }] of bound) inputs.set(String(index), value);
  inputs.set(keyOfSelf(target), receiver);
  if (!run.state || run.state.isClean() || target.module !== run.module) return inputs;
  const scope = scopeAround(run, target.node);
  for (const id of run.state.taintedIds()) {
    const name = nameOf(id);
    if (resolve(scope, name) === id && mayUse(target.node, name, run.module.context.tree))
      inputs.set(`$${id}`, run.state.get(id));
  }
  return inputs;
}

/**
 * Puts what the call hands over in the place of an input.
 *
 * @param elsewhere The file that the function is in, where it is another one.
 * @param enter The step into the function.
 */
function replaced(
  flow: Flow,
  exchange: ReadonlyMap<Origin, readonly Flow[]>,
  elsewhere: Module | undefined,
  enter: (flow: Flow) => Flow,
): readonly Flow[] {
  const isInput = flow.origin.kind === "input";
  // Within a file the steps of its own sources are as they are.
  if (!isInput && !elsewhere) return [flow];
  const given = isInput ? (exchange.get(flow.origin) ?? []).map(enter) : [{ origin: flow.origin, steps: undefined }];
  const steps = stepsOf(flow);
  let result: readonly Flow[] = [];
  for (let one of given) {
    for (const step of steps) one = steppedFlow(one, step.span, step.note, step.crossing, step.module ?? elsewhere);
    result = joinFlows(result, [one]);
  }
  return result;
}

/**
 * A call of a function in another file, in which there is a sink, stands for that sink here. Always the same object, whatever calls lie
 * between: where files call one another in circles there would be no end of them.
 */
function callAsSink(run: Run, call: Node, reached: SinkHit, module: Module): SinkHit {
  const { sink, ...place } = reached.beyond ?? { sink: reached, match: reached.match, module };
  const byCall = run.sinksBeyond.get(sink) ?? new Map<Node, SinkHit>();
  run.sinksBeyond.set(sink, byCall);
  const known = byCall.get(call);
  if (known) return known;
  const { match, requires: _, ...part } = sink;
  const span = { start: call.start, end: call.end };
  // What its metavariables stand for lies in the other file.
  const bindings = new Map([...match.bindings].map(([name, { text }]) => [name, { span, text, nodes: [] }]));
  const made = { ...part, match: { span, node: call, bindings }, beyond: { sink, ...place } };
  byCall.set(call, made);
  return made;
}

/** The sink that an argument is itself, of the same rule: one fault, told where the text is put together. */
function sinkAt(run: Run, bound: ReadonlyMap<number, Argument>, { origin }: Flow, { owner }: SinkHit): SinkHit | undefined {
  const node = origin.kind === "input" ? bound.get(Number(origin.key))?.node : undefined;
  return node && run.roles.sinks.at(node).find((one) => one.requires === undefined && one.owner === owner);
}

function applyWrites(
  run: Run,
  effect: Effect,
  replace: (value: Value) => Value,
  placeFor: (key: string) => Place | undefined,
): void {
  for (const [key, written] of effect.writes) {
    const value = replace(written);
    const place = placeFor(key);
    if (!place || sameValue(readPlace(run, place), value)) continue;
    run.state?.unguard(place.id);
    writePlace(run, place, value);
  }
}

/** Calls a function that was handed to another one: a literal, something known by name, or one that was handed to us. */
function callArgument(run: Run, call: Node, argument: Argument | undefined, args: readonly Value[]): Value {
  if (!argument?.node) return whole(args.flatMap(flowsIn));
  return callValue(run, call, argument.node, args) ?? joinValues(args.map((arg) => whole(flowsIn(arg))));
}

/**
 * Runs the function that an expression stands for.
 *
 * @returns What it gives; `undefined` when it is not known.
 */
export function callValue(run: Run, call: Node, node: Node, args: readonly Value[]): Value | undefined {
  if (node.kind === "function") return followFunction(run, node, args, true, true);
  const handed = node.kind === "name" ? handedAs(run, node) : undefined;
  if (handed !== undefined) return run.callHanded(handed, args);
  const targets = functionsOf(node, run);
  if (!targets || targets.length === 0) return undefined;
  const results: Value[] = [];
  const given = args.map((value) => ({ node: call, value }));
  for (const target of targets) {
    const [object] = node.children;
    const receiver = node.kind === "member" && object ? run.evaluate(object) : clean;
    const result = callTarget(run, call, node, target, receiver, given);
    if (!result) return undefined;
    results.push(result);
  }
  return joinValues(results);
}

/** Runs a function that a call leads to without naming it; one that is not known is left alone. */
export function callFunction(run: Run, call: Node, node: Node, args: readonly Given[]): void {
  const [callee = call] = call.children;
  for (const target of functionsOf(node, run) ?? []) callTarget(run, call, callee, { ...target, self: undefined }, clean, args);
}

/** Runs a method that the language calls by itself. @returns `undefined` when the object's class is not known, or has no such method. */
export function callMethod(run: Run, object: Node, name: string, receiver: Value): Value | undefined {
  const [target] = methodsOf(object, name, run.module);
  if (!target || !hasBody(target.node)) return undefined;
  return callTarget(run, object, object, { target, makes: false, self: object }, receiver, []);
}

/** Reading a member that is a getter, or a property of a Python class. @returns `undefined` for any other member. */
export function callGetter(run: Run, member: Node, receiver: Value): Value | undefined {
  if (!gettersOf(run.module.context.tree).has(member.text)) return undefined;
  const target = accessorOf(member, run.module, false);
  return target && callTarget(run, member, member, { target, makes: false, self: member.children[0] }, receiver, []);
}

/** Writing a member that is a setter; any other is left alone. */
export function callSetter(run: Run, member: Node, value: Value): void {
  const [object] = member.children;
  if (!object || !settersOf(run.module.context.tree).has(member.text)) return;
  const target = accessorOf(member, run.module, true);
  if (target)
    callTarget(run, member, member, { target, makes: false, self: object }, run.evaluate(object), [{ node: member, value }]);
}

/** What a call of a known function says of its arguments when it came out as `outcome`. */
export function narrowByCall(run: Run, call: Node, outcome: boolean): void {
  const [callee, ...given] = call.children;
  if (!callee || !run.state || (run.state.isClean() && !run.begins.startsIn(call.start, call.end))) return;
  if (outcome) narrowBySchema(run, callee, given);
  const [called, ...others] = functionsOf(callee, run) ?? [];
  if (!called || others.length > 0) return;
  const args = given.map((node) => ({ node, value: clean }));
  const bound = bindArguments(called.target, args, isBound(callee, called.target, run));
  const guards = guardsOf(run, called.target);
  forgetChecked(run, outcome ? guards.whenTrue : guards.whenFalse, bound, called.self);
}

/** After a function that throws for what it does not accept. */
function applyGuards(run: Run, target: Target, bound: ReadonlyMap<number, Argument>, self: Node | undefined): void {
  if (mayThrow(target.node)) forgetChecked(run, guardsOf(run, target).always, bound, self);
}

function forgetChecked(
  run: Run,
  checked: readonly Checked[],
  bound: ReadonlyMap<number, Argument>,
  self: Node | undefined,
): void {
  for (const { key, path } of checked) {
    const node = key === "this" ? self : bound.get(Number(key))?.node;
    if (node) forgetPart(run, node, path);
  }
}

function shortName(node: Node): string {
  if (node.kind !== "member") return node.text || "it";
  const [object] = node.children;
  const before = object && (object.kind === "name" || object.kind === "member") ? `${shortName(object)}.` : "";
  return `${before}${node.text}`;
}
