/** Reads one file of rules/models/. */

import { languagesForRule } from "../languages/registry.ts";
import { type RouteKey, type RouteWords, routeKeys, wordProblem } from "../routes/routeWords.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { loadTaintItem } from "./loadTaint.ts";
import { type ModelPart, type ModelRole, type Models, modelNames, noModels } from "./models.ts";
import { type LocatedEntry, readYaml } from "./readYaml.ts";
import type { RuleProblem } from "./rule.ts";
import { RuleReader } from "./ruleReader.ts";
import type { KeyFact } from "./ruleSchema.ts";

const yes: KeyFact = { supported: true };
/** `guards` are sanitizers that clean what they look at, from there on. */
const sections: Readonly<Record<string, ModelRole>> = {
  sources: "sources",
  sanitizers: "sanitizers",
  guards: "sanitizers",
  sinks: "sinks",
};
const keys: Readonly<Record<string, KeyFact>> = {
  title: yes,
  about: yes,
  languages: yes,
  references: yes,
  sources: yes,
  sanitizers: yes,
  guards: yes,
  sinks: yes,
  routes: yes,
};

/**
 * @param file Path for the places of problems; the framework is called as the file.
 * @returns No models where there is a problem. Never throws for bad input.
 */
export function loadModel(text: string, file: string): { readonly models: Models; readonly problems: readonly RuleProblem[] } {
  const yaml = readYaml(text, file);
  if ("errors" in yaml) {
    const problems = yaml.errors.map(({ message, place }) => ({
      kind: "error" as const,
      message: `not valid YAML: ${message}`,
      place,
    }));
    return { models: noModels, problems };
  }
  const reader = new RuleReader(undefined);
  const map = reader.map(yaml.value, "a model");
  if (!map) return { models: noModels, problems: reader.problems };
  reader.checkKeys(map, keys, "a model");
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  for (const key of ["title", "about", "languages", "references"])
    if (!entryOf(key)) reader.error(key, `a model needs \`${key}\``, map.place);
  const languages = loadLanguages(entryOf("languages"), reader);
  const framework = file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  const models: Record<ModelRole, ModelPart[]> = { sources: [], sanitizers: [], sinks: [] };
  for (const entry of map.entries) {
    const role = sections[entry.key];
    if (role) models[role].push(...loadSection(entry, role, framework, languages, reader));
  }
  const routes = loadRoutes(entryOf("routes"), reader);
  return { models: reader.problems.length > 0 ? noModels : { ...models, routes }, problems: reader.problems };
}

/** `routes`: lists of words by key; those that stand for a method are a map. */
function loadRoutes(entry: LocatedEntry | undefined, reader: RuleReader): RouteWords {
  const words: Partial<Record<RouteKey, readonly string[]>> = {};
  for (const named of (entry && reader.map(entry.value, "`routes`", "routes")?.entries) ?? []) {
    const key = (Object.keys(routeKeys) as RouteKey[]).find((one) => one === named.key);
    if (!key) {
      reader.error(named.key, `\`${named.key}\` is not a key of routes`, named.keyPlace);
      continue;
    }
    const isMap = routeKeys[key].kind === "methods";
    const listed = isMap
      ? reader.map(named.value, `\`${key}\``, key)?.entries.map((one) => `${one.key} ${reader.text(one) ?? ""}`)
      : reader.texts(named);
    for (const word of listed ?? []) {
      const problem = wordProblem(key, word);
      if (problem) reader.error(key, problem, named.value.place);
    }
    words[key] = listed ?? [];
  }
  return words;
}

function loadLanguages(entry: LocatedEntry | undefined, reader: RuleReader): LanguageId[] {
  const ids = new Set<LanguageId>();
  for (const name of (entry && reader.texts(entry)) ?? []) {
    const known = languagesForRule(name);
    if (known) for (const id of known) ids.add(id);
    else if (entry) reader.error("languages", `"${name}" is not a language that is read here`, entry.value.place);
  }
  return [...ids];
}

function loadSection(
  entry: LocatedEntry,
  role: ModelRole,
  framework: string,
  languages: readonly LanguageId[],
  reader: RuleReader,
): ModelPart[] {
  const guards = entry.key === "guards";
  const parts: ModelPart[] = [];
  for (const named of reader.map(entry.value, `\`${entry.key}\``, entry.key)?.entries ?? []) {
    if (!Object.hasOwn(modelNames[role], named.key))
      reader.error(named.key, `\`${named.key}\` is not a name of ${role}`, named.keyPlace);
    for (const item of reader.list(named) ?? []) {
      const part = loadTaintItem(item, named.key, role, { reader, newer: false });
      if (part)
        parts.push({ framework, name: named.key, part: { ...part, languages, ...(guards ? { bySideEffect: true } : {}) } });
    }
  }
  return parts;
}
