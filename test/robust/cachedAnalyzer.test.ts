import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createCachedAnalyzer, type ReviewAnalyzer } from "../../server/host/cachedAnalyzer.ts";
import type { ProjectSource } from "../../server/host/moduleReader.ts";
import { defaultRules, loadFiles } from "../../server/host/ruleFiles.ts";

/** The run begins when the files that were just written are old. */
const now = Date.now() + 3_600_000;

describe("what was found before", () => {
  let scratch: string;
  let root: string;
  let heapMb: number;
  const rulesOf = async () => [
    ...defaultRules().filter(({ id }) => id === "javascript.code-injection" || id === "routes.missing-authorization"),
    ...(await loadFiles([path.join(scratch, "own.yaml")], scratch)).rules,
  ];
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(root, name), text);
  };
  /** A thread with so little memory cannot start: what it answers all the same comes from the cache. */
  const withAnalyzer = async <T>(work: (analyzer: ReviewAnalyzer) => Promise<T>, at = now): Promise<T> => {
    const folder = path.join(scratch, "cache");
    const analyzer = await createCachedAnalyzer({ rules: await rulesOf(), jobs: 1, heapMb }, { dir: root, now: at, folder });
    try {
      return await work(analyzer);
    } finally {
      await analyzer.dispose();
    }
  };
  const scan = (at?: number, more: Partial<ProjectSource> = {}) =>
    withAnalyzer(async (analyzer) => {
      const text = readFileSync(path.join(root, "a.js"), "utf8");
      const [analysis] = await analyzer.analyzeAll([{ path: "a.js", text, imports: { root }, ...more }]);
      return analysis;
    }, at);

  before(() => {
    scratch = mkdtempSync(path.join(tmpdir(), "linewarden-known-"));
    root = path.join(scratch, "project");
    mkdirSync(root);
  });
  beforeEach(() => {
    heapMb = 1024;
    rmSync(path.join(scratch, "cache"), { recursive: true, force: true });
    writeFileSync(
      path.join(scratch, "own.yaml"),
      "rules:\n  - {id: own, languages: [js], severity: LOW, message: m, pattern: mine()}\n",
    );
    write("a.js", 'const { run } = require("./b");\napp.get("/", (req, res) => run(req.query.q));\nmine();\n');
    write("b.js", "exports.run = (c) => eval(c);\n");
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it("is told without a thread", async () => {
    const first = await scan();
    expect(first?.findings.map(({ ruleId }) => ruleId)).to.include.members(["own", "javascript.code-injection"]);
    heapMb = -1;
    expect(await scan()).to.deep.equal(first);
  });

  for (const [title, change] of [
    ["its text", () => write("a.js", "mine();\n")],
    ["what it imports", () => write("b.js", "exports.run = (c) => c;\n")],
    ["what it imports being gone", () => rmSync(path.join(root, "b.js"))],
    ["another file in the place of what it imports", () => write("b.ts", "export const run = (c) => c;\n")],
    [
      "a rule",
      () =>
        writeFileSync(
          path.join(scratch, "own.yaml"),
          "rules:\n  - {id: own, languages: [js], severity: LOW, message: m, pattern: other()}\n",
        ),
    ],
  ] as const)
    it(`is looked at again after a change of ${title}`, async () => {
      const first = await scan();
      change();
      const again = await scan();
      expect(again?.findings.length).to.be.lessThan(first?.findings.length ?? 0);
      rmSync(path.join(root, "b.ts"), { force: true });
    });

  it("is looked at again on another day, and for another question", async () => {
    const first = await scan();
    const kept = (): number => Object.keys(JSON.parse(stored().split("\n")[1] ?? "{}")).length;
    const stored = (): string => {
      const folder = path.join(scratch, "cache", "analyses");
      return readFileSync(path.join(folder, readdirSync(folder)[0] ?? ""), "utf8");
    };
    const size = kept();
    expect((await scan(now, { guards: "too" }))?.guards).to.not.equal(undefined);
    expect(first?.guards).to.equal(undefined);
    const head = stored().split(" ")[0];
    await scan(now + 24 * 3_600_000);
    expect(stored().split(" ")[0]).to.not.equal(head);
    expect(kept()).to.equal(size);
  });

  it("is not kept where something that it depends on has just changed", async () => {
    const first = await scan(Date.now());
    expect(first?.findings).to.have.length(2);
    heapMb = -1;
    expect(await scan(Date.now()).catch(() => "a thread was needed")).to.equal("a thread was needed");
  });

  it("is one for each side where a file imports different texts", async () => {
    const text = readFileSync(path.join(root, "a.js"), "utf8");
    const sides = ["exports.run = (c) => eval(c);\n", "exports.run = (c) => c;\n"].map((b) => ({
      texts: { "b.js": b, "a.js": text },
    }));
    const ask = () =>
      withAnalyzer(async (analyzer) => {
        const counts: number[] = [];
        for (const imports of sides) {
          const [analysis] = await analyzer.analyzeAll([{ path: "a.js", text, imports }]);
          counts.push(analysis?.findings.length ?? -1);
        }
        return counts;
      });
    const first = await ask();
    expect(new Set(first).size).to.equal(2);
    heapMb = -1;
    expect(await ask()).to.deep.equal(first);
  });

  it("holds for fixes, routes and problems too", async () => {
    writeFileSync(
      path.join(scratch, "own.yaml"),
      "rules:\n  - {id: own, languages: [js], severity: LOW, message: m, pattern: mine(, fix: yours()}\n  - {id: hash, languages: [js], severity: LOW, message: m, pattern: mine(), fix: yours()}\n",
    );
    const ask = () =>
      withAnalyzer(async (analyzer) => {
        const file = { path: "a.js", text: readFileSync(path.join(root, "a.js"), "utf8") };
        const [analysis] = await analyzer.analyzeAll([file]);
        const finding = analysis?.findings.find(({ ruleId }) => ruleId === "hash");
        if (!finding) throw new Error("nothing found");
        return { fix: await analyzer.fix(file, finding), routes: await analyzer.routesOf([file]), problems: analyzer.problems };
      });
    const first = await ask();
    expect(first.fix).to.have.property("edits");
    expect(first.routes[0]?.routes).to.have.length(1);
    expect(first.problems.map(({ ruleId }) => ruleId)).to.deep.equal(["own"]);
    heapMb = -1;
    expect(await ask()).to.deep.equal(first);
  });
});
