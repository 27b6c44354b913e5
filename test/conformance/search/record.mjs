// Records what Semgrep itself reports for the cases beside this file: SEMGREP=path/of/semgrep node record.mjs [part of a file's path]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { parseDocument, stringify } from "yaml";

const semgrep = process.env.SEMGREP ?? "semgrep";
const only = process.argv[2] ?? "";
const extensions = { javascript: "js", typescript: "ts", python: "py" };
const here = import.meta.dirname;

/** A file of cases, each with its code; or of groups, which share their code. */
const files = [
  ...["javascript", "typescript", "python"].map((language) => ({ language, path: join(here, `${language}.yaml`) })),
  ...readdirSync(join(here, "groups"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".yaml"))
    .map((entry) => ({ language: basename(entry.parentPath), path: join(entry.parentPath, entry.name) })),
]
  .filter(({ path }) => relative(here, path).includes(only))
  .map((file) => ({ ...file, document: parseDocument(readFileSync(file.path, "utf8")) }));

const folder = mkdtempSync(join(tmpdir(), "search-cases-"));
try {
  mkdirSync(join(folder, "code"));
  const jobs = [];
  for (const [number, { language, path, document }] of files.entries())
    for (const [index, item] of document.contents.items.entries()) {
      const cases = item.get("cases")?.items ?? [item];
      const code = `code-${number}-${index}.${item.get("tsx") ? "tsx" : extensions[language]}`;
      writeFileSync(join(folder, "code", code), item.get("code"));
      for (const [at, one] of cases.entries()) jobs.push({ id: `r-${number}-${index}-${at}`, path, language, code, one, ranges: item.has("cases") });
    }
  const rules = jobs.map(({ id, language, code, one }) => {
    const { rule, pattern } = one.toJSON();
    return { ...(rule ?? { pattern }), id, languages: [language], severity: "ERROR", message: "m", paths: { include: [code] } };
  });
  // One rule that Semgrep cannot read keeps it from running the others, so those are left out the second time.
  const failed = new Map();
  let output = run(rules);
  for (const error of output.errors) if (error.rule_id) failed.set(error.rule_id.split(".").at(-1), error);
  if (failed.size > 0) output = run(rules.filter(({ id }) => !failed.has(id)));
  const found = new Map(jobs.map(({ id }) => [id, []]));
  for (const result of output.results) found.get(result.check_id.split(".").at(-1)).push(result);
  for (const error of output.errors) if (!error.rule_id) console.error(`${error.path ?? ""}: ${error.message}`);
  for (const { id, path, one, ranges } of jobs) {
    const error = failed.get(id);
    if (error) console.error(`${relative(here, path)}: ${JSON.stringify(one.get("pattern") ?? one.get("rule"))}: ${error.message}`);
    one.set("semgrep", parseDocument(JSON.stringify(error ? "error" : places(found.get(id), ranges))).contents);
  }
  for (const { path, document } of files) {
    const text = document.toString({ lineWidth: 130 });
    writeFileSync(path, text.replace(/recorded from Semgrep[ \d.]*\(see/, `recorded from Semgrep ${output.version} (see`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** First lines; with ranges "first-last" for the longest match of several lines that begins on a line. */
function places(results, ranges) {
  const lasts = new Map();
  for (const { start, end } of results) {
    const last = end.col === 1 ? end.line - 1 : end.line;
    lasts.set(start.line, Math.max(ranges ? last : start.line, start.line, lasts.get(start.line) ?? 0));
  }
  return [...lasts].sort((a, b) => a[0] - b[0]).map(([first, last]) => (first === last ? first : `${first}-${last}`));
}

function run(rules) {
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules }));
  const args = ["scan", "--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json", "--config", "rules.yaml", "code"];
  try {
    return JSON.parse(execFileSync(semgrep, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  } catch (error) {
    if (error.stdout) return JSON.parse(error.stdout);
    throw error;
  }
}
