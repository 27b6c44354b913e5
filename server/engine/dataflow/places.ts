/** Variables and their fields as places that can be written. */

import { childOf, type Node } from "../tree/node.ts";
import { arrivedAt } from "./arrivals.ts";
import { flowsFrom, isWanted } from "./labels.ts";
import type { SourceHit } from "./roles.ts";
import type { Run } from "./run.ts";
import { reportSink } from "./sinks.ts";
import { bindName, byVariable, controlId, functionScope, nameIn, resolve, type Scope } from "./state.ts";
import { staticValue } from "./staticValue.ts";
import { anyPart, clean, flowsIn, isClean, join, joinFlows, partOf, stepped, type Value, whole, withPart } from "./value.ts";

/** A variable, or a field or element of it. */
export interface Place {
  readonly id: string;
  /** Parts, outermost first. */
  readonly path: readonly string[];
  /** False when an element is not known: writing it changes "one of them". */
  readonly exact: boolean;
}

const deepestPath = 5;
/** In the documented language all elements are one part, whatever their index. */
export const anyElement = "[]";

/** In the documented language a name stands for what was bound before it in the text. */
function boundFrom(run: Run, name: Node): number {
  return run.precise ? 0 : name.start;
}

/** The place that an expression names; undefined for the result of a call and the like. Evaluates nothing. */
export function placeOf(run: Run, node: Node, write: boolean): Place | undefined {
  const path: string[] = [];
  let exact = true;
  let at: Node | undefined = node;
  while (at && at.kind !== "name") {
    if (at.kind === "member") path.unshift(`.${at.text}`);
    else if (at.kind === "index") {
      const key = run.precise ? indexKey(run, at) : anyElement;
      if (key === undefined) {
        exact = false;
        path.length = 0;
      } else path.unshift(key);
    } else return undefined;
    at = at.children[0];
  }
  if (!at) return undefined;
  if (path.length > deepestPath) {
    exact = false;
    path.length = deepestPath;
  }
  const from = boundFrom(run, at);
  const id = resolve(run.scope, at.text, from) ?? (write ? bindName(homeOf(run), at.text, from) : undefined);
  return id === undefined ? undefined : { id, path, exact };
}

/** The part that a constant index names. */
export function indexKey(run: Run, node: Node): string | undefined {
  const index = childOf(node, "argument");
  const [object] = node.children;
  if (!index || node.children.length !== 2) return undefined;
  const constant = run.precise ? staticValue(index, run.module.context) : undefined;
  if (typeof constant !== "number" || constant >= 0 || object?.kind !== "name") return keyOfConstant(run, index);
  // Counted from the end.
  const id = resolve(run.scope, object.text);
  const size = id === undefined ? undefined : run.state?.sizeOf(id);
  return size === undefined ? undefined : keyOf(run, size + constant);
}

/** The part that a constant key names, in an index or an object literal. */
export function keyOfConstant(run: Run, key: Node): string | undefined {
  const text =
    key.kind === "string" || key.kind === "number" || (key.role === "key" && key.kind === "name" && key.parent?.text !== "[]")
      ? key.text
      : undefined;
  const constant = text ?? run.resolveConstant(key) ?? (run.precise ? staticValue(key, run.module.context) : undefined);
  return constant === undefined || constant === null ? undefined : keyOf(run, constant);
}

function keyOf(run: Run, key: string | number | boolean): string {
  return run.dialect.keysAreFields ? `.${key}` : `[${key}`;
}

export function readPlace(run: Run, place: Place): Value {
  let value = run.state?.get(place.id) ?? clean;
  for (const part of place.path) value = part === anyElement ? anyPart(value) : partOf(value, part);
  return place.exact ? value : anyPart(value);
}

/** Methods that give the same again when they are asked the same: `request.args.get("q")`. */
const getters = new Set(["get", "header", "param", "query"]);

/**
 * Names an expression that reads the same in two places: a chain of members and constant indexes, and getters asked for a constant,
 * with or without a constant for where there is none.
 * The variable that it begins with stands first, then a space.
 */
export function guardKey(run: Run, node: Node): string | undefined {
  const [object, ...rest] = node.children;
  if (node.kind === "name") return `${resolve(run.scope, node.text) ?? node.text} `;
  if (!object) return undefined;
  if (node.kind === "member") return keyAfter(run, object, `.${node.text}`);
  if (node.kind === "index") return keyAfter(run, object, indexKey(run, node) ?? variableKey(run, node));
  const element = elementOf(run, node);
  if (element) return keyAfter(run, element.table, element.key);
  const [key] = rest;
  if (node.kind !== "call" || object.kind !== "member" || !getters.has(object.text) || !key || rest.length > 1) return undefined;
  const asked = keyOfConstant(run, key);
  return asked === undefined ? undefined : keyAfter(run, object, `(${asked})`);
}

/** `body[key]`: as long as `key` is not given another value, it reads the same. */
function variableKey(run: Run, { children: [, index, another] }: Node): string | undefined {
  const id = index?.kind === "name" && !another ? resolve(run.scope, index.text) : undefined;
  return id === undefined ? undefined : byVariable(id);
}

/** `table.get("key")`, `table.get("key", "")` of Python: what stands under the key, as in `table["key"]`. */
function elementOf(run: Run, node: Node): { readonly table: Node; readonly key: string } | undefined {
  const [callee, key, fallback, another] = node.children;
  const [table] = callee?.children ?? [];
  if (run.dialect.keysAreFields || node.kind !== "call" || callee?.kind !== "member" || callee.text !== "get") return undefined;
  if (!table || !key || another || (fallback && !isLiteral(fallback))) return undefined;
  const asked = keyOfConstant(run, key);
  return asked === undefined ? undefined : { table, key: asked };
}

/** As `placeOf`, also for an element that is asked for by `get`. */
export function placeRead(run: Run, node: Node): Place | undefined {
  const element = elementOf(run, node);
  const place = placeOf(run, element?.table ?? node, false);
  return place && element ? { ...place, path: [...place.path, element.key] } : place;
}

/** What is given where there is nothing: it stands in the program. */
function isLiteral({ kind }: Node): boolean {
  return kind === "string" || kind === "number" || kind === "null" || kind === "boolean";
}

function keyAfter(run: Run, object: Node, part: string | undefined): string | undefined {
  const before = part === undefined ? undefined : guardKey(run, object);
  return before === undefined ? undefined : before + part;
}

/** Replaces the place's value; an element that is not known keeps what it may have been. */
export function writePlace(run: Run, place: Place, value: Value): void {
  const { state } = run;
  if (!state) return;
  const before = state.get(place.id);
  if (place.exact) {
    // Recorded: a harmless element makes what it is an element of harmless.
    const element = isClean(value) ? place.path.indexOf(anyElement) : -1;
    setVariable(run, place.id, withPart(before, element < 0 ? place.path : place.path.slice(0, element), value));
    return;
  }
  if (isClean(value)) return;
  let old = before;
  for (const part of place.path) old = partOf(old, part);
  setVariable(run, place.id, withPart(before, place.path, { flows: joinFlows(old.flows, flowsIn(value)), parts: old.parts }));
}

function setVariable(run: Run, id: string, value: Value): void {
  run.state?.set(id, value);
  run.thrown?.set(id, join(run.thrown.get(id) ?? clean, value));
}

/**
 * Gives a value to a target: a name, a member, an index, or a pattern that takes it apart.
 *
 * @param declares The names in the target are new in `run.scope`.
 */
export function assignTo(run: Run, target: Node, value: Value, declares: boolean): void {
  if (!run.state) return;
  giveTo(run, target, value, declares);
  if (run.precise) return;
  // Recorded: a source that names by side effect what is written, as in `$A = clean(...)`, stands there afterwards.
  const named = run.roles.sources.at(target).filter(({ bySideEffect }) => bySideEffect === true);
  if (named.length > 0) for (const written of placesIn(target)) applySideEffects(run, written, named);
}

/** Sources that change the variable they name, or all that runs after them. */
export function applySideEffects(run: Run, node: Node, sources: readonly SourceHit[]): void {
  for (const source of sources) {
    const place = source.control ? wayHere : source.bySideEffect ? placeOf(run, node, true) : undefined;
    if (!place) continue;
    const before = readPlace(run, place);
    if (!isWanted(source, before.flows)) continue;
    writePlace(run, place, {
      flows: joinFlows([{ origin: source.origin, steps: undefined }], before.flows),
      parts: before.parts,
    });
  }
}

const wayHere = { id: controlId, path: [], exact: true };

/** The names and members that a target is made of. */
function placesIn(target: Node): readonly Node[] {
  if (target.kind === "name" || target.kind === "member" || target.kind === "index") return [target];
  return target.children.filter(({ role }) => role !== "key" && role !== "default").flatMap(placesIn);
}

function giveTo(run: Run, target: Node, value: Value, declares: boolean): void {
  if (!run.precise && isAsserted(run, target)) {
    evaluateAround(run, target);
    return;
  }
  switch (target.kind) {
    case "name":
      assignName(run, target, value, declares);
      return;
    case "member":
    case "index":
      evaluateAround(run, target);
      assignPlace(run, target, value);
      return;
    case "array":
    case "tuple":
    case "set":
      assignElements(run, target, run.options.onlyAssignments ? (value.parts?.get(anyElement) ?? clean) : value, declares);
      return;
    case "object":
      for (const child of target.children) {
        const held = child.kind === "spread" && run.precise ? restOf(run, target, value) : value;
        assignPair(run, child, run.options.onlyAssignments ? { flows: clean.flows, parts: held.parts } : held, declares);
      }
      return;
    case "assign":
    case "parameter":
      assignDefaulted(run, target, value, declares);
      return;
    case "spread":
      for (const child of target.children) assignTo(run, child, run.precise ? value : clean, declares);
      return;
    default: {
      const held = run.precise && !isOfNumberType(target) ? anyPart(value) : clean;
      for (const child of target.children) assignTo(run, child, held, declares);
    }
  }
}

/** Semgrep knows no place that is written to in `x!.y = ...` and `(x as T).y = ...`. */
function isAsserted(run: Run, target: Node): boolean {
  const { casts } = run.module.context.tree;
  if (!casts?.size) return false;
  let at: Node | undefined = target;
  for (; at?.kind === "member" || at?.kind === "index"; at = at.children[0]) if (casts.has(at)) return true;
  return at !== undefined && casts.has(at);
}

/** `case int(times):` matches numbers only. */
function isOfNumberType({ type, children }: Node): boolean {
  return type === "class_pattern" && /^(?:int|float|bool|complex)$/.test(children[0]?.text ?? "");
}

/** Makes the names of a target known without running anything. */
export function declareTargets(run: Run, target: Node, declares: boolean): void {
  if (target.kind === "name") {
    variableFor(run, target, declares);
    return;
  }
  if (target.kind === "member" || target.kind === "index") return;
  for (const child of target.children) if (child.role !== "key" && child.role !== "default") declareTargets(run, child, declares);
}

function variableFor(run: Run, name: Node, declares: boolean): string {
  // What a comprehension binds is known in all of it.
  const from = !run.precise && run.scope.kind === "block" ? run.scope.start : boundFrom(run, name);
  const anew = !run.precise && !run.dialect.assignmentDeclares;
  if (declares) return bindName(run.scope, name.text, from, anew);
  const home = functionScope(run.scope);
  if (run.dialect.assignmentDeclares) {
    // A comprehension's or block's own name comes first, then the function's.
    const near = nameIn(run.scope, name.text, from) ?? nameIn(home, name.text, from);
    return near ?? bindName(home, name.text, from);
  }
  return resolve(run.scope, name.text, from) ?? bindName(homeOf(run), name.text, from);
}

/** Whose variable a name becomes that is written and declared nowhere; in the documented language one of the file, unless it is Python. */
function homeOf({ precise, dialect, scope }: Run): Scope {
  let home = functionScope(scope);
  if (!precise && !dialect.assignmentDeclares) while (home.outer) home = home.outer;
  return home;
}

function assignName(run: Run, target: Node, value: Value, declares: boolean): void {
  const id = variableFor(run, target, declares);
  run.state?.unguard(id);
  run.rebound.add(id);
  run.state?.setSize(id, undefined);
  const held = withDeclared(run, target, withArrived(run, target, value));
  setVariable(run, id, stepped(held, target, `assigned to \`${target.text}\``));
  checkTarget(run, target, held);
}

function assignPlace(run: Run, target: Node, value: Value): void {
  const place = placeOf(run, target, true);
  if (place) run.state?.unguard(place.id);
  const held = withArrived(run, target, value);
  if (place) writePlace(run, place, stepped(held, target, `stored in \`${shortText(target)}\``));
  checkTarget(run, target, held);
}

/** A propagator may bring data to the place that is written. */
function withArrived(run: Run, target: Node, value: Value): Value {
  const arrived = arrivedAt(run, target);
  return arrived.length === 0 ? value : { flows: joinFlows(value.flows, arrived), parts: value.parts };
}

/** A rule may name what a pattern takes out of an object as a source: `const { query } = req`. */
function withDeclared(run: Run, target: Node, value: Value): Value {
  const inPattern =
    target.parent?.kind === "object" || target.parent?.parent?.kind === "object" || target.parent?.kind === "array";
  if (!run.precise || !inPattern) return value;
  const flows = flowsFrom(run.roles.sources.at(target), flowsIn(value));
  return flows.length === 0 ? value : { flows: joinFlows(flows, value.flows), parts: value.parts };
}

/** A sink may be the place that is written. */
function checkTarget(run: Run, target: Node, value: Value): void {
  for (const sink of run.roles.sinks.at(target)) reportSink(run, sink, flowsIn(value));
}

function evaluateAround(run: Run, target: Node): void {
  for (const child of target.children)
    if (child.role !== "property" && (run.precise || child.kind !== "slice")) run.evaluate(child);
}

function assignElements(run: Run, target: Node, value: Value, declares: boolean): void {
  let index = 0;
  let from = target.start;
  for (const child of target.children) {
    // `[, second]`: what is left out leaves no node.
    if (run.precise && run.dialect.keysAreFields)
      index += run.module.context.tree.text.slice(from, child.start).split(",").length - (from === target.start ? 1 : 2);
    from = child.end;
    const key = run.dialect.keysAreFields ? `.${index}` : `[${index}`;
    assignTo(
      run,
      child,
      child.kind === "spread" ? whole(flowsIn(value)) : run.precise ? partOf(value, key) : elementFor(run, child, value),
      declares,
    );
    index++;
  }
}

/** Where only assignments pass data on, a list inside the pattern takes it out of a list again. */
function elementFor(run: Run, { kind }: Node, value: Value): Value {
  const element = anyPart(value);
  const nested = run.options.onlyAssignments && (kind === "array" || kind === "tuple") && !isClean(element);
  return nested ? withPart(clean, [anyElement], element) : element;
}

/** What `{ a, ...rest }` leaves for the rest. */
function restOf(run: Run, pattern: Node, value: Value): Value {
  let rest = value;
  for (const child of pattern.children) {
    const key = child.kind === "pair" ? child.children[0] : undefined;
    const name = key && keyOfConstant(run, key);
    if (name !== undefined) rest = withPart(rest, [name], clean);
  }
  return rest;
}

function assignPair(run: Run, child: Node, value: Value, declares: boolean): void {
  if (child.kind !== "pair") {
    assignTo(run, child, value, declares);
    return;
  }
  const [key, target] = child.children;
  if (!key || !target) return;
  const name = keyOfConstant(run, key);
  const inner = target.kind === "assign" ? childOf(target, "target") : target;
  // Recorded: the documented language loses what a computed key, a list, a field and `{a = 1}` in an object pattern get.
  const shorthand = target !== inner && inner?.start === key.start;
  const lost = key.start !== child.start || shorthand || inner?.kind === "array" || inner?.kind === "member";
  if (!run.precise && lost) {
    assignTo(run, target, clean, declares);
    return;
  }
  const held = name === undefined ? anyPart(value) : partOf(value, name);
  assignTo(run, target, target.kind === "name" ? held : withDeclared(run, target, held), declares);
}

/** `a = 1` in a pattern or a parameter list: the default is possible too. */
function assignDefaulted(run: Run, target: Node, value: Value, declares: boolean): void {
  const inner = childOf(target, "target");
  const fallback = childOf(target, "default") ?? childOf(target, "value");
  const defaulted = fallback && run.precise ? run.evaluate(fallback) : clean;
  if (inner) assignTo(run, inner, run.precise ? join(value, defaulted) : value, declares);
}

function shortText(node: Node): string {
  if (node.kind === "name") return node.text;
  const [object] = node.children;
  if (node.kind === "member" && object) return `${shortText(object)}.${node.text}`;
  return object ? `${shortText(object)}[…]` : "…";
}
