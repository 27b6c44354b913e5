/** The values of all variables at one point of a program, and the scopes that names stand for. */

import { clean, flowsIn, isClean, join, sameValue, type Value } from "./value.ts";

/** Values that forks share and never write. */
interface Base {
  readonly values: ReadonlyMap<string, Value>;
  readonly tainted: boolean;
}

const emptyBase: Base = { values: new Map(), tainted: false };
/** A state that differs from its base in more variables gets a base of its own, so a fork copies few. */
const mostChanges = 64;

/**
 * Values by variable id; an absent variable is clean. A state is a base that it shares with its forks, and its own changes: forking and
 * joining cost as much as was changed, however long the function is.
 */
export class State {
  private base: Base;
  private changes: Map<string, Value>;

  constructor(base: Base = emptyBase, changes: Map<string, Value> = new Map()) {
    this.base = base;
    this.changes = changes;
  }

  fork(): State {
    if (this.changes.size > mostChanges) this.settle();
    return new State(this.base, new Map(this.changes));
  }

  get(id: string): Value {
    return this.changes.get(id) ?? this.base.values.get(id) ?? clean;
  }

  set(id: string, value: Value): void {
    if (isClean(value) && !this.base.values.has(id)) this.changes.delete(id);
    else this.changes.set(id, value);
  }

  /** Whether no variable holds untrusted data. */
  isClean(): boolean {
    for (const value of this.changes.values()) if (isTainted(value)) return false;
    if (!this.base.tainted) return true;
    for (const [id, value] of this.base.values) if (!this.changes.has(id) && isTainted(value)) return false;
    return true;
  }

  joined(other: State): State {
    const joined = this.fork();
    // Forking may have given this state a new base; the other's values are what counts.
    for (const id of this.differing(other)) joined.set(id, join(this.get(id), other.get(id)));
    return joined;
  }

  same(other: State): boolean {
    for (const id of this.differing(other)) if (!sameValue(this.get(id), other.get(id))) return false;
    return true;
  }

  /** Variables whose values may not be the same in both. */
  private differing(other: State): Set<string> {
    const ids = new Set([...this.changes.keys(), ...other.changes.keys()]);
    if (this.base === other.base) return ids;
    for (const [id, value] of this.base.values) if (other.base.values.get(id) !== value) ids.add(id);
    for (const [id, value] of other.base.values) if (this.base.values.get(id) !== value) ids.add(id);
    return ids;
  }

  private settle(): void {
    const values = new Map(this.base.values);
    let tainted = false;
    for (const [id, value] of this.changes) {
      if (isClean(value)) values.delete(id);
      else values.set(id, value);
    }
    for (const value of values.values()) tainted ||= isTainted(value);
    this.base = { values, tainted };
    this.changes = new Map();
  }
}

function isTainted(value: Value): boolean {
  return value.flows.length > 0 || (value.parts !== undefined && flowsIn(value).length > 0);
}

/** Both ways are possible; a way that ended (returned, threw) adds nothing. */
export function joinStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b) return a ?? b;
  return a.joined(b);
}

export interface Scope {
  readonly kind: "file" | "function" | "class" | "block";
  /** Where it starts, which makes ids unique. */
  readonly start: number;
  readonly outer: Scope | undefined;
  readonly names: Map<string, string>;
}

export function openScope(kind: Scope["kind"], start: number, outer: Scope | undefined): Scope {
  return { kind, start, outer, names: new Map() };
}

/** Makes a name stand for a variable of its own in this scope. */
export function bindName(scope: Scope, name: string): string {
  const known = scope.names.get(name);
  if (known !== undefined) return known;
  const id = `${name}@${scope.kind === "file" ? "" : scope.start}`;
  scope.names.set(name, id);
  return id;
}

/** The variable that a name stands for; a class body's names are not seen by the functions in it. */
export function resolve(scope: Scope, name: string): string | undefined {
  let crossedFunction = false;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.kind !== "class" || !crossedFunction) {
      const id = at.names.get(name);
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
