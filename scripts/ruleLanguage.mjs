// Writes the tables of rules/LANGUAGE.md from the schema that the loader uses; `--check` only says whether they are current.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../server/engine/languages/registry.ts";
import { comparisonFunctions } from "../server/engine/patterns/comparison.ts";
import { routeKeys } from "../server/engine/routes/routeWords.ts";
import { modelNames } from "../server/engine/rules/models.ts";
import * as schema from "../server/engine/rules/ruleSchema.ts";
import { root } from "./setup.mjs";

const code = (text) => `\`${text}\``;
const list = (names) => [...names].map(code).join(", ");

function keys(facts) {
  const entries = Object.entries(facts);
  const notRun = entries.filter(([, { supported }]) => !supported);
  return [
    `Read: ${list(entries.filter(([, { supported }]) => supported).map(([key]) => key))}.`,
    ...(notRun.length === 0
      ? []
      : [
          `Known, and a rule with one is not run: ${notRun.map(([key, { note }]) => (note ? `${code(key)} (${note})` : code(key))).join(", ")}.`,
        ]),
  ].join("\n\n");
}

function options() {
  const rows = Object.entries(schema.optionValues).map(([name, values]) => {
    const accepted = values.length === 0 ? "every value, without effect" : list(values.map(String));
    return `| ${code(name)} | ${accepted} |`;
  });
  return ["| Option | Values that a rule may give it |", "|---|---|", ...rows].join("\n");
}

function severities() {
  const rows = Object.entries(schema.severities).map(
    ([name, { severity, topic }]) => `| ${code(name)} | ${topic ? "no finding: marks code for the checklist" : severity} |`,
  );
  return ["| Severity | Becomes |", "|---|---|", ...rows].join("\n");
}

function languageTable() {
  const rows = languages.map(({ id, ruleNames, extensions }) => `| ${code(id)} | ${list(ruleNames)} | ${list(extensions)} |`);
  const texts = Object.entries(schema.textLanguages).map(
    ([name, kind]) =>
      `| any text | ${code(name)} | ${kind === "generic" ? "words, marks, blocks and regexes" : "regexes only"} |`,
  );
  return ["| Files | Names in `languages` | Which files, or how they are read |", "|---|---|---|", ...rows, ...texts].join("\n");
}

function models() {
  const rows = Object.entries(modelNames).flatMap(([role, names]) =>
    Object.entries(names).map(([name, { about }]) => `| ${code(name)} | ${code(`pattern-${role}`)} | ${about} |`),
  );
  return ["| Model | Stands in | What it means |", "|---|---|---|", ...rows].join("\n");
}

const meantAs = {
  names: "whole names",
  expressions: "regular expressions",
  folded: "regular expressions, in any case",
  "path parts": "parts of a path between `/`, `-` and `_`, as regular expressions in any case",
  methods: "a map of names to the method that each stands for",
};

function routes() {
  const rows = Object.entries(routeKeys).map(([key, { kind, about }]) => `| ${code(key)} | ${meantAs[kind]} | ${about} |`);
  return ["| Key of `routes` | Words are | What they tell |", "|---|---|---|", ...rows].join("\n");
}

const sections = {
  rule: () => keys(schema.ruleKeys),
  formula: () => `${list(schema.formulaKeys)}; in \`patterns\` also ${list(schema.negativeKeys)}.`,
  match: () => `${list(schema.matchKeys)}; beside each \`where\`.`,
  conditions: () => keys(schema.conditionKeys),
  comparison: () => `${list(comparisonFunctions)}.`,
  taint: () =>
    Object.entries(schema.taintKeys)
      .map(([role, facts]) => `- ${code(`pattern-${role}`)}: ${list(Object.keys(facts))}`)
      .join("\n"),
  models,
  routes,
  fixes: () => `${keys(schema.fixKeys)} \`wrap-in\` is one of ${list(schema.wrappedTexts)}.`,
  languages: languageTable,
  severities,
  options,
  version: () => `The version of Semgrep that \`min-version\` and \`max-version\` are compared with: ${schema.conformsTo}.`,
};

const file = join(root, "rules", "LANGUAGE.md");
const before = readFileSync(file, "utf8");
const seen = new Set();
const after = before.replace(/(<!-- from the schema: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, close) => {
  seen.add(name);
  return `${open}\n${sections[name]()}\n\n${close}`;
});
const missing = Object.keys(sections).filter((name) => !seen.has(name));
if (missing.length > 0) {
  console.error(`rules/LANGUAGE.md has no place for: ${missing.join(", ")}`);
  process.exitCode = 1;
} else if (process.argv.includes("--check")) {
  console.log(`${seen.size} tables`);
  if (before !== after)
    console.error("rules/LANGUAGE.md is not what the schema says: node --import tsx scripts/ruleLanguage.mjs");
  process.exitCode = before === after ? 0 : 1;
} else writeFileSync(file, after);
