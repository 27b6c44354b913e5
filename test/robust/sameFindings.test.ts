/** What is found depends on the files alone: not on their order, the number of threads, or the edits that led to them. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createEngine } from "../../server/engine/analyze.ts";
import type { FileAnalysis } from "../../server/engine/findings/finding.ts";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import { createAnalyzer } from "../../server/host/analyzer.ts";
import { dist, repositoryRoot } from "../lsp/client.ts";
import { dangerRule, flowRule } from "../lsp/project.ts";
import { pick, seeded } from "../support/random.ts";
import { loadParse } from "../unit/engine/languages/trees.ts";
import { runCli } from "./coldScan.ts";

const rules = `${dangerRule}${flowRule.replace("rules:\n", "")}    options: { linewarden: precise }\n`;

/** Files of which each imports others, so that what one does is found in another. */
const project: Readonly<Record<string, string>> = {
  "a.js":
    'import { run, keep } from "./lib.js";\nexport function one() {\n  const value = source();\n  run(value);\n}\nexport function two(x) {\n  keep(x);\n  return x;\n}\n',
  "between.js": 'import { run } from "./lib.js";\nexport function pass(x) {\n  run(x);\n}\nexport { keep } from "./lib.js";\n',
  "lib.js":
    "export function run(value) {\n  const text = value;\n  return text;\n}\nexport function keep(value) {\n  danger(value);\n}\n",
  "main.js":
    'import { pass, keep } from "./between.js";\nimport { two } from "./a.js";\nexport function start() {\n  pass(source());\n  const x = two(source());\n  keep(x);\n}\n',
};
/** Lines that make, pass on and cut off flows; most names exist in each file. */
const lines = [
  "sink(value);",
  "sink(x);",
  "run(source());",
  "pass(source());",
  "keep(source());",
  "two(source());",
  "const value = source();",
  "danger(x);",
  "x = 1;",
];

function facts({ findings }: FileAnalysis) {
  return findings.map(({ ruleId, span, message, fingerprint, path, evidence }) => ({
    ruleId,
    span,
    message,
    fingerprint,
    path,
    evidence,
  }));
}

describe("the findings of a scan", () => {
  let dir = "";
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "linewarden-same-"));
    writeFileSync(join(dir, "rules.yaml"), rules);
    for (const [name, text] of Object.entries(project))
      writeFileSync(join(dir, name), text.replace("const text = value;", "sink(value);"));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  function scan(paths: readonly string[], jobs: number): unknown[] {
    const args = [
      "scan",
      ...paths,
      "--rules",
      join(dir, "rules.yaml"),
      "--jobs",
      String(jobs),
      "--format",
      "json",
      "--fail-on",
      "never",
    ];
    const { status, stdout, stderr } = runCli(args, dir);
    expect(status, stderr).to.equal(0);
    const report = JSON.parse(stdout) as { findings: { path: string }[]; notReviewed: unknown[] };
    return [report.findings, report.notReviewed];
  }

  it("are the same with one, two and three threads", () => {
    const sample = join(repositoryRoot, "samples/shop/change");
    const [found] = [scan([dir, sample], 1)];
    expect(JSON.stringify(found)).to.include("lib.js").and.include("orders.ts");
    for (const jobs of [2, 3]) expect(scan([dir, sample], jobs)).to.deep.equal(found);
  });

  it("are the same in every order of the files", () => {
    const names = Object.keys(project);
    const [first] = scan(names, 1);
    const byPlace = (found: unknown): string[] => (found as object[]).map((one) => JSON.stringify(one)).sort();
    expect(byPlace(first)).to.have.length.of.at.least(3);
    for (const order of [names.toReversed(), [...names.slice(2), ...names.slice(0, 2)]])
      for (const jobs of [1, 2]) expect(byPlace(scan(order, jobs)[0])).to.deep.equal(byPlace(first));
  });
});

describe("findings after edits of files that import one another", () => {
  it("are those of a fresh analysis of the last texts", async () => {
    const loaded = loadRules(rules, "rules.yaml").rules;
    const parse = await loadParse();
    const dir = mkdtempSync(join(tmpdir(), "linewarden-edits-"));
    const analyzer = await createAnalyzer({ rules: loaded, jobs: 1, resources: dist });
    const texts = new Map(Object.entries(project));
    const random = seeded(11);
    let partial = 0;
    let across = 0;
    try {
      for (const [name, text] of texts) writeFileSync(join(dir, name), text);
      const open = (path: string, text: string) =>
        analyzer.analyzeDocument(`file://${dir}/${path}`, { path, text, imports: { root: dir } });
      for (const [name, text] of texts) await open(name, text);
      for (let round = 0; round < 100; round++) {
        const names = [...texts.keys()];
        const name = names[pick(random, names.length)] ?? "a.js";
        texts.set(name, edited(texts.get(name) ?? "", random));
        // As the server does it: first the document itself, then those that import it.
        for (const other of [name, ...names.filter((one) => one !== name)]) {
          const text = texts.get(other) ?? "";
          const analysis = await open(other, text);
          const fresh = createEngine({ rules: loaded, parse }).analyze({ path: other, text }, undefined, undefined, (path) =>
            texts.get(path),
          );
          if (!analysis) throw new Error(`no analysis of ${other}`);
          expect(facts(analysis), `${round}: ${other} after ${name}\n${[...texts.values()].join("---\n")}`).to.deep.equal(
            facts(fresh),
          );
          if (analysis.partial) partial++;
          across += fresh.findings.filter(({ evidence }) => evidence.startsWith("flow across files")).length;
        }
      }
    } finally {
      await analyzer.dispose();
      rmSync(dir, { recursive: true, force: true });
    }
    expect(partial).to.be.at.least(10);
    expect(across).to.be.at.least(10);
  }).timeout(120_000);
});

/** One line inside a function becomes another one, is doubled, or goes. */
function edited(text: string, random: () => number): string {
  const all = text.split("\n");
  const inside = [...all.keys()].filter((at) => /^ {2}\S/.test(all[at] ?? ""));
  const at = inside[pick(random, inside.length)];
  const line = `  ${lines[pick(random, lines.length)] ?? ""}`;
  // A function keeps a line, so that there is always one to edit.
  if (at === undefined) return text.replace("{\n", `{\n${line}x;\n`);
  return all.toSpliced(at, random() < 0.5 ? 1 : 0, line).join("\n");
}
