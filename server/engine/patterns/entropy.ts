/** Tells high entropy from words: what the analyzer `entropy` asks. */

import { pairCost } from "../secrets/randomness.ts";

/** Bits of a character that follows no letter, or is none, by what the two are. */
const bits = {
  first: 4.4,
  digit: 4.2,
  digitAfterDigit: 5.7,
  letterAfterDigit: 6.2,
  letterAfterOther: 7.3,
  space: 3.8,
  spaceAfterSpace: 6.1,
  symbol: 6.8,
  symbolAfterSymbol: 7.4,
};
/** A capital behind a small letter begins a word. */
const capital = { bits: 3.9, share: 0.26 };

/** A text of so many bits, and so many for each of its characters, is no language. */
const leastBits = 60.7;
const leastMean = 4.8;

/** Whether a text is too unlike English to be words: by the letters' frequencies in pairs, not by a list of words. */
export function hasHighEntropy(text: string): boolean {
  // One character over and over says nothing.
  if (text.length > 0 && [...text].every((one) => one === text[0])) return false;
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += bitsAt(text, at);
  return sum >= leastBits && sum / text.length >= leastMean;
}

function bitsAt(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at));
  const before = at === 0 ? "start" : kindOf(text.charCodeAt(at - 1));
  switch (kind) {
    case "space":
      return before === "space" ? bits.spaceAfterSpace : bits.space;
    case "symbol":
      return before === "symbol" ? bits.symbolAfterSymbol : bits.symbol;
    case "digit":
      return before === "digit" ? bits.digitAfterDigit : bits.digit;
    default: {
      if (before === "start") return bits.first;
      if (before === "digit") return bits.letterAfterDigit;
      if (before === "space" || before === "symbol") return bits.letterAfterOther;
      const pair = pairCost(text, at);
      return kind === "upper" && before === "lower" ? capital.bits + capital.share * pair : pair;
    }
  }
}

function kindOf(code: number): "lower" | "upper" | "digit" | "space" | "symbol" {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  if (code >= 48 && code <= 57) return "digit";
  // Space, hyphen, point, slash, colon, underscore.
  return code === 32 || (code >= 45 && code <= 47) || code === 58 || code === 95 ? "space" : "symbol";
}
