/** Texts of Python that are filled in: which of the values that a format is given it takes. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Given } from "./callKnown.ts";
import { elementKey } from "./lists.ts";
import type { Run } from "./run.ts";
import { type Flow, flowsIn, joinFlows, partOf, type Value } from "./value.ts";

const conversion = /%(?:\((\w+)\))?[-+ #0-9.]*([a-zA-Z%])/g;
const numbersOnly = /[diouxXeEfFgG]/;

/**
 * `"%(name)s" % values`, `"%s %s" % (a, b)`.
 *
 * @returns `undefined` where all of it may be taken.
 */
export function filledByPercent(run: Run, format: Node, given: Node, values: Value): readonly Flow[] | undefined {
  if (format.kind !== "string" || !values.parts || format.text.includes("*")) return undefined;
  let flows = values.flows;
  let position = 0;
  for (const [, name, kind = "%"] of format.text.matchAll(conversion)) {
    if (kind === "%") continue;
    if (name === undefined && given.kind !== "tuple") return undefined;
    const part = partOf(values, name === undefined ? elementKey(run, position++) : `[${name}`);
    if (!numbersOnly.test(kind)) flows = joinFlows(flows, flowsIn(part));
  }
  return flows;
}

/** A field of a format, with the index or the name that it begins with. */
const field = /\{\{|\}\}|\{(\w*)([^{}]*)\}/g;

/**
 * `"{name}".format(name=x, **values)`, `"{}".format(x)`, `"{name}".format_map(values)`.
 *
 * @returns `undefined` where all of it may be taken.
 */
export function filledByFormat(run: Run, call: Node, given: readonly Given[]): readonly Flow[] | undefined {
  const callee = childOf(call, "callee");
  const [format] = callee?.children ?? [];
  if (callee?.kind !== "member" || format?.kind !== "string" || run.dialect.keysAreFields) return undefined;
  if (/\{[^{}]*\{/.test(format.text.replaceAll("{{", ""))) return undefined;
  const [table] = callee.text === "format_map" ? given : [];
  if (callee.text !== "format" && !table) return undefined;
  const args = childrenOf(call, "argument");
  if (args.some(({ kind, text }) => kind === "spread" && text !== "**")) return undefined;
  const named = (name: string): readonly Flow[] => {
    if (table) return flowsIn(partOf(table.value, `[${name}`));
    const own = given.find(({ node }) => node.kind === "keywordArgument" && node.text === name);
    if (own) return flowsIn(own.value);
    const spread = given.filter(({ node }) => node.kind === "spread");
    return spread.reduce<readonly Flow[]>((all, { value }) => joinFlows(all, flowsIn(partOf(value, `[${name}`))), []);
  };
  const plain = given.filter(({ node: { kind } }) => kind !== "spread" && kind !== "keywordArgument");
  let flows: readonly Flow[] = [];
  let position = 0;
  for (const [whole, name] of format.text.matchAll(field)) {
    if (name === undefined || whole === "{{" || whole === "}}") continue;
    const at = name === "" ? position++ : /^\d+$/.test(name) ? Number(name) : undefined;
    const value = at === undefined ? undefined : plain[at]?.value;
    flows = joinFlows(flows, at === undefined ? named(name) : value ? flowsIn(value) : []);
  }
  return flows;
}
