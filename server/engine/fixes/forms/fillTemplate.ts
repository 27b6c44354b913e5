/** Fills metavariables and the names of imports into a template of a fix. Pure. */

import type { Match } from "../../patterns/match.ts";
import type { Node } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixContext } from "../fix.ts";
import { preferredQuote, type Quote } from "../query/writeLiteral.ts";

const lowest = new Set<Node["kind"]>(["assign", "conditional", "binary", "function", "await", "yield", "unary"]);

/** Metavariables become their code, in brackets where something follows that would bind closer; quotes become those of the file. */
export function fillTemplate(
  template: string,
  { bindings }: Pick<Match, "bindings">,
  names: ReadonlyMap<string, string>,
  { tree }: FixContext,
  quote: Quote = preferredQuote(tree),
): string {
  return withoutBrackets(template, bindings)
    .replace(/"((?:[^"'\\\n]|\\.)*)"/g, (_, text: string) => quote + text + quote)
    .replace(/(\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*)(\.\w+)?/g, (written, name: string, member = "", offset: number, whole: string) => {
      const known = names.get(written) ?? (names.has(name) ? `${names.get(name)}${member}` : undefined);
      if (known !== undefined) return known;
      const binding = bindings.get(name);
      if (!binding) return written;
      const [only, ...others] = binding.nodes;
      const closer = /[.[(]/.test(whole[offset + name.length] ?? "");
      const assertion = only ? assertionBehind(binding.span, tree) : "";
      const isLow = closer && only && others.length === 0 && (lowest.has(only.kind) || assertion.length > 1);
      const code = binding.text + assertion;
      return (isLow ? `(${code})` : code) + member;
    });
}

const closest = new Set<Node["kind"]>(["name", "member", "call", "index"]);

/** `not ($CHECK)` needs none where the check is one thing. */
function withoutBrackets(template: string, bindings: Match["bindings"]): string {
  return template.replace(/((?:\bnot |!))\((\$[A-Z_][A-Z_0-9]*)\)/g, (written, not: string, name: string) => {
    const nodes = bindings.get(name)?.nodes ?? [];
    return nodes.length === 1 && closest.has(nodes[0]?.kind ?? "other") ? not + name : written;
  });
}

/** TypeScript's `!` or ` as string` right behind an expression, which are no part of the tree; else nothing. */
export function assertionBehind({ end }: Span, { text, language }: FixContext["tree"]): string {
  return language === "python"
    ? ""
    : (/^(?:!(?!=)| as (?!const\b)[A-Za-z][\w.]*(?:\[\])?(?= *[),;\]}:?\n]))/.exec(text.slice(end, end + 80))?.[0] ?? "");
}

/** A metavariable of a template that still stands in what became of it, because nothing is bound to it. */
export function unboundIn(written: string, template: string): string | undefined {
  const names = template.match(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*/g) ?? [];
  return names.find((name) => new RegExp(`${name.replace(/[$.]/g, "\\$&")}(?![A-Z_0-9])`).test(written));
}

export function nothingBound(name: string): string {
  return `the rule's fix has ${name}, which stands for nothing in what was found`;
}

/**
 * The quotes for what is written at a place: inside an f-string not its own, which it could not hold before Python 3.12.
 *
 * @returns `undefined` for those of the file.
 */
export function quoteInside(span: Span, { tree, text }: FixContext): Quote | undefined {
  if (tree.language !== "python") return undefined;
  let quote: Quote | undefined;
  let at: Node | undefined = tree.root;
  while (at) {
    const inner: Node | undefined = at.children.find(({ start, end }) => start <= span.start && end >= span.end);
    if (at.kind === "interpolation" && at.parent)
      quote = /["']/.exec(text.slice(at.parent.start, at.parent.end))?.[0] === "'" ? '"' : "'";
    at = inner;
  }
  return quote;
}
