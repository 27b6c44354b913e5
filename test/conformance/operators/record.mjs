// Records the lines that Semgrep itself reports for the cases beside this file: SEMGREP=path/of/semgrep node record.mjs [PART-OF-A-NAME]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";

const semgrep = process.env.SEMGREP ?? "semgrep";
const version = execFileSync(semgrep, ["--version"], { encoding: "utf8" }).trim();
const extensions = { javascript: "js", typescript: "ts", python: "py", generic: "txt", regex: "txt" };
const wanted = process.argv[2] ?? "";

for (const language of Object.keys(extensions))
  for (const name of readdirSync(join(import.meta.dirname, language)))
    if (`${language}/${name}`.includes(wanted)) record(join(import.meta.dirname, language, name), language);

function record(path, language) {
  const folder = mkdtempSync(join(tmpdir(), "operator-cases-"));
  const document = parseDocument(readFileSync(path, "utf8"));
  const cases = document.contents.items.flatMap((group, at) =>
    group.get("cases").items.map((item, number) => ({ item, at, id: `case-${at}-${number}` })),
  );
  try {
    mkdirSync(join(folder, "code"));
    const rules = [];
    for (const [at, group] of document.contents.items.entries()) {
      const file = `code-${at}.${extensions[language]}`;
      writeFileSync(join(folder, "code", file), group.get("code"));
      for (const { item, id } of cases.filter((one) => one.at === at))
        rules.push({ languages: [language], message: "m", ...item.toJSON().rule, id, severity: "ERROR", paths: { include: [file] } });
    }
    writeFileSync(join(folder, "rules.yaml"), JSON.stringify({ rules }));
    const args = ["scan", "--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json", "--config", "rules.yaml", "code"];
    // The status tells of rules in error too, which are cases of their own.
    const output = JSON.parse(spawnSync(semgrep, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }).stdout);
    for (const error of output.errors) console.error(`${path}: ${error.rule_id ?? error.path ?? ""}: ${error.message}`);
    for (const { item, id } of cases) {
      const found = output.results.filter((result) => result.check_id.endsWith(id)).sort((a, b) => a.start.offset - b.start.offset);
      const lines = document.createNode([...new Set(found.map((result) => result.start.line))]);
      lines.flow = true;
      item.set("semgrep", lines);
      if (item.has("texts")) item.set("texts", found.map(({ extra }) => extra.message));
      if (item.has("ranges"))
        item.set("ranges", [...new Set(found.map(({ start, end }) => `${start.line}:${start.col}-${end.line}:${end.col}`))]);
      if (item.has("fixes")) item.set("fixes", found.map(({ extra }) => extra.fix ?? ""));
    }
    const text = document.toString({ lineWidth: 130 });
    writeFileSync(path, text.replace(/recorded from Semgrep[ \d.]*\(see/, `recorded from Semgrep ${version} (see`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
