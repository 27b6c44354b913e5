/** What the views of the editor are told about a folder: list, verdict, looked-at lines, answers. */

import { expect } from "chai";
import { uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";
import { flowRule } from "./project.ts";

describe("the review of a folder", () => {
  const { project, start } = useEditor();

  for (const [locale, summary, finding, person] of [
    ["de-DE", "nichts ist vorgemerkt", "1 Befund", "1 geänderte Datei zu lesen"],
    ["xx", "nothing is staged", "1 finding", "1 changed file to read"],
    ["../../package", "nothing is staged", "1 finding", "1 changed file to read"],
  ] as const)
    it(`speaks the language of the editor where there is one: ${locale}`, async () => {
      const made = project({ "a.js": base });
      made.write("a.js", bad);
      const client = await start({ folders: [made.dir], locale });
      await client.untilLines(made.path("a.js"), [2]);
      await client.quiet();
      const [review] = await client.review();
      const summaryOf = (wanted: string) => review?.checklist.find(({ id }) => id === wanted)?.summary;
      expect(review?.verdict.summary).to.equal(summary);
      expect(summaryOf("no-high-findings")).to.equal(finding);
      expect(summaryOf("reviewed-by-person")).to.equal(person);
    });

  it("finds what was written while the folder was opened and the editor did not watch it yet", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    made.write("a.js", bad);
    // No event tells of it.
    await client.untilLines(made.path("a.js"), [2]);
  });

  it("begins in an editor that says it is ready before it tells its settings, with these settings", async () => {
    const made = project({ "a.js": bad });
    const client = await start({ folders: [made.dir], refusals: 2, settings: { showExistingFindings: true } });
    client.open(made.path("a.js"), bad);
    await client.untilLines(made.path("a.js"), [2]);
    expect(client.messages.join()).to.not.contain("Unhandled");
  });

  it("goes on without the settings of an editor that does not tell them, and says so", async () => {
    const made = project({ "a.js": base });
    made.write("a.js", bad);
    const client = await start({ folders: [made.dir], refusals: 1000 });
    await client.untilLines(made.path("a.js"), [2]);
    expect(client.messages.join()).to.contain("Unhandled method workspace/configuration");
  });

  it("waits once for an editor that leaves the question for its settings unanswered", async () => {
    const made = project({ "a.js": base });
    made.write("a.js", bad);
    const client = await start({ folders: [made.dir], refusals: "silent" });
    await client.untilLines(made.path("a.js"), [2]);
    expect(client.messages.join()).to.contain("did not tell its settings");
  });

  it("knows the folders with its first answer: none would be shown as none open", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    expect((await client.review()).map(({ folderUri }) => folderUri)).to.deep.equal([uriOf(made.dir)]);
  });

  it("shows no secret that a rule found", async () => {
    const secret = "correct-horse-9xQ2-battery";
    const made = project({
      "a.js": base,
      ".linewarden/rules/flow.yaml": `${flowRule}    options: { linewarden-secret: true }\n`,
    });
    made.write("a.js", `export function go() {\n  sink(source(), "${secret}");\n}\n`);
    const client = await start({ folders: [made.dir] });
    await client.untilLines(made.path("a.js"), [2]);
    const text = JSON.stringify(await client.review());
    expect(text).to.include("test.flow").and.include("corr***");
    expect(text).to.not.include(secret);
    client.open(made.path("a.js"), `export function go() {\n  sink(source(), "${secret}");\n}\n`);
    await client.until("an answer", () => client.publishes.at(-1)?.version === 1);
    const hover = await client.hover(made.path("a.js"), 1, 4);
    expect(hover?.contents.value).to.include("test").and.not.include(secret);
  });

  it("lists the change most dangerous first, with a verdict on what is staged", async () => {
    const made = project({ "a.js": base, "z.js": base });
    made.write("a.js", base.replace("value;", "value + 1;"));
    made.write("z.js", bad);
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    const [before] = await client.review();
    expect(before?.files.map((file) => file.path)).to.deep.equal(["z.js", "a.js"]);
    expect(before?.files[0]?.findings[0]).to.deep.include({ ruleId: "test.danger", line: 1, severity: "high" });
    expect(before?.files[0]?.hunks[0]?.label).to.equal("run");
    expect(before?.checklist).to.have.length(15);
    expect(before?.verdict).to.deep.equal({ blocked: false, summary: "nothing is staged", reasons: [] });
    made.git("add", "-A");
    await client.until("a verdict", async () => (await client.review())[0]?.verdict.blocked === true);
    made.write("z.js", base);
    client.filesChanged([made.path("z.js")]);
    await client.untilLines(made.path("z.js"), []);
    expect((await client.review())[0]?.verdict.blocked, "the index still holds it").to.equal(true);
  });

  it("names the commits that did not pass the gate, with the command that looks at them", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir], locale: "de" });
    await client.quiet();
    const { message } = await client.request<{ message: string }>("linewarden/installGate", { folderUri: uriOf(made.dir) });
    expect(message.split("\n")[0]).to.equal(".git/hooks/pre-commit: geschrieben");
    expect(message).to.contain("Commits, die einen hohen Befund einführen, werden angehalten. Rückgängig machen: ");
    made.write("a.js", bad);
    made.git("add", "a.js");
    made.git("commit", "-q", "--no-verify", "-m", "past the gate");
    const name = made.git("rev-parse", "HEAD").slice(0, 10);
    await client.until("the commit is named", async () => {
      const [review] = await client.review();
      return review?.passedCommits?.[0]?.commit === name;
    });
    const [review] = await client.review();
    expect(review?.passedCommits).to.deep.equal([
      {
        commit: name,
        reason: "die Sperre hat diesen Inhalt nie gesehen",
        review: `sh ".git/linewarden/launch" gate --range ${name}^..HEAD`,
      },
    ]);
    made.git("init", "-q", "--bare", ".git/elsewhere");
    made.git("remote", "add", "origin", made.path(".git/elsewhere"));
    made.git("push", "-q", "origin", "main");
    await client.until("what was pushed is named no more", async () => {
      const [pushed] = await client.review();
      return pushed !== undefined && (pushed.passedCommits ?? []).length === 0;
    });
  });

  it("counts the lines that nobody looked at, by content", async () => {
    const made = project({ "a.js": base });
    made.write("a.js", bad);
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    const unseen = async () => (await client.review())[0]?.unseenLines;
    expect(await unseen()).to.equal(1);
    await client.request("linewarden/markSeen", { uri: uriOf(made.path("a.js")), lines: [{ start: 0, end: 4 }], seen: true });
    expect(await unseen()).to.equal(0);
    await client.stop();
    const second = await start({ folders: [made.dir] });
    await second.quiet();
    expect((await second.review())[0]?.unseenLines).to.equal(0);
    const mark = { uri: uriOf(made.path("a.js")), lines: [{ start: 1, end: 2 }] };
    await second.request("linewarden/markSeen", { ...mark, seen: false });
    expect((await second.review())[0]?.unseenLines, "taken back").to.equal(1);
    await second.request("linewarden/markSeen", { ...mark, seen: true });
    expect((await second.review())[0]?.unseenLines, "marked again").to.equal(0);
    made.write("a.js", bad.replace("danger(value)", "danger(value, 2)"));
    second.filesChanged([made.path("a.js")]);
    await second.until("the changed line counts again", async () => (await second.review())[0]?.unseenLines === 1);
  });

  it("counts what a person types as seen, and what a program writes not", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.open(made.path("a.js"), base);
    await client.quiet();
    const insert = (line: number, text: string) => {
      const version = client.edit(made.path("a.js"), [
        { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: text },
      ]);
      return { uri: uriOf(made.path("a.js")), version, lines: [{ start: line, end: line + 1 }] };
    };
    client.notify("linewarden/edited", { ...insert(1, "  const byHand = 1;\n"), origin: { kind: "human", evidence: "typed" } });
    client.notify("linewarden/edited", {
      ...insert(3, "  const byAgent = 2;\n"),
      origin: { kind: "agent", evidence: "inferred" },
    });
    await client.until("one line", async () => {
      const [review] = await client.review();
      return review?.changedLines === 2 && review.unseenLines === 1;
    });
    const spans = (await client.review())[0]?.files[0]?.hunks.flatMap((hunk) => hunk.unseenSpans ?? []);
    expect(spans).to.deep.equal([{ start: 3, end: 4 }]);
  });

  it("keeps an answer with the content that it was given for", async () => {
    const made = project({ "a.js": base });
    made.write("a.js", bad);
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    const answer = (
      await client.request<{ checklist: { id: string; answer?: { by: string; note: string } }[] }>("linewarden/answer", {
        folderUri: uriOf(made.dir),
        item: "reviewed-by-person",
        answer: "fine",
        note: "read it twice",
      })
    ).checklist.find((item) => item.id === "reviewed-by-person");
    expect(answer?.answer?.note).to.equal("read it twice");
    made.write("a.js", bad.replace("value;", "value + 2;"));
    client.filesChanged([made.path("a.js")]);
    await client.until("the answer is stale", async () => {
      const item = (await client.review())[0]?.checklist.find((one) => one.id === "reviewed-by-person");
      return item?.answer === undefined;
    });
  });

  it("tells the views at most four times a second", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.open(made.path("a.js"), base);
    await client.until("the first notice", () => client.reviewNotices.length > 0);
    for (let i = 0; i < 60; i++) client.replace(made.path("a.js"), `${bad}// ${i}\n`);
    await client.untilLines(made.path("a.js"), [2]);
    await client.quiet();
    for (const at of client.reviewNotices) {
      const inSecond = client.reviewNotices.filter((other) => other >= at && other < at + 1_000).length;
      expect(inSecond).to.be.at.most(4);
    }
  });
});
