// Records the lines that Semgrep itself reports for the cases beside this file: SEMGREP=path/of/semgrep node record.mjs
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument, stringify } from "yaml";

const semgrep = process.env.SEMGREP ?? "semgrep";
const version = execFileSync(semgrep, ["--version"], { encoding: "utf8" }).trim();
const extensions = { javascript: "js", typescript: "ts", python: "py" };
const folder = mkdtempSync(join(tmpdir(), "search-cases-"));
const files = Object.keys(extensions).map((language) => {
  const path = join(import.meta.dirname, `${language}.yaml`);
  return { language, path, document: parseDocument(readFileSync(path, "utf8")) };
});
try {
  mkdirSync(join(folder, "code"));
  const rules = [];
  for (const { language, document } of files)
    for (const [index, item] of document.contents.items.entries()) {
      const { code, rule, pattern } = item.toJSON();
      const id = `${language}-${index}`;
      const name = `${id}.${extensions[language]}`;
      writeFileSync(join(folder, "code", name), code);
      const body = rule ?? { pattern };
      rules.push({ ...body, id, languages: [language], severity: "ERROR", message: "m", paths: { include: [name] } });
    }
  writeFileSync(join(folder, "rules.yaml"), stringify({ rules }));
  const args = ["scan", "--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json", "--config", "rules.yaml", "code"];
  const output = JSON.parse(execFileSync(semgrep, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }));
  for (const error of output.errors) console.error(`${error.rule_id ?? error.path ?? ""}: ${error.message}`);
  for (const { language, path, document } of files) {
    for (const [index, item] of document.contents.items.entries()) {
      const found = output.results.filter((result) => result.check_id.endsWith(`${language}-${index}`));
      const lines = [...new Set(found.map((result) => result.start.line))].sort((a, b) => a - b);
      const list = document.createNode(lines);
      list.flow = true;
      item.set("semgrep", list);
    }
    const text = document.toString({ lineWidth: 130 });
    writeFileSync(path, text.replace(/recorded from Semgrep[ \d.]*\(see/, `recorded from Semgrep ${version} (see`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
