/** How calls pass untrusted data on: what goes in comes out, unless it is known better. */

import { childOf, type Node } from "../tree/node.ts";
import { arrivedAt } from "./arrivals.ts";
import { followFunction } from "./functions.ts";
import { placeOf, writePlace } from "./places.ts";
import type { Handlers, Run } from "./run.ts";
import {
  anyPart,
  clean,
  type Flow,
  flowsIn,
  isClean,
  join,
  joinFlows,
  partOf,
  stepped,
  steppedFlow,
  type Value,
  whole,
} from "./value.ts";

/** Their results are numbers, booleans, hashes or lengths: not what was given to them. */
const harmlessFunctions = new Set(
  (
    "parseInt parseFloat Number Boolean BigInt isNaN isFinite Number.parseInt Number.parseFloat Number.isInteger Number.isFinite Math.abs Math.floor " +
    "Math.ceil Math.round Math.trunc Math.max Math.min Math.sign Array.isArray Object.is Date.parse Date.now " +
    "int float bool len ord hash id isinstance issubclass callable hasattr abs round sum any all divmod complex " +
    "uuid.UUID decimal.Decimal datetime.date datetime.datetime.strptime time.time " +
    "hashlib.md5 hashlib.sha1 hashlib.sha256 hashlib.sha512 hashlib.sha384 hashlib.sha224 hashlib.blake2b hashlib.new hmac.new hmac.compare_digest " +
    "crypto.timingSafeEqual"
  ).split(" "),
);
const harmlessMethods = new Set(
  (
    "includes startsWith endsWith indexOf lastIndexOf has test localeCompare charCodeAt codePointAt digest hexdigest isInteger getTime valueOfTime some every " +
    "startswith endswith find rfind index rindex count isdigit isdecimal isnumeric isalnum isalpha isidentifier isspace islower isupper bit_length"
  ).split(" "),
);
/** Methods that put their arguments into the object they belong to. */
const storing = new Set(
  "push unshift splice append appendleft extend add insert update set setdefault concat_ write writelines put enqueue appendChild fill".split(
    " ",
  ),
);
/** Functions of collections and promises that give elements or results of the object to their callback. */
const givesElements = new Set(
  "map forEach filter find findIndex findLast some every flatMap reduce reduceRight sort then finally each tap".split(" "),
);
/** Functions that give elements of their other arguments to their first. */
const mapsArguments = new Set(["map", "filter", "functools.reduce", "_.map", "_.forEach", "_.filter", "_.each"]);

export const callHandlers: Handlers = { call: evaluateCall, new: evaluateCall };

function evaluateCall(run: Run, node: Node): Value {
  const callee = childOf(node, "callee");
  // Arguments first: a propagator from one to the object is the common one.
  const args: Value[] = [];
  for (const child of node.children)
    if (child.role !== "callee") args.push(child.kind === "function" ? clean : run.evaluate(child));
  const { receiver, called } = evaluateCallee(run, callee);
  let inputs: readonly Flow[] = joinFlows(flowsIn(receiver), flowsIn(called));
  for (const arg of args) inputs = joinFlows(inputs, flowsIn(arg));
  for (const child of node.children)
    if (child.kind === "function" && child.role !== "callee")
      inputs = joinFlows(inputs, flowsIn(evaluateCallback(run, child, callee, receiver, args)));
  run.sinkInput = { node, flows: inputs };
  if (inputs.length === 0 || !callee) return clean;
  if (run.options.safeFunctions || run.options.onlyAssignments) return whole(broughtToCallee(run, callee));
  return run.precise ? preciseResult(run, node, callee, receiver, args, inputs) : whole(throughCall(inputs, node, callee));
}

/** What propagators bring to the called function or its object is in the result, whatever else a call does. */
function broughtToCallee(run: Run, callee: Node): readonly Flow[] {
  const [object] = callee.kind === "member" ? callee.children : [];
  return joinFlows(arrivedAt(run, callee), object && placeOf(run, object, false) ? arrivedAt(run, object) : []);
}

/** The object that a method belongs to, and the called value itself. */
function evaluateCallee(run: Run, callee: Node | undefined): { receiver: Value; called: Value } {
  if (!callee) return { receiver: clean, called: clean };
  if (callee.kind === "function") return { receiver: clean, called: inPrecise(run, followFunction(run, callee, [], true)) };
  run.receiver = undefined;
  const called = run.evaluate(callee);
  const known = run.receiver as Run["receiver"];
  return {
    receiver: known?.node === callee && run.precise ? known.value : callee.kind === "member" ? whole(flowsIn(called)) : clean,
    called,
  };
}

/** The documented language does not follow what a function that is called on the spot returns. */
function inPrecise(run: Run, value: Value): Value {
  return run.precise ? value : clean;
}

/** @returns What becomes of the callback's own result: of `map` and `then` it is the call's. */
function evaluateCallback(run: Run, callback: Node, callee: Node | undefined, receiver: Value, args: readonly Value[]): Value {
  if (run.precise && callee?.kind === "member" && givesElements.has(callee.text)) {
    const element = anyPart(receiver);
    // `reduce` and `sort` give an element second, too.
    return followFunction(run, callback, [element, ...(/^(reduce|sort)/.test(callee.text) ? [element] : [])], true);
  }
  const maps = run.precise && callee && mapsArguments.has(run.resolveName(callee) ?? callee.text);
  followFunction(run, callback, maps ? args.filter((arg) => flowsIn(arg).length > 0).map(anyPart) : [], true);
  return clean;
}

/** What an unknown function returns may hold all that it was given. */
function throughCall(inputs: readonly Flow[], node: Node, callee: Node): readonly Flow[] {
  const name = nameOf(callee);
  return inputs.map((flow) => steppedFlow(flow, node, name === "" ? "passed through a call" : `passed through \`${name}\``));
}

function preciseResult(
  run: Run,
  node: Node,
  callee: Node,
  receiver: Value,
  args: readonly Value[],
  inputs: readonly Flow[],
): Value {
  const name = run.resolveName(callee) ?? nameOf(callee);
  if (harmlessFunctions.has(name)) return clean;
  const [first] = args;
  if (callee.kind === "member") {
    if (harmlessMethods.has(callee.text)) return clean;
    const [object] = callee.children;
    if (storing.has(callee.text) && object) storeInto(run, object, args, `put into \`${nameOf(object)}\``);
    const looked = lookedUp(run, node, callee, receiver, args);
    if (looked) return looked;
  }
  if (name === "Object.assign") {
    const target = node.children.find((child) => child.role === "argument");
    if (target) storeInto(run, target, args.slice(1), `put into \`${nameOf(target)}\``);
    return args.reduce(join, clean);
  }
  if (name === "Object.freeze" && first) return first;
  return whole(throughCall(inputs, node, callee));
}

/** `table.get(key, fallback)`: an element of the table or the fallback, never the key. */
function lookedUp(run: Run, node: Node, callee: Node, receiver: Value, args: readonly Value[]): Value | undefined {
  if (callee.text !== "get" && callee.text !== "pop" && callee.text !== "at" && callee.text !== "shift") return undefined;
  const [, fallback] = args;
  const [key] = node.children.filter((child) => child.role === "argument");
  const constant = key?.kind === "string" || key?.kind === "number" ? key.text : undefined;
  const name = constant === undefined ? undefined : run.dialect.keysAreFields ? `.${constant}` : `[${constant}`;
  const element = name === undefined ? anyPart(receiver) : partOf(receiver, name);
  const [object] = callee.children;
  // Only of a variable that is known to be no request, query or client: there the key decides what comes back.
  const isTable =
    isTableLiteral(run, object) ||
    (object?.kind === "name" && (receiver.parts !== undefined || /^[A-Z][A-Z0-9_]*$/.test(object.text)));
  if (!isTable) return undefined;
  const table = object ? nameOf(object) : "";
  return stepped(join(element, fallback ?? clean), node, table === "" ? "taken from a table" : `taken from \`${table}\``);
}

/** `{"a": "x"}` where a dictionary has `get`, `new Map([...])`. */
function isTableLiteral(run: Run, node: Node | undefined): boolean {
  if (node?.kind === "object") return !run.dialect.keysAreFields;
  return node?.kind === "new" && nameOf(node.children[0] ?? node) === "Map";
}

/** The object holds the arguments from now on, at a place that is not known. */
function storeInto(run: Run, object: Node, args: readonly Value[], note: string): void {
  let stored = clean;
  for (const arg of args) stored = join(stored, whole(flowsIn(arg)));
  const place = isClean(stored) ? undefined : placeOf(run, object, true);
  if (!place) return;
  run.state?.unguard(place.id);
  writePlace(run, { ...place, exact: false }, stepped(stored, object, note));
}

function nameOf(node: Node): string {
  if (node.kind === "name") return node.text;
  const [object] = node.children;
  if (node.kind !== "member") return "";
  const before = object ? nameOf(object) : "";
  return before === "" ? node.text : `${before}.${node.text}`;
}
