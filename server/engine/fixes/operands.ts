/** Tells whether a program could read a value as one of its options, and what keeps it from that. Pure. */

import type { FixRefusal } from "./fix.ts";

/**
 * Programs that end their options at `--` and whose other arguments are names, with the letters of the options that take the next word
 * (POSIX "Utility Syntax Guidelines" 10, and the manuals of GNU coreutils, grep, gzip, file, iputils and systemd).
 */
const programs: Readonly<Record<string, string>> = {
  cat: "",
  chmod: "",
  chown: "",
  cksum: "a",
  cp: "St",
  du: "Bdt",
  file: "efFmP",
  grep: "ABCdDefm",
  gunzip: "S",
  gzip: "S",
  head: "cn",
  ln: "St",
  ls: "ITw",
  md5sum: "",
  mkdir: "m",
  mv: "St",
  ping: "cIilmMpQsStTWw",
  rm: "",
  rmdir: "",
  sha256sum: "",
  sort: "kSTto",
  stat: "cf",
  systemctl: "HMPnopst",
  tail: "cns",
  touch: "drt",
  wc: "",
};

/** What these are given they print. */
const printing = /^(?:echo)$/;

/**
 * @param before The words up to the one that begins with the value, the program first; values in them as any text.
 * @param behind The words after it.
 * @returns "--" where that has to stand before the value; undefined where the value is no option in any case.
 */
export function optionsEnd(before: readonly string[], behind: readonly string[]): "--" | undefined | FixRefusal {
  const [program = "", ...words] = before;
  const name = program.slice(program.lastIndexOf("/") + 1);
  const last = words.at(-1) ?? "";
  if (words.includes("--") || printing.test(name)) return undefined;
  const takes = Object.hasOwn(programs, name) ? programs[name] : undefined;
  const mayBe = "a value that begins with - would be read as an option";
  if (takes === undefined)
    return {
      refused: `${mayBe}, and how ${name || "the program"} is kept from that is not known; refuse such values before the call`,
    };
  if (/^-\w+$/.test(last) && takes.includes(last.at(-1) ?? "")) return undefined;
  if (/^--[^=]+$/.test(last)) return { refused: `${mayBe}, or belongs to ${last}, which cannot be told` };
  return behind.some((word) => word.startsWith("-")) ? { refused: `${mayBe}, and options stand behind it` } : "--";
}
