/** Turns the source of a string literal into the string it means. */

const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", a: "\x07", "0": "\0" };

/**
 * @param source The text between the quotes.
 * @param python Python keeps the backslash of an unknown escape, knows `\a`, octal and `\U`; JavaScript drops it.
 * @returns The text with escapes replaced. Broken escapes stay as they are.
 */
export function cookString(source: string, python: boolean): string {
  if (!source.includes("\\")) return source;
  return source.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r\n|[\s\S]))/g,
    (all, brace, four, eight, two, octal, other) => {
      if (python ? brace !== undefined : eight !== undefined) return python ? all : all.slice(1);
      const hex = brace ?? four ?? eight ?? two;
      if (hex !== undefined) return fromCode(Number.parseInt(hex, 16), all);
      if (octal !== undefined) return fromCode(Number.parseInt(octal, 8), all);
      return other === undefined ? all : cookSimple(all, other, python);
    },
  );
}

function cookSimple(all: string, character: string, python: boolean): string {
  if (character === "\n" || character === "\r\n" || character === "\r") return "";
  if (character === "a" && !python) return "a";
  const known = simple[character];
  if (known !== undefined) return known;
  if (python && !"\\'\"".includes(character)) return all;
  return character;
}

function fromCode(code: number, fallback: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : fallback;
}
