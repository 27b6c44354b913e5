/** Tells where values stand in the filter of a database query, and whether they may be made text there. Pure. */

import type { Node } from "../../tree/node.ts";
import type { QueryPart } from "../query/queryParts.ts";

/** Operators that compare with one value, and those that take a list of filters (MongoDB's "Query Predicates"). */
const comparing = new Set(["$eq", "$ne"]);
const joining = new Set(["$and", "$or", "$nor"]);

/** Names of fields end so that hold a number, a moment, a yes or a list as a rule: text there matches nothing. */
const otherWords = new Set(
  (
    "active admin age amount archived at balance completed cost count date day days deleted done enabled disabled flag height ids lat " +
    "length level limit lng max min month open price published qty quantity rank rating roles score size stock sum tags time timestamp " +
    "total verified version weight width year"
  ).split(" "),
);

function holdsText(field: string): boolean {
  const words = field.split(/_|(?=[A-Z])|\./).map((word) => word.toLowerCase());
  return !otherWords.has(words.at(-1) ?? "") && !(words.length > 1 && /^(?:is|has)$/.test(words[0] ?? ""));
}

/** What a URL, a cookie or a header gives is text, a list or an object, and never a number. */
const textOnly = /\.(?:query|params|cookies|headers)\b/;

/** What the entries of a filter are given, also below operators and in their lists. */
export function valuesOfFilter(filter: Node): readonly Node[] {
  return filter.children.flatMap((pair) => {
    const [key, value] = pair.kind === "pair" ? pair.children : [];
    if (value?.kind === "object") return valuesOfFilter(value);
    const isList = value?.kind === "array" && joining.has(key?.text ?? "");
    return isList ? value.children.flatMap((one) => (one.kind === "object" ? valuesOfFilter(one) : one)) : (value ?? []);
  });
}

/** @param wrapped the values that are to be made text, all of them in `filter`. @returns Why they may be something else; `undefined` when not. */
export function whyNotText(wrapped: readonly Extract<QueryPart, { kind: "value" }>[], filter: Node): string | undefined {
  for (const { node, source } of wrapped) {
    if (node.kind === "array") return "a list would become one text";
    if (node.kind === "spread") return "what a whole object brings cannot be told";
    for (let at = node; at !== filter && at.parent; at = at.parent) {
      const key = at.parent.kind === "pair" ? at.parent.children[0]?.text : undefined;
      if (key === undefined || at.role === "key") continue;
      if (at.parent.parent === filter && at.kind === "object" && /^(?:where|data)$/.test(key))
        return "the types of the columns are the schema's, and text may not fit them";
      if (key.startsWith("$") && !joining.has(key) && !comparing.has(key)) return `${key} may need something else than text`;
      if (!holdsText(key) && !textOnly.test(source)) return `whether \`${key}\` holds text cannot be told`;
    }
  }
  return undefined;
}
