// Checks every rule under rules/ and writes them to dist/rules.json, and their patterns to dist/patterns.json, so that nothing parses
// YAML or patterns at run time. Fails on any problem.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { joinModels, loadModel, loadRules, packRules, compileFormula, isForLanguage, PatternPacker, parsePattern, createParser } =
  await bundledEngine();
const rules = [];
const problems = [];
const loadedModels = [];
for (const file of yamlFiles(join(root, "rules/models"))) {
  const loaded = loadModel(readFileSync(file, "utf8"), relative(root, file).replaceAll("\\", "/"));
  problems.push(...loaded.problems);
  loadedModels.push(loaded.models);
}
const models = joinModels(loadedModels);
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
const packer = new PatternPacker();
await tellNeeds();
mkdirSync(join(root, "dist"), { recursive: true });
writeJson("dist/rules.json", packRules({ rules, models }));
writeJson("dist/patterns.json", packer.finish());

/** An unchanged file keeps its time, and a reader never sees half of it. */
function writeJson(name, value) {
  const target = join(root, name);
  const text = `${JSON.stringify(value)}\n`;
  if (existsSync(target) && readFileSync(target, "utf8") === text) return;
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

/** Compiles every formula, says beside it which words a file needs for it to match, and collects its patterns. */
async function tellNeeds() {
  const parser = await createParser(join(root, "dist/grammars"));
  await parser.load(new Set(rules.flatMap(({ languages }) => languages)));
  const read = new Map();
  const patterns = (language, source) => {
    const key = `${language} ${source}`;
    if (!read.has(key)) {
      const pattern = parsePattern(source, language, parser.parse);
      if (typeof pattern === "string") return undefined;
      packer.add(source, pattern);
      read.set(key, pattern);
    }
    return read.get(key);
  };
  const options = { trusted: true, precise: true, patterns };
  for (const { id, body, languages } of rules)
    for (const language of languages) {
      const parts =
        body.mode === "taint"
          ? [...body.sources, ...body.sinks, ...body.sanitizers, ...body.propagators]
          : body.mode === "search" || body.mode === "removed"
            ? [body]
            : [];
      for (const part of parts.filter((one) => isForLanguage(one, language))) {
        part.needs ??= {};
        if (part.needs[language]) continue;
        const { needs, message } = compileFormula(part.formula, language, parser.parse, options);
        if (message !== undefined) throw new Error(`${id}: ${message}`);
        part.needs[language] = needs;
      }
    }
}

async function bundledEngine() {
  const { outputFiles } = await build({
    stdin: {
      contents: [
        "rules/loadModel",
        "rules/loadRules",
        "rules/ruleBundle",
        "rules/models",
        "patterns/compileFormula",
        "patterns/packedPatterns",
        "patterns/parsePattern",
      ]
        .map((name) => `export * from "./engine/${name}.ts";`)
        .concat('export * from "./parser/parser.ts";')
        .join("\n"),
      resolveDir: join(root, "server"),
    },
    external: ["web-tree-sitter"],
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
