/** What a person asks of a finding in a file that is opened only for it: the answer waits for its analysis. */

import { expect } from "chai";
import { applyEdits, uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";
import { dangerRule } from "./project.ts";

describe("a finding in a file that was just opened", () => {
  const { project, start } = useEditor();

  async function justOpened() {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    made.write("a.js", bad);
    await client.untilLines(made.path("a.js"), [2]);
    await client.quiet();
    const [finding] = (await client.review()).flatMap(({ files }) => files).flatMap(({ findings }) => findings);
    if (!finding) throw new Error("There is no finding.");
    const [diagnostic] = client.shown(made.path("a.js"));
    if (!diagnostic) throw new Error("There is no diagnostic.");
    client.open(made.path("a.js"), bad);
    return { client, file: made.path("a.js"), uri: uriOf(made.path("a.js")), finding, diagnostic };
  }

  it("has its fix once it is analysed", async () => {
    const { client, file, uri, diagnostic } = await justOpened();
    await client.request("linewarden/analysed", { uri });
    const fix = (await client.actions(file, diagnostic)).find(({ isPreferred }) => isPreferred);
    expect(fix?.edit).to.be.an("object");
  });

  it("has the fixes of its rule", async () => {
    const { client, uri, finding } = await justOpened();
    const { files } = await client.request<{ files: { edits: never[] }[] }>("linewarden/ruleFixes", {
      ruleId: finding.ruleId,
      uris: [uri],
    });
    expect(applyEdits(bad, files[0]?.edits ?? [])).to.equal(bad.replace("danger(", "safe("));
  });

  it("says why it has no fix", async () => {
    const fixes = "    fixes: [{ pattern: danger($X), refuse: nobody knows a better one }]\n";
    const rule = dangerRule.replaceAll("danger", "risky").replace(/ {4}fix: .*\n/, fixes);
    const made = project({ "a.js": base, ".linewarden/rules/risky.yaml": rule.replace("pattern: risky", "pattern: danger") });
    const client = await start({ folders: [made.dir] });
    client.open(made.path("a.js"), bad);
    await client.untilLines(made.path("a.js"), [2, 2]);
    const uri = uriOf(made.path("a.js"));
    await client.quiet();
    const found = (await client.review()).flatMap(({ files }) => files).flatMap(({ findings }) => findings);
    const answers: Record<string, unknown> = {};
    for (const { ruleId, fingerprint } of found)
      answers[ruleId] = await client.request("linewarden/whyNoFix", { uri, fingerprint });
    expect(answers).to.deep.equal({ "test.danger": {}, "test.risky": { refused: "nobody knows a better one" } });
    expect(await client.request("linewarden/whyNoFix", { uri, fingerprint: "none" })).to.deep.equal({});
  });

  it("is ignored with a reason", async () => {
    const { client, uri, finding } = await justOpened();
    const { ruleId, fingerprint } = finding;
    const params = { uri, ruleId, fingerprint, version: 1, reason: "checked by hand" };
    const answer = await client.request<{ edit?: { edits: never[] } }>("linewarden/ignoreEdit", params);
    expect(applyEdits(bad, answer.edit?.edits ?? [])).to.contain(": checked by hand");
  });

  it("keeps nobody waiting for a file that is not open", async () => {
    const { client, uri } = await justOpened();
    const began = Date.now();
    await client.request("linewarden/analysed", { uri: `${uri}x` });
    expect(Date.now() - began).to.be.lessThan(4_000);
  });
});

describe("while a very long document is analysed", () => {
  const { project, start } = useEditor();
  const piece =
    "export function part0(rows) {\n  return rows.filter((row) => row.id > 10).map((row) => [row.id, row.name]);\n}\n";
  const long = Array.from({ length: 7_000 }, (_, index) => piece.replace("part0", `part${index}`)).join("");

  for (const [title, text] of [
    ["as it was", long],
    ["changed", `${long}danger(1);\n`],
  ] as const)
    it(`a file that a program writes is told before it (${title})`, async function () {
      this.timeout(240_000);
      const made = project({ "long.js": long, "a.js": base });
      const client = await start({ folders: [made.dir] });
      await client.quiet();
      client.open(made.path("long.js"), text);
      client.filesChanged([made.write("a.js", bad)]);
      await client.untilLines(made.path("a.js"), [2]);
      expect(client.publishes.filter(({ uri }) => uri === uriOf(made.path("long.js")))).to.deep.equal([]);
      await client.untilLines(made.path("long.js"), text === long ? [] : [text.split("\n").length - 1]);
    });
});

describe("while a very long closed file is analysed", () => {
  const { project, start } = useEditor();
  const piece =
    "export function part0(rows) {\n  return rows.filter((row) => row.id > 10).map((row) => [row.id, row.name]);\n}\n";
  const long = Array.from({ length: 7_000 }, (_, index) => piece.replace("part0", `part${index}`)).join("");

  it("a file that a program writes meanwhile is told before it, and the folder counts as busy until both are", async function () {
    this.timeout(240_000);
    const made = project({ "a.js": base, "b.js": base });
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    const text = `${long}danger(1);\n`;
    client.filesChanged([made.write("long.js", text), made.write("b.js", bad)]);
    await client.untilLines(made.path("b.js"), [2]);
    client.filesChanged([made.write("a.js", bad)]);
    await client.untilLines(made.path("a.js"), [2]);
    expect(client.shown(made.path("long.js"))).to.deep.equal([]);
    expect((await client.review())[0]?.busy).to.equal(true);
    await client.quiet();
    expect(client.shown(made.path("long.js")).map(({ range }) => range.start.line + 1)).to.deep.equal([
      text.split("\n").length - 1,
    ]);
    client.filesChanged([made.write("long.js", text.replace("danger(1)", "safe(1)"))]);
    await client.untilLines(made.path("long.js"), []);
  });
});

describe("what the views are told", () => {
  const { project, start } = useEditor();

  it("ends with the reading, also where an edit was taken back in a file that none imports", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.open(made.path("a.js"), base);
    await client.quiet();
    const [above, line] = [
      { line: 0, character: 0 },
      { line: 1, character: 0 },
    ];
    client.edit(made.path("a.js"), [{ range: { start: above, end: above }, newText: "// typed\n" }]);
    await client.until("the edit in the views", () => client.reviews[0]?.changedLines === 1);
    // Until then other work of the edit goes on, whose end is told.
    await new Promise((done) => setTimeout(done, 3_000));
    client.edit(made.path("a.js"), [{ range: { start: above, end: line }, newText: "" }]);
    await client.until("no change in the views", () => client.reviews[0]?.changedLines === 0);
    await client.until("the end of the reading in the views", () => client.reviews[0]?.busy === false, 4_000);
  });
});
