/** Functions of a list that run one after the other, each on what the one before it gave. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { callValue } from "./callKnown.ts";
import { assignTo } from "./places.ts";
import type { Run } from "./run.ts";
import type { Value } from "./value.ts";

/** Of longer lists all are asked alike. */
const most = 12;

/**
 * `steps.reduce((text, step) => step(text), input)`.
 *
 * @param input The value that it begins with. @returns `undefined` for any other call, and where a function is not known.
 */
export function reduceInTurn(run: Run, call: Node, input: Value): Value | undefined {
  const callee = childOf(call, "callee");
  const [callback, begins, another] = childrenOf(call, "argument");
  const [list] = callee?.kind === "member" && callee.text === "reduce" ? callee.children : [];
  if (!list || callback?.kind !== "function" || !begins || another) return undefined;
  const [text, step] = childrenOf(callback, "parameter").map((one) => childOf(one, "target")?.text);
  const body = childOf(callback, "body");
  const [statement] = body?.kind === "block" && body.children.length === 1 ? body.children : [];
  const result = statement?.kind === "return" ? statement.children[0] : body;
  return text !== undefined && result && isCallOf(result, step, text) ? inTurn(run, call, list, input) : undefined;
}

/** `for (const step of steps) text = step(text)`. @returns Whether it was such a loop, and is done. */
export function loopInTurn(run: Run, loop: Node): boolean {
  const step = childOf(loop, "target");
  const list = childOf(loop, "value");
  const body = childOf(loop, "body");
  if (!run.precise || !list || step?.kind !== "name" || !body || childOf(loop, "else")) return false;
  let statement: Node | undefined = body;
  while (statement?.kind === "block" || statement?.kind === "other")
    statement = statement.children.length === 1 ? statement.children[0] : undefined;
  const target = statement?.kind === "assign" && statement.text === "=" ? childOf(statement, "target") : undefined;
  const call = statement && target?.kind === "name" ? childOf(statement, "value") : undefined;
  if (!call || !target || !isCallOf(call, step.text, target.text)) return false;
  const value = inTurn(run, call, list, run.evaluate(target));
  if (value) assignTo(run, target, value, false);
  return value !== undefined;
}

function isCallOf(node: Node, step: string | undefined, text: string): boolean {
  const call = node.kind === "await" ? node.children[0] : node;
  const [callee, only, another] = call?.kind === "call" ? call.children : [];
  return callee?.kind === "name" && callee.text === step && only?.kind === "name" && only.text === text && !another;
}

function inTurn(run: Run, call: Node, list: Node, input: Value): Value | undefined {
  const { tree } = run.module.context;
  const made = heldBy(list, factsOf(run.module.context).definitions);
  if ((made?.kind !== "array" && made?.kind !== "tuple") || made.children.length === 0 || made.children.length > most)
    return undefined;
  // What else may be in it is not known.
  if (list.kind === "name" && new RegExp(`\\b${list.text}\\.(?!reduce\\b|length\\b|map\\b|forEach\\b)\\w`).test(tree.text))
    return undefined;
  let value: Value | undefined = input;
  for (const step of made.children) value = value && callValue(run, call, step, [value]);
  return value;
}
