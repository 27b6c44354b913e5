/** How calls pass untrusted data on: what goes in comes out, unless it is known better. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { callKnown, type Given } from "./callKnown.ts";
import { callCollection } from "./collectionCalls.ts";
import { followListeners } from "./emitters.ts";
import { neverReturns } from "./exits.ts";
import { filledByFormat } from "./formats.ts";
import { followFunction } from "./functions.ts";
import { narrow } from "./guards.ts";
import { formatsNumbers, isHarmlessFunction, isHarmlessMethod, leavesPlainText } from "./harmless.ts";
import { nameOf, storeByKey, storePairs, updateByKey } from "./keyedStores.ts";
import { callList } from "./lists.ts";
import { overlaid } from "./overlay.ts";
import { keyOfConstant, placeOf, readPlace, writePlace } from "./places.ts";
import { keepPromise, makePromise } from "./promises.ts";
import { beginningIn, broughtToCallee, isJoined } from "./propagate.ts";
import { makeRecord } from "./records.ts";
import type { Handlers, Run } from "./run.ts";
import { checkedBySchema } from "./schemas.ts";
import { passOn } from "./shared.ts";
import { resolve } from "./state.ts";
import { isStoringMethod } from "./storing.ts";
import { isDictionary, isTableLiteral } from "./tables.ts";
import { callMayThrow } from "./tries.ts";
import {
  anyKey,
  anyPart,
  clean,
  type Flow,
  flowsIn,
  isClean,
  join,
  joinFlows,
  listPart,
  partOf,
  someElement,
  stepped,
  steppedFlow,
  type Value,
  whole,
  withPart,
} from "./value.ts";
import { givesItsInput, givesItsObject } from "./wellKnown.ts";

/** Functions that give the same elements in another container, with their positions. */
const keepsParts = new Set(
  "Object.freeze Object.seal Promise.all Promise.allSettled Promise.resolve structuredClone list tuple iter copy.copy copy.deepcopy collections.deque".split(
    " ",
  ),
);

/** Functions that write an object down, and read it again. */
const keepsFields = new Set(["JSON.stringify", "JSON.parse", "json.dumps", "json.loads"]);

/** Functions that throw unless the first argument is true. */
const asserts = new Set(["assert", "assert.ok", "ctx.assert", "invariant"]);

export const callHandlers: Handlers = { call: evaluateCall, new: evaluateCall };

function evaluateCall(run: Run, node: Node): Value {
  const callee = childOf(node, "callee");
  // Arguments first: a propagator from one to the object is the common one.
  const given: Given[] = [];
  for (const child of node.children)
    if (child.role !== "callee") given.push({ node: child, value: child.kind === "function" ? clean : run.evaluate(child) });
  const { receiver, called } = evaluateCallee(run, callee);
  // Recorded: where functions are safe, a class that is untrusted makes nothing untrusted.
  const isClass = node.kind === "new" && run.options.safeFunctions;
  let inputs: readonly Flow[] = isClass ? [] : joinFlows(flowsIn(receiver), flowsIn(called));
  for (const { value } of given) inputs = joinFlows(inputs, flowsIn(value));
  let known = run.precise
    ? (callList(run, node, given) ?? callCollection(run, node, receiver, given) ?? makePromise(run, node))
    : undefined;
  if (run.executors.length > 0) keepPromise(run, node, given);
  if (!known) {
    known = run.precise ? (callKnown(run, node, receiver, given) ?? makeRecord(run, node, given)) : undefined;
    followCallbacks(run, node);
    if (run.precise) followListeners(run, node, given);
  }
  if (callee && given.length === 0) passOn(run, callee);
  run.sinkInput = { node, flows: inputs };
  callMayThrow(run, node);
  if (run.precise && !known && callee && neverReturns(run.resolveName(callee) ?? nameOf(callee))) run.state = undefined;
  const [checked] = given;
  if (run.precise && checked && callee && asserts.has(nameOf(callee))) narrow(run, checked.node, true);
  if (known) return known;
  if (inputs.length === 0 || !callee) return clean;
  const safe = run.options.safeFunctions && node.kind === "call";
  if (safe || run.options.onlyAssignments) {
    const brought = broughtToCallee(run, callee);
    if (run.options.onlyAssignments) return whole(brought);
    if (isJoined(callee)) return whole(throughCall(inputs, node, callee));
    return whole(joinFlows(brought, callee.kind === "member" ? beginningIn(run, callee) : flowsIn(called)));
  }
  if (!run.precise) return whole(throughCall(inputs, node, callee));
  const args = given.map(({ value }) => value);
  return iterated(run, node, callee, receiver, args) ?? preciseResult(run, node, callee, receiver, given, inputs);
}

/** The object that a method belongs to, and the called value itself. */
function evaluateCallee(run: Run, callee: Node | undefined): { receiver: Value; called: Value } {
  if (!callee) return { receiver: clean, called: clean };
  if (callee.kind === "function") return { receiver: clean, called: inPrecise(run, followFunction(run, callee, [], true)) };
  run.receiver = undefined;
  const called = run.evaluate(callee);
  const known = run.receiver as Run["receiver"];
  if (callee.kind !== "member") return { receiver: clean, called };
  if (known?.node !== callee) return { receiver: whole(flowsIn(called)), called };
  // Recorded: in the documented language all that an object holds may be in what its method returns.
  const all = !run.precise && callee.parent?.kind === "call" && !run.dialect.ownObject.has(callee.children[0]?.text ?? "");
  return { receiver: run.precise ? known.value : whole(flowsIn(all ? known.value : called)), called };
}

/** The documented language does not follow what a function that is called on the spot returns. */
function inPrecise(run: Run, value: Value): Value {
  return run.precise ? value : clean;
}

/** A function that is handed to code that nobody knows may run at once. */
function followCallbacks(run: Run, call: Node): void {
  for (const child of call.children)
    if (child.kind === "function" && child.role !== "callee") followFunction(run, child, [], true);
}

/** What an unknown function returns may hold all that it was given. Of `known` flows nothing is assumed. */
function throughCall(inputs: readonly Flow[], node: Node, callee: Node, known: readonly Flow[] = []): readonly Flow[] {
  const name = nameOf(callee);
  const note = name === "" ? "passed through a call" : `passed through \`${name}\``;
  return inputs.map((flow) => steppedFlow(flow, node, note, known.includes(flow) ? undefined : "unknown call"));
}

/** Keys that stand in the program are its own, whatever the values are. */
function keysOf(value: Value): Value {
  return whole(value.flows);
}

/** A list of keys with their values. */
function entriesOf(value: Value): Value {
  return withPart(clean, [".0"], withPart(withPart(clean, [".0"], keysOf(value)), [".1"], anyPart(value)));
}

/** A list of what stands under the keys, with its parts. */
function valuesOf(value: Value): Value {
  return withPart(clean, [".0"], anyPart(value));
}

/** Functions of Python that go through what they are given: of a dictionary these are its keys. */
const iterating = new Set(["sorted", "set", "frozenset", "reversed", "min", "max"]);
/** Those that give tuples; a number comes first in those of `enumerate`. */
const pairing: ReadonlyMap<string, number> = new Map([
  ["enumerate", 1],
  ["zip", 0],
]);

/** What a call takes from a Python dictionary of which it is known what stands under which key. */
function iterated(run: Run, node: Node, callee: Node, receiver: Value, args: readonly Value[]): Value | undefined {
  if (run.dialect.keysAreFields) return undefined;
  const name = nameOf(callee);
  const isMethod = callee.kind === "member";
  if (isMethod && receiver.parts && args.length === 0) {
    if (callee.text === "keys") return stepped(keysOf(receiver), node, `passed through \`${name}\``);
    if (callee.text === "items")
      return stepped(
        withPart(withPart(clean, ["[0", "[0"], keysOf(receiver)), ["[0", "[1"], anyPart(receiver)),
        node,
        `passed through \`${name}\``,
      );
  }
  const place = pairing.get(name);
  if (place !== undefined && args.length > 0 && !childrenOf(node, "argument").some(({ kind }) => kind === "spread")) {
    const given = place === 1 ? args.slice(0, 1) : args;
    const tuple = given.reduce((all, arg, at) => withPart(all, ["[0", `[${at + place}`], listPart(arg)), clean);
    return stepped(tuple, node, `passed through \`${name}\``);
  }
  const [first, ...others] = args;
  if (!first?.parts || others.length > 0 || !(isMethod ? callee.text === "join" : iterating.has(name))) return undefined;
  const flows = joinFlows(flowsIn(receiver), flowsIn(listPart(first)));
  return whole(throughCall(flows, node, callee));
}

function preciseResult(
  run: Run,
  node: Node,
  callee: Node,
  receiver: Value,
  given: readonly Given[],
  inputs: readonly Flow[],
): Value {
  const args = given.map(({ value }) => value);
  const name = run.resolveName(callee) ?? nameOf(callee);
  if (isHarmlessFunction(name) || (name === "re.sub" && removesAllButPlain(run, node))) return clean;
  const [first] = args;
  const filled = filledByFormat(run, node, given);
  if (filled) return whole(throughCall(filled, node, callee));
  if (name === "util.format" && formatsNumbers(childrenOf(node, "argument"))) return clean;
  if (node.kind === "new" && errors.test(name)) return errorOf(args, throughCall(flowsIn(first ?? clean), node, callee));
  if (callee.kind === "name" && callee.text === "super" && first && isErrorClass(node)) giveMessage(run, first);
  const entries = first && node.kind === "new" && name === "Map" ? mapOf(run, node, first) : undefined;
  if (entries) return entries;
  if (first && (name === "Object.entries" || name === "Object.keys"))
    return stepped(name === "Object.keys" ? keysOf(first) : entriesOf(first), node, `passed through \`${name}\``);
  if (first && name === "Object.values") return stepped(valuesOf(first), node, `passed through \`${name}\``);
  if (callee.kind === "member") {
    const checked = checkedBySchema(run, node, args);
    if (checked) return checked;
    if (isHarmlessMethod(callee.text)) return clean;
    if (callee.text === "values" && args.length === 0 && receiver.parts && run.dialect.keysAreFields)
      return stepped(valuesOf(receiver), node, `passed through \`${nameOf(callee)}\``);
    const [object] = callee.children;
    if (isStoringMethod(callee.text) && object && !storeByKey(run, node, object, args) && !updateByKey(run, node, object, args)) {
      const isPlain = childrenOf(node, "argument").every(({ kind }) => kind !== "spread");
      const within = run.dialect.keysAreFields ? anyKey : someElement;
      const asHeld = isPlain && adding.test(callee.text) ? (value: Value) => asElement(value, within) : flat;
      const held = putsUnderKey(run, callee, object, args) ? args.slice(1).map((value) => asElement(value)) : args.map(asHeld);
      storeInto(run, object, held.reduce(join, clean), `put into \`${nameOf(object)}\``);
    }
    const looked = lookedUp(run, node, callee, receiver, args);
    if (looked) return looked;
  }
  if (name === "Object.assign") {
    const target = node.children.find((child) => child.role === "argument");
    const nodes = childrenOf(node, "argument");
    if (target)
      for (const [index, given] of args.entries())
        if (index > 0 && !storePairs(run, target, nodes[index], given)) mergeInto(run, target, given);
    return args.reduce((all, arg, index) => overlaid(run, all, nodes[index], arg), clean);
  }
  if (keepsParts.has(name) && first) return first;
  if (keepsFields.has(name) && first) return stepped(first, node, `passed through \`${name}\``);
  if (name === "asyncio.gather")
    return args.reduce((all, arg, index) => withPart(all, [run.dialect.keysAreFields ? `.${index}` : `[${index}`], arg), clean);
  const isMethod = callee.kind === "member" && givesItsObject(callee.text);
  return whole(throughCall(inputs, node, callee, givesItsInput(name) ? inputs : isMethod ? flowsIn(receiver) : []));
}

const errors = /^(?:Eval|Range|Reference|Syntax|Type|URI)?Error$/;

/** `new Error(message, { cause })`: the message is all that it says of itself. */
function errorOf([, options]: readonly Value[], message: readonly Flow[]): Value {
  const cause = options ? partOf(options, ".cause") : clean;
  return isClean(cause) ? whole(message) : withPart(whole(message), [".cause"], cause);
}

/** The call stands in the constructor of a class that extends an error of some kind. */
function isErrorClass(call: Node): boolean {
  let at = call.parent;
  while (at && at.kind !== "class") at = at.parent;
  return at !== undefined && /(?:Error|Exception)$/.test(childOf(at, "base")?.text ?? "");
}

/** `super(message)` of a class whose base is not at hand. */
function giveMessage(run: Run, message: Value): void {
  const id = resolve(run.scope, "this");
  if (id !== undefined) writePlace(run, { id, path: [".message"], exact: true }, message);
}

/** `new Map([["a", x], ...])`: each value under its key. */
function mapOf(run: Run, node: Node, given: Value): Value | undefined {
  const [list] = childrenOf(node, "argument");
  if (list?.kind !== "array") return undefined;
  let held = clean;
  for (const [index, { kind, children }] of list.children.entries()) {
    const key = kind === "array" && children[0] ? keyOfConstant(run, children[0]) : undefined;
    if (key === undefined) return undefined;
    held = withPart(held, [key], partOf(partOf(given, `.${index}`), ".1"));
  }
  return held;
}

/** `re.sub(r"[^a-z0-9]", "", value)`. */
function removesAllButPlain(run: Run, call: Node): boolean {
  const [regex, put] = childrenOf(call, "argument").map((one) => (one.kind === "string" ? one.text : run.resolveConstant(one)));
  return regex !== undefined && put !== undefined && leavesPlainText(regex, put);
}

/** `table.get(key, fallback)`: an element of the table or the fallback, never the key. */
function lookedUp(run: Run, node: Node, callee: Node, receiver: Value, args: readonly Value[]): Value | undefined {
  if (callee.text !== "get" && callee.text !== "pop" && callee.text !== "at" && callee.text !== "shift") return undefined;
  const [key, second] = node.children.filter((child) => child.role === "argument");
  const name = key && keyOfConstant(run, key);
  const inner = second && name !== undefined ? partOf(receiver, name) : undefined;
  const innerName = second && inner?.parts ? keyOfConstant(run, second) : undefined;
  // `config.get("section", "key")`: what looks like a fallback is another key.
  const [object] = callee.children;
  const fallback = innerName === undefined && !standsInTable(run, callee, name) ? args[1] : undefined;
  const element =
    innerName !== undefined && inner ? partOf(inner, innerName) : name === undefined ? anyPart(receiver) : partOf(receiver, name);
  // Only of a variable that is known to be no request, query or client: there the key decides what comes back.
  const isTable =
    isTableLiteral(object, run.dialect.keysAreFields) ||
    (object?.kind === "name" && (receiver.parts !== undefined || /^[A-Z][A-Z0-9_]*$/.test(object.text))) ||
    (object !== undefined && isOwnTable(run, object));
  if (!isTable) return undefined;
  const table = object ? nameOf(object) : "";
  return stepped(join(element, fallback ?? clean), node, table === "" ? "taken from a table" : `taken from \`${table}\``);
}

/** `KNOWN.get("a", other)`: the other value is never given where the dictionary is written down with this key. */
function standsInTable(run: Run, callee: Node, name: string | undefined): boolean {
  const [object] = callee.children;
  if (run.dialect.keysAreFields || callee.text !== "get" || name === undefined || !object) return false;
  const made = object.kind === "name" ? heldBy(object, factsOf(run.module.context).definitions) : object;
  return (
    made?.kind === "object" &&
    made.children.some(({ kind, children: [key] }) => kind === "pair" && key && keyOfConstant(run, key) === name)
  );
}

/** A variable, or a field of the own class, that is a dictionary which stands in the program; in JavaScript a variable that is a `Map`. */
function isOwnTable(run: Run, node: Node): boolean {
  if (run.dialect.keysAreFields) {
    const made = heldBy(node, factsOf(run.module.context).definitions);
    return node.kind === "name" && made?.kind === "new" && /^(?:Weak)?Map$/.test(childOf(made, "callee")?.text ?? "");
  }
  if (node.kind === "name") return isDictionary(heldBy(node, factsOf(run.module.context).definitions));
  const [owner] = node.children;
  if (node.kind !== "member" || owner?.kind !== "name" || !/^(?:self|cls)$/.test(owner.text)) return false;
  let at: Node | undefined = node;
  while (at && at.kind !== "class") at = at.parent;
  const given = (at ? (childOf(at, "body")?.children ?? []) : []).filter((one) => childOf(one, "target")?.text === node.text);
  const [only, another] = given;
  return only !== undefined && !another && childOf(only, "value")?.kind === "object";
}

/** `map.set(key, value)` of a `Map` whose keys nothing in the file reads: what comes out of it is the value. */
function putsUnderKey(run: Run, callee: Node, object: Node, args: readonly Value[]): boolean {
  const [key = clean] = args;
  if (callee.text !== "set" || args.length !== 2 || isClean(key) || object.kind !== "name") return false;
  if (!run.dialect.keysAreFields || !isOwnTable(run, object)) return false;
  const others = `(?<![\\w$."'/-])${escaped(object.text)}(?![\\w$]|\\??\\.(?:get|set|has|delete|size|values|clear)\\b|\\s*(?::[^=;]*)?=\\s*new\\b)`;
  return !new RegExp(others).test(run.module.context.tree.text);
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}

/** `Object.assign(object, given)`: field by field, where it is known which fields hold data. */
function mergeInto(run: Run, object: Node, given: Value): void {
  const note = `put into \`${nameOf(object)}\``;
  const place = given.flows.length === 0 && given.parts ? placeOf(run, object, true) : undefined;
  if (!place?.exact) {
    storeInto(run, object, flat(given), note);
    return;
  }
  run.state?.unguard(place.id);
  for (const [name, part] of given.parts ?? [])
    writePlace(run, { ...place, path: [...place.path, name] }, stepped(part, object, note));
}

/** Methods of lists and sets that take their arguments in as they are. */
const adding = /^(?:push|unshift|add|enqueue|append|appendleft)$/;

/** Of an object of which only some fields hold data, the others stay as they are in the list too. */
function asElement(value: Value, within = anyKey): Value {
  return value.parts && value.flows.length === 0 ? withPart(clean, [within], value) : flat(value);
}

function flat(value: Value): Value {
  return whole(flowsIn(value));
}

/** The object holds this from now on, at a place that is not known. */
function storeInto(run: Run, object: Node, stored: Value, note: string): void {
  const place = isClean(stored) ? undefined : placeOf(run, object, true);
  if (!place) return;
  run.state?.unguard(place.id);
  const held = stepped(stored, object, note);
  if (held.parts && place.exact) writePlace(run, place, join(readPlace(run, place), held));
  else writePlace(run, { ...place, exact: false }, held);
}
