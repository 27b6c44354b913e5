/** Random values from a fixed seed, so that every run makes the same corpus. */

export interface Random {
  /** 0 <= n < limit. */
  int(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** A text of `length` characters of an alphabet. */
  text(alphabet: string, length: number): string;
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";

export const alphabets = {
  lower,
  upper,
  digits,
  hex: "0123456789abcdef",
  alnum: lower + upper + digits,
  lowerDigits: lower + digits,
  upperDigits: upper + digits,
  base32: `${upper}234567`,
  base64: `${lower}${upper}${digits}+/`,
  base64url: `${lower}${upper}${digits}-_`,
  password: `${lower}${upper}${digits}!@%^*_-`,
} as const;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (limit: number): number => Math.floor(next() * limit);
  return {
    int,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error("Nothing to pick from.");
      return item;
    },
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(int(alphabet.length))).join(""),
  };
}
