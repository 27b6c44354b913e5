/** What is known of a value: which untrusted data is in it, and in which of its parts. */

import type { Match } from "../patterns/match.ts";
import type { Span } from "../tree/span.ts";
import type { Module } from "./targets.ts";

/**
 * Where untrusted data begins: at a source, or, while it is found out what a function does, in whatever is handed to it. Such an input
 * is replaced by what a call hands over.
 */
export type Origin =
  /** `label`: what the rule calls data from here. `module`: the file that the source is in. */
  | { readonly kind: "source"; readonly match: Match; readonly label: string; readonly module: Module; readonly pathless?: never }
  /** Some source of several rules, while it is found out which of them have anything to find: the way from there does not matter. */
  | { readonly kind: "any"; readonly label: string; readonly pathless: true }
  /** `key`: which input, with the parts of it: see `inputs.ts`. `pathless`: the sources are of the kind "any". */
  | { readonly kind: "input"; readonly key: string; readonly label: string; readonly pathless?: boolean };

/** How a step passes data on, where it is more than a step within a function; `shared`: one function left it for another, which may run first. */
export type Crossing = "function" | "file" | "unknown call" | "shared";

/** A step of a path, the newest first. */
export interface Step {
  readonly span: Span;
  readonly note: string;
  readonly crossing?: Crossing;
  /** The file that the span is in, where it is not the one that is followed. */
  readonly module?: Module;
  readonly before: Step | undefined;
  /** Number of steps from the source. */
  readonly length: number;
}

/** Untrusted data of one origin and how it got here. */
export interface Flow {
  readonly origin: Origin;
  readonly steps: Step | undefined;
}

/**
 * `flows`: data in the value as a whole, and in every part that `parts` does not name. `parts`: what is known of single fields
 * and elements; they take precedence, so a part can be clean in a value that is not.
 */
export interface Value {
  readonly flows: readonly Flow[];
  readonly parts: ReadonlyMap<string, Value> | undefined;
  /** Number of values in it, itself included, where it was counted. */
  readonly size?: number;
}

export const clean: Value = { flows: [], parts: undefined };

/** More origins of one value than this tell a person nothing new. */
const maxFlows = 8;
const maxParts = 48;
/** An object whose parts have parts, and so on, is known no deeper than this allows: every call that takes it goes through all of it. */
const maxSize = 96;
const maxSteps = 24;

export function isClean(value: Value): boolean {
  return value.flows.length === 0 && value.parts === undefined;
}

/** Whether untrusted data is in the value or one of its parts. */
export function isTainted(value: Value): boolean {
  if (value.flows.length > 0) return true;
  for (const part of value.parts?.values() ?? []) if (isTainted(part)) return true;
  return false;
}

/** All data in a value, its parts included: what a function that takes the value may see. */
export function flowsIn(value: Value): readonly Flow[] {
  if (value.parts === undefined) return value.flows;
  let flows = value.flows;
  for (const part of value.parts.values()) flows = joinFlows(flows, flowsIn(part));
  return flows;
}

/** The value without what is known of its parts. */
export function whole(flows: readonly Flow[]): Value {
  return flows.length === 0 ? clean : { flows, parts: undefined };
}

/** Either is possible. */
export function join(a: Value, b: Value): Value {
  if (a === b || isClean(b)) return a === b || !a.parts ? a : joinParts(a, b);
  if (isClean(a) && !b.parts) return b;
  if (!a.parts && !b.parts) return whole(joinFlows(a.flows, b.flows));
  return joinParts(a, b);
}

function joinParts(a: Value, b: Value): Value {
  const parts = new Map<string, Value>();
  for (const name of new Set([...(a.parts?.keys() ?? []), ...(b.parts?.keys() ?? [])]))
    parts.set(name, join(partOf(a, name), partOf(b, name)));
  return simplified(joinFlows(a.flows, b.flows), parts);
}

/** Parts that say no more than the whole are left out. */
function simplified(flows: readonly Flow[], parts: Map<string, Value>): Value {
  for (const [name, part] of parts) if (!part.parts && sameFlows(part.flows, flows)) parts.delete(name);
  if (parts.size > maxParts) {
    let all = flows;
    for (const part of parts.values()) all = joinFlows(all, flowsIn(part));
    return whole(all);
  }
  if (parts.size === 0) return whole(flows);
  const size = sizeOf({ flows, parts });
  if (size <= maxSize) return { flows, parts, size };
  for (const [name, part] of parts) if (part.parts) parts.set(name, whole(flowsIn(part)));
  return simplified(flows, parts);
}

function sizeOf({ parts, size }: Value): number {
  if (!parts || size !== undefined) return size ?? 1;
  let sum = 1;
  for (const part of parts.values()) sum += sizeOf(part);
  return sum;
}

/** Of two paths to one origin the shorter one stays. */
export function joinFlows(a: readonly Flow[], b: readonly Flow[]): readonly Flow[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  let joined: Flow[] | undefined;
  for (const flow of b) {
    const at = (joined ?? a).findIndex((other) => other.origin === flow.origin);
    const known = (joined ?? a)[at];
    if (known && lengthOf(known) <= lengthOf(flow)) continue;
    joined ??= [...a];
    if (known) joined[at] = flow;
    else if (joined.length < maxFlows) joined.push(flow);
  }
  return joined ?? a;
}

function lengthOf(flow: Flow): number {
  return flow.steps?.length ?? 0;
}

/** What stands under keys that are not known, in a dictionary whose keys are something else than its values. */
export const anyKey = "[*";

/** What stands somewhere in a list of Python. */
export const someElement = "[+";

/** The value of a field or element. */
export function partOf(value: Value, name: string): Value {
  const { parts } = value;
  if (!parts) return value;
  return parts.get(name) ?? join(join(whole(value.flows), parts.get(anyKey) ?? clean), parts.get(someElement) ?? clean);
}

/** Any one element: the whole and every known part. */
export function anyPart(value: Value): Value {
  let any = whole(value.flows);
  for (const part of value.parts?.values() ?? []) any = join(any, part);
  return any;
}

/** Any element of a Python list or tuple; of a dictionary nothing but what may be in any part of it. */
export function listPart(value: Value): Value {
  let any = whole(value.flows);
  for (const [key, part] of value.parts ?? []) if (/^\[(?:\d+|\+)$/.test(key)) any = join(any, part);
  return any;
}

/** The value with a part replaced, `path` outermost first; an empty path replaces it all. */
export function withPart(value: Value, path: readonly string[], part: Value): Value {
  const [name, ...rest] = path;
  if (name === undefined) return part;
  const parts = new Map(value.parts);
  parts.set(name, withPart(partOf(value, name), rest, part));
  return simplified(value.flows, parts);
}

/** The same data one step further. */
export function stepped(value: Value, span: Span, note: string, crossing?: Crossing): Value {
  return isClean(value) || isPathless(value)
    ? value
    : mapFlows(value, (flows) => flows.map((flow) => steppedFlow(flow, span, note, crossing)));
}

/** All data of one run is, or none. */
function isPathless({ flows: [first], parts }: Value): boolean {
  if (first) return first.origin.pathless === true;
  for (const part of parts?.values() ?? []) if (!isClean(part)) return isPathless(part);
  return false;
}

export function steppedFlow(flow: Flow, span: Span, note: string, crossing?: Crossing, module?: Module): Flow {
  if (flow.origin.pathless) return flow;
  const before = flow.steps;
  const length = (before?.length ?? 0) + 1;
  const isSame = before && before.span.start === span.start && before.span.end === span.end && before.module === module;
  if (length > maxSteps || isSame) return flow;
  const more = { ...(crossing ? { crossing } : {}), ...(module ? { module } : {}) };
  return { origin: flow.origin, steps: { span, note, before, length, ...more } };
}

/** The same parts with other data in them. */
export function mapFlows(value: Value, change: (flows: readonly Flow[]) => readonly Flow[]): Value {
  if (isClean(value)) return value;
  const flows = value.flows.length > 0 ? change(value.flows) : value.flows;
  if (!value.parts) return whole(flows);
  const parts = new Map<string, Value>();
  for (const [name, part] of value.parts) parts.set(name, mapFlows(part, change));
  return { flows, parts, size: sizeOf(value) };
}

/** The steps of a flow, the oldest first. */
export function stepsOf({ steps }: Flow): Step[] {
  const list: Step[] = [];
  for (let step = steps; step; step = step.before) list.push(step);
  return list.reverse();
}

/** Same data in the same parts; paths do not count, so loops come to an end. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!sameFlows(a.flows, b.flows) || (a.parts?.size ?? 0) !== (b.parts?.size ?? 0)) return false;
  for (const [name, part] of a.parts ?? []) {
    const other = b.parts?.get(name);
    if (!other || !sameValue(part, other)) return false;
  }
  return true;
}

function sameFlows(a: readonly Flow[], b: readonly Flow[]): boolean {
  return a.length === b.length && a.every((flow) => b.some((other) => other.origin === flow.origin));
}
