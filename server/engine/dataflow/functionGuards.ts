/** Which inputs a function has checked when it returns: always, when it returns something that counts as true or as false, or when it lets the next handler run. */

import { defaultLabel } from "../rules/requires.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { bindInputs, innerRun, noteNeeded } from "./effects.ts";
import { narrow } from "./guards.ts";
import { inputOrigin } from "./inputs.ts";
import { common, passesOnlyByCalls } from "./passes.ts";
import type { Outcomes, Run } from "./run.ts";
import { nameIn } from "./state.ts";
import { isReceiver, type Target, targetsOf } from "./targets.ts";
import { clean, type Value, whole } from "./value.ts";

/** Inputs as in `Inputs`, each with the path of the part that was checked: "0", "0.name". */
export interface Guards {
  readonly always: readonly Checked[];
  readonly whenTrue: readonly Checked[];
  readonly whenFalse: readonly Checked[];
  /** Of a middleware: where it calls `next()`. */
  readonly whenPassed: readonly Checked[];
}

export interface Checked {
  readonly key: string;
  readonly path: readonly string[];
}

const noGuards: Guards = { always: [], whenTrue: [], whenFalse: [], whenPassed: [] };

/** Found once for each function and rule. */
export function guardsOf(run: Run, target: Target): Guards {
  const { node, module } = target;
  const { guards, needed } = run.effects;
  const known = guards.get(node);
  if (known) {
    noteNeeded(run, known.modules);
    return known.found;
  }
  const modules = new Set([module]);
  // For a function that calls itself: it has checked nothing yet.
  guards.set(node, { found: noGuards, modules });
  needed.push(modules);
  const found = findGuards(run, target);
  needed.pop();
  noteNeeded(run, modules);
  guards.set(node, { found, modules });
  return found;
}

/**
 * `keys.filter((key) => COLUMNS.has(key))`: what is left is what the program knows.
 *
 * @returns The parts of an element that are known when the function gives this for it; an empty path is all of it.
 */
export function checkedByCallback(run: Run, callback: Node, outcome: boolean): readonly (readonly string[])[] {
  const [target, ...others] =
    callback.kind === "function"
      ? [{ kind: "function" as const, node: callback, module: run.module }]
      : targetsOf(callback, run.module);
  // A promise and a generator count as true, whatever comes of them.
  if (target?.kind !== "function" || others.length > 0 || /async|generator/.test(target.node.text)) return [];
  const { whenTrue, whenFalse } = guardsOf(run, target);
  return (outcome ? whenTrue : whenFalse).flatMap(({ key, path }) => (key === "0" && path.length <= 1 ? [path] : []));
}

function findGuards(run: Run, target: Target): Guards {
  const { node, module } = target;
  const next = passesOnlyByCalls(node);
  const outcomes: Outcomes = { always: undefined, whenTrue: undefined, whenFalse: undefined, passed: undefined, next };
  const inner = innerRun(run, target, { reach: () => undefined, callHanded: () => clean });
  inner.frame.outcomes = outcomes;
  const parameters = childrenOf(node, "parameter");
  const untrusted = (key: string): [string, Value] => [
    key,
    whole([{ origin: inputOrigin(run.origins, key, defaultLabel), steps: undefined }]),
  ];
  const keys = parameters.map((_, index) => String(index));
  const [first] = parameters;
  // The object of a method holds what the program put there.
  const trusted = first && isReceiver(first, node, module) ? "0" : "";
  const ids = bindInputs(inner, parameters, new Map(keys.filter((key) => key !== trusted).map(untrusted)));
  const body = childOf(node, "body");
  if (body && body.kind !== "block") {
    inner.evaluate(body);
    noteExit(inner, body);
  } else if (body) {
    inner.evaluate(body);
    noteExit(inner, undefined);
  }
  if (run.budget.left <= 0) return noGuards;
  const byId = new Map<string, Checked>([...ids].map(([key, id]) => [id, { key, path: [] }]));
  for (const [index, parameter] of parameters.entries())
    for (const { name, path } of takenApart(parameter)) {
      const id = nameIn(inner.scope, name);
      if (id !== undefined) byId.set(id, { key: String(index), path: [path] });
    }
  const checked = (found: ReadonlySet<string> | undefined): Checked[] =>
    [...(found ?? [])].flatMap((text) => {
      // An index that is a variable of the function says nothing to its callers.
      const from = text.includes("[?") ? undefined : byId.get(text.slice(0, text.indexOf(" ")));
      const path = text.slice(text.indexOf(" ") + 1).match(/[.[(][^.[(]*/g) ?? [];
      return from === undefined ? [] : [{ key: from.key, path: [...from.path, ...path] }];
    });
  return {
    always: checked(outcomes.always),
    whenTrue: checked(outcomes.whenTrue),
    whenFalse: checked(outcomes.whenFalse),
    whenPassed: checked(outcomes.passed),
  };
}

/** The variables of a parameter such as `[a, b]` or `{ a, b: c }`, and which part each of them is. */
function takenApart(parameter: Node): { readonly name: string; readonly path: string }[] {
  const target = childOf(parameter, "target");
  if (target?.kind === "object")
    return target.children.flatMap(({ kind, children: [key, value] }) =>
      kind === "pair" && key && value?.kind === "name" ? [{ name: value.text, path: `.${key.text}` }] : [],
    );
  // Behind what is left out the places are others.
  if (target?.kind !== "array" || target.children[0]?.start !== target.start + 1) return [];
  const [first] = target.children;
  return first?.kind === "name" ? [{ name: first.text, path: ".0" }] : [];
}

/** The function returns here; `value` is absent at its end. */
export function noteExit(run: Run, value: Node | undefined): void {
  const { outcomes } = run.frame;
  const before = run.state;
  if (!outcomes || !before) return;
  outcomes.always = common(outcomes.always, before.guardedKeys());
  for (const outcome of [true, false]) {
    run.state = outcome && !value ? undefined : before.fork();
    if (value) narrow(run, value, outcome);
    const after = run.state as typeof before | undefined;
    if (after && outcome) outcomes.whenTrue = common(outcomes.whenTrue, after.guardedKeys());
    else if (after) outcomes.whenFalse = common(outcomes.whenFalse, after.guardedKeys());
  }
  run.state = before;
}

/** Whether a function can end without returning. Asked once for each. */
export function mayThrow(node: Node): boolean {
  const known = throwing.get(node);
  if (known !== undefined) return known;
  const found = node.kind === "throw" || node.kind === "assert" || node.children.some(mayThrow);
  throwing.set(node, found);
  return found;
}

const throwing = new Notes<Node, boolean>();
