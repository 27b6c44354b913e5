/** How expressions pass untrusted data on. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, type Node } from "../tree/node.ts";
import { evaluateAssign, numeric } from "./assignments.ts";
import { callGetter } from "./callKnown.ts";
import { evaluateComprehension, keyValue } from "./comprehensions.ts";
import { isHarmlessField } from "./fieldTypes.ts";
import { filledByPercent } from "./formats.ts";
import { useLambda } from "./functions.ts";
import { narrow } from "./guards.ts";
import { beginsAs, elementKey, forgetSize, sliceOf } from "./lists.ts";
import { overlaid } from "./overlay.ts";
import { isPlainPart } from "./parsedAddress.ts";
import { anyElement, guardKey, indexKey, keyOfConstant, placeOf, readPlace, writePlace } from "./places.ts";
import { isHarmlessArgument } from "./programArguments.ts";
import type { Handlers, Run } from "./run.ts";
import { joinStates } from "./state.ts";
import { isWrittenDown } from "./tables.ts";
import { isValidatedField } from "./validators.ts";
import { anyPart, clean, flowsIn, isTainted, join, joinFlows, partOf, type Value, whole, withPart } from "./value.ts";

const comparisons = new Set(["==", "!=", "===", "!==", "<", ">", "<=", ">=", "<>", "in", "not in", "is", "is not", "instanceof"]);

export const expressionHandlers: Handlers = {
  name: (run, node) => {
    const place = placeOf(run, node, false);
    if (place && run.state?.hasSizes()) forgetSize(run, node, place.id);
    if (place) useLambda(run, place.id);
    const value = place ? readPlace(run, place) : clean;
    return run.precise || node.role === "object" || !run.dialect.ownObject.has(node.text) ? value : whole(value.flows);
  },
  string: () => clean,
  number: () => clean,
  boolean: () => clean,
  null: () => clean,
  regex: () => clean,
  type: () => clean,
  import: () => clean,
  member: (run, node) => {
    const [object] = node.children;
    const value = object ? run.evaluate(object) : clean;
    run.receiver = { node, value };
    if (run.options.onlyAssignments) return value.parts?.get(`.${node.text}`) ?? clean;
    if (run.precise && (isCount(run, node) || isClassName(run, node))) return clean;
    const tainted = run.precise && isTainted(value);
    if (tainted && isHarmlessPart(run, node)) return clean;
    if (tainted) return callGetter(run, node, value) ?? partOf(value, `.${node.text}`);
    return partOf(value, `.${node.text}`);
  },
  index: evaluateIndex,
  template: (run, node) => {
    const value = evaluateAll(run, node);
    return run.options.onlyAssignments ? clean : value;
  },
  interpolation: evaluateAll,
  binary: evaluateBinary,
  unary: (run, node) => {
    const value = evaluateAll(run, node);
    if (isSafeBoolean(run, node) && (node.text === "!" || node.text === "not")) return clean;
    if (run.options.onlyAssignments) return clean;
    return run.precise ? clean : whole(flowsIn(value));
  },
  update: (run, node) => {
    const value = evaluateAll(run, node);
    const [target] = node.children;
    if (!run.precise || !target) return value;
    const place = placeOf(run, target, true);
    if (place) writePlace(run, place, clean);
    return clean;
  },
  conditional: evaluateConditional,
  await: evaluatePassed,
  yield: (run, node) => {
    const given = evaluateAll(run, node);
    run.sinkInput = { node, flows: flowsIn(given) };
    if (run.precise) run.frame.returned = join(run.frame.returned, whole(flowsIn(given)));
    // Recorded: in the documented language nothing runs after a statement of Python that yields a value.
    else if (run.dialect.assignmentDeclares && node.role === "statement" && node.children.length > 0) run.state = undefined;
    // Recorded: `yield*` of JavaScript gives what it hands on.
    const handsOn = node.text === "*" && !run.precise && !run.options.safeFunctions;
    return handsOn ? whole(flowsIn(given)) : clean;
  },
  spread: evaluateSpread,
  keywordArgument: evaluateFirst,
  array: (run, node) => asElement(run, evaluateElements(run, node)),
  tuple: (run, node) => asElement(run, evaluateElements(run, node)),
  set: (run, node) => whole(flowsIn(evaluateAll(run, node))),
  slice: evaluateAll,
  object: evaluateObject,
  pair: (run, node) => {
    let value = clean;
    for (const child of node.children) if (child.role !== "key" || child.kind !== "name") value = run.evaluate(child);
    return value;
  },
  comprehension: evaluateComprehension,
  assign: evaluateAssign,
  declare: evaluateAssign,
  jsxElement: (run, node) => {
    const flows = flowsIn(evaluateAll(run, node));
    run.sinkInput = { node, flows };
    // What an element shows is escaped; a sink that is not names the attribute.
    return run.precise ? clean : whole(flows);
  },
  jsxAttribute: evaluateAll,
  other: (run, node) => {
    if (node.type !== "sequence_expression") return evaluateAll(run, node);
    let last = clean;
    for (const child of node.children) last = run.evaluate(child);
    return last;
  },
};

function isHarmlessPart(run: Run, member: Node): boolean {
  return (
    isHarmlessArgument(run, member) ||
    isHarmlessField(member, run.module) ||
    isPlainPart(run, member) ||
    isValidatedField(run, member)
  );
}

/** Runs all children; the value is any of them. */
export function evaluateAll(run: Run, node: Node): Value {
  let value = clean;
  for (const child of node.children) if (child.role !== "property") value = join(value, run.evaluate(child));
  return value.parts ? whole(flowsIn(value)) : value;
}

function evaluateFirst(run: Run, node: Node): Value {
  const [first] = node.children;
  return first ? run.evaluate(first) : clean;
}

/** What stands in a list is told apart from what the list is: `.length` of it is not what an element holds. */
function asElement(run: Run, value: Value): Value {
  if ((run.precise && !run.options.onlyAssignments) || !isTainted(value)) return value;
  return withPart(clean, [anyElement], run.precise ? whole(flowsIn(value)) : value);
}

/** Recorded: `await a` and an argument `...a` are no assignment of `a`. */
function evaluatePassed(run: Run, node: Node): Value {
  const value = evaluateFirst(run, node);
  return run.options.onlyAssignments ? clean : value;
}

/** Recorded: nor is `[...a]`, while `{...a}` is. */
function evaluateSpread(run: Run, node: Node): Value {
  return node.role === "argument" || node.parent?.kind === "array" ? evaluatePassed(run, node) : evaluateFirst(run, node);
}

function evaluateIndex(run: Run, node: Node): Value {
  const [object, ...indexes] = node.children;
  if (!object) return clean;
  const value = run.evaluate(object);
  let indexFlows = clean.flows;
  // Recorded: the documented language does not look at slices, and loses what they hold.
  if (!run.precise && indexes.length > 0 && indexes.every(({ kind }) => kind === "slice")) return clean;
  for (const index of indexes) indexFlows = joinFlows(indexFlows, flowsIn(run.evaluate(index)));
  if (run.options.onlyAssignments) return value.parts?.get(anyElement) ?? clean;
  const [index] = indexes;
  const taken = run.precise && index?.kind === "slice" && value.parts ? sliceOf(run, object, index, value) : undefined;
  if (taken) return taken;
  const key = run.precise ? indexKey(run, node) : undefined;
  const element = key === undefined ? anyPart(value) : partOf(value, key);
  if (run.precise && key === undefined && run.state?.hasGuards() && run.state.isGuarded(guardKey(run, node) ?? "")) return clean;
  // What a table holds is not the key that chose it.
  if (run.precise || run.options.safeIndexes) return element;
  return join(element, whole(indexFlows));
}

/** Recorded: in a list or a dictionary nobody asks what type an element has. */
function isSafeBoolean(run: Run, { role, parent }: Node): boolean {
  return run.options.safeBooleans && (run.precise || (role !== "element" && parent?.kind !== "pair"));
}

function evaluateBinary(run: Run, node: Node): Value {
  const [left, right] = node.children;
  if (!left || !right) return clean;
  const { text } = node;
  if (text === "&&" || text === "and" || text === "||" || text === "or" || text === "??")
    return evaluateLogical(run, node, left, right);
  const first = run.evaluate(left);
  const second = run.evaluate(right);
  const value = join(first, second);
  const { options } = run;
  if (options.onlyAssignments) return clean;
  if (comparisons.has(text))
    return run.precise || isSafeBoolean(run, node) || options.safeComparisons ? clean : whole(flowsIn(value));
  if (run.precise && numeric.has(text) && (run.dialect.arithmeticGivesNumbers || takesNumbers(text, left))) return clean;
  // Recorded: only where a number literal gives the operation a type; `2 * x` may repeat a text.
  if (
    options.safeNumbers &&
    !run.dialect.arithmeticGivesNumbers &&
    (numeric.has(text) || text === "+") &&
    (right.kind === "number" || (left.kind === "number" && text !== "*" && text !== "%"))
  )
    return clean;
  // A list that is written down, and another one behind it.
  if (run.precise && text === "+" && left.kind === "array" && !run.dialect.keysAreFields)
    return beginsAs(run, first, elementsBefore(left), flowsIn(value));
  return whole((run.precise && text === "%" && filledByPercent(run, left, right, second)) || flowsIn(value));
}

/** `"%d" % x` is an error for anything but numbers. */
function takesNumbers(operator: string, { kind, text }: Node): boolean {
  if (operator !== "%" || kind !== "string") return false;
  const conversions = text.replaceAll("%%", "").match(/%(?:\(\w+\))?[-+ #0-9.*]*[a-zA-Z]/g) ?? [];
  return conversions.length > 0 && conversions.every((one) => /[diouxXeEfFgG]$/.test(one));
}

/** The right side runs only for one outcome of the left side. */
function evaluateLogical(run: Run, node: Node, left: Node, right: Node): Value {
  const first = run.evaluate(left);
  const before = run.state;
  if (!before) return clean;
  const runsOn = node.text === "&&" || node.text === "and";
  if (run.precise && !runsOn && isWrittenDown(left, run.module.context)) return first;
  const skipped = before.fork();
  if (run.precise && node.text !== "??") narrow(run, left, runsOn);
  const second = run.evaluate(right);
  run.state = joinStates(run.state, skipped);
  if (run.options.onlyAssignments) return clean;
  // Recorded: the documented language does not tell what stands under which name in the outcome.
  if (!run.precise) return whole(joinFlows(flowsIn(first), flowsIn(second)));
  // The left side of `&&` is passed on only when it is empty, zero or null.
  return runsOn ? second : join(first, second);
}

function evaluateConditional(run: Run, node: Node): Value {
  const condition = childOf(node, "condition");
  const then = childOf(node, "then");
  const otherwise = childOf(node, "else");
  if (condition) run.evaluate(condition);
  const before = run.state;
  if (!before) return clean;
  const evaluateWhen = (branch: Node | undefined, outcome: boolean): { value: Value; state: typeof run.state } => {
    run.state = before.fork();
    if (condition && run.precise) narrow(run, condition, outcome);
    const value = branch ? run.evaluate(branch) : clean;
    return { value, state: run.state };
  };
  const yes = evaluateWhen(then, true);
  const no = evaluateWhen(otherwise, false);
  run.state = joinStates(yes.state, no.state);
  return join(yes.state ? yes.value : clean, no.state ? no.value : clean);
}

function evaluateElements(run: Run, node: Node): Value {
  if (!run.precise) {
    let element = clean;
    for (const child of node.children) element = join(element, run.evaluate(child));
    return element;
  }
  let value = clean;
  const certain = elementsBefore(node);
  for (const [index, child] of node.children.entries()) {
    const element = run.evaluate(child);
    if (flowsIn(element).length === 0) continue;
    if (index < certain) value = withPart(value, [elementKey(run, index)], element);
    else value = beginsAs(run, value, certain, joinFlows(value.flows, flowsIn(element)));
  }
  return value;
}

/** After a spread the positions are not known. */
function elementsBefore({ children }: Node): number {
  const spread = children.findIndex(({ kind }) => kind === "spread");
  return spread < 0 ? children.length : spread;
}

function evaluateObject(run: Run, node: Node): Value {
  if (!run.precise) return run.dialect.keysAreFields ? recordedObject(run, node) : asElement(run, recordedObject(run, node));
  let value = clean;
  for (const child of node.children) {
    const part = run.evaluate(child);
    const name = keyOf(run, child);
    if (name !== undefined) value = withPart(value, [name], part);
    else if (child.kind === "spread") value = overlaid(run, value, child.children[0], part);
    else value = { flows: joinFlows(value.flows, flowsIn(part)), parts: value.parts };
  }
  return value.flows.length === 0 && !value.parts ? clean : value;
}

function keyOf(run: Run, child: Node): string | undefined {
  const key = child.kind === "pair" ? childOf(child, "key") : undefined;
  return key && keyOfConstant(run, key);
}

/** Recorded: an object with a computed key is lost in the documented language, and a key does not replace what a spread object has. */
function recordedObject(run: Run, node: Node): Value {
  const isComputed = (child: Node): boolean => child.kind === "pair" && child.children[0]?.start !== child.start;
  const fields = run.dialect.keysAreFields;
  const lost = fields && node.children.some(isComputed);
  let spread = clean;
  let value = clean;
  for (const child of node.children) {
    if (fields && isComputed(child)) continue;
    const part = fields ? run.evaluate(child) : join(run.evaluate(child), keyValue(run, child));
    const name = fields ? keyOf(run, child) : undefined;
    if (child.kind === "spread") spread = join(spread, whole(flowsIn(part)));
    else if (name === undefined) value = { flows: joinFlows(value.flows, flowsIn(part)), parts: value.parts };
    else if (flowsIn(part).length > 0 || spread.flows.length === 0) value = withPart(value, [name], part);
  }
  return lost ? clean : join(value, spread);
}

const counted = /^(?:Set|Map|WeakMap|URLSearchParams|Blob|File|FormData)$/;

/** How many there are: a number, whatever they are. `size` may be anybody's field, so that the object has to be known. */
function isCount({ module }: Run, { text, children: [object] }: Node): boolean {
  if (text === "length" || text === "byteLength" || text === "byteOffset") return true;
  if (text !== "size" || !object) return false;
  const { definitions } = factsOf(module.context);
  const made = object.kind === "name" ? definitionsFor(definitions, object, object.text).map(({ value }) => value) : [object];
  return made.length > 0 && made.every((value) => value?.kind === "new" && counted.test(value.children[0]?.text ?? ""));
}

/** `error.name` of what was caught and `x.constructor.name`: the program gave it to its class. */
function isClassName({ module }: Run, { text, children: [object] }: Node): boolean {
  if (text !== "name" || !object) return false;
  if (object.kind === "member") return object.text === "constructor";
  const found = object.kind === "name" ? definitionsFor(factsOf(module.context).definitions, object, object.text) : [];
  return found.length > 0 && found.every(({ node }) => node.parent?.kind === "catch");
}
