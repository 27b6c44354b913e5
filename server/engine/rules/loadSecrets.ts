/** Checks the `secrets` of a rule of `mode: secrets`: forms of secrets, and names that are given one. */

import { checksums } from "../secrets/checks.ts";
import type { LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { Rule, SecretPart } from "./rule.ts";
import type { RuleReader } from "./ruleReader.ts";
import { secretKeys } from "./ruleSchema.ts";

const demands = ["password", "word", "key", "chosen", "random"] as const;

/** @returns `undefined` when nothing can be used; `reader.problems` then says why. */
export function loadSecrets(map: LocatedMap, reader: RuleReader): Rule["body"] | undefined {
  const entry = map.entries.find(({ key }) => key === "secrets");
  if (!entry) return reader.error("secrets", "a rule of `mode: secrets` needs `secrets`", map.place);
  const parts: SecretPart[] = [];
  for (const item of reader.list(entry) ?? []) {
    const fields = reader.map(item, "an item of `secrets`", "secrets");
    if (!fields) continue;
    reader.checkKeys(fields, secretKeys, "an item of `secrets`");
    const part = loadPart(fields, reader);
    if (part) parts.push(part);
  }
  return parts.length > 0 ? { mode: "secrets", parts } : undefined;
}

function loadPart(map: LocatedMap, reader: RuleReader): SecretPart | undefined {
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  const [names, form, literals, valuesEntry] = ["names", "form", "literals", "values"].map(entryOf);
  const values = valuesEntry && loadChoice(valuesEntry, demands, reader);
  if (names) {
    const list = reader.texts(names);
    if (!values) return reader.error("values", "`names` need `values`", names.keyPlace);
    return list && { kind: "names", names: list, values };
  }
  if (!form || !literals) return reader.error("form", "an item of `secrets` needs `names`, or `form` and `literals`", map.place);
  const source = reader.text(form);
  const words = reader.texts(literals);
  const checksum = entryOf("checksum");
  const name = checksum && loadChoice(checksum, Object.keys(checksums), reader);
  if (source === undefined || !words) return undefined;
  for (const word of words)
    if (!/^[\x20-\x7e]{2,}$/.test(word))
      return reader.error("literals", "a literal has two characters of ASCII or more", literals.keyPlace);
  return {
    kind: "form",
    form: { op: "regex", source, place: form.value.place },
    literals: words,
    before: loadLength(entryOf("before"), 0, reader),
    after: loadLength(entryOf("after"), 400, reader),
    ...(name === undefined ? {} : { checksum: name }),
    ...(values === undefined ? {} : { values }),
  };
}

function loadChoice<T extends string>(entry: LocatedEntry, choices: readonly T[], reader: RuleReader): T | undefined {
  const text = reader.text(entry);
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined && text !== undefined)
    reader.error(entry.key, `\`${entry.key}\` must be one of ${choices.join(", ")}`, entry.value.place);
  return choice;
}

/** UTF-16 units. */
function loadLength(entry: LocatedEntry | undefined, otherwise: number, reader: RuleReader): number {
  const text = entry && reader.text(entry);
  if (entry === undefined || text === undefined) return otherwise;
  const length = Number(text);
  if (Number.isInteger(length) && length >= 0 && length <= 40_000) return length;
  return reader.error(entry.key, `\`${entry.key}\` must be a number of characters`, entry.value.place) ?? otherwise;
}
