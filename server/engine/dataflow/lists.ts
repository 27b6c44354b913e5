/** Lists whose elements stand at known places: what adding and taking away does to them. */

import { childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Given } from "./callKnown.ts";
import { type Place, placeOf, readPlace, writePlace } from "./places.ts";
import type { Run } from "./run.ts";
import { staticValue } from "./staticValue.ts";
import { clean, type Flow, flowsIn, joinFlows, partOf, stepped, type Value, whole, withPart } from "./value.ts";

const adding = new Set(["append", "push"]);
const taking = new Set(["pop", "shift", "popleft"]);
const inserting = new Set(["insert", "unshift", "appendleft"]);
const mixing = new Set(["remove", "extend", "splice", "sort", "reverse", "fill", "copyWithin", "rotate", "extendleft"]);

const changedNames = new Notes<Tree, ReadonlySet<string>>();

/** Names of variables whose lists are changed, or counted from their end, somewhere in the file: only of these the length matters. */
function changedLists(tree: Tree): ReadonlySet<string> {
  const known = changedNames.get(tree);
  if (known) return known;
  const names = new Set<string>();
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const [object] = node.kind === "member" ? node.children : [];
    if (object?.kind === "name" && node.role === "callee" && changes(node.text)) names.add(object.text);
    const [target] = node.kind === "assign" && node.text === "+=" ? node.children : [];
    if (target?.kind === "name") names.add(target.text);
    const [list, index] = node.kind === "index" ? node.children : [];
    if (list?.kind === "name" && (node.parent?.kind === "delete" || (index && countsFromEnd(index)))) names.add(list.text);
    for (const child of node.children) if (child.children.length > 0) stack.push(child);
  }
  changedNames.set(tree, names);
  return names;
}

function countsFromEnd({ kind, text, children }: Node): boolean {
  return kind === "unary" ? text === "-" : kind === "slice" && children.some(countsFromEnd);
}

function changes(method: string): boolean {
  return adding.has(method) || taking.has(method) || inserting.has(method) || mixing.has(method);
}

/** Notes how long the list is that a variable was given, where that is plain to see. */
export function noteSize(run: Run, target: Node, source: Node): void {
  if (!run.precise || target.kind !== "name") return;
  const size = sizeOf(source);
  if (size === undefined || !changedLists(run.module.context.tree).has(target.text)) return;
  const place = placeOf(run, target, true);
  if (place) run.state?.setSize(place.id, size);
}

function sizeOf(source: Node): number | undefined {
  if (source.kind === "array" || source.kind === "tuple")
    return source.children.some(({ kind }) => kind === "spread") ? undefined : source.children.length;
  if (source.kind !== "call" && source.kind !== "new") return undefined;
  const [callee, first, ...others] = source.children;
  if (others.length > 0 || !/^(list|Array|deque)$/.test(callee?.text ?? "")) return undefined;
  return first ? (first.kind === "array" && callee?.text !== "Array" ? sizeOf(first) : undefined) : 0;
}

/** A list that is handed on may be changed under another name. */
export function forgetSize(run: Run, name: Node, id: string): void {
  const { parent, role } = name;
  if (run.state?.sizeOf(id) === undefined && !run.state?.leastSizeOf(id)) return;
  const isUse = role === "object" || (parent?.kind === "loop" && role === "value") || parent?.kind === "return";
  if (!isUse && !(parent?.kind === "call" && /^(len|print|str|join)$/.test(parent.children[0]?.text ?? "")))
    run.state.setSize(id, undefined);
}

/** @returns What the call gives; `undefined` when it is no call of a list of known length. */
export function callList(run: Run, call: Node, given: readonly Given[]): Value | undefined {
  const [callee] = call.children;
  const [object] = callee?.kind === "member" ? callee.children : [];
  if (!callee || object?.kind !== "name" || !changes(callee.text)) return undefined;
  const place = placeOf(run, object, false);
  if (!place || !run.state) return undefined;
  const size = run.state.sizeOf(place.id);
  const note = `put into \`${object.text}\``;
  const values = given.map(({ value }) => stepped(value, object, note));
  const list = readPlace(run, place);
  if (callee.text === "extend" || (size === undefined && adding.has(callee.text)))
    return lengthen(run, place, values.flatMap(flowsIn)) ? clean : undefined;
  if (size === undefined) return undefined;
  if (adding.has(callee.text)) {
    const added = values.reduce((all, value, at) => withPart(all, [elementKey(run, size + at)], value), list);
    return change(run, place, added, size + values.length);
  }
  const position = positionOf(run, callee.text, childrenOf(call, "argument")[0], size);
  if (position === undefined || mixing.has(callee.text)) {
    change(run, place, whole([...flowsIn(list), ...values.flatMap(flowsIn)]), undefined);
    return whole(flowsIn(list));
  }
  if (taking.has(callee.text)) {
    change(run, place, moved(run, list, position + 1, size, -1), size - 1);
    return partOf(list, elementKey(run, position));
  }
  const inserted = callee.text === "insert" ? values.slice(1) : values;
  const apart = moved(run, list, position, size, inserted.length);
  const filled = inserted.reduce((all, value, at) => withPart(all, [elementKey(run, position + at)], value), apart);
  return change(run, place, filled, size + inserted.length);
}

/** `del items[0]`, `del table["key"]`. */
export function deleteElement(run: Run, target: Node): void {
  const place = run.precise && target.kind === "index" ? placeOf(run, target, false) : undefined;
  const [object, index] = target.children;
  if (!place || !run.state || object?.kind !== "name" || !index || run.dialect.keysAreFields) return;
  const size = run.state.sizeOf(place.id);
  const list = { ...place, path: [], exact: true };
  if (size === undefined) {
    if (index.kind === "string" && place.exact) writePlace(run, place, clean);
    return;
  }
  const position = positionOf(run, "pop", index, size);
  const held = readPlace(run, list);
  if (position === undefined) change(run, list, whole(flowsIn(held)), undefined);
  else change(run, list, moved(run, held, position + 1, size, -1), size - 1);
}

/** `items[1:]`: its elements stand at other places there. */
export function sliceOf(run: Run, object: Node, slice: Node, list: Value): Value | undefined {
  const form = slice.text;
  if (run.dialect.keysAreFields || !/^_?:_?$/.test(form)) return undefined;
  const place = object.kind === "name" ? placeOf(run, object, false) : undefined;
  const size = place && run.state?.sizeOf(place.id);
  const bounds = slice.children.map((bound) => {
    const value = staticValue(bound, run.module.context);
    if (typeof value !== "number" || !Number.isInteger(value)) return undefined;
    return value >= 0 ? value : size === undefined ? undefined : Math.max(0, size + value);
  });
  if (bounds.includes(undefined)) return undefined;
  const start = form.startsWith("_") ? (bounds[0] ?? 0) : 0;
  const stop = form.endsWith("_") ? (bounds.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
  let taken = whole(list.flows);
  for (const [key, part] of list.parts ?? []) {
    const index = /^\[(\d+)$/.exec(key)?.[1];
    const at = Number(index);
    if (index === undefined) taken = withPart(taken, [key], part);
    else if (at >= start && at < stop) taken = withPart(taken, [elementKey(run, at - start)], part);
  }
  return taken;
}

/**
 * Puts something behind the elements that a list has in any case.
 *
 * @returns Whether it has some.
 */
function lengthen(run: Run, place: Place, added: readonly Flow[]): boolean {
  const least = run.state?.leastSizeOf(place.id) ?? 0;
  if (least === 0) return false;
  const list = readPlace(run, place);
  change(run, place, beginsAs(run, list, least, joinFlows(flowsIn(list), added)), undefined);
  run.state?.setLeastSize(place.id, least);
  return true;
}

/** Elements of a list that are known one by one where it goes on with what is not. */
const mostKnown = 4;

/** The first elements as they are in a list, and `others` anywhere behind them. */
export function beginsAs(run: Run, list: Value, known: number, others: readonly Flow[]): Value {
  let value: Value = { flows: others, parts: list.parts };
  for (let index = 0; index < Math.min(known, mostKnown); index++)
    value = withPart(value, [elementKey(run, index)], partOf(list, elementKey(run, index)));
  return value;
}

/** `command += [...]`, where it is known to be a list that holds something. */
export function addAtEnd(run: Run, assign: Node, target: Node, value: Value): boolean {
  if (!run.precise || assign.text !== "+=" || run.dialect.keysAreFields || target.kind !== "name") return false;
  const place = placeOf(run, target, false);
  return place !== undefined && lengthen(run, place, flowsIn(stepped(value, assign, `added to \`${target.text}\``)));
}

function change(run: Run, place: Place, list: Value, size: number | undefined): Value {
  run.state?.unguard(place.id);
  writePlace(run, place, list);
  run.state?.setSize(place.id, size);
  return clean;
}

/** Which element is taken, or where one is put; undefined when that is not known. */
function positionOf(run: Run, method: string, argument: Node | undefined, size: number): number | undefined {
  if (method === "shift" || method === "unshift" || method === "popleft" || method === "appendleft") return 0;
  if (!argument) return size > 0 ? size - 1 : undefined;
  const index = staticValue(argument, run.module.context);
  if (typeof index !== "number" || !Number.isInteger(index)) return undefined;
  const position = index < 0 ? size + index : index;
  return position >= 0 && position <= size ? position : undefined;
}

/** The elements from a place on, moved by so many places. */
function moved(run: Run, list: Value, from: number, size: number, by: number): Value {
  let result = list;
  const held = Array.from({ length: size }, (_, index) => partOf(list, elementKey(run, index)));
  for (let index = from; index < size; index++) result = withPart(result, [elementKey(run, index + by)], held[index] ?? clean);
  // What is left over at the end, or opened up in between, holds nothing.
  for (let gap = by < 0 ? size + by : from; gap < (by < 0 ? size : from + by); gap++)
    result = withPart(result, [elementKey(run, gap)], clean);
  return result;
}

export function elementKey(run: Run, index: number): string {
  return run.dialect.keysAreFields ? `.${index}` : `[${index}`;
}
