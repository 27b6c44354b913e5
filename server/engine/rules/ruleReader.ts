/** Reads the values of one rule and collects what is wrong with it. */

import { meant } from "./misspelt.ts";
import { type Models, noModels } from "./models.ts";
import type { Located, LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { RulePlace, RuleProblem } from "./rule.ts";
import type { KeyFact } from "./ruleSchema.ts";

/** One reader per rule. A rule with any problem is left out as a whole. */
export class RuleReader {
  readonly problems: RuleProblem[] = [];
  /** What is not run of a rule that is run all the same. */
  readonly notes: RuleProblem[] = [];
  /** What `model:` may refer to. */
  readonly models: Models;
  private readonly ruleId: string | undefined;

  constructor(ruleId: string | undefined, models: Models = noModels) {
    this.ruleId = ruleId;
    this.models = models;
  }

  error(key: string | undefined, message: string, place: RulePlace): undefined {
    this.report("error", key, message, place);
  }

  unsupported(key: string | undefined, message: string, place: RulePlace): undefined {
    this.report("unsupported", key, message, place);
  }

  partly(key: string, message: string, place: RulePlace): void {
    this.notes.push({ kind: "partly", ...this.who(), key, message, place });
  }

  private who(): { ruleId?: string } {
    return this.ruleId === undefined ? {} : { ruleId: this.ruleId };
  }

  /** Says that a known key is not supported, and what to do instead. */
  notSupported(key: string, fact: KeyFact, place: RulePlace): undefined {
    this.unsupported(key, `\`${key}\` is not supported yet${fact.note ? `: ${fact.note}` : ""}`, place);
  }

  private report(kind: RuleProblem["kind"], key: string | undefined, message: string, place: RulePlace): void {
    this.problems.push({ kind, ...this.who(), ...(key === undefined ? {} : { key }), message, place });
  }

  /** The text of a scalar; a number counts as its text. */
  text(entry: LocatedEntry): string | undefined {
    const { value } = entry;
    if (value.kind === "scalar" && (typeof value.value === "string" || typeof value.value === "number")) {
      const text = String(value.value);
      if (text.trim() !== "") return text;
    }
    return this.error(entry.key, `\`${entry.key}\` must be a text, and is ${describe(value)}`, value.place);
  }

  flag(entry: LocatedEntry): boolean | undefined {
    const { value } = entry;
    if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
    return this.error(entry.key, `\`${entry.key}\` must be true or false, and is ${describe(value)}`, value.place);
  }

  /** A list of texts; one text alone counts as a list of one. */
  texts(entry: LocatedEntry): string[] | undefined {
    const { value } = entry;
    if (value.kind === "scalar") {
      const text = this.text(entry);
      return text === undefined ? undefined : [text];
    }
    if (value.kind === "map")
      return this.error(entry.key, `\`${entry.key}\` must be a list of texts, and is a mapping`, value.place);
    const texts: string[] = [];
    for (const item of value.items) {
      if (item.kind !== "scalar" || item.value === null)
        return this.error(entry.key, `\`${entry.key}\` must hold texts only, and holds ${describe(item)}`, item.place);
      texts.push(String(item.value));
    }
    return texts;
  }

  map(value: Located, what: string, key?: string): LocatedMap | undefined {
    if (value.kind === "map") return value;
    return this.error(key, `${what} must be a mapping, and is ${describe(value)}`, value.place);
  }

  list(entry: LocatedEntry): readonly Located[] | undefined {
    const { value } = entry;
    if (value.kind !== "list")
      return this.error(entry.key, `\`${entry.key}\` must be a list, and is ${describe(value)}`, value.place);
    if (value.items.length === 0) return this.error(entry.key, `\`${entry.key}\` must not be empty`, value.place);
    return value.items;
  }

  unknownKey(key: string, known: Readonly<Record<string, KeyFact>>, where: string, place: RulePlace): undefined {
    return this.unsupported(key, `\`${key}\` is not a key of ${where}${meant(key, supportedIn(known))}`, place);
  }

  /** Reports the keys that are unknown, or known and not supported. */
  checkKeys(map: LocatedMap, known: Readonly<Record<string, KeyFact>>, where: string): void {
    for (const { key, keyPlace } of map.entries) {
      const fact = Object.hasOwn(known, key) ? known[key] : undefined;
      if (fact === undefined) this.unknownKey(key, known, where, keyPlace);
      else if (!fact.supported) this.notSupported(key, fact, keyPlace);
    }
  }
}

function supportedIn(known: Readonly<Record<string, KeyFact>>): readonly string[] {
  return Object.keys(known).filter((key) => known[key]?.supported === true);
}

/** For messages: what stands there instead of what was expected. */
export function describe(value: Located): string {
  if (value.kind === "map") return "a mapping";
  if (value.kind === "list") return "a list";
  if (value.value === null) return "empty";
  if (typeof value.value === "string") return value.value.trim() === "" ? "an empty text" : `the text "${clip(value.value)}"`;
  return `${value.value}`;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
