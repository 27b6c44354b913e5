/** Runs random rules in both engines and prints where they differ: SEMGREP=path/of/semgrep node --import tsx compare.ts file [seed] [count] */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stringify } from "yaml";
import { languageById, languageOfPath } from "../../../server/engine/languages/registry.ts";
import { seeded } from "../../support/random.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";
import { randomRule } from "./randomPattern.ts";
import { placesOf } from "./runCase.ts";

interface Output {
  readonly errors: readonly { readonly rule_id?: string }[];
  readonly results: readonly { readonly check_id: string; readonly start: { readonly line: number } }[];
}

async function main(): Promise<void> {
  const [path = "", seed = "1", count = "200"] = process.argv.slice(2);
  const language = languageOfPath(path);
  if (!language) throw new Error(`${path} is in no language that is read.`);
  const code = readFileSync(path, "utf8");
  const parse = await loadParse();
  const tree = languageById(language).convert(parse(language, code));
  const random = seeded(Number(seed));
  const made = Array.from({ length: Number(count) }, () => randomRule(tree, random)?.rule ?? { pattern: "" });
  const folder = mkdtempSync(join(tmpdir(), "random-rules-"));
  try {
    writeFileSync(join(folder, basename(path)), code);
    const named = language === "tsx" ? "typescript" : language;
    const rules = made.map((rule, at) => ({ ...rule, id: `r${at}`, languages: [named], severity: "ERROR", message: "m" }));
    let output = run(folder, basename(path), rules);
    const bad = new Set(output.errors.map(({ rule_id }) => rule_id?.split(".").at(-1)));
    if (bad.size > 0)
      output = run(
        folder,
        basename(path),
        rules.filter(({ id }) => !bad.has(id)),
      );
    let different = 0;
    for (const [at, rule] of made.entries()) {
      const id = `r${at}`;
      if (bad.has(id)) continue;
      const theirs = [
        ...new Set(
          output.results.filter(({ check_id }) => check_id.endsWith(`.${id}`) || check_id === id).map(({ start }) => start.line),
        ),
      ].sort((a, b) => a - b);
      const ours = placesOf(language, { rule }, code, parse, false);
      if (JSON.stringify(ours) === JSON.stringify(theirs)) continue;
      different++;
      console.log(`${stringify(rule)}  Semgrep ${JSON.stringify(theirs)}\n  ours    ${JSON.stringify(ours)}\n`);
    }
    console.log(`${different} of ${rules.length - bad.size} rules differ; Semgrep could not read ${bad.size} others.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, file: string, rules: readonly object[]): Output {
  writeFileSync(join(folder, "rules.yaml"), JSON.stringify({ rules }));
  const args = [
    "scan",
    "--metrics",
    "off",
    "--disable-version-check",
    "--no-git-ignore",
    "--json",
    "--config",
    "rules.yaml",
    file,
  ];
  try {
    const text = execFileSync(process.env.SEMGREP ?? "semgrep", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(text) as Output;
  } catch (error) {
    // With rules that it cannot read it fails, but says what it found.
    if (error instanceof Error && "stdout" in error && error.stdout) return JSON.parse(String(error.stdout)) as Output;
    throw error;
  }
}

void main();
