/** Writes string literals in the style of the file. Pure. */

import type { Node } from "../../tree/node.ts";
import type { LanguageId } from "../../tree/rawTree.ts";

/** @returns the literal's source, or `undefined` for text that cannot be written safely (control characters, byte strings). */
export function writeLiteral(text: string, like: Node, source: string, language: LanguageId): string | undefined {
  // A stray control character is better kept where it is.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return undefined;
  const raw = source.slice(like.start, like.end);
  return language === "python" ? writePython(text, raw) : writeJavascript(text, raw, source);
}

/** The quotes that the file's plain strings have; double where there are as many of both. */
export function preferredQuote(source: string): '"' | "'" {
  const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
  return count(/(?<=[(=,:[]\s*)'/g) > count(/(?<=[(=,:[]\s*)"/g) ? "'" : '"';
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

function writeJavascript(text: string, raw: string, source: string): string {
  const mark = raw[0];
  if (mark === "`" && /["\n\r]/.test(text)) return `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;
  const quote = mark === "'" || mark === '"' ? mark : preferredQuote(source);
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
