/** Strings and f-strings of Python. */

import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, Handler } from "./converter.ts";
import { cookString } from "./cookString.ts";

interface Literal {
  readonly prefix: string;
  /** Offset after the opening quote. */
  readonly start: number;
  /** Offset of the closing quote. */
  readonly end: number;
}

function literalOf(c: Converter, i: number): Literal {
  let start = c.raw.start[i] ?? 0;
  let end = c.raw.end[i] ?? 0;
  let prefix = "";
  for (const child of c.named(i)) {
    if (c.type(child) === "string_start") {
      prefix = c
        .source(child)
        .replace(/["']+$/, "")
        .toLowerCase();
      start = c.raw.end[child] ?? start;
    } else if (c.type(child) === "string_end") end = c.raw.start[child] ?? end;
  }
  return { prefix, start, end };
}

/** @param source The text between the quotes. @param prefix In small letters. */
export function cookLiteral(source: string, prefix: string): string {
  const text = prefix.includes("r") ? source : cookString(source, true);
  return prefix.includes("f") ? text.replace(/\{\{|\}\}/g, (two) => two.charAt(0)) : text;
}

function parts(c: Converter, i: number, { prefix, start, end }: Literal): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let from = start;
  const literal = (to: number): void => {
    if (to > from)
      found.push(new SyntaxNode("stringPart", "part", cookLiteral(c.text.slice(from, to), prefix), "", from, to, []));
  };
  for (const child of c.named(i)) {
    if (c.type(child) !== "interpolation") continue;
    literal(c.raw.start[child] ?? 0);
    found.push(c.node(child, "part"));
    from = c.raw.end[child] ?? from;
  }
  literal(end);
  return found;
}

/** An f-string with interpolations is a `template`; every other literal a `string`. */
export const stringHandler: Handler = (c, i, role) => {
  const literal = literalOf(c, i);
  if (!literal.prefix.includes("f"))
    return c.leaf("string", role, cookLiteral(c.text.slice(literal.start, literal.end), literal.prefix), i);
  return c.make("template", role, "", i, parts(c, i, literal));
};

/** `"a" "b"` is one string; with an f-string among them one template. */
export const concatenated: Handler = (c, i, role) => {
  const strings = c.named(i);
  const literals = strings.map((child) => literalOf(c, child));
  if (literals.some(({ prefix }) => prefix.includes("f")))
    return c.make(
      "template",
      role,
      "",
      i,
      strings.flatMap((child, at) => parts(c, child, literals[at] ?? { prefix: "", start: 0, end: 0 })),
    );
  return c.leaf(
    "string",
    role,
    literals.map(({ prefix, start, end }) => cookLiteral(c.text.slice(start, end), prefix)).join(""),
    i,
  );
};
