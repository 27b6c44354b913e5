/** What calling a function does: what it returns, where its inputs reach a sink, and what it writes. Found once for each shape of inputs. */

import { handedOverAs } from "../findings/finding.ts";
import { defaultLabel } from "../rules/requires.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { declareOwn } from "./closures.ts";
import { noConstants } from "./constantInputs.ts";
import type { Guards } from "./functionGuards.ts";
import { bindParameter } from "./functions.ts";
import { type AbstractInputs, type Inputs, inputOrigin } from "./inputs.ts";
import type { KeptEffects } from "./keptEffects.ts";
import { writePlace } from "./places.ts";
import type { SinkHit } from "./roles.ts";
import type { Run } from "./run.ts";
import { bindName, joinStates, nameIn, openScope, type Scope, State } from "./state.ts";
import type { Module, Target } from "./targets.ts";
import { clean, type Flow, join, joinFlows, sameValue, stepped, type Value, whole } from "./value.ts";

/** Its data is that of the inputs, as origins of the kind "input". */
export interface Effect {
  readonly returned: Value;
  /** What it throws, by `raisedId`. */
  readonly raised: ReadonlyMap<string, Value>;
  /** False when it always throws. */
  readonly returns: boolean;
  /** What inputs, and variables of the code around it, hold afterwards, where that is something else. By key, as `Inputs`. */
  readonly writes: Inputs;
  readonly sinks: readonly { readonly sink: SinkHit; readonly flow: Flow }[];
  /** Calls of functions that were handed to it: the key of the input, and what they are given. */
  readonly handed: readonly { readonly key: string; readonly args: readonly Value[] }[];
}

interface Entry {
  effect: Effect;
  isRunning: boolean;
  /** Its own answer was needed to find it. */
  wasAsked: boolean;
  /** See `Effects`. */
  limited: boolean;
  /** Removes what was found out with an answer that was not the last. */
  readonly dependent: (() => void)[];
  /** The files that were looked into for it. */
  readonly modules: ReadonlySet<Module>;
}

/** What is known of the functions of a file, for one rule. */
export interface Effects {
  readonly byFunction: Map<Node, Map<string, Entry>>;
  /** The functions that are being followed, the outermost first. */
  readonly running: Entry[];
  readonly guards: Map<Node, { readonly found: Guards; readonly modules: ReadonlySet<Module> }>;
  /** What was found out for other files; absent where paths are wanted. */
  readonly kept: KeptEffects | undefined;
  /** Of each function that is being looked into, the outermost first, the files that were needed so far. */
  readonly needed: Set<Module>[];
  /** How often a function was followed so far. */
  followed: number;
  /** Some call was not followed, as there were too many or they stood too deep in one another. */
  limited: boolean;
}

const nothing: Effect = { returned: clean, raised: new Map(), returns: true, writes: new Map(), sinks: [], handed: [] };

/** Calls inside calls that are followed; what is deeper counts as unknown. */
const deepestCalls = 12;
/** A function that calls itself is done again until nothing new comes out, at most so often. */
const mostRounds = 4;
/** Functions that call one another in circles are followed again and again; a large file of ordinary code needs a few hundred. */
const mostFollowed = 1000;
/** One function with more shapes of inputs than this is not worth it. */
const mostShapes = 24;

/** @returns `undefined` when it is not found out: too deep, too many kinds of inputs, or too much was followed before. */
export function effectOf(run: Run, target: Target, inputs: AbstractInputs): Effect | undefined {
  const { byFunction, running } = run.effects;
  const byShape = byFunction.get(target.node) ?? new Map<string, Entry>();
  byFunction.set(target.node, byShape);
  const known = byShape.get(inputs.shape);
  if (known) {
    if (known.isRunning) known.wasAsked = true;
    run.effects.limited ||= known.limited;
    noteNeeded(run, known.modules);
    return known.effect;
  }
  const kept = run.effects.kept?.find(target, inputs.shape);
  if (kept) {
    run.budget.left -= kept.steps;
    noteNeeded(run, kept.modules);
    byShape.set(inputs.shape, { ...finished, effect: kept.effect, modules: new Set(kept.modules) });
    return kept.effect;
  }
  if (running.length >= deepestCalls || byShape.size >= mostShapes || run.effects.followed >= mostFollowed) {
    run.effects.limited = true;
    return undefined;
  }
  const modules = new Set([target.module]);
  const entry: Entry = { effect: nothing, isRunning: true, wasAsked: false, limited: false, dependent: [], modules };
  const { limited } = run.effects;
  const budget = run.budget.left;
  run.effects.limited = false;
  byShape.set(inputs.shape, entry);
  running.push(entry);
  run.effects.needed.push(modules);
  for (let round = 0; round < mostRounds; round++) {
    const before = entry.effect;
    entry.wasAsked = false;
    for (const forget of entry.dependent.splice(0)) forget();
    run.effects.followed++;
    entry.effect = findEffect(run, target, inputs);
    if (!entry.wasAsked || sameEffect(before, entry.effect)) break;
  }
  entry.isRunning = false;
  running.pop();
  run.effects.needed.pop();
  noteNeeded(run, modules);
  for (const outer of running) if (outer.wasAsked) outer.dependent.push(() => byShape.delete(inputs.shape));
  // What a used-up budget cut short is not kept for others.
  if (run.budget.left <= 0) byShape.delete(inputs.shape);
  else if (!run.effects.limited && !running.some(({ wasAsked }) => wasAsked))
    run.effects.kept?.keep(target, inputs.shape, entry.effect, modules, budget - run.budget.left);
  entry.limited = run.effects.limited;
  run.effects.limited ||= limited;
  return entry.effect;
}

const finished = { isRunning: false, wasAsked: false, limited: false, dependent: [] };

/** What was found out from these files is part of all that is being found out. */
export function noteNeeded({ effects }: Run, modules: Iterable<Module>): void {
  for (const needed of effects.needed) for (const module of modules) needed.add(module);
}

function sameEffect(a: Effect, b: Effect): boolean {
  return (
    sameValue(a.returned, b.returned) &&
    a.sinks.length === b.sinks.length &&
    sameValues(a.writes, b.writes) &&
    sameValues(a.raised, b.raised)
  );
}

function sameValues(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => sameValue(value, b.get(key) ?? clean));
}

/** Follows the body once, in a run of its own that knows nothing but the inputs. */
function findEffect(run: Run, target: Target, inputs: AbstractInputs): Effect {
  const { node } = target;
  const sinks: { sink: SinkHit; flow: Flow }[] = [];
  const handed: { key: string; args: readonly Value[] }[] = [];
  const parameters = childrenOf(node, "parameter");
  const inner = innerRun(run, target, {
    reach: (sink, flow) => {
      if (flow.origin.kind === "input") sinks.push({ sink, flow });
      // What another file does by itself is said there.
      else if (target.module === run.module) run.reach(sink, flow);
    },
    callHanded: (key, args) => {
      handed.push({ key, args });
      return whole([{ origin: inputOrigin(run.origins, `=${key}`, defaultLabel), steps: undefined }]);
    },
  });
  inner.constants = inputs.constants;
  const ids = bindInputs(inner, parameters, inputs.values, inputs.functions);
  const entry = inner.state?.fork();
  keepInFields(inner, parameters, ids.get("this"));
  inner.rebound.clear();
  const body = childOf(node, "body");
  const result = body ? inner.evaluate(body) : clean;
  // Once more, as the constructor may have checked it.
  keepInFields(inner, parameters, ids.get("this"));
  const ended = joinStates(inner.state, inner.frame.ended);
  return {
    returned: body?.kind === "block" ? inner.frame.returned : result,
    raised: inner.frame.raised ?? new Map(),
    returns: ended !== undefined || run.budget.left <= 0,
    writes: entry && ended ? writesOf(inner, node, ids, entry, ended) : new Map(),
    sinks: shortest(sinks),
    handed,
  };
}

/** A run that begins at a function and knows nothing of what is around it. */
export function innerRun(run: Run, { node, module }: Target, answers: Pick<Run, "reach" | "callHanded">): Run {
  const there = module === run.module ? run : { ...run, ...run.unitOf(module) };
  noteNeeded(run, [module]);
  const inner: Run = {
    ...there,
    ...answers,
    state: new State(run.budget),
    scope: openScope("function", node.start, scopeAround(there, node)),
    jumps: [],
    frame: { node, ended: undefined, returned: clean, raised: new Map(), lambdas: [] },
    thrown: undefined,
    raised: undefined,
    insideSources: [],
    insideSinks: [],
    executors: [],
    propagated: new Map(),
    inSinkParts: new Map(),
    sinkInput: undefined,
    fields: undefined,
    receiver: undefined,
    handedFunctions: new Map(),
    constants: noConstants,
    rebound: new Set(),
  };
  inner.evaluate = run.evaluatorOf(inner);
  return inner;
}

/**
 * Gives its inputs to a function whose run begins.
 *
 * @returns The ids of the variables that they went into, by key.
 */
export function bindInputs(
  run: Run,
  parameters: readonly Node[],
  values: Inputs,
  functions: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const { scope } = run;
  const ids = new Map<string, string>();
  for (const [key, value] of values) {
    const own = key === "this" || key === "arguments";
    const id = own ? bindName(scope, key) : key.startsWith("$") ? key.slice(1) : undefined;
    if (id === undefined) continue;
    run.state?.set(id, value);
    if (key === "this") ids.set(key, id);
  }
  if (!ids.has("this") && !run.frame.node?.text.includes("arrow")) ids.set("this", bindName(scope, "this"));
  for (const [index, parameter] of parameters.entries()) {
    const target = childOf(parameter, "target");
    const value = values.get(String(index)) ?? clean;
    bindParameter(run, parameter, target ? stepped(value, target, `${handedOverAs}\`${target.text || "a part of it"}\``) : value);
    const id = target?.kind === "name" ? nameIn(scope, target.text) : undefined;
    if (id === undefined) continue;
    ids.set(String(index), id);
    if (functions.has(String(index))) run.handedFunctions.set(id, String(index));
  }
  return ids;
}

/** `constructor(private readonly name: string)` gives a field its value, too. */
function keepInFields(run: Run, parameters: readonly Node[], self: string | undefined): void {
  for (const parameter of parameters) {
    const target = childOf(parameter, "target");
    const isField = parameter.children.some(({ kind, text }) => kind === "other" && fieldModifier.test(text));
    if (self === undefined || target?.kind !== "name" || !isField || !run.state) continue;
    writePlace(run, { id: self, path: [`.${target.text}`], exact: true }, run.evaluate(target));
  }
}

const fieldModifier = /^(?:private|protected|public|readonly)$/;

/** A parameter that was given another value is the function's own from there on. */
function writesOf(run: Run, node: Node, ids: ReadonlyMap<string, string>, entry: State, ended: State): Inputs {
  const writes = new Map<string, Value>();
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  for (const id of ended.changedSince(entry)) {
    const key = keys.get(id);
    if (key !== undefined) {
      if (!run.rebound.has(id)) writes.set(key, ended.get(id));
    } else if (isOutside(id, node)) writes.set(`$${id}`, ended.get(id));
  }
  return writes;
}

/** Whether a variable belongs to the code around a function. */
function isOutside(id: string, node: Node): boolean {
  const scope = id.slice(id.lastIndexOf("@") + 1);
  return scope === "" || Number(scope) < node.start || Number(scope) >= node.end;
}

/** The scopes in which the function was made; for one that was not met yet, empty ones with the same variables. */
export function scopeAround(run: Run, node: Node): Scope {
  const met = run.scopes.get(node);
  if (met) return met;
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === "function" || at.kind === "class") {
      const scope = openScope(at.kind, at.start, scopeAround(run, at));
      if (at.kind === "function") declareOwn(scope, at);
      return scope;
    }
  return run.fileScope;
}

/** One flow for each sink and origin. */
function shortest(sinks: readonly { readonly sink: SinkHit; readonly flow: Flow }[]): Effect["sinks"] {
  const bySink = new Map<SinkHit, readonly Flow[]>();
  for (const { sink, flow } of sinks) bySink.set(sink, joinFlows(bySink.get(sink) ?? [], [flow]));
  return [...bySink].flatMap(([sink, flows]) => flows.map((flow) => ({ sink, flow })));
}

/** Whether a function is there to be followed: one without a body, or that only says it is not implemented, says nothing. */
export function hasBody(node: Node): boolean {
  const body = childOf(node, "body");
  if (!body) return false;
  if (body.kind !== "block") return true;
  return (
    body.children.length === 0 ||
    !body.children.every(
      (statement) =>
        statement.kind === "string" ||
        (statement.kind === "other" && statement.children.length === 0) ||
        (statement.kind === "throw" &&
          /NotImplemented/.test(statement.children[0]?.text || statement.children[0]?.children[0]?.text || "")),
    )
  );
}

/** Joins what several functions do, any of which a call may run. */
export function joinValues(values: readonly Value[]): Value {
  return values.reduce(join, clean);
}
