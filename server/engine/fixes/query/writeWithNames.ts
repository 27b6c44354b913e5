/** Writes a literal of a query in which single values stay. Pure. */

import type { Node, Tree } from "../../tree/node.ts";
import { type KeptValue, keptPlace } from "./allowedNames.ts";
import { type Quote, writeLiteral } from "./writeLiteral.ts";

/**
 * As a template or an f-string where one stood there, else with `+`.
 *
 * @param names By the index that `keptPlace` tells. @returns `undefined` for what cannot be written safely.
 */
export function writeWithNames(
  text: string,
  like: Node,
  tree: Tree,
  quote: Quote,
  names: ReadonlyMap<number, KeptValue>,
): string | undefined {
  const pieces = text.split(keptPlace);
  if (pieces.length === 1) return writeLiteral(text, like, tree, quote);
  const raw = tree.text.slice(like.start, like.end);
  const isTemplate = raw.startsWith("`");
  const [, prefix = "", mark = ""] = tree.language === "python" ? (/^([A-Za-z]*)("""|'''|"|')/.exec(raw) ?? []) : [];
  const isFormatted = /f/i.test(prefix);
  const inner = mark.startsWith('"') ? "'" : mark === "" ? quote : '"';
  const nameAt = (index: string): string => names.get(Number(index))?.(isFormatted || !isQuote(mark) ? inner : mark) ?? "";
  if (isTemplate) {
    const body = pieces.map((piece, at) => (at % 2 === 0 ? piece.replace(/[\\`]|\$\{/g, "\\$&") : `\${${nameAt(piece)}}`));
    return `\`${body.join("")}\``;
  }
  if (isFormatted) {
    const written = pieces.map((piece, at) =>
      at % 2 === 0
        ? writeLiteral(piece, like, tree, quote)?.slice(mark.length, -mark.length).replace(/[{}]/g, "$&$&")
        : `{${nameAt(piece)}}`,
    );
    return written.includes(undefined) ? undefined : `f${mark}${written.join("")}${mark}`;
  }
  const parts = pieces.flatMap((piece, at) => {
    if (at % 2 === 1) return /^[\w.]+$/.test(nameAt(piece)) ? nameAt(piece) : `(${nameAt(piece)})`;
    return piece === "" ? [] : writeLiteral(piece, like, tree, quote);
  });
  return parts.includes(undefined) ? undefined : parts.join(" + ");
}

function isQuote(mark: string): mark is Quote {
  return mark === '"' || mark === "'";
}
