// Records the lines that Semgrep itself reports for the cases beside this file: node record.mjs PATH-OF-SEMGREP [PART-OF-A-NAME]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument, stringify } from "yaml";

const semgrep = process.argv[2] ?? "semgrep";
const version = execFileSync(semgrep, ["--version"], { encoding: "utf8" }).trim();
const defaults = {
  mode: "taint",
  "pattern-sources": [{ pattern: "source(...)" }],
  "pattern-sinks": [{ pattern: "sink(...)" }],
  "pattern-sanitizers": [{ pattern: "clean(...)" }],
};
const folder = mkdtempSync(join(tmpdir(), "taint-cases-"));
const only = process.argv[3] ?? "";
const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".yaml") && name.includes(only));
const files = names.map((file) => {
  const path = join(import.meta.dirname, file);
  const name = file.replace(".yaml", "");
  return { name, language: name.replace(/-.*/, ""), path, document: parseDocument(readFileSync(path, "utf8")) };
});
const extensions = { javascript: "jsx", python: "py", typescript: "ts" };
try {
  mkdirSync(join(folder, "code"));
  const rules = [];
  for (const { name: group, language, document } of files)
    for (const [index, item] of document.contents.items.entries()) {
      const { code, rule, extension } = item.toJSON();
      const id = `${group}-${index}`;
      const name = `${id}.${extension ?? extensions[language]}`;
      writeFileSync(join(folder, "code", name), code);
      const parts = rule?.taint ? {} : defaults;
      rules.push({ ...parts, message: "m", ...rule, id, languages: [language], severity: "ERROR", paths: { include: [name] } });
    }
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules }));
  const args = ["scan", "--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json", "--config", "rules.yaml", "code"];
  const output = JSON.parse(execFileSync(semgrep, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }));
  for (const error of output.errors) console.error(`${error.rule_id ?? error.path ?? ""}: ${error.message}`);
  for (const { name: group, path, document } of files) {
    for (const [index, item] of document.contents.items.entries()) {
      const found = output.results.filter((result) => result.check_id.split(".").at(-1) === `${group}-${index}`);
      const lines = [...new Set(found.map((result) => result.start.line))].sort((a, b) => a - b);
      const list = document.createNode(lines);
      list.flow = true;
      item.set("semgrep", list);
      if (item.has("messages")) item.set("messages", [...new Set(found.map((result) => result.extra.message))].sort());
    }
    document.commentBefore = document.commentBefore?.replace(/Semgrep[ \d.]*\(see/, `Semgrep ${version} (see`);
    writeFileSync(path, document.toString({ lineWidth: 130 }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
