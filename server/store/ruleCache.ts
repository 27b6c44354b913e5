/** Keeps what large rule files of a team say, by their content: reading YAML with the place of each value takes longer than many reviews. */

import path from "node:path";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { digest, openContentCache } from "./contentCache.ts";

/** What a rule file says. Plain data, so that it is the same again when it was written and read as JSON. */
export interface ReadRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
}

/** UTF-16 units of a rule file; shorter ones are read as fast. */
const smallest = 16_000;
/** Rules that refer to models hold those whole: more than so many times the file is not worth keeping. */
const mostTimes = 20;

/**
 * @param file Absolute. @param shown How places name it. @param reader Names the program: what another one wrote counts as unknown.
 * @param read Reads the text. @returns What it gives, or gave for the same text. Never throws by itself.
 */
export function readOnce(
  file: string,
  shown: string,
  text: string,
  reader: string,
  read: () => ReadRules,
  folder = cacheFolder(),
): ReadRules {
  if (text.length < smallest) return read();
  const cache = openContentCache(path.join(folder, "rules", `${digest(file)}.json`), reader, isRead);
  const key = digest(`${shown}\0${text}`);
  const known = cache.get(key);
  if (known) return known;
  const { rules, problems } = read();
  if (JSON.stringify(rules).length > mostTimes * text.length) return { rules, problems };
  cache.put(key, { rules, problems });
  cache.save();
  return { rules, problems };
}

function isRead(value: unknown): value is ReadRules {
  return typeof value === "object" && value !== null && "rules" in value && "problems" in value;
}
