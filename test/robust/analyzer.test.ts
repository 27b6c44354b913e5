/** The analysis threads: a file that hangs, crashes or runs out of memory costs that file alone, any number of times. */

import { expect } from "chai";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import type { Rule } from "../../server/engine/rules/rule.ts";
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from "../../server/host/analyzer.ts";
import { dist } from "../lsp/client.ts";
import { dangerRule } from "../lsp/project.ts";

/** Lookaround needs V8's own regexes, which backtrack: 2 to the power of the letters. */
const slowRule = `rules:
  - id: test.slow
    languages: [javascript]
    severity: INFO
    message: slow
    pattern-regex: '(?=slow)(?:slow:)(a+)+(?=!)'
`;
const hang = `// slow:${"a".repeat(40)}\n`;
const fine = "danger(1);\n";

function rulesOf(...texts: readonly string[]): Rule[] {
  return texts.flatMap((text) => {
    const { rules, problems } = loadRules(text, "test.yaml");
    expect(problems).to.deep.equal([]);
    return rules;
  });
}

describe("the analyzer", () => {
  let analyzer: Analyzer | undefined;
  const create = async (options: Partial<AnalyzerOptions> = {}): Promise<Analyzer> => {
    analyzer = await createAnalyzer({
      rules: rulesOf(dangerRule, slowRule),
      jobs: 1,
      timeoutMs: 1_500,
      resources: dist,
      ...options,
    });
    return analyzer;
  };
  afterEach(async () => {
    await analyzer?.dispose();
    analyzer = undefined;
  });

  it("names the file and the rule that hang, and analyses the others", async () => {
    const { analyzeAll } = await create();
    const files = [
      { path: "a.js", text: fine },
      { path: "hang.js", text: hang },
      { path: "b.js", text: fine },
    ];
    const [a, hung, b] = await analyzeAll(files);
    expect(a?.findings).to.have.length(1);
    expect(b?.findings).to.have.length(1);
    expect(hung?.reviewed).to.equal(false);
    expect(hung?.notReviewed[0]).to.deep.include({ path: "hang.js", reason: "timed out", ruleId: "test.slow" });
  });

  it("does little work in the thread of the open documents, and in its own what is much or what one file has hung", async () => {
    let threads = 0;
    const count = () => void threads++;
    process.on("worker", count);
    try {
      const { analyzeAll, analyzeDocument } = await create({ longLived: true });
      const closed = async (text: string): Promise<number> => {
        expect((await analyzeAll([{ path: "closed.js", text }]))[0]?.findings).to.have.length(1);
        return threads;
      };
      expect((await analyzeDocument("a", { path: "a.js", text: fine }))?.findings).to.have.length(1);
      expect(await closed(fine)).to.equal(1);
      expect(await closed(fine + "// much\n".repeat(30_000))).to.equal(2);
      await analyzer?.dispose();
      const { analyzeAll: another } = await create({ longLived: true });
      threads = 0;
      const [hung] = await another([{ path: "hang.js", text: hang }]);
      expect(hung?.notReviewed[0]).to.deep.include({ path: "hang.js", reason: "timed out" });
      expect((await another([{ path: "b.js", text: fine }]))[0]?.findings).to.have.length(1);
      expect((await analyzer?.analyzeDocument("a", { path: "a.js", text: fine }))?.findings).to.have.length(1);
      expect(threads).to.equal(2);
    } finally {
      process.off("worker", count);
    }
  });

  it("takes no file for one that hangs because the program itself was stopped for a while", async () => {
    const { analyze } = await create();
    expect((await analyze({ path: "a.js", text: fine })).reviewed).to.equal(true);
    const pending = analyze({ path: "b.js", text: fine });
    // As Ctrl-Z does: no answer is taken, and the clock goes on.
    await new Promise((resolve) => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
    expect(await pending).to.deep.include({ reviewed: true, notReviewed: [] });
  });

  it("does not try the same text again, and tries another one", async () => {
    const { analyze } = await create();
    await analyze({ path: "hang.js", text: hang });
    const begun = performance.now();
    expect((await analyze({ path: "hang.js", text: hang })).notReviewed[0]?.reason).to.equal("timed out");
    expect(performance.now() - begun).to.be.below(100);
    expect((await analyze({ path: "hang.js", text: fine })).findings).to.have.length(1);
  });

  it("goes on after twenty ends of its thread", async () => {
    const { analyzeAll } = await create({ timeoutMs: 400 });
    const files = Array.from({ length: 40 }, (_, i) => ({
      path: `${i}.js`,
      text: i % 2 ? `${hang}// ${i}\n` : `${fine}// ${i}\n`,
    }));
    const results = await analyzeAll(files);
    expect(results.filter((one) => one.findings.length === 1)).to.have.length(20);
    expect(results.filter((one) => one.notReviewed[0]?.reason === "timed out")).to.have.length(20);
    expect(results.map((one) => one.path)).to.deep.equal(files.map((file) => file.path));
  }).timeout(120_000);

  it("survives a file that needs more memory than there is", async () => {
    const { analyze } = await create({ heapMb: 24, timeoutMs: 60_000 });
    const large = { path: "large.js", text: "f(a, [b, { c: d }]);\n".repeat(40_000) };
    const result = await analyze(large);
    expect(result.reviewed).to.equal(false);
    expect(result.notReviewed[0]?.reason).to.equal("crashed");
    expect(result.notReviewed[0]?.detail).to.match(/memory/i);
    expect((await analyze({ path: "a.js", text: fine })).findings).to.have.length(1);
  }).timeout(120_000);

  it("keeps one tree for each open document, and none after the last is closed", async () => {
    const one = await create();
    for (let i = 0; i < 5; i++) await one.analyzeDocument(`file:///${i}.js`, { path: `${i}.js`, text: fine });
    await one.analyzeDocument("file:///0.js", { path: "0.js", text: `${fine}${fine}` });
    await one.analyze({ path: "closed.js", text: fine });
    expect(await one.liveTrees()).to.equal(5);
    for (let i = 0; i < 5; i++) one.closeDocument(`file:///${i}.js`);
    expect(await one.liveTrees()).to.equal(0);
  });

  it("drops an older version of a document when a newer one is asked for", async () => {
    const one = await create();
    const [first, second] = await Promise.all([
      one.analyzeDocument("file:///a.js", { path: "a.js", text: fine }),
      one.analyzeDocument("file:///a.js", { path: "a.js", text: `${fine}${fine}` }),
    ]);
    expect(first).to.equal(undefined);
    expect(second?.findings).to.have.length(2);
  });

  it("gives an open document back after its thread was ended", async () => {
    const one = await create();
    await one.analyzeDocument("file:///a.js", { path: "a.js", text: fine });
    const hung = await one.analyzeDocument("file:///hang.js", { path: "hang.js", text: hang });
    expect(hung?.notReviewed[0]?.reason).to.equal("timed out");
    const again = await one.analyzeDocument("file:///a.js", { path: "a.js", text: `${fine}${fine}` });
    expect(again?.findings).to.have.length(2);
  });

  it("says what it left out when it is cancelled", async () => {
    const { analyzeAll } = await create();
    const abort = new AbortController();
    const files = Array.from({ length: 50 }, (_, i) => ({ path: `${i}.js`, text: `${fine}// ${i}` }));
    const results = await analyzeAll(files, { signal: abort.signal, onProgress: (done) => done === 3 && abort.abort() });
    const left = results.filter((one) => one.notReviewed[0]?.reason === "not checked");
    expect(left.length).to.be.greaterThan(0);
    expect(results.filter((one) => one.findings.length === 1).length + left.length).to.equal(50);
  });

  it("says clearly that its worker is missing", async () => {
    const failure = await createAnalyzer({ rules: [], jobs: 1, resources: "/nowhere" }).catch((error: Error) => error.message);
    expect(failure).to.match(/worker is missing.*\/nowhere.*npm run build/);
  });
});
