/** Writes string literals in the style of the file. Pure. */

import type { Node, Tree } from "../../tree/node.ts";
import type { LanguageId } from "../../tree/rawTree.ts";

/**
 * @param like the literal that stood there. @param quote for what was a template literal: see `preferredQuote`.
 * @returns the literal's source, or `undefined` for text that cannot be written safely (control characters, byte strings).
 */
export function writeLiteral(text: string, like: Node, tree: Tree, quote: Quote): string | undefined {
  // A stray control character is better kept where it is.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return undefined;
  const raw = tree.text.slice(like.start, like.end);
  return tree.language === "python" ? writePython(text, raw) : writeJavascript(text, raw, quote);
}

export type Quote = '"' | "'";

/** The quotes that most of the file's plain strings have; double ones where there are as many of both. */
export function preferredQuote(tree: Tree): Quote {
  let single = 0;
  const pending = [tree.root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    // A plain key is a string too, without quotes.
    const mark = node.kind === "string" ? tree.text[node.start] : undefined;
    if (mark === "'" || mark === '"') single += mark === "'" ? 1 : -1;
    if (node.kind === "import" && tree.language !== "python")
      single += /'[^']*'/.test(tree.text.slice(node.start, node.end)) ? 1 : -1;
    pending.push(...node.children);
  }
  return single > 0 ? "'" : '"';
}

/** One parameter made of text and values: a template literal, or an f-string where one can hold the values. */
export function writeComposite(
  parts: readonly ({ readonly text: string } | { readonly source: string })[],
  language: LanguageId,
): string | undefined {
  if (language !== "python") {
    const body = parts.map((part) => ("text" in part ? part.text.replace(/[\\`]|\$\{/g, "\\$&") : `\${${part.source}}`)).join("");
    return `\`${body}\``;
  }
  const simple = parts.every((part) => "text" in part || /^[\w.[\]]+$/.test(part.source));
  const text = (part: string): string => escapePython(part, '"').replace(/[{}]/g, "$&$&");
  if (simple) return `f"${parts.map((part) => ("text" in part ? text(part.text) : `{${part.source}}`)).join("")}"`;
  const values = parts.flatMap((part) => ("source" in part ? [part.source] : []));
  return `"${parts.map((part) => ("text" in part ? text(part.text) : "{}")).join("")}".format(${values.join(", ")})`;
}

function writeJavascript(text: string, raw: string, preferred: Quote): string {
  const mark = raw[0];
  if (mark === "`" && /["\n\r]/.test(text)) return `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;
  const fitting =
    text.includes(preferred) && !text.includes(preferred === '"' ? "'" : '"') ? (preferred === '"' ? "'" : '"') : preferred;
  const quote = mark === "'" || mark === '"' ? mark : fitting;
  const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", [quote]: `\\${quote}` };
  return quote + text.replace(/[\n\r\t\\"']/g, (char) => escapes[char] ?? char) + quote;
}

function writePython(text: string, raw: string): string | undefined {
  const match = /^([A-Za-z]*)("""|'''|"|')/.exec(raw);
  const quote = match?.[2];
  if (!match || !quote || /b/i.test(match[1] ?? "")) return undefined;
  return quote + escapePython(text, quote) + quote;
}

function escapePython(text: string, quote: string): string {
  const escaped = text.replaceAll("\\", "\\\\");
  if (quote.length === 3) return escaped.replaceAll(quote, `\\${quote}`).replace(new RegExp(`${quote[0]}$`), `\\${quote[0]}`);
  return escaped.replaceAll(quote, `\\${quote}`).replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
}
