/** The languages the engine reads. A language is one table and one line here. */

import type { LanguageId } from "../tree/rawTree.ts";
import { convertTree } from "./converter.ts";
import { javascriptTable } from "./javascriptTable.ts";
import type { Language } from "./language.ts";
import { pythonTable } from "./pythonTable.ts";

/** Rule names as in the rule language: `js` rules run on TypeScript too, `ts` rules on TypeScript only. */
export const languages: readonly Language[] = [
  {
    id: "javascript",
    ruleNames: ["javascript", "js", "jsx"],
    extensions: [".js", ".jsx", ".mjs", ".cjs", ".es6", ".jsm"],
    convert: (raw, memo) => convertTree(raw, javascriptTable, memo),
  },
  {
    id: "typescript",
    ruleNames: ["typescript", "ts", "javascript", "js"],
    // Of a component the scripts are read; see `embeddedCode`.
    extensions: [".ts", ".mts", ".cts", ".vue", ".svelte"],
    convert: (raw, memo) => convertTree(raw, javascriptTable, memo),
  },
  {
    id: "tsx",
    ruleNames: ["tsx", "typescript", "ts", "javascript", "js", "jsx"],
    extensions: [".tsx"],
    convert: (raw, memo) => convertTree(raw, javascriptTable, memo),
  },
  {
    id: "python",
    ruleNames: ["python", "py", "python3", "python2"],
    extensions: [".py", ".pyi", ".pyw"],
    convert: (raw, memo) => convertTree(raw, pythonTable, memo),
  },
];

const byId = new Map(languages.map((language) => [language.id, language]));

/** @throws When the language is not in the registry, which the type rules out. */
export function languageById(id: LanguageId): Language {
  const language = byId.get(id);
  if (!language) throw new Error(`There is no language ${id}.`);
  return language;
}

/** By the file name's ending; undefined for a file in no language that is read. */
export function languageOfPath(path: string): LanguageId | undefined {
  const lower = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)))?.id;
}

/** What a name in a rule's `languages:` stands for; undefined for an unknown name. */
export function languagesForRule(name: string): readonly LanguageId[] | undefined {
  const found = languages.filter(({ ruleNames }) => ruleNames.includes(name.toLowerCase())).map(({ id }) => id);
  return found.length > 0 ? found : undefined;
}
