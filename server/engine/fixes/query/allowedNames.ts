/** Keeps a name or a sort order in a query to what the file allows, as SQL takes no parameter there. Pure. */

import { childOf, type Node, type Tree } from "../../tree/node.ts";
import type { Quote } from "./writeLiteral.ts";

export type NamePlace = "direction" | "column" | "table";

/** What stands in a query's text for a value that stays in it; the group is its index among the values. */
export const keptPlace = /\uE000(\d+)\uE001/;

/** Writes the value so that it can be nothing else. @param quote For texts in it. */
export type KeptValue = (quote: Quote) => string;

/** @returns `undefined` where no list of the file says what is allowed, and for what may not be read twice. */
export function allowedValue(value: Node, source: string, place: NamePlace, tree: Tree): KeptValue | undefined {
  if (value.kind !== "name" && value.kind !== "member" && !/^[\w.]+\[["']\w+["']\]$/.test(source)) return undefined;
  const python = tree.language === "python";
  // What a request holds may be more than text to TypeScript.
  const tested = tree.language === "javascript" ? source : `String(${source})`;
  if (place === "direction") {
    if (python)
      return (quote) => `${quote}DESC${quote} if str(${source}).lower() == ${quote}desc${quote} else ${quote}ASC${quote}`;
    return (quote) => `/^desc$/i.test(${tested}) ? ${quote}DESC${quote} : ${quote}ASC${quote}`;
  }
  const [list, another] = tree.root.children.map((node) => namedList(node, place, tree)).filter((one) => one !== undefined);
  if (!list || another) return undefined;
  if (python) return (quote) => `${source} if ${source} in ${list.name} else ${quote}${list.first}${quote}`;
  const test = list.isSet ? `${list.name}.has(${tested})` : `${list.readable}.includes(${tested})`;
  return (quote) => `${test} ? ${source} : ${quote}${list.first}${quote}`;
}

interface NamedList {
  readonly name: string;
  readonly first: string;
  readonly isSet: boolean;
  /** As TypeScript takes it where it is looked up by any text. */
  readonly readable: string;
}

/** The name says what the list is for: one of columns alone may be those that are shown, exported or required. */
const speaks: Readonly<Record<Exclude<NamePlace, "direction">, RegExp>> = {
  column:
    /sort|order_?(?:by|able)|(?:allow|valid|permit|safe|white_?list)\w*(?:column|field|order)|(?:column|field)s?_?(?:allow|white_?list)/i,
  table:
    /^(?:(?:all|known)_?)?tables?(?:_?names?)?$|(?:allow|valid|permit|safe|known|white_?list)\w*table|tables?_?(?:allow|white_?list)/i,
};
const speaksOfOthers =
  /hidden|private|exclu|forbid|block|den(?:y|ied)|ignor|internal|secret|un_?sort|unsafe|invalid|disallow|omit|skip|(?:^|_)not_?(?=sort|allow|valid|permit)/i;

/** A constant of the file, such as `SORT_COLUMNS = ["name", "created"]`, that holds plain names alone. */
function namedList(statement: Node, place: Exclude<NamePlace, "direction">, { text }: Tree): NamedList | undefined {
  const node = statement.kind === "export" ? statement.children.find(({ kind }) => kind === "declare") : statement;
  if (node?.kind !== "declare" && !(node?.kind === "assign" && node.text === "=")) return undefined;
  const target = childOf(node, "target");
  const value = childOf(node, "value");
  if (target?.kind !== "name" || !value || !speaks[place].test(target.text) || speaksOfOthers.test(target.text)) return undefined;
  const written = text.slice(value.start, value.end);
  const inner = /^(?:new Set|set|frozenset|Object\.freeze|tuple)\b/.test(written) ? listIn(value) : value;
  const names = inner && ["array", "tuple", "set"].includes(inner.kind) ? inner.children : [];
  const [first] = names;
  if (!first || !names.every((one) => one.kind === "string" && /^[A-Za-z_][\w.]*$/.test(one.text))) return undefined;
  const isConstant = /^ as const\b/.test(text.slice(value.end, value.end + 12));
  return {
    name: target.text,
    first: first.text,
    isSet: /^(?:new Set|set|frozenset)\b/.test(written) || inner?.kind === "set",
    readable: isConstant ? `(${target.text} as readonly string[])` : target.text,
  };
}

function listIn(call: Node): Node | undefined {
  return call.children.find(({ kind }) => kind === "array" || kind === "tuple" || kind === "set");
}
