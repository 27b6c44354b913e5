/** A person's mark that a finding is not useful: quiet in the editor, bound to what was found, counted all the same. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { ViewFinding } from "../../server/protocol.ts";
import { type LspClient, uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";

describe("a finding that is marked as not useful", () => {
  const { project, start } = useEditor();

  async function fileOf(client: LspClient) {
    await client.quiet();
    const [review] = await client.review();
    const [file] = review?.files ?? [];
    return { findings: file?.findings ?? [], notUseful: file?.notUseful ?? [], checklist: review?.checklist ?? [] };
  }
  async function mark(client: LspClient, finding: ViewFinding | undefined, useful = false) {
    if (!finding) throw new Error("There is no finding.");
    const { uri, ruleId, fingerprint } = finding;
    return client.request<{ refused?: string }>("linewarden/markUsefulness", { uri, ruleId, fingerprint, useful });
  }

  it("is quiet in the editor, and the checklist and the gate count it", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.filesChanged([made.write("a.js", bad)]);
    await client.untilLines(made.path("a.js"), [2]);
    expect(await mark(client, (await fileOf(client)).findings[0])).to.deep.equal({});
    await client.untilLines(made.path("a.js"), []);
    const { findings, notUseful, checklist } = await fileOf(client);
    expect([findings.length, notUseful.length]).to.deep.equal([0, 1]);
    expect(checklist.find(({ id }) => id === "no-high-findings")?.state).to.equal("problem");
    made.git("add", "a.js");
    client.filesChanged([made.path("a.js")]);
    await client.quiet();
    expect((await client.review())[0]?.verdict.blocked).to.equal(true);
  });

  it("stays so where the code moves and after a restart; other content is told, and it is shown again on request", async () => {
    const made = project({ "a.js": base });
    const first = await start({ folders: [made.dir] });
    first.filesChanged([made.write("a.js", bad)]);
    await first.untilLines(made.path("a.js"), [2]);
    await mark(first, (await fileOf(first)).findings[0]);
    await first.untilLines(made.path("a.js"), []);
    await first.stop();
    const client = await start({ folders: [made.dir] });
    const moved = `const other = 1;\n\n${bad.replace("  danger(value);", "\n      danger( value ); // moved")}`;
    client.filesChanged([made.write("a.js", moved)]);
    const { findings, notUseful } = await fileOf(client);
    expect([findings.length, notUseful.length]).to.deep.equal([0, 1]);
    expect(client.shown(made.path("a.js"))).to.deep.equal([]);
    client.filesChanged([made.write("a.js", `${moved}danger(window.name);\n`)]);
    await client.untilLines(made.path("a.js"), [moved.split("\n").length]);
    await mark(client, notUseful[0], true);
    await client.untilLines(made.path("a.js"), [5, moved.split("\n").length]);
  });

  it("speaks of its own function alone, as it stands", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.filesChanged([made.write("a.js", bad)]);
    await client.untilLines(made.path("a.js"), [2]);
    await mark(client, (await fileOf(client)).findings[0]);
    await client.untilLines(made.path("a.js"), []);
    const other = "export function remove(text) {\n  danger(text);\n}\n";
    client.filesChanged([made.write("a.js", `${bad}${other}`)]);
    await client.untilLines(made.path("a.js"), [6]);
    client.filesChanged([made.write("a.js", `${bad.replace("return value", "return other(value)")}${other}`)]);
    await client.untilLines(made.path("a.js"), [2, 6]);
  });

  it("makes its rule a noisy one, with two others", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    const text = ["a()", "b.c", '"d"', "e + 1"].map((value) => `danger(${value});\n`).join("");
    made.write("a.js", text);
    client.open(made.path("a.js"), text);
    await client.untilLines(made.path("a.js"), [1, 2, 3, 4]);
    for (const finding of (await fileOf(client)).findings.slice(0, 3)) await mark(client, finding);
    await client.quiet();
    const [left, ...others] = (await fileOf(client)).findings;
    expect([left?.notUsefulOfRule, others.length]).to.deep.equal([3, 0]);
    const hover = await client.hover(made.path("a.js"), left?.line ?? 0, 2);
    expect(hover?.contents.value).to.contain("Noisy rule: 3 of its findings were marked as not useful here.");
  });

  it("is quiet at once in another window and in a linked worktree of the repository, and shown there again", async () => {
    const made = project({ "größe/прибор.js": base });
    const path = made.path("größe/прибор.js");
    const tree = `${made.dir} tree`;
    made.git("worktree", "add", "-q", "-b", "work", tree);
    try {
      const [first, second, linked] = await Promise.all([made.dir, made.dir, tree].map((dir) => start({ folders: [dir] })));
      if (!first || !second || !linked) throw new Error("A window is missing.");
      const other = join(tree, "größe/прибор.js");
      made.write("größe/прибор.js", bad);
      writeFileSync(other, bad);
      for (const window of [first, second]) window.filesChanged([path]);
      linked.filesChanged([other]);
      const shown = async (lines: readonly number[]) => {
        for (const window of [first, second]) await window.untilLines(path, lines);
        await linked.untilLines(other, lines);
      };
      await shown([2]);
      await mark(first, (await fileOf(first)).findings[0]);
      await shown([]);
      expect((await fileOf(linked)).notUseful.length).to.equal(1);
      await mark(second, (await fileOf(second)).notUseful[0], true);
      await shown([2]);
      await first.request("linewarden/answer", {
        folderUri: uriOf(made.dir),
        item: "reviewed-by-person",
        answer: "fine",
        note: "read",
      });
      const answered = () => second.reviews[0]?.checklist.at(-1)?.answer?.note === "read";
      await second.until("the answer in the other window's views", answered);
    } finally {
      made.git("worktree", "remove", "--force", tree);
    }
  });

  it("is kept in the editor's storage for a folder without git, and refused where there is none", async () => {
    const made = project({ "a.js": base }, false);
    const storagePath = project({}, false).dir;
    for (const [options, refused] of [
      [{ storagePath }, undefined],
      [{}, "The editor names no storage for folders without git."],
    ] as const) {
      made.write("a.js", base);
      const client = await start({ folders: [made.dir], ...options });
      await client.quiet();
      client.open(made.path("a.js"), base);
      client.filesChanged([made.write("a.js", bad)]);
      client.close(made.path("a.js"));
      await client.untilLines(made.path("a.js"), [2]);
      expect((await mark(client, (await fileOf(client)).findings[0])).refused).to.equal(refused);
      await client.stop();
    }
  });

  it("is refused when the text has moved on", async () => {
    const made = project({ "a.js": base });
    const client = await start({ folders: [made.dir] });
    client.filesChanged([made.write("a.js", bad)]);
    await client.untilLines(made.path("a.js"), [2]);
    const params = { uri: uriOf(made.path("a.js")), ruleId: "test.danger", fingerprint: "0", useful: false };
    const { refused } = await client.request<{ refused?: string }>("linewarden/markUsefulness", params);
    expect(refused).to.equal("The document changed in the meantime. Please try again.");
  });
});
