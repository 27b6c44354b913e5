/** Rule files that nobody would write: what people do write, with parts cut out, doubled, moved and replaced. */

import type { Random } from "../support/random.ts";

const pieces: readonly string[] = [
  "...",
  "<... $X ...>",
  "$...ARGS",
  "$X",
  "pattern-not:",
  "patterns:",
  "pattern-either: []",
  "metavariable-comparison: {comparison: $X > (((((1}",
  "metavariable-regex: {metavariable: $X, regex: (a+)+$}",
  "focus-metavariable: [$X, $Y]",
  "languages: [generic]",
  "languages: [python, js, java]",
  "match: {all: [a, {not: {inside: b}}], where: [{focus: $X}]}",
  "&a [*a, *a]",
  "((((((((((",
  '"',
  "'",
  "\\",
  "\u{1f600}",
  "\u0000",
  "!!js/function",
  "9".repeat(30),
];

/** One to three changes of one text. */
export function mutateRules(text: string, random: Random): string {
  let mutated = text;
  const changes = 1 + Math.floor(random() * 3);
  for (let at = 0; at < changes; at++) mutated = change(mutated, random);
  return mutated;
}

function change(text: string, random: Random): string {
  const pick = (length: number): number => Math.floor(random() * length);
  const lines = text.split("\n");
  const line = pick(lines.length);
  const place = pick(text.length + 1);
  switch (pick(7)) {
    case 0:
      return lines.toSpliced(line, 1).join("\n");
    case 1:
      return lines.toSpliced(pick(lines.length), 0, lines[line] ?? "").join("\n");
    case 2:
      return text.slice(0, place) + (pieces[pick(pieces.length)] ?? "") + text.slice(place);
    case 3:
      return text.slice(0, place) + text.slice(place + pick(12));
    case 4:
      return lines.with(line, `  ${lines[line] ?? ""}`).join("\n");
    case 5:
      return lines.with(line, (lines[line] ?? "").replace(/:.*/, `: ${pieces[pick(pieces.length)] ?? ""}`)).join("\n");
    default: {
      const words = text.match(/[\w$-]+/g) ?? [""];
      const [from, to] = [words[pick(words.length)] ?? "", words[pick(words.length)] ?? ""];
      return text.replace(from, () => to);
    }
  }
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  "",
  [],
  {},
  [[]],
  "$X",
  "f($X, ...)",
  "(a|a)*$",
  { pattern: "f(...)" },
];

/** As `mutateRules`, for a rule that is read already: one value in it becomes another, so that the file stays well-formed. */
export function mutateValue(value: unknown, random: Random): unknown {
  const entries: [string | number, unknown][] =
    value !== null && typeof value === "object" ? (Array.isArray(value) ? [...value.entries()] : Object.entries(value)) : [];
  const entry = entries[Math.floor(random() * entries.length)];
  if (!entry || random() < 0.1) {
    const piece = pieces[Math.floor(random() * pieces.length)] ?? "";
    if (typeof value === "string") return random() < 0.5 ? `${value} ${piece}` : piece;
    return values[Math.floor(random() * values.length)];
  }
  const [key, inner] = entry;
  const changed = mutateValue(inner, random);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...(value as object), [key]: changed };
}
