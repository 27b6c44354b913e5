/** The values of all variables at one point of a program, and the scopes that names stand for. */

import { clean, flowsIn, isClean, join, sameValue, type Value } from "./value.ts";

/** By variable id; an absent variable is clean. Never changed in place once shared: `fork` before writing on two ways. */
export class State {
  private readonly values: Map<string, Value>;

  constructor(values: Map<string, Value> = new Map()) {
    this.values = values;
  }

  fork(): State {
    return new State(new Map(this.values));
  }

  get(id: string): Value {
    return this.values.get(id) ?? clean;
  }

  set(id: string, value: Value): void {
    if (isClean(value)) this.values.delete(id);
    else this.values.set(id, value);
  }

  /** Whether no variable holds untrusted data. */
  isClean(): boolean {
    for (const value of this.values.values()) if (flowsIn(value).length > 0) return false;
    return true;
  }

  joined(other: State): State {
    if (this.values.size === 0) return other.fork();
    const joined = this.fork();
    for (const [id, value] of other.values) joined.set(id, join(this.get(id), value));
    // A part that is known to be clean on one way only is not clean.
    for (const [id, value] of this.values) if (!other.values.has(id)) joined.set(id, join(value, clean));
    return joined;
  }

  same(other: State): boolean {
    if (this.values.size !== other.values.size) return false;
    for (const [id, value] of this.values) {
      const theirs = other.values.get(id);
      if (!theirs || !sameValue(value, theirs)) return false;
    }
    return true;
  }
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
