/** Tells how a connection takes parameters by other queries that the file runs on it. Pure. */

import { collectDefinitions, type Definitions, definitionsFor } from "../../patterns/scopes.ts";
import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import { type Driver, driverOf } from "./drivers.ts";
import type { Refused } from "./queryParts.ts";

type Style = "$1" | "?" | "%s";

/** @returns The driver that the file imports; else one made of the parameterized queries on the same receiver, where all are alike. */
export function driverOfCall(tree: Tree, call: Node, method: string): Driver | Refused {
  const definitions = collectDefinitions(tree, true);
  const callee = childOf(call, "callee");
  const driver = driverOf(tree, method, callee && originOf(callee, definitions, mostSteps));
  if (!("refused" in driver) || !driver.unknown) return driver;
  const styles = new Set<Style>();
  const receiver = receiverOf(call, tree, definitions);
  const pending = [tree.root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const style = node.kind === "call" ? styleOf(node, tree) : undefined;
    if (style && receiver !== undefined && receiverOf(node, tree, definitions) === receiver) styles.add(style);
    pending.push(...node.children);
  }
  const [style, ...others] = styles;
  if (!style) return driver;
  if (others.length > 0)
    return { refused: `the queries beside it write placeholders in several ways (${[...styles].sort().join(", ")})` };
  return driverWith(style, method, tree.language === "python");
}

/** Variables that are given another variable, and so on. */
const mostSteps = 4;

/** What the object at the beginning of an expression was made by: "pg.Pool" for `db.query`, with `db` from `new Pool()`. */
function originOf(expression: Node, definitions: Definitions, left: number): string | undefined {
  let at = expression;
  while (["member", "call", "new", "await", "index"].includes(at.kind) && at.children[0]) [at] = at.children;
  if (at.kind !== "name") return undefined;
  const [only, ...others] = definitionsFor(definitions, at, at.text);
  if (!only) return definitions.has(at.text) ? undefined : at.text;
  if (others.length > 0) return undefined;
  return only.path ?? (only.value && left > 0 ? originOf(only.value, definitions, left - 1) : undefined);
}

function driverWith(style: Style, method: string, python: boolean): Driver {
  return {
    name: "the driver of the queries beside it",
    methods: [method],
    passing: python ? "tuple" : "array",
    placeholder: (index) => (style === "$1" ? `$${index + 1}` : style),
    doublePercent: style === "%s",
    // MySQL takes no text there, and may be behind both of the other styles.
    limitTakesText: style === "$1",
  };
}

const methods = /^(?:query|execute|all|get|run|each)$/;

/** Of a literal query that is given a list of values. */
function styleOf(call: Node, { language }: Tree): Style | undefined {
  const [query, values] = childrenOf(call, "argument");
  const isList = values?.kind === "array" || (language === "python" && values?.kind === "tuple");
  if (!isList || query?.kind !== "string" || !methods.test(childOf(call, "callee")?.text ?? "")) return undefined;
  const text = query.text.replace(/'[^']*'|"[^"]*"/g, "");
  const found = new Set<Style>();
  if (/\$1\b/.test(text) && language !== "python") found.add("$1");
  if (/%s/.test(text) && language === "python") found.add("%s");
  if (/(?:[=<>(,\s])\?(?=[\s,);]|$)/.test(text)) found.add("?");
  const [style, ...others] = found;
  return others.length === 0 ? style : undefined;
}

/** Its text, and where a variable comes from: two functions may name two connections alike. */
function receiverOf(call: Node, tree: Tree, definitions: Definitions): string | undefined {
  const callee = childOf(call, "callee");
  const object = callee?.kind === "member" ? childOf(callee, "object") : undefined;
  if (!object || !methods.test(callee?.text ?? "")) return undefined;
  const sourceOf = ({ start, end }: Node): string => tree.text.slice(start, end);
  if (object.kind !== "name") return sourceOf(object);
  const origins = definitionsFor(definitions, object, object.text).map(
    ({ kind, path, value, scope }) => path ?? (value ? sourceOf(value) : `${kind} ${scope.start}`),
  );
  return `${object.text} = ${[...new Set(origins)].sort().join(" | ")}`;
}
