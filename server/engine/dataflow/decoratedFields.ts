/** Fields that decorators of class-validator check before a handler of Nest gets the object: `@IsIn(SIZES) size: string`. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { isAnchored } from "./anchored.ts";
import { regexOf } from "./guards.ts";
import type { Run } from "./run.ts";
import { type Target, targetsOf } from "./targets.ts";
import { clean, type Value, withPart } from "./value.ts";

/** What hands a part of a request to a parameter. */
const handing = /^(?:Body|Query|Param|Headers|Args|Payload|MessageBody)$/;
/** Checks that let through numbers, identifiers, one of a list. */
const checking =
  /^(?:Is(?:In|Enum|UUID|Int|Number|NumberString|Boolean|BooleanString|Date|DateString|ISO8601|MongoId|Alpha|Alphanumeric|Hexadecimal|IP|Port|Positive|Negative|Divisible|Semver|Ulid)|Equals|Min|Max)$/;
/** A check that is not made each time. */
const sometimes = "ValidateIf";

const deepestBases = 3;

/**
 * What the parameter of a handler holds, with the fields clean that its class lets nothing through for.
 *
 * @returns The value as it is of any other parameter.
 */
export function checkedByDecorators(run: Run, parameter: Node, value: Value): Value {
  const type = childOf(parameter, "type");
  const isHanded = childrenOf(parameter, "decorator").some(({ children: [call] }) => handing.test(calledBy(call)));
  if (type?.kind !== "name" || !isHanded) return value;
  return targetsOf(type, run.module).reduce((held, target) => withChecked(run, target, held, 0), value);
}

function withChecked(run: Run, { kind, node, module }: Target, value: Value, depth: number): Value {
  if (kind !== "class" || depth > deepestBases) return value;
  let held = value;
  for (const base of childrenOf(node, "base"))
    held = targetsOf(base, module).reduce((all, target) => withChecked(run, target, all, depth + 1), held);
  for (const field of childOf(node, "body")?.children ?? []) {
    const name = field.kind === "field" ? childOf(field, "name") : undefined;
    const decorators = name ? childrenOf(field, "decorator") : [];
    if (name && isChecked(run, decorators)) held = withPart(held, [`.${name.text}`], clean);
  }
  return held;
}

function isChecked(run: Run, decorators: readonly Node[]): boolean {
  const calls = decorators.map(({ children: [call] }) => call);
  return !calls.some((call) => calledBy(call) === sometimes) && calls.some((call) => letsNothingThrough(run, call));
}

function letsNothingThrough(run: Run, call: Node | undefined): boolean {
  const name = calledBy(call);
  if (checking.test(name)) return true;
  const [form] = call && name === "Matches" ? childrenOf(call, "argument") : [];
  return form !== undefined && isAnchored(regexOf(run, form));
}

/** The name of the function that a decorator calls. */
function calledBy(call: Node | undefined): string {
  return call?.kind === "call" ? (childOf(call, "callee")?.text ?? "") : "";
}
