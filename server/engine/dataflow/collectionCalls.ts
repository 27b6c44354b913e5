/** Calls of library functions that run another function: on what a collection or a promise holds, in a thread, after a while. */

import type { Node } from "../tree/node.ts";
import { callValue, type Given } from "./callKnown.ts";
import { checkedByCallback } from "./functionGuards.ts";
import { isHarmlessFunction } from "./harmless.ts";
import type { Run } from "./run.ts";
import { reduceInTurn } from "./sequences.ts";
import { targetsOf } from "./targets.ts";
import { anyPart, clean, flowsIn, join, partOf, type Value, whole, withPart } from "./value.ts";

/** What a call gives: what the function gives, what it was called on, one of the elements of that, or nothing of it. */
type Outcome = "result" | "holder" | "element" | "either" | "nothing" | "all results";

const methods: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ["map", "result"],
  ["flatMap", "result"],
  ["then", "result"],
  ["filter", "holder"],
  ["sort", "holder"],
  ["toSorted", "holder"],
  ["finally", "holder"],
  ["tap", "holder"],
  ["find", "element"],
  ["findLast", "element"],
  ["catch", "either"],
  ["reduce", "all results"],
  ["reduceRight", "all results"],
  ["forEach", "nothing"],
  ["each", "nothing"],
  ["some", "nothing"],
  ["every", "nothing"],
  ["findIndex", "nothing"],
  ["findLastIndex", "nothing"],
]);

/** Functions that take the function first and the collection after it. */
const functions: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ["map", "result"],
  ["filter", "holder"],
  ["functools.reduce", "all results"],
]);

/** Functions that take the collection first. */
const collectionFirst: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ["_.map", "result"],
  ["_.filter", "holder"],
  ["_.forEach", "nothing"],
  ["_.each", "nothing"],
  ["Array.from", "result"],
]);

/** Functions that run another one with the arguments that follow it, now or later, and give what it gives. */
const running = new Map<string, number>([
  ["setTimeout", 2],
  ["setInterval", 2],
  ["setImmediate", 1],
  ["queueMicrotask", 1],
  ["process.nextTick", 1],
  ["asyncio.to_thread", 1],
]);
const runningMethods = new Map<string, number>([
  ["submit", 1],
  ["call_soon", 1],
  ["call_later", 2],
  ["run_in_executor", 2],
  ["apply_async", 1],
  ["add_task", 1],
]);

/** Methods of a pool of threads or processes that take the function first and the collection after it. */
const poolMethods = new Set(["map", "imap", "imap_unordered", "map_async"]);

/** `Thread(target=f, args=(x,))`, `setTimeout(f, 10, x)`, `executor.submit(f, x)`. */
function callRunner(run: Run, call: Node, callee: Node, name: string, given: readonly Given[]): Value | undefined {
  const named = (text: string): Given | undefined =>
    given.find(({ node }) => node.kind === "keywordArgument" && node.text === text);
  const target = named("target") ?? named("func");
  if (target && /(^|\.)(Thread|Process|Timer)$/.test(name)) {
    const args = named("args")?.value ?? clean;
    const positions = Array.from({ length: 4 }, (_, index) =>
      partOf(args, run.dialect.keysAreFields ? `.${index}` : `[${index}`),
    );
    return target.node.children[0] && callValue(run, call, target.node.children[0], positions) && clean;
  }
  const from = running.get(name) ?? (callee.kind === "member" ? runningMethods.get(callee.text) : undefined);
  if (from === undefined) return undefined;
  const index = callee.text === "run_in_executor" ? 1 : 0;
  const callback = given[index];
  const rest = given.slice(from).map(({ value }) => value);
  return callback && callValue(run, call, callback.node, rest);
}

/** @returns `undefined` when it is another call, or the function is not known. */
export function callCollection(run: Run, call: Node, receiver: Value, given: readonly Given[]): Value | undefined {
  const [callee, first, second] = call.children;
  if (!callee || !first) return undefined;
  const name = run.resolveName(callee) ?? callee.text;
  const givenBy = (node: Node | undefined): Value => given.find((one) => one.node === node)?.value ?? clean;
  const ran = callRunner(run, call, callee, name, given) ?? reduceInTurn(run, call, givenBy(second));
  if (ran) return ran;
  const taking = functions.get(name);
  if (taking && second) {
    const held = given.filter(({ node }) => node !== first).map(({ value }) => value);
    return held.some((value) => flowsIn(value).length > 0) || first.kind === "function"
      ? outcomeOf(run, call, taking, first, held[0] ?? clean, held.slice(1))
      : undefined;
  }
  const after = collectionFirst.get(name);
  if (after) return second && outcomeOf(run, call, after, second, givenBy(first), []);
  // `pool.map(f, items)`
  if (second && callee.kind === "member" && poolMethods.has(callee.text) && targetsOf(first, run.module)[0]?.kind === "function")
    return outcomeOf(run, call, "result", first, givenBy(second), []);
  const method = callee.kind === "member" ? methods.get(callee.text) : undefined;
  return method && outcomeOf(run, call, method, first, receiver, second ? [givenBy(second)] : []);
}

function outcomeOf(
  run: Run,
  call: Node,
  outcome: Outcome,
  callback: Node,
  holder: Value,
  more: readonly Value[],
): Value | undefined {
  const element = anyPart(holder);
  const method = call.children[0]?.text ?? "";
  const name = run.resolveName(callback) ?? callback.text;
  const harmless = callback.kind !== "function" && isHarmlessFunction(name);
  const once = (inputs: readonly Value[]): Value | undefined => (harmless ? clean : callValue(run, call, callback, inputs));
  if (outcome === "all results") {
    const start = more[0] ?? element;
    const turn = once([start, element]);
    // What comes out goes in again.
    const next = turn && flowsIn(turn).length > 0 ? once([join(start, turn), element]) : turn;
    return next && whole(flowsIn(join(next, start)));
  }
  if ((method === "filter" || method === "find" || method === "findLast") && flowsIn(holder).length > 0) {
    const known = checkedByCallback(run, callback, true);
    if (known.some(({ length }) => length === 0)) return clean;
    const left = known.reduce((all, path) => withPart(all, path, clean), element);
    if (known.length > 0) return method === "filter" ? withPart(clean, [run.dialect.keysAreFields ? ".0" : "[0"], left) : left;
  }
  const result = once(/^(sort|toSorted)$/.test(method) ? [element, element] : [element]);
  if (!result) return undefined;
  switch (outcome) {
    case "result":
      // A promise gives one value, with its parts; of a list it is not known which element is meant.
      return method === "then" ? result : whole(flowsIn(result));
    case "holder":
      return whole(flowsIn(holder));
    case "element":
      return element;
    case "either":
      return join(result, whole(flowsIn(holder)));
    default:
      return clean;
  }
}
