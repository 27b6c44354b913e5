/** The rules that come with the product, each with its test file, read from rules/. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { loadModel } from "../../server/engine/rules/loadModel.ts";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import { joinModels, type Models } from "../../server/engine/rules/models.ts";
import type { Rule, RuleProblem } from "../../server/engine/rules/rule.ts";
import { beforeFileOf, fixedFileOf, testFilesOf } from "../../server/host/ruleTestFiles.ts";

export const root = dirname(dirname(__dirname));

export interface RuleTestFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What the file must be after all fixes; absent for a rule without `fix:`. */
  readonly fixedText: string | undefined;
  /** What the file was before the change, for rules of `mode: removed`. */
  readonly beforeText?: string;
}

export interface CatalogEntry {
  /** Relative to the root, with `/`: "rules/python/debug-on.yaml". */
  readonly path: string;
  /** What the path says that the id must be: "python.debug-on". */
  readonly expectedId: string;
  readonly text: string;
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
  readonly tests: readonly RuleTestFile[];
}

/** @throws When a model has a problem. */
export function readModels(): Models {
  const folder = join(root, "rules/models");
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return joinModels(
    files.map((name) => {
      const loaded = loadModel(readFileSync(join(folder, name), "utf8"), `rules/models/${name}`);
      const [problem] = loaded.problems;
      if (problem) throw new Error(`${problem.place.file}:${problem.place.line + 1}: ${problem.message}`);
      return loaded.models;
    }),
  );
}

/** @returns Every rule file but the models, ordered by path. */
export function readCatalog(): CatalogEntry[] {
  const folder = join(root, "rules");
  const models = readModels();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "models")
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => readEntry(join(folder, name), name, file, models)),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readEntry(folder: string, language: string, file: string, models: Models): CatalogEntry {
  const name = file.slice(0, -".yaml".length);
  const text = readFileSync(join(folder, file), "utf8");
  const path = relative(root, join(folder, file)).replaceAll("\\", "/");
  const { rules, problems } = loadRules(text, path, models);
  const trusted = rules.map((rule) => ({ ...rule, trusted: true }));
  return { path, expectedId: `${language}.${name}`, text, rules: trusted, problems, tests: readTests(join(folder, file)) };
}

function readTests(ruleFile: string): RuleTestFile[] {
  const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
  return testFilesOf(ruleFile).map((file) => {
    const beforeText = read(beforeFileOf(file));
    return {
      path: relative(root, file).replaceAll("\\", "/"),
      text: readFileSync(file, "utf8"),
      fixedText: read(fixedFileOf(file)),
      ...(beforeText === undefined ? {} : { beforeText }),
    };
  });
}
