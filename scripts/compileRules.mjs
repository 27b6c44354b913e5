// Checks every rule under rules/ and writes them to dist/rules.json, so that nothing parses YAML at run time. Fails on any problem.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { loadModel, loadRules, packRules } = await bundledLoader();
const rules = [];
const problems = [];
const models = { sources: [], sanitizers: [], sinks: [] };
for (const file of yamlFiles(join(root, "rules/models"))) {
  const loaded = loadModel(readFileSync(file, "utf8"), relative(root, file).replaceAll("\\", "/"));
  problems.push(...loaded.problems);
  for (const role of Object.keys(models)) models[role].push(...loaded.models[role]);
}
const places = new Map();
for (const file of yamlFiles(join(root, "rules")).filter((file) => !file.startsWith(join(root, "rules/models")))) {
  const name = relative(root, file).replaceAll("\\", "/");
  const loaded = loadRules(readFileSync(file, "utf8"), name, models);
  problems.push(...loaded.problems);
  for (const rule of loaded.rules) {
    const other = places.get(rule.id);
    if (other) problems.push({ kind: "error", ruleId: rule.id, message: `the id is also in ${other}`, place: rule.place });
    places.set(rule.id, name);
    rules.push({ ...rule, trusted: true });
  }
}
if (problems.length > 0) {
  for (const { kind, ruleId, message, place } of problems)
    console.error(`${place.file}:${place.line + 1}:${place.column + 1}: ${kind}: ${ruleId ? `${ruleId}: ` : ""}${message}`);
  throw new Error(`${problems.length} problems in the rules.`);
}
mkdirSync(join(root, "dist"), { recursive: true });
const target = join(root, "dist/rules.json");
const text = `${JSON.stringify(packRules({ rules, models }))}\n`;
// An unchanged file keeps its time, and a reader never sees half of it.
if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}

/** In a fixed order. */
function yamlFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function bundledLoader() {
  const { outputFiles } = await build({
    stdin: {
      contents: ["loadModel", "loadRules", "ruleBundle"].map((name) => `export * from "./${name}.ts";`).join("\n"),
      resolveDir: join(root, "server/engine/rules"),
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
