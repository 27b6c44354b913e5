/** The attack set: programs with a fault, the same repaired, and a proof that runs good use and an attack against either. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type CaseLanguage = "python" | "javascript";

export interface AttackCase {
  readonly language: CaseLanguage;
  readonly name: string;
  /** Absolute paths. */
  readonly proof: string;
  readonly vulnerable: string;
  readonly repaired: string;
  /** The rule that has to flag the first and not the second. */
  readonly rule: string;
  /** What the proof says of itself: the attack, and what stands in for what. */
  readonly about: string;
}

/** `<language>/<case>/vulnerable.*`, `repaired.*` and `proof.*`, by name. @throws When a case is not whole. */
export function readCases(language: CaseLanguage): AttackCase[] {
  const folder = join(__dirname, language);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const files = readdirSync(join(folder, name));
    const fileOf = (stem: string): string => {
      const file = files.find((one) => one.startsWith(`${stem}.`));
      if (!file) throw new Error(`${language}/${name} has no ${stem}`);
      return join(folder, name, file);
    };
    const proof = readFileSync(fileOf("proof"), "utf8");
    const [, rule] = /(?:RULE|exports\.rule) = "([^"]+)"/.exec(proof) ?? [];
    const [, about] = /^(?:"""|\/\/ )(.+?)(?:""")?\n/.exec(proof) ?? [];
    if (!rule || !about) throw new Error(`the proof of ${language}/${name} does not name its rule and attack`);
    return {
      language,
      name,
      rule,
      about,
      proof: fileOf("proof"),
      vulnerable: fileOf("vulnerable"),
      repaired: fileOf("repaired"),
    };
  });
}
