import { chmodSync, copyFileSync, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { expect } from "chai";
import type { Log, Result, Run } from "sarif";
import {
  after as changed,
  environment,
  folder,
  git,
  linewarden,
  onlyEval,
  before as original,
  removeFolders,
  repository,
  root,
  run,
  write,
} from "./commandLine.ts";

const schema = JSON.parse(readFileSync(path.join(root, "media/schema/report.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);

function expectValid(text: string): { findings: { [key: string]: unknown }[]; [key: string]: unknown } {
  const report = JSON.parse(text);
  expect(validate(report), JSON.stringify(validate.errors?.slice(0, 5), undefined, 1)).to.equal(true);
  return report;
}

/** A change with everything that the formats can say. */
function everything(): string {
  const where = repository(
    { "src/users.js": original, "old.js": "eval(old);\n" },
    {
      "src/users.js": changed,
      "src/a name & ümlaut#1.js": "eval(x);\n",
      "quiet.js": "// linewarden-ignore javascript.code-injection: a calculator\neval(process.argv[2]);\n",
      "broken.js": "function ( {\n",
      "main.go": "package main\n",
      "package.json": "{}\n",
      ".linewarden/rules/own.yaml": `rules:
  - { id: own.eval, languages: [js], severity: CRITICAL, message: "No eval of $X", pattern: eval($X), metadata: { cwe: "CWE-95: Eval Injection", confidence: LOW, references: ["https://cwe.mitre.org/data/definitions/95.html"] } }
  - { id: own.later, languages: [js], severity: INFO, message: m, pattern: x, join: {} }
`,
    },
  );
  write(where, { "blob.bin": "\0\0" });
  return where;
}

describe("--format json", () => {
  after(removeFolders);

  it("is valid by the schema that comes with the package, for scan, review, gate and rules", async () => {
    const where = everything();
    git(where, "add", "-A");
    const review = expectValid((await linewarden(where, "review", "--format", "json")).stdout);
    expect(review.findings.map(({ ruleId }) => ruleId)).to.include.members(["javascript.sql-injection", "own.eval"]);
    expect(review.findings.find(({ ruleId }) => ruleId === "javascript.sql-injection")).to.deep.include({
      path: "src/users.js",
      severity: "high",
      introduced: true,
    });
    const scan = expectValid((await linewarden(where, "scan", "--format", "json")).stdout);
    expect(scan.command).to.equal("scan");
    expectValid((await linewarden(where, "gate", "--format", "json")).stdout);
    const check = expectValid((await linewarden(where, "rules", "check", "--format", "json")).stdout);
    expect(check.exitStatus).to.equal(1);
  });

  it("says what the exit status is, and the same facts as the text", async () => {
    const where = everything();
    const outcome = await linewarden(where, "review", "--format", "json", "--strict");
    const report = expectValid(outcome.stdout);
    expect(report.exitStatus).to.equal(outcome.status);
    const reasons = (report.notReviewed as { reason: string; path: string }[]).map(
      ({ reason, path: file }) => `${file}: ${reason}`,
    );
    expect(reasons).to.include.members([
      "blob.bin: binary",
      "main.go: unsupported language",
      "broken.js: syntax errors",
      ".linewarden/rules/own.yaml: rule unsupported",
    ]);
    const [sql] = report.findings.filter(({ ruleId }) => ruleId === "javascript.sql-injection");
    expect(sql?.fix).to.have.property("title");
    expect(sql?.dataFlow).to.have.length.greaterThan(1);
  });
});

describe("--format sarif", () => {
  let log: Log;
  let only: Run;
  before(async () => {
    const where = everything();
    const { stdout } = await linewarden(where, "review", "--format", "sarif");
    log = JSON.parse(stdout);
    [only] = log.runs as [Run];
  });
  after(removeFolders);
  const resultsOf = (ruleId: string): Result[] => (only.results ?? []).filter((result) => result.ruleId === ruleId);

  it("is accepted by the SARIF multitool with its rules for SARIF and for GitHub", async () => {
    const where = folder();
    const files = { review: everything(), scan: everything() };
    for (const [command, repo] of Object.entries(files)) {
      const file = path.join(where, `${command}.sarif`);
      await linewarden(repo, command, "--format", "sarif", "--output", file);
      const seen = await sarifMultitool(file, path.join(where, `${command}.validation.sarif`));
      expect(seen.filter(({ level }) => level === "error" || level === "warning")).to.deep.equal([]);
      // What it only notes is known: messages in place, names of rules, no link to a repository.
      const known = new Set(["SARIF2002", "SARIF2003", "SARIF2006", "SARIF2009", "SARIF2010", "SARIF2011"]);
      const others = seen.filter(({ ruleId }) => !known.has(ruleId ?? ""));
      // What is said of a comment that silences nothing explains itself: it has no page to link to.
      expect(
        others.filter(({ ruleId, text }) => ruleId !== "SARIF2012" || !text.includes("linewarden-suppression")),
      ).to.deep.equal([]);
    }
  });

  it("describes each rule with tags, security severity and precision", () => {
    const rule = only.tool.driver.rules?.find(({ id }) => id === "javascript.sql-injection");
    expect(rule?.properties?.tags).to.include.members(["security", "external/cwe/cwe-089"]);
    expect(rule?.properties).to.include({ precision: "high", "security-severity": "8.0" });
    expect(rule?.defaultConfiguration?.level).to.equal("error");
    const own = only.tool.driver.rules?.find(({ id }) => id === "own.eval");
    expect(own?.properties).to.include({ precision: "low", "security-severity": "9.5" });
    expect(own?.properties?.tags).to.include("external/cwe/cwe-095");
  });

  it("gives each result a place, a fingerprint, the path of the data, a fix and its baseline", () => {
    const [sql] = resultsOf("javascript.sql-injection");
    expect(sql?.locations?.[0]?.physicalLocation?.artifactLocation).to.deep.equal({ uri: "src/users.js", uriBaseId: "SRCROOT" });
    expect(sql?.locations?.[0]?.physicalLocation?.region).to.include({ startLine: 7, startColumn: 31, endLine: 7 });
    expect(sql?.partialFingerprints)
      .to.have.property("linewarden/v1")
      .that.matches(/^[0-9a-f]{16}$/);
    expect(sql?.codeFlows?.[0]?.threadFlows[0]?.locations).to.have.length.greaterThan(1);
    expect(sql?.fixes?.[0]?.artifactChanges[0]?.replacements).to.have.length.greaterThan(0);
    expect(sql?.baselineState).to.equal("new");
  });

  it("writes relative, percent-encoded URIs", () => {
    const uris = resultsOf("own.eval").map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    expect(uris).to.include("src/a%20name%20%26%20%C3%BCmlaut%231.js");
  });

  it("marks what a comment silences, and leaves it out for GitHub", async () => {
    const where = repository({}, { "a.js": "eval(x); // linewarden-ignore team.no-eval: known\n" });
    const rules = onlyEval();
    const whole: Log = JSON.parse((await linewarden(where, "review", "--format", "sarif", ...rules)).stdout);
    expect(whole.runs[0]?.results?.[0]?.suppressions?.[0]).to.include({ kind: "inSource", justification: "known" });
    const without: Log = JSON.parse((await linewarden(where, "review", "--format", "sarif", "--no-suppressed", ...rules)).stdout);
    expect(without.runs[0]?.results).to.deep.equal([]);
    expect(without.runs[0]?.properties?.coverage).to.include({ suppressed: 1 });
  });

  it("lists what was not reviewed, and proves what was", () => {
    const [invocation] = only.invocations ?? [];
    const said = invocation?.toolExecutionNotifications?.map(
      ({ descriptor, locations }) => `${descriptor?.id} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri}`,
    );
    expect(said).to.include.members([
      "binary blob.bin",
      "unsupported-language main.go",
      "syntax-errors broken.js",
      "rule-unsupported .linewarden/rules/own.yaml",
    ]);
    expect(only.properties?.coverage).to.include.keys("filesChanged", "filesReviewed", "lines", "bytes", "rules", "milliseconds");
    expect(only.properties?.coverage?.lines).to.be.greaterThan(10);
  });
});

async function sarifMultitool(file: string, output: string): Promise<{ ruleId?: string; level?: string; text: string }[]> {
  const args = [
    "validate",
    file,
    "--rule-kind",
    "Sarif;Ghas",
    "--level",
    "Error;Warning;Note",
    "--kind",
    "Fail;Review;Open",
    "--output",
    output,
    "--log",
    "ForceOverwrite",
  ];
  const env = { ...environment, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
  const outcome = await run(multitool(), args, path.dirname(file), env);
  if (!existsSync(output)) throw new Error(`The multitool gave no result: ${outcome.stdout}${outcome.stderr}`);
  const log: Log = JSON.parse(readFileSync(output, "utf8"));
  expect(log.runs[0]?.invocations?.[0]?.executionSuccessful, outcome.stdout).to.equal(true);
  return (log.runs[0]?.results ?? []).map(({ ruleId, level, message }) => ({
    ruleId: ruleId ?? "",
    level: level ?? "warning",
    text: JSON.stringify(message),
  }));
}

/** npm leaves the mode of the packed file as it is, which is not executable: a copy can be. */
function multitool(): string {
  const packed: string = require("@microsoft/sarif-multitool");
  if (process.platform === "win32" || (statSync(packed).mode & 0o100) !== 0) return packed;
  const copy = path.join(folder(), "multitool");
  copyFileSync(packed, copy);
  chmodSync(copy, 0o755);
  return copy;
}
