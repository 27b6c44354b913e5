/** Where a comment of a line of its own can stand so that it stays one: not in a tag, behind a line that goes on, or in a text over several lines. Pure. */

import type { LineIndex } from "../tree/lineIndex.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { CommentStyle } from "./commentStyle.ts";
import { farthestBelow } from "./suppression.ts";

export interface CommentPlace {
  /** The comment stands above this line; undefined where it can stand above none. */
  readonly above: number | undefined;
  /** Of markup around the code: there a comment of code would be text of the page. */
  readonly markup: boolean;
}

/** What a person, a linter or a compiler is told about the next line, which a comment between the two would take away. */
const speaksOfNextLine =
  /^\s*(?:\/\/|\/\*|\{\/\*|#|<!--|--)\s*(?:[\w-]*(?:disable|ignore)[\w-]*-next(?:-line)?\b|prettier-ignore\b|biome-ignore\b|deno-lint-ignore\b|@ts-(?:ignore|expect-error)\b|NOLINTNEXTLINE|(?:istanbul|c8|v8) ignore next|hadolint ignore|shellcheck disable|phpcs:ignore|@phpstan-ignore|@codingStandardsIgnore)/i;

/** UTF-16 units that are looked through for the beginning of a tag. */
const longestTag = 2000;

/** @param at Offset of what is found, on `line`. @param style The language that is read there, or how its comments are written. */
export function commentPlace(
  text: string,
  path: string,
  line: number,
  at: number,
  style: LanguageId | CommentStyle,
  lines: LineIndex,
): CommentPlace {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (ending === "php" && !isInPhp(text, lines.lineStart(line))) {
    return isInPhp(text, at) ? { above: undefined, markup: false } : { above: line, markup: true };
  }
  let top = line;
  if (style === "markup") top = beginOfTag(text, line, at, lines);
  const opening = openingLine(text, ending, path, top, lines);
  if (opening !== undefined) top = opening;
  if (style === "python" || style === "#") while (top > 0 && lines.lineText(top - 1).endsWith("\\")) top--;
  while (top > 0 && speaksOfNextLine.test(lines.lineText(top - 1))) top--;
  // The first line may be read by the system, or by a parser of XML, which lets nothing stand before it.
  const first = top === 0 && /^\ufeff?(?:#!|<\?xml\b)/.test(text);
  return { above: first ? undefined : top, markup: false };
}

function beginOfTag(text: string, line: number, at: number, lines: LineIndex): number {
  const before = text.slice(Math.max(0, at - longestTag), at);
  const tag = /<[a-z][^<>]*$/i.exec(before);
  return tag ? lines.positionAt(at - before.length + tag.index).line : line;
}

const tripleQuotes = /"""|'''/g;
const openers: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    "toml java kt kts scala swift cs groovy gradle dart ex exs jl".split(" ").map((ending) => [ending, tripleQuotes]),
  ),
  go: /`/g,
};

/** The line on which a text over several lines begins that this line stands in. */
function openingLine(text: string, ending: string, path: string, line: number, lines: LineIndex): number | undefined {
  if (ending === "yaml" || ending === "yml") return yamlScalar(line, lines);
  if (ending === "md" || ending === "mdx" || ending === "markdown") return openFence(line, lines);
  const opener = openers[ending];
  if (opener) {
    const marks = [...text.slice(0, lines.lineStart(line)).matchAll(opener)];
    return marks.length % 2 === 1 ? lines.positionAt(marks.at(-1)?.index ?? 0).line : undefined;
  }
  return /^(?:sh|bash|zsh|ksh)$/.test(ending) || /(?:^|[/\\])(?:Dockerfile|Containerfile)[^/\\]*$/i.test(path)
    ? hereDocument(line, lines)
    : undefined;
}

/** The outermost key whose value is a block of text (`|`, `>`) that the line belongs to; none where a comment there is out of reach of a long script. */
function yamlScalar(line: number, lines: LineIndex): number | undefined {
  let indent = indentOf(lines.lineText(line));
  let found: number | undefined;
  for (let up = line - 1; up >= 0 && indent > 0; up--) {
    const before = lines.lineText(up);
    if (before.trim() === "" || indentOf(before) >= indent) continue;
    indent = indentOf(before);
    const mark = /(?:^|[:\s-])([|>])[+\-\d]{0,2}\s*(?:#.*)?$/.exec(before)?.[1];
    if (mark === ">" || (mark === "|" && line - up < farthestBelow)) found = up;
  }
  return found;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** The line that opens the block of code of a document that the line stands in. */
function openFence(line: number, lines: LineIndex): number | undefined {
  let open: { readonly mark: string; readonly line: number } | undefined;
  for (let at = 0; at < line; at++) {
    const mark = /^ {0,3}(```|~~~)/.exec(lines.lineText(at))?.[1];
    if (mark === undefined) continue;
    if (!open) open = { mark, line: at };
    else if (open.mark === mark) open = undefined;
  }
  return open?.line;
}

/** The command that a line is handed to as input: `cat <<END`. */
function hereDocument(line: number, lines: LineIndex): number | undefined {
  for (let up = line - 1; up >= 0 && up >= line - farthestBelow; up--) {
    const end = /<<-?\s*(["']?)(\w+)\1/.exec(lines.lineText(up))?.[2];
    if (end === undefined) continue;
    for (let at = up + 1; at <= line; at++) if (lines.lineText(at).trim() === end) return undefined;
    return up;
  }
  return undefined;
}

function isInPhp(text: string, at: number): boolean {
  return text.lastIndexOf("<?", at - 1) > text.lastIndexOf("?>", at - 1);
}
