/** Source files that nobody would write: real ones with parts cut out, doubled, moved and replaced, and random bytes. */

import { pick, type Random } from "../support/random.ts";

const pieces: readonly string[] = [
  "((((((((((",
  "))))))",
  "{",
  "}",
  "[",
  "`${",
  '"',
  "'",
  "\\",
  "/*",
  "#",
  "//",
  "\n",
  "\r",
  "\t",
  "\u0000",
  "\u{1f600}",
  "\ud800",
  "\u2028",
  "...",
  "=>",
  "async ",
  "await ",
  "yield ",
  "lambda: ",
  "class A(",
  "import ",
  "from . import *\n",
  "f(".repeat(40),
  "a.".repeat(60),
  "[".repeat(60),
  "a + ".repeat(80),
  "if x: ",
  "<div>",
  "#private",
  "9".repeat(40),
];

/** One to four changes of one text. */
export function mutateSource(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + pick(random, 4); left > 0; left--) mutated = change(mutated, random);
  return mutated;
}

function change(text: string, random: Random): string {
  const from = pick(random, text.length + 1);
  const to = Math.min(text.length, from + pick(random, random() < 0.2 ? 2_000 : 20));
  const part = text.slice(from, to);
  const place = pick(random, text.length + 1);
  switch (pick(random, 6)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, from) + part.repeat(2 + pick(random, 8)) + text.slice(to);
    case 2:
      return text.slice(0, place) + part + text.slice(place);
    case 3:
      return text.slice(0, from);
    default:
      return text.slice(0, place) + (pieces[pick(random, pieces.length)] ?? "") + text.slice(place);
  }
}

/** What a file of random bytes is read as. */
export function randomText(random: Random): string {
  const bytes = Buffer.from(Array.from({ length: pick(random, 600) }, () => pick(random, random() < 0.7 ? 128 : 256)));
  return bytes.toString(random() < 0.5 ? "utf8" : "latin1");
}
