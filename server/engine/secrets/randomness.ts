/** Tells texts that a machine drew from words that a person wrote. Pure. */

/**
 * How unexpected a letter is after another one in English and in technical words: half bits in base 36, a row for the first letter.
 * Counted over the words of the documentation of npm packages.
 */
const letterPairs = [
  "l979meak9id6a6t9k685bcfgcg",
  "6fci6joo7co5fo7ei89e6oooco",
  "6sbk6ss69s89ms4si9e69skses",
  "8iha3heh4iqagf8hqb8j9egqdq",
  "9f86bcdgfik9a6hae569hce9fk",
  "7ojo67oo4oo8jj5oo9da8oooao",
  "8ooo4h976oo8d89ho69d8hoofg",
  "4joo4ooo5ojcce6go9f9aojoeo",
  "ab8a9aatnkg9946bkb87latetc",
  "7jjj4jjd9jjjjj5jjj4j7cajjj",
  "8fhf3bdd5mmdhabdme5damdmdm",
  "7fga5ehr5ie6jh6erhaaaejr6r",
  "5ali4kjj5ikd9g76qqalahqlfq",
  "8i877c5h9hdegcafsk65ddknej",
  "db99gdcjdhc874a9s59a8a9ggn",
  "6rre5hec9ri6ei68l5a8alrlfr",
  "jjjjjjjjjjj7jjjjjjjj0jjjjj",
  "6fbb4edj6scdab7fsb88bdgsal",
  "9j9h5es96mdcef99fj858kficm",
  "7mbh4gh84ttcij8hn78aatftat",
  "9a9b9daq9qh795f8q676iqqilg",
  "6ooo2ofo5oooooaoogeodoioio",
  "5fne6nn66nnbn76nn78ghnfnnn",
  "9l6g6glc6llldlg3lll4lllldl",
  "9b9l7ael6lg98776ld68gl9lll",
  "6jjj2jjj5jj9jj8jjedjajjjaa",
];

const cost = letterPairs.map((row) => Array.from(row, (digit) => Math.min(9, Number.parseInt(digit, 36) / 2)));

/** Bits that a character costs after another one, by what the two are. */
const costs = {
  first: 4.7,
  camel: 3,
  digitAfterDigit: 3.3,
  digit: 4.2,
  letterAfterDigit: 6,
  separator: 1.5,
  afterSeparator: 4,
  symbol: 4.5,
};

/** @returns Mean bits a character: words and names are below 4.5, random text is above 5. */
export function surprise(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += costAt(text, i);
  return text.length === 0 ? 0 : bits / text.length;
}

function costAt(text: string, i: number): number {
  const kind = kindOf(text.charCodeAt(i));
  if (kind === "separator" || kind === "symbol") return costs[kind];
  const before = i === 0 ? undefined : kindOf(text.charCodeAt(i - 1));
  if (kind === "digit") return before === "digit" ? costs.digitAfterDigit : costs.digit;
  if (before === undefined) return costs.first;
  if (before === "digit") return costs.letterAfterDigit;
  if (before !== "lower" && before !== "upper") return costs.afterSeparator;
  if (kind === "upper" && before === "lower") return costs.camel + pairCost(text, i) / 3;
  return pairCost(text, i);
}

/** Bits of a letter after the letter before it, whatever their case. */
export function pairCost(text: string, i: number): number {
  const first = (text.charCodeAt(i - 1) | 32) - 97;
  const second = (text.charCodeAt(i) | 32) - 97;
  return cost[first]?.[second] ?? costs.symbol;
}

type CharacterKind = "lower" | "upper" | "digit" | "separator" | "symbol";

function kindOf(code: number): CharacterKind {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  if (code >= 48 && code <= 57) return "digit";
  // Space, hyphen, point, slash, colon, underscore.
  return code === 32 || (code >= 45 && code <= 47) || code === 58 || code === 95 ? "separator" : "symbol";
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const hex = /^(?:0x)?[0-9a-f]{16,}$/i;

/** Whether a text is as random as a key or token has to be; shorter ones than twelve characters never are. */
export function isRandom(text: string): boolean {
  if (text.length < 12 || new Set(text).size < 6) return false;
  if (uuid.test(text)) return true;
  if (hex.test(text)) return /\d/.test(text) && /[a-f]/i.test(text);
  const mean = surprise(text);
  if (/^[A-Za-z]+$/.test(text)) return mean >= (/^[A-Z]?[a-z]+$|^[A-Z]+$/.test(text) ? 5.6 : 5.2);
  return mean >= (text.length >= 20 ? 4.6 : 4.9);
}

/** The same for what is too short for a key and long enough for a password. */
export function isUnpronounceable(text: string): boolean {
  const least = text.length >= 8 ? 4.9 : text.length === 7 ? 5.3 : 5.6;
  return text.length >= 5 && new Set(text).size >= Math.min(5, text.length - 1) && surprise(text) >= least;
}
