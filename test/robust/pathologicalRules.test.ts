/** Rules that nobody should write: they end in counted steps or by the watchdog, are named, and nothing else stops. */

import { expect } from "chai";
import { stringify } from "yaml";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import { createAnalyzer } from "../../server/host/analyzer.ts";
import { dist, LspClient, sleep } from "../lsp/client.ts";
import { createProject, dangerRule } from "../lsp/project.ts";

const many = (count: number, make: (at: number) => string, between: string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

/** Matching takes steps without end where each part may stand at any place. */
const patterns: Readonly<Record<string, object>> = {
  "test.arguments": { pattern: `f(${many(12, (at) => `..., $A${at}`, ", ")}, ..., none)` },
  "test.statements": { pattern: `${many(12, (at) => `$F${at}(...);`, "\n...\n")}\n...\nnone();` },
  "test.deep": { pattern: `<... $A + <... $B + <... $C + <... none ...> ...> ...> ...>` },
  "test.insides": {
    patterns: [
      { pattern: "$A" },
      ...Array.from({ length: 20 }, (_, at) => ({ "pattern-inside": `$X${at}(...); ... $Y${at}(...);` })),
    ],
  },
  "test.comparison": {
    patterns: [
      { pattern: "f($X, ...)" },
      { "metavariable-comparison": { metavariable: "$X", comparison: `$X + 1 == ${"9 ** ".repeat(20)}9` } },
    ],
  },
  "test.nested": {
    mode: "taint",
    "pattern-sources": [{ pattern: "$A" }],
    "pattern-propagators": [{ pattern: "$A(..., $B, ...)", from: "$B", to: "$A" }],
    "pattern-sinks": [{ pattern: "$A" }],
  },
};
/** Lookaround needs V8's own regexes, which backtrack: 2 to the power of the letters. */
const regex = "(?=slow)(?:slow:)(a+)+(?=!)";
const regexes: Readonly<Record<string, object>> = {
  "test.regex": { "pattern-regex": regex },
  "test.named": { patterns: [{ pattern: "log($X)" }, { "metavariable-regex": { metavariable: "$X", regex: `.${regex}` } }] },
  "test.compared": {
    patterns: [
      { pattern: "log($X)" },
      { "metavariable-comparison": { metavariable: "$X", comparison: `re.match("${regex}", $X)` } },
    ],
  },
};
const hang = `log("slow:${"a".repeat(40)}");\n`;
/** What the patterns above are slow on. */
const dense = `${many(400, (at) => `f(${many(40, (n) => `a${n + at}`, ", ")});`, "\n")}\nx = ${many(300, (at) => `b${at}`, " + ")};\n`;

function ruleFile(bodies: Readonly<Record<string, object>>): string {
  return stringify({
    rules: Object.entries(bodies).map(([id, body]) => ({
      id,
      languages: ["javascript"],
      severity: "INFO",
      message: "m",
      ...body,
    })),
  });
}

describe("pathological rules in a thread of the analysis", () => {
  for (const [id, body] of [...Object.entries(patterns), ...Object.entries(regexes)])
    it(`${id} costs itself and no other rule`, async () => {
      const { rules, problems } = loadRules(`${dangerRule}${ruleFile({ [id]: body }).replace("rules:\n", "")}`, "case.yaml");
      expect(problems).to.deep.equal([]);
      const analyzer = await createAnalyzer({ rules, jobs: 1, timeoutMs: id in regexes ? 2_000 : 60_000, resources: dist });
      try {
        const text = `danger(1);\n${id in regexes ? hang : dense}`;
        const [slow, fine] = await analyzer.analyzeAll([
          { path: "slow.js", text },
          { path: "fine.js", text: "danger(1);\n" },
        ]);
        expect(fine?.findings.map(({ ruleId }) => ruleId)).to.include("test.danger");
        const ids = new Set((slow?.findings ?? []).map(({ ruleId }) => ruleId));
        const named = slow?.notReviewed.map(({ ruleId, reason }) => `${reason} ${ruleId}`) ?? [];
        if (id in regexes) expect(named).to.deep.equal([`timed out ${id}`]);
        else {
          expect([...ids]).to.include("test.danger");
          // What ends in time has no reason to be named.
          for (const one of named) expect(one).to.equal(`step limit ${id}`);
        }
      } finally {
        await analyzer.dispose();
      }
    }).timeout(90_000);
});

describe("a pathological rule in the editor", () => {
  it("is named with its file, while the server answers and the other documents are reviewed", async () => {
    const slowRules = { "test.named": regexes["test.named"] ?? {} };
    const project = createProject({ "a.js": "x();\n", "b.js": "x();\n", "c.js": "x();\n" });
    project.write(".linewarden/rules/slow.yaml", ruleFile(slowRules));
    const client = await new LspClient({ folders: [project.dir] }).start();
    try {
      await client.quiet();
      client.open(project.path("b.js"), "danger(1);\n");
      await client.untilLines(project.path("b.js"), [1]);
      client.open(project.path("a.js"), `danger(1);\n${hang}`);
      let slowest = 0;
      const named = async (): Promise<boolean> => {
        const begun = performance.now();
        const reviews = await client.review();
        await client.hover(project.path("b.js"), 0, 2);
        slowest = Math.max(slowest, performance.now() - begun);
        await sleep(200);
        return reviews.some(({ notReviewed }) =>
          notReviewed.some(
            ({ path, reason, detail }) => path === "a.js" && reason === "timed out" && detail.includes("test.named"),
          ),
        );
      };
      await client.until("the name of file and rule", named, 100_000);
      // A frozen server would not answer before the watchdog ends the thread.
      expect(slowest).to.be.below(5_000);
      client.replace(project.path("b.js"), "x();\ndanger(2);\n");
      await client.untilLines(project.path("b.js"), [2]);
      client.open(project.path("c.js"), "danger(3);\n");
      await client.untilLines(project.path("c.js"), [1]);
      client.replace(project.path("a.js"), "y();\nx();\ndanger(1);\n");
      await client.untilLines(project.path("a.js"), [3]);
    } finally {
      await client.stop();
      project.dispose();
    }
  }).timeout(180_000);
});
