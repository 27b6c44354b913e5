/** Checks of all elements of a list at once: `ids.every(isNumber)`, `all(i.isdigit() for i in ids)`, `set(columns) <= KNOWN`. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { checkedByCallback } from "./functionGuards.ts";
import { forget, isTrustedCollection, narrow } from "./guards.ts";
import { assignTo, placeRead, readPlace } from "./places.ts";
import type { Run } from "./run.ts";
import { openScope } from "./state.ts";
import { flowsIn, listPart } from "./value.ts";

/** What a condition that came out as `outcome` says of every element of a list or a set. */
export function narrowLists(run: Run, condition: Node, outcome: boolean): void {
  if (!run.precise) return;
  if (condition.kind === "binary") narrowSets(run, condition, outcome);
  else narrowElements(run, condition, outcome);
}

function narrowElements(run: Run, call: Node, outcome: boolean): void {
  const [callee, first, second] = call.children;
  if (!callee || !first || second) return;
  const [object] = callee.children;
  if (callee.kind === "member" && object) {
    if (callee.text === (outcome ? "every" : "some") && isChecked(run, first, outcome)) forget(run, object);
    if (outcome && callee.text === "issubset" && isSet(run, first)) forgetSet(run, object);
    if (outcome && callee.text === "issuperset" && isSet(run, object)) forgetSet(run, first);
  } else if (callee.text === (outcome ? "all" : "any") && callee.kind === "name") {
    const list = listChecked(run, first, outcome);
    if (list) forget(run, list);
  }
}

/** `set(columns) <= KNOWN`, `KNOWN >= set(columns)`, `not set(columns) - KNOWN`. */
function narrowSets(run: Run, { text: operator, children: [left, right] }: Node, outcome: boolean): void {
  if (!left || !right) return;
  if (outcome ? operator === "<=" || operator === "<" : operator === "-") {
    if (isSet(run, right)) forgetSet(run, left);
  } else if (outcome && (operator === ">=" || operator === ">") && isSet(run, left)) forgetSet(run, right);
}

/** Whether a function that is given each element has checked the whole of it when it gives this. */
function isChecked(run: Run, callback: Node, outcome: boolean): boolean {
  return checkedByCallback(run, callback, outcome).some((path) => path.length === 0);
}

/** @returns The list of `condition(x) for x in list` when the condition, come out so, says that `x` is harmless. */
function listChecked(run: Run, node: Node, outcome: boolean): Node | undefined {
  const [clause, ...others] = childrenOf(node, "clause");
  const target = clause && childOf(clause, "target");
  const list = clause && childOf(clause, "value");
  const condition = node.children.find(({ role }) => role !== "clause");
  // `if` leaves elements out, which are then not asked for.
  if (node.kind !== "comprehension" || others.length > 0 || target?.kind !== "name" || !list || !condition) return undefined;
  const before = run.state;
  const { scope } = run;
  run.state = before?.fork();
  run.scope = openScope("block", node.start, scope);
  const place = placeRead(run, list);
  assignTo(run, target, listPart(place ? readPlace(run, place) : run.evaluate(list)), true);
  narrow(run, condition, outcome);
  const element = run.state && placeRead(run, target);
  const known = element !== undefined && flowsIn(readPlace(run, element)).length === 0;
  run.scope = scope;
  run.state = before;
  return known && !isTable(run, list) ? list : undefined;
}

/** A set that stands in the program: a number is compared in the same words. */
function isSet(run: Run, node: Node): boolean {
  const made = heldBy(node, factsOf(run.module.context).definitions) ?? node;
  const makes = made.kind === "call" && /^(?:frozen)?set$/.test(childOf(made, "callee")?.text ?? "");
  const asks = made.kind === "call" && childOf(made, "callee")?.text === "keys";
  return (made.kind === "set" || makes || asks) && isTrustedCollection(run, made);
}

/** What a set was made of is as harmless as the set. */
function forgetSet(run: Run, node: Node): void {
  const [callee, made, another] = node.children;
  const isMade = node.kind === "call" && made && !another && /^(?:frozen)?set$/.test(callee?.text ?? "");
  const list = isMade ? made : node;
  if (!isTable(run, list)) forget(run, list);
}

/** Its elements are its keys alone: somewhere in the function a value of it is read by a key. */
function isTable(run: Run, { kind, text, parent }: Node): boolean {
  let around = parent;
  while (around?.parent && around.kind !== "function") around = around.parent;
  if (!around || kind !== "name") return false;
  const source = run.module.context.tree.text.slice(around.start, around.end);
  return new RegExp(`(?<![\\w$.])${text.replaceAll("$", "\\$")}\\s*(?:\\[\\s*["']|\\.(?:get|values|items|pop)\\()`).test(source);
}
