/** Checks the `fixes` of a rule: patterns, and what becomes of the code that they match. */

import { isFormulaKey, loadFormula } from "./loadFormula.ts";
import type { LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { FixForm, WrappedText } from "./rule.ts";
import type { RuleReader } from "./ruleReader.ts";
import { fixKeys, formulaKeys, wrappedTexts } from "./ruleSchema.ts";

const formula = Object.fromEntries(formulaKeys.map((key) => [key, { supported: true }]));
const changes = ["replace", "set", "add", "append", "before", "after", "first", "wrap"] as const;

/** @returns `undefined` when there are none, or something is wrong; `reader.problems` then says what. */
export function loadFixes(entry: LocatedEntry | undefined, reader: RuleReader): readonly FixForm[] | undefined {
  if (!entry) return undefined;
  const forms: FixForm[] = [];
  for (const item of reader.list(entry) ?? []) {
    const map = reader.map(item, "an item of `fixes`", "fixes");
    if (!map) continue;
    reader.checkKeys(map, { ...formula, ...fixKeys }, "an item of `fixes`");
    const form = loadForm(map, reader);
    if (form) forms.push(form);
  }
  return forms.length > 0 ? forms : undefined;
}

function loadForm(map: LocatedMap, reader: RuleReader): FixForm | undefined {
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  const textOf = (key: string): string | undefined => {
    const entry = entryOf(key);
    return entry && reader.text(entry);
  };
  const own: LocatedMap = { ...map, entries: map.entries.filter(({ key }) => isFormulaKey(key)) };
  const pattern = loadFormula(own, reader, "an item of `fixes`");
  const refuse = textOf("refuse");
  const title = textOf("title");
  const changed = changes.some(entryOf);
  if (refuse === undefined ? !changed || title === undefined : changed)
    return reader.error("fixes", `a fix needs \`title\` and one of ${changes.join(", ")}, or \`refuse\` alone`, map.place);
  const wrap = loadWrap(textOf("wrap"), entryOf("wrap-in"), map, reader);
  const replace = entryOf("replace");
  const given = {
    at: textOf("at"),
    in: textOf("in"),
    append: textOf("append"),
    before: textOf("before"),
    after: textOf("after"),
    first: textOf("first"),
    folder: textOf("folder"),
    variable: textOf("variable"),
  };
  return (
    pattern && {
      formula: pattern,
      title: title ?? "",
      ...(refuse === undefined ? {} : { refuse: refuse.trim() }),
      ...present(given),
      replace: replace?.value.kind === "scalar" ? { "": replaced(replace, reader) } : withoutNull(loadTexts(replace, reader)),
      set: loadTexts(entryOf("set"), reader),
      add: withoutNull(loadTexts(entryOf("add"), reader)),
      ...(wrap ? { wrap } : {}),
      imports: withoutNull(loadTexts(entryOf("imports"), reader)),
    }
  );
}

/** An empty text takes the code away. */
function replaced(entry: LocatedEntry, reader: RuleReader): string {
  return entry.value.kind === "scalar" && entry.value.value === "" ? "" : (reader.text(entry) ?? "");
}

function present<T extends Readonly<Record<string, string | undefined>>>(values: T): { readonly [Key in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: string };
}

function loadTexts(entry: LocatedEntry | undefined, reader: RuleReader): Readonly<Record<string, string | null>> {
  const map = entry && reader.map(entry.value, `\`${entry.key}\``, entry.key);
  const texts: Record<string, string | null> = {};
  for (const one of map?.entries ?? []) {
    const { value } = one;
    if (value.kind !== "scalar") reader.error(one.key, `\`${one.key}\` must be a text`, value.place);
    else texts[one.key] = value.value === null ? null : String(value.value);
  }
  return texts;
}

function withoutNull(texts: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ""]));
}

function loadWrap(
  value: string | undefined,
  kind: LocatedEntry | undefined,
  map: LocatedMap,
  reader: RuleReader,
): { readonly value: string; readonly text: WrappedText } | undefined {
  if (value === undefined) return undefined;
  const wanted = kind && reader.text(kind);
  const text = wrappedTexts.find((one) => one === wanted);
  if (text) return { value, text };
  return reader.error("wrap-in", `\`wrap\` needs \`wrap-in\`: ${wrappedTexts.join(", ")}`, map.place);
}
