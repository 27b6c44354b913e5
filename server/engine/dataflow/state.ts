/** The values of all variables at one point of a program, and the scopes that names stand for. */

import type { Budget } from "../patterns/match.ts";
import { clean, isClean, isTainted, join, sameValue, type Value } from "./value.ts";

/** Stands for the way that led here: holds what control sources brought. No name of a program is empty. */
export const controlId = "";

/** Values that forks share and never write; what stands in a later layer counts. */
type Layer = ReadonlyMap<string, Value>;

/** A state with more changes of its own than this gets a layer for them, so a fork copies few. */
const mostChanges = 64;

/**
 * Values by variable id; an absent variable is clean. A state is layers that it shares with its forks, and its own changes. Layers at
 * least halve in size from one to the next, so forking, joining and reading cost as much as was changed, however long the function is.
 */
export class State {
  private readonly budget: Budget;
  private layers: readonly Layer[];
  private changes: Map<string, Value>;
  /** How many variables hold untrusted data. */
  private tainted: number;
  /** Which ones, where somebody asked since the last change. */
  private taintedNow: readonly string[] | undefined;
  /** Expressions that a guard cleaned although they read a source: see `guardKey`. */
  private guarded: ReadonlySet<string>;
  /** How long the lists in some variables are; with a half, how long at least. */
  private sizes: ReadonlyMap<string, number>;

  /** @param budget Charged for the variables that forks and joins go through. */
  constructor(budget: Budget, from?: State) {
    this.budget = budget;
    this.layers = from?.layers ?? [];
    this.changes = new Map(from?.changes);
    this.tainted = from?.tainted ?? 0;
    this.taintedNow = from?.taintedNow;
    this.guarded = from?.guarded ?? noKeys;
    this.sizes = from?.sizes ?? noSizes;
  }

  fork(): State {
    if (this.changes.size > mostChanges) this.settle();
    this.budget.left -= this.changes.size >> 3;
    return new State(this.budget, this);
  }

  get(id: string): Value {
    return this.changes.get(id) ?? this.inLayers(id) ?? clean;
  }

  set(id: string, value: Value): void {
    this.taintedNow = undefined;
    this.tainted += Number(isTainted(value)) - Number(isTainted(this.get(id)));
    if (isClean(value) && !this.inLayers(id)) this.changes.delete(id);
    else this.changes.set(id, value);
  }

  /** Whether no variable holds untrusted data. */
  isClean(): boolean {
    return this.tainted === 0;
  }

  /** The variables that hold untrusted data. */
  taintedIds(): readonly string[] {
    this.taintedNow ??= this.findTainted();
    return this.taintedNow;
  }

  private findTainted(): string[] {
    const ids = new Set<string>();
    for (const map of [...this.layers, this.changes]) {
      this.budget.left -= map.size >> 3;
      for (const [id, value] of map)
        if (isTainted(value)) ids.add(id);
        else ids.delete(id);
    }
    return [...ids];
  }

  sizeOf(id: string): number | undefined {
    const size = this.sizes.get(id);
    return Number.isInteger(size) ? size : undefined;
  }

  /** How many elements a list has in any case; none where nothing is known. */
  leastSizeOf(id: string): number {
    return Math.floor(this.sizes.get(id) ?? 0);
  }

  setLeastSize(id: string, size: number): void {
    this.setSize(id, size > 0 ? size + 0.5 : undefined);
  }

  /** `undefined`: not known any more. */
  setSize(id: string, size: number | undefined): void {
    if (this.sizes.get(id) === size) return;
    const sizes = new Map(this.sizes);
    if (size === undefined) sizes.delete(id);
    else sizes.set(id, size);
    this.sizes = sizes;
  }

  hasSizes(): boolean {
    return this.sizes.size > 0;
  }

  /** From here on an expression is clean, whatever it reads. */
  guard(key: string): void {
    this.guarded = new Set([...this.guarded, key]);
  }

  isGuarded(key: string): boolean {
    return this.guarded.has(key);
  }

  guardedKeys(): ReadonlySet<string> {
    return this.guarded;
  }

  hasGuards(): boolean {
    return this.guarded.size > 0;
  }

  /** The variable that the keys begin with, or that an index in them is, was written. */
  unguard(id: string): void {
    if (this.guarded.size === 0) return;
    const index = byVariable(id);
    this.guarded = new Set([...this.guarded].filter((key) => !key.startsWith(`${id} `) && !key.includes(index)));
  }

  joined(other: State): State {
    const joined = this.fork();
    // Forking may have given this state another layer; the other's values are what counts.
    for (const id of this.differing(other)) joined.set(id, join(this.get(id), other.get(id)));
    if (this.guarded !== other.guarded) joined.guarded = new Set([...this.guarded].filter((key) => other.guarded.has(key)));
    if (this.sizes !== other.sizes) joined.sizes = joinSizes(this.sizes, other.sizes);
    return joined;
  }

  /** Variables that hold other data than in an earlier state. */
  changedSince(earlier: State): string[] {
    return [...this.differing(earlier)].filter((id) => !sameValue(this.get(id), earlier.get(id)));
  }

  same(other: State): boolean {
    if (this.guarded.size !== other.guarded.size || this.sizes.size !== other.sizes.size) return false;
    for (const [id, size] of this.sizes) if (other.sizes.get(id) !== size) return false;
    for (const id of this.differing(other)) if (!sameValue(this.get(id), other.get(id))) return false;
    return true;
  }

  private inLayers(id: string): Value | undefined {
    for (let at = this.layers.length - 1; at >= 0; at--) {
      const value = this.layers[at]?.get(id);
      if (value) return value;
    }
    return undefined;
  }

  /** Variables whose values may not be the same in both. */
  private differing(other: State): Set<string> {
    const ids = new Set([...this.changes.keys(), ...other.changes.keys()]);
    let shared = 0;
    while (shared < this.layers.length && this.layers[shared] === other.layers[shared]) shared++;
    for (const { layers } of [this, other]) for (const layer of layers.slice(shared)) for (const id of layer.keys()) ids.add(id);
    this.budget.left -= ids.size >> 2;
    return ids;
  }

  /** Turns the changes into a layer, together with the layers that are not much larger. */
  private settle(): void {
    const layers = [...this.layers];
    let newest: Map<string, Value> = this.changes;
    for (let last = layers.at(-1); last && last.size <= 2 * newest.size; last = layers.at(-1)) {
      layers.pop();
      this.budget.left -= (last.size + newest.size) >> 3;
      newest = new Map([...last, ...newest]);
    }
    if (layers.length === 0) for (const [id, value] of newest) if (isClean(value)) newest.delete(id);
    this.layers = [...layers, newest];
    this.changes = new Map();
  }
}

/** The part of a guard's key for an index that is a variable. */
export function byVariable(id: string): string {
  return `[?${id}]`;
}

const noKeys: ReadonlySet<string> = new Set();
const noSizes: ReadonlyMap<string, number> = new Map();

function joinSizes(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const joined = new Map<string, number>();
  for (const [id, size] of a) {
    const other = b.get(id) ?? 0;
    const least = Math.floor(Math.min(size, other));
    if (size === other) joined.set(id, size);
    else if (least > 0) joined.set(id, least + 0.5);
  }
  return joined;
}

/** Both ways are possible; a way that ended (returned, threw) adds nothing. */
export function joinStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b) return a ?? b;
  return a.joined(b);
}

/** A variable that a name stands for, from a place in the text on. */
interface NamedVariable {
  readonly id: string;
  readonly from: number;
}

export interface Scope {
  readonly kind: "file" | "function" | "class" | "block";
  /** Where it starts, which makes ids unique. */
  readonly start: number;
  readonly outer: Scope | undefined;
  /** In the order of their places. */
  readonly names: Map<string, NamedVariable[]>;
}

export function openScope(kind: Scope["kind"], start: number, outer: Scope | undefined): Scope {
  return { kind, start, outer, names: new Map() };
}

/**
 * Makes a name stand for a variable of its own in this scope, unless it does.
 *
 * @param from Where in the text it is bound; uses before that mean another variable.
 * @param anew It is another variable than the name stood for so far.
 */
export function bindName(scope: Scope, name: string, from = 0, anew = false): string {
  const known = scope.names.get(name) ?? [];
  const last = known.findLast((one) => one.from <= from);
  if (last && (!anew || last.from === from)) return last.id;
  const id = `${name}@${scope.kind === "file" ? "" : scope.start}${from === 0 ? "" : `:${from}`}`;
  known.splice(known.findLastIndex((one) => one.from <= from) + 1, 0, { id, from });
  scope.names.set(name, known);
  return id;
}

/** The name of a variable. */
export function nameOf(id: string): string {
  return id.slice(0, id.lastIndexOf("@"));
}

/** What a name stands for in one scope alone. */
export function nameIn(scope: Scope, name: string, at = Number.POSITIVE_INFINITY): string | undefined {
  return scope.names.get(name)?.findLast((one) => one.from <= at)?.id;
}

/** The name stands for a variable of another scope. */
export function shareName(scope: Scope, name: string, id: string): void {
  scope.names.set(name, [{ id, from: 0 }]);
}

/** Whether a variable is one of the file itself. */
export function isOfFile(id: string): boolean {
  return /@(:|$)/.test(id);
}

/** The variable that a name stands for; a class body's names, but for the object itself, are not seen by the functions in it. */
export function resolve(scope: Scope, name: string, place = Number.POSITIVE_INFINITY): string | undefined {
  let crossedFunction = false;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.kind !== "class" || !crossedFunction || name === "this") {
      const id = nameIn(at, name, place);
      if (id !== undefined) return id;
    }
    if (at.kind === "function") crossedFunction = true;
  }
  return undefined;
}

/** Where `var`, and a name that is assigned without a declaration, live. */
export function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.kind === "block" && at.outer) at = at.outer;
  return at;
}
