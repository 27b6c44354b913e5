/** Which texts a regex cannot do without, so that a file without them need not be asked. */

import { type RegexPart, readRegex } from "./regexParts.ts";

/** Shorter texts are in every file. */
const minLength = 3;
/** More alternatives are not worth testing. */
const maxTexts = 24;

/**
 * One of these is in every text in which the regex finds something, apart from capital and small letters.
 *
 * @returns In small letters; `undefined` where no text has to be there, or none that is long enough, or the regex is not understood.
 */
export function textsOfRegex(source: string): readonly string[] | undefined {
  // Layout, characters by their number or name, what was found before, and quoted stretches are not followed.
  if (/^\(\?[a-zA-Z]*x/.test(source) || /\\[xuUpPkcCNgQE0-9]/.test(source)) return undefined;
  const alternatives = readRegex(source);
  const texts = alternatives && ofAny(alternatives);
  return texts && [...new Set(texts)];
}

function ofAny(alternatives: readonly (readonly RegexPart[])[]): readonly string[] | undefined {
  const texts: string[] = [];
  for (const sequence of alternatives) {
    const some = ofSequence(sequence);
    if (!some || texts.length + some.length > maxTexts) return undefined;
    texts.push(...some);
  }
  return texts.length === 0 ? undefined : texts;
}

/** Of what must be there, the alternatives that say most. */
function ofSequence(parts: readonly RegexPart[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let run = "";
  const propose = (texts: readonly string[] | undefined): void => {
    if (texts && shortest(texts) >= minLength && (!best || shortest(texts) > shortest(best))) best = texts;
  };
  for (const part of parts) {
    const character = part.alternatives.length === 0 ? characterOf(part.written) : undefined;
    if (character !== undefined && part.least > 0) run += character;
    if (character !== undefined && part.least === 1 && part.repeat === undefined) continue;
    propose([run]);
    run = "";
    if (part.alternatives.length > 0 && part.least > 0 && !looksAround(part.written)) propose(ofAny(part.alternatives));
  }
  propose([run]);
  return best;
}

function shortest(texts: readonly string[]): number {
  return Math.min(...texts.map(({ length }) => length));
}

/** The character that is meant, in small letters; `undefined` for classes and places. */
function characterOf(written: string): string | undefined {
  if (/^\\\W$/s.test(written)) return written.slice(1);
  return /^[^\\[.^$]$/s.test(written) ? written.toLowerCase() : undefined;
}

/** Such a group finds nothing by itself, or what must not be there; or it depends on another group. */
function looksAround(opening: string): boolean {
  return /^\(\?(?:<?[=!]|\()/.test(opening);
}
