/** Tells whether escaping is enough where values stand in a text: HTML, a shell's command, an LDAP filter. Pure. */

import type { WrappedText } from "../../rules/rule.ts";
import type { QueryPart } from "../query/queryParts.ts";

/** Attributes whose value is an address, code or a style: escaping quotes is not enough there. */
const dangerousAttribute = /(?:^|\s)(?:on\w+|href|src|srcdoc|srcset|action|formaction|style|data|xlink:href|background)\s*=\s*$/i;

const addressAttribute = /(?:^|\s)(?:href|src|action|formaction)\s*=\s*$/i;
/** Where the address begins with text of the program, a value cannot choose its scheme or its host. */
const ownAddress = /^\s*(?:(?:https?:)?\/\/[\w.:-]+[/?#]|mailto:|tel:|\/(?!$|\/)|\.{0,2}\/\w|[?#])/i;

/** @param wrapped the values that are to be escaped, all of them among `parts`. @returns Why that is not enough; `undefined` when it is. */
export function whyUnsafe(kind: WrappedText, parts: readonly QueryPart[], wrapped: readonly QueryPart[]): string | undefined {
  if (kind === "any" || kind === "filter") return undefined;
  let before = "";
  for (const part of parts) {
    if (part.kind === "text") {
      before += part.text;
      continue;
    }
    const why = wrapped.includes(part) ? check[kind](before) : undefined;
    if (why) return why;
    // Any letter will do: a value neither opens nor closes anything once it is escaped.
    before += "x";
  }
  return undefined;
}

const check: Readonly<Record<Exclude<WrappedText, "any" | "filter">, (before: string) => string | undefined>> = {
  html(before) {
    if (/<(script|style|iframe|textarea|title)\b(?![\s\S]*<\/\1)/i.test(before) || /<!--(?![\s\S]*-->)/.test(before))
      return "escaping is not enough inside a script, a style or a comment";
    const tag = before.slice(before.lastIndexOf("<"));
    const text = /<\/?[a-z]/i.test(tag) ? tag.replace(/"[^"]*"|'[^']*'/g, "") : "";
    if (text === "" || (text.includes(">") && !/["'][^>]*$/.test(text))) return undefined;
    const quoted = /^([\s\S]*)["'][^"']*$/.exec(text);
    if (!quoted) return "escaping is not enough in a tag outside of quotes";
    const begun = /["']([^"']*)$/.exec(tag)?.[1] ?? "";
    return dangerousAttribute.test(quoted[1] ?? "") && !(addressAttribute.test(quoted[1] ?? "") && ownAddress.test(begun))
      ? "escaping is not enough in an attribute with an address or code"
      : undefined;
  },
  shell(before) {
    if (/[`\\]|\$\(|<<|\b(eval|sh|bash)\b/.test(before)) return "the command has syntax in which quoting may not be enough";
    if (before.replace(/"[^"]*"|'[^']*'/g, "").match(/["']/)) return "the value stands between quotes of the command already";
    return before.trim() === "" ? "the value is the program itself; choose it from a table of programs that may run" : undefined;
  },
  ldap(before) {
    if (/\([^()=]*=\*?$/.test(before)) return undefined;
    return /=$/.test(before)
      ? "the value is a part of a name, which other characters are escaped in; build it with the function of the library for names"
      : "the value is more than what is compared with";
  },
};
