/** Finds regexes that can take exponential time: a repetition inside a repetition, with something after it that can fail. */

import { type RegexPart, readRegex } from "./regexParts.ts";

/** Fewer rounds than this cost little. */
const manyRounds = 4;

/** @returns `false` also for what is no regex. Time is linear in the text but for nested groups. */
export function mayExplode(source: string): boolean {
  const alternatives = readRegex(source);
  return alternatives?.some((sequence) => explodes(sequence, false)) ?? false;
}

function explodes(sequence: readonly RegexPart[], followed: boolean): boolean {
  return sequence.some((part, at) => {
    const goesOn = followed || at < sequence.length - 1;
    const loops = part.repeat !== undefined && part.repeat.max >= manyRounds;
    if (loops && goesOn && part.alternatives.some(hasRepetition)) return true;
    return part.alternatives.some((inner) => explodes(inner, goesOn));
  });
}

/** Something whose length varies: `a+`, `a{2,3}`, but not `a?` and `a{3}`. */
function hasRepetition(sequence: readonly RegexPart[]): boolean {
  return sequence.some(
    ({ repeat, alternatives }) =>
      (repeat !== undefined && repeat.max > 1 && repeat.max !== repeat.min) || alternatives.some(hasRepetition),
  );
}
