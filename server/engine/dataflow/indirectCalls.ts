/** `f.call(self, a, b)`, `f.apply(self, [a, b])`, `partial(f, a)(b)`, f`a ${b}`: what the function is given. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Given } from "./callKnown.ts";
import { placeOf, readPlace } from "./places.ts";
import type { Run } from "./run.ts";
import { targetsOf } from "./targets.ts";
import { clean, partOf, type Value } from "./value.ts";

/** Of a list that is handed over with `apply` no more elements are looked at. */
const mostApplied = 8;

export interface IndirectCall {
  readonly callee: Node;
  readonly args: readonly Value[];
}

/** @returns `undefined` for another call, and for a function that is not known. */
export function indirectCall(run: Run, callee: Node, given: readonly Given[]): IndirectCall | undefined {
  if (callee.kind === "name" && !run.dialect.keysAreFields) return partialCall(run, callee, given);
  const [held] = callee.children;
  if (callee.kind !== "member" || !held || !/^(?:call|apply)$/.test(callee.text) || !run.dialect.keysAreFields) return undefined;
  if (held.kind !== "function" && !targetsOf(held, run.module).some(({ kind }) => kind === "function")) return undefined;
  const [, ...args] = given;
  if (args.some(({ node }) => node.kind === "spread")) return undefined;
  if (callee.text === "call") return { callee: held, args: args.map(({ value }) => value) };
  const own = args[0]?.node.text === "arguments" ? ownArguments(run, args[0].node) : undefined;
  if (own) return { callee: held, args: own };
  const list = args[0]?.value ?? clean;
  return { callee: held, args: Array.from({ length: mostApplied }, (_, index) => partOf(list, `.${index}`)) };
}

/** `ask = partial(run, "whois")` and `ask(name)`. */
function partialCall(run: Run, callee: Node, given: readonly Given[]): IndirectCall | undefined {
  const made = heldBy(callee, factsOf(run.module.context).definitions);
  const maker = made?.kind === "call" ? childOf(made, "callee") : undefined;
  if (!made || !maker || run.resolveName(maker) !== "functools.partial") return undefined;
  const [held, ...first] = childrenOf(made, "argument");
  const isNamed = ({ kind }: Node): boolean => kind === "keywordArgument" || kind === "spread";
  if (!held || first.some(isNamed) || given.some(({ node }) => isNamed(node))) return undefined;
  return { callee: held, args: [...first.map((node) => run.evaluate(node)), ...given.map(({ value }) => value)] };
}

/** What the function around it was given: `arguments`. */
function ownArguments(run: Run, name: Node): readonly Value[] | undefined {
  let at = name.kind === "name" ? name.parent : undefined;
  while (at && !(at.kind === "function" && !at.text.includes("arrow"))) at = at.parent;
  return (
    at &&
    childrenOf(at, "parameter").map((parameter) => {
      const target = childOf(parameter, "target");
      const place = target?.kind === "name" ? placeOf(run, target, false) : undefined;
      return place ? readPlace(run, place) : clean;
    })
  );
}

/** @returns The texts and the values of a template that a function is given; `given` for any other call. */
export function taggedGiven(run: Run, call: Node, given: readonly Given[]): readonly Given[] {
  const [only, another] = given;
  // A call in brackets ends behind what it is given.
  if (only?.node.kind !== "template" || another || only.node.end !== call.end || !run.dialect.keysAreFields) return given;
  const values = only.node.children.flatMap(({ kind, children: [value] }) => (kind === "interpolation" && value ? [value] : []));
  return [{ node: only.node, value: clean }, ...values.map((node) => ({ node, value: run.evaluate(node) }))];
}
