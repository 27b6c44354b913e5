/** Drives the language server as an editor does: diagnostics, hover, code actions, folders, files on disk, restarts. */

import { expect } from "chai";
import { DiagnosticSeverity, FileChangeType } from "vscode-languageserver/node";
import { applyEdits, uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";
import { flowRule } from "./project.ts";

describe("the language server", () => {
  const { project, start } = useEditor();

  describe("diagnostics", () => {
    it("stand under a dangerous line while it is written, and go with it", async () => {
      const { dir, path } = project({ "a.js": base });
      const client = await start({ folders: [dir] });
      client.open(path("a.js"), base);
      const insert = {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        newText: "  danger(value);\n",
      };
      client.edit(path("a.js"), [insert]);
      await client.untilLines(path("a.js"), [2]);
      const [diagnostic] = client.shown(path("a.js"));
      expect(diagnostic).to.deep.include({
        code: "test.danger",
        source: "Linewarden",
        severity: DiagnosticSeverity.Error,
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } },
      });
      expect(diagnostic?.message).to.equal("This call of danger is dangerous. (CWE-676)");
      expect(diagnostic?.codeDescription?.href).to.equal("https://cwe.mitre.org/data/definitions/676.html");
      expect(diagnostic?.data).to.have.property("fingerprint");
      client.edit(path("a.js"), [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: "" }]);
      await client.untilLines(path("a.js"), []);
      expect(client.publishes.at(-1)?.version).to.equal(3);
    });

    it("are left out for what was there before, also when it moves", async () => {
      const { dir, path } = project({ "a.js": bad });
      const client = await start({ folders: [dir] });
      client.open(path("a.js"), bad);
      client.edit(path("a.js"), [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "\n\n// moved\n" },
      ]);
      await client.until("an answer", () => client.publishes.some((one) => one.version === 2));
      expect(client.shown(path("a.js"))).to.deep.equal([]);
    });

    it("show what was there before when the setting says so", async () => {
      const { dir, path } = project({ "a.js": bad });
      const client = await start({ folders: [dir] });
      client.open(path("a.js"), bad);
      await client.quiet();
      expect(client.shown(path("a.js"))).to.deep.equal([]);
      client.changeSettings({ showExistingFindings: true });
      await client.untilLines(path("a.js"), [2]);
      expect(client.shown(path("a.js"))[0]?.source).to.equal("Linewarden (before this change)");
    });

    it("that are missing because a document is too large are no all-clear: it is said, once", async () => {
      const { dir, path } = project({ "a.js": base });
      const client = await start({ folders: [dir], settings: { maxFileSizeMb: 0.001 } });
      client.open(path("a.js"), `${bad}${"// more of it\n".repeat(200)}`);
      const said = () => client.messages.filter((text) => text.includes("a.js was not reviewed. The document has more than"));
      await client.until("a message", () => said().length > 0);
      client.edit(path("a.js"), [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "// longer\n" },
      ]);
      await client.quiet();
      expect(client.shown(path("a.js"))).to.deep.equal([]);
      expect(said()).to.deep.equal(["a.js was not reviewed. The document has more than 1048 characters."]);
    });

    it("leave out rules that the settings switch off", async () => {
      const { dir, path } = project({ "a.js": base });
      const client = await start({ folders: [dir], settings: { disabledRules: ["test.danger"] } });
      client.open(path("a.js"), bad);
      await client.quiet();
      expect(client.shown(path("a.js"))).to.deep.equal([]);
      const [review] = await client.review();
      expect(review?.files.map(({ findings, hiddenFindings }) => [findings.length, hiddenFindings])).to.deep.equal([[0, 1]]);
      expect(review?.checklist.find(({ id }) => id === "no-high-findings")?.state).to.equal("problem");
      client.changeSettings({});
      await client.untilLines(path("a.js"), [2]);
    });

    it("name a suppression that silences nothing, until it does", async () => {
      const { dir, path } = project({ "a.js": base });
      const client = await start({ folders: [dir] });
      const text = bad.replace("danger(value);", "danger(value); // linewarden-ignore test.danger");
      client.open(path("a.js"), text);
      await client.untilLines(path("a.js"), [2, 2]);
      const found = client.shown(path("a.js")).find(({ code }) => code === "linewarden-suppression");
      expect(found).to.deep.include({
        severity: DiagnosticSeverity.Information,
        range: { start: { line: 1, character: 20 }, end: { line: 1, character: 49 } },
      });
      expect(found?.message).to.match(/^This comment gives no reason, so it silences nothing/);
      expect((await client.hover(path("a.js"), 1, 25))?.contents.value).to.contain("linewarden-suppression");
      expect(found && (await client.actions(path("a.js"), found))).to.deep.equal([]);
      client.replace(path("a.js"), text.replace("test.danger\n", "test.danger: by hand\n"));
      await client.untilLines(path("a.js"), []);
      client.replace(
        path("a.js"),
        text.replace("danger(value)", "calm(value)").replace("test.danger\n", "test.danger: by hand\n"),
      );
      await client.untilLines(path("a.js"), [2]);
      expect(client.shown(path("a.js"))[0]?.message).to.contain("any more");
    });

    it("follow a closed file that a program writes, renames and deletes", async () => {
      const made = project({ "a.js": base });
      const { dir, path } = made;
      const client = await start({ folders: [dir] });
      await client.quiet();
      client.filesChanged([made.write("a.js", bad)]);
      await client.untilLines(path("a.js"), [2]);
      made.write("lib/b.js", bad.replace("run", "other"));
      made.remove("a.js");
      client.filesChanged([path("a.js")], FileChangeType.Deleted);
      client.filesChanged([path("lib/b.js")], FileChangeType.Created);
      await client.untilLines(path("a.js"), []);
      await client.untilLines(path("lib/b.js"), [2]);
      made.remove("lib");
      client.filesChanged([path("lib")], FileChangeType.Deleted);
      await client.untilLines(path("lib/b.js"), []);
      expect(client.state()).to.deep.equal([]);
    });

    it("vanish for an open document whose file is deleted, and come back with it", async () => {
      const made = project({ "a.js": base });
      const { dir, path } = made;
      const client = await start({ folders: [dir] });
      made.write("a.js", bad);
      client.open(path("a.js"), bad);
      await client.untilLines(path("a.js"), [2]);
      made.remove("a.js");
      client.filesChanged([path("a.js")], FileChangeType.Deleted);
      await client.untilLines(path("a.js"), []);
      client.filesChanged([made.write("a.js", bad)], FileChangeType.Created);
      await client.untilLines(path("a.js"), [2]);
    });

    it("follow a commit and a check-out that nobody tells of", async () => {
      const made = project({ "a.js": base });
      const { dir, path } = made;
      made.git("checkout", "-q", "-b", "work");
      made.write("a.js", bad);
      const client = await start({ folders: [dir] });
      await client.untilLines(path("a.js"), [2]);
      made.commit("work");
      await client.untilLines(path("a.js"), []);
      client.changeSettings({ base: "merge-base" });
      await client.untilLines(path("a.js"), [2]);
      made.git("checkout", "-q", "main");
      await client.untilLines(path("a.js"), []);
    });

    it("are found without the editor's file watcher", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir], watches: false });
      await client.quiet();
      made.write("a.js", bad);
      await client.untilLines(made.path("a.js"), [2]);
    });

    it("read CRLF texts and byte order marks alike in editor, disk and git", async () => {
      const crlf = base.replaceAll("\n", "\r\n");
      const made = project({ "a.js": `\uFEFF${crlf}` });
      const client = await start({ folders: [made.dir] });
      client.open(made.path("a.js"), crlf);
      const insert = {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        newText: "  danger(value);\r\n",
      };
      client.edit(made.path("a.js"), [insert]);
      await client.untilLines(made.path("a.js"), [2]);
      const [review] = await client.review();
      expect(review?.changedLines).to.equal(1);
    });
  });

  describe("documents without a repository", () => {
    it("a folder without git is compared with what it held when it was first opened, also after a restart", async () => {
      const made = project({ "old.js": bad }, false);
      const storage = project({}, false);
      const options = { folders: [made.dir], storagePath: storage.dir };
      const client = await start(options);
      await client.quiet();
      expect(client.state()).to.deep.equal([]);
      client.filesChanged([made.write("new.js", bad)], FileChangeType.Created);
      await client.untilLines(made.path("new.js"), [2]);
      await client.stop();
      const second = await start(options);
      await second.untilLines(made.path("new.js"), [2]);
      expect(second.shown(made.path("old.js"))).to.deep.equal([]);
      expect((await second.review())[0]?.baseKind).to.equal("snapshot");
    });

    it("an untitled document is new as a whole; a file from elsewhere is compared with its text at the opening", async () => {
      const made = project({ "a.js": base });
      const other = project({ "b.js": bad }, false);
      const client = await start({ folders: [made.dir] });
      const evil = 'import { exec } from "node:child_process";\nexport const f = (req) => exec(`ls ${req.query.dir}`);\n';
      client.open("untitled:Untitled-1", "", "javascript");
      client.replace("untitled:Untitled-1", evil);
      client.open(other.path("b.js"), evil);
      await client.until("a finding", () => client.shown("untitled:Untitled-1").length > 0);
      await client.quiet();
      client.edit(other.path("b.js"), [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "// new\n" },
      ]);
      await client.until("an answer", () =>
        client.publishes.some((one) => one.version === 2 && one.uri === uriOf(other.path("b.js"))),
      );
      expect(client.shown(other.path("b.js"))).to.deep.equal([]);
      client.close("untitled:Untitled-1");
      await client.quiet();
      expect(client.shown("untitled:Untitled-1")).to.deep.equal([]);
    });

    it("the left side of a comparison is not reviewed", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir] });
      client.open(`git:${made.path("a.js")}`, bad, "javascript");
      await client.quiet();
      expect(client.publishes).to.deep.equal([]);
    });
  });

  describe("folders", () => {
    it("come and go, with their diagnostics", async () => {
      const one = project({ "a.js": base });
      const two = project({ "b.js": base });
      one.write("a.js", bad);
      two.write("b.js", bad);
      const client = await start({ folders: [one.dir] });
      await client.untilLines(one.path("a.js"), [2]);
      expect(client.shown(two.path("b.js"))).to.deep.equal([]);
      client.foldersChanged([two.dir], [one.dir]);
      await client.untilLines(two.path("b.js"), [2]);
      await client.untilLines(one.path("a.js"), []);
      expect((await client.review()).map((review) => review.folderUri)).to.deep.equal([uriOf(two.dir)]);
    });

    it("below the top of a repository belong to the whole repository", async () => {
      const made = project({ "packages/web/a.js": base });
      const client = await start({ folders: [made.path("packages/web")] });
      client.open(made.path("packages/web/a.js"), bad);
      await client.untilLines(made.path("packages/web/a.js"), [2]);
    });

    it("use no rule of the workspace until it is trusted", async () => {
      const made = project({ "a.js": base });
      made.write("a.js", bad);
      const client = await start({ folders: [made.dir], trusted: false });
      await client.quiet();
      expect(client.state()).to.deep.equal([]);
      client.notify("linewarden/trustChanged", { trusted: true });
      await client.untilLines(made.path("a.js"), [2]);
    });

    it("take a changed rule at once, and name a broken one", async () => {
      const made = project({ "a.js": base });
      made.write("a.js", bad);
      const client = await start({ folders: [made.dir] });
      await client.untilLines(made.path("a.js"), [2]);
      client.filesChanged([made.write(".linewarden/rules/danger.yaml", "rules: [ {")]);
      await client.untilLines(made.path("a.js"), []);
      await client.until("the problem", async () => {
        const [review] = await client.review();
        return review?.notReviewed.some((one) => one.reason === "rule error" && one.path.endsWith("danger.yaml")) ?? false;
      });
    });
  });

  describe("hover and code actions", () => {
    it("explains, fixes, and is silent about a text that moved on", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir] });
      client.open(made.path("a.js"), bad);
      await client.untilLines(made.path("a.js"), [2]);
      const hover = await client.hover(made.path("a.js"), 1, 5);
      expect(hover?.contents.value).to.include("Danger does harm").and.include("CWE-676").and.include("sure: direct match");
      const [diagnostic] = client.shown(made.path("a.js"));
      if (!diagnostic) throw new Error("There is no diagnostic.");
      const actions = await client.actions(made.path("a.js"), diagnostic);
      const fix = actions.find((action) => action.isPreferred);
      expect(fix?.kind).to.equal("quickfix");
      const change = fix?.edit?.documentChanges?.[0];
      if (!change || !("edits" in change)) throw new Error("The fix has no edit.");
      expect(change.textDocument.version).to.equal(1);
      client.replace(made.path("a.js"), applyEdits(bad, change.edits as never));
      await client.untilLines(made.path("a.js"), []);
      expect(client.textOf(made.path("a.js"))).to.equal(bad.replace("danger(", "safe("));
      expect(await client.actions(made.path("a.js"), diagnostic)).to.deep.equal([]);
    });

    it("shows the path of the data in the diagnostic and on hover", async () => {
      const made = project({ "a.js": base, ".linewarden/rules/flow.yaml": flowRule });
      const client = await start({ folders: [made.dir] });
      client.open(made.path("a.js"), "export function go() {\n  const a = source();\n  sink(a);\n}\n");
      await client.untilLines(made.path("a.js"), [3]);
      const [diagnostic] = client.shown(made.path("a.js"));
      expect(diagnostic?.severity).to.equal(DiagnosticSeverity.Warning);
      expect(diagnostic?.codeDescription?.href).to.equal("https://example.org/flow");
      const lines = diagnostic?.relatedInformation?.map((step) => step.location.range.start.line + 1);
      expect(lines?.[0]).to.equal(2);
      expect(lines?.at(-1)).to.equal(3);
      const hover = await client.hover(made.path("a.js"), 2, 3);
      expect(hover?.contents.value).to.include(`[line 2](${uriOf(made.path("a.js"))}#L2)`);
    });

    it("ignores with a comment that a person's reason goes into", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir], commands: ["linewarden.ignoreFinding"] });
      client.open(made.path("a.js"), bad);
      await client.untilLines(made.path("a.js"), [2]);
      const [diagnostic] = client.shown(made.path("a.js"));
      if (!diagnostic) throw new Error("There is no diagnostic.");
      const action = (await client.actions(made.path("a.js"), diagnostic)).find((one) => one.command);
      expect(action?.command?.command).to.equal("linewarden.ignoreFinding");
      const params = action?.command?.arguments?.[0];
      const refused = await client.request<{ refused?: string }>("linewarden/ignoreEdit", { ...params, reason: " " });
      expect(refused.refused).to.be.a("string");
      const answer = await client.request<{ edit: { edits: never[] } }>("linewarden/ignoreEdit", {
        ...params,
        reason: "checked by hand",
      });
      client.replace(made.path("a.js"), applyEdits(bad, answer.edit.edits));
      expect(client.textOf(made.path("a.js")).split("\n")[1]).to.match(
        /^ {2}\/\/ linewarden-ignore test\.danger@[0-9a-f]{8}: checked by hand$/,
      );
      await client.untilLines(made.path("a.js"), []);
    });

    it("asks for the reason in the comment where an editor cannot, and takes the question for none", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir], plain: true, trusted: true });
      client.open(made.path("a.js"), bad);
      await client.untilLines(made.path("a.js"), [2]);
      const [diagnostic] = client.shown(made.path("a.js"));
      if (!diagnostic) throw new Error("There is no diagnostic.");
      const action = (await client.actions(made.path("a.js"), diagnostic)).find(({ title }) => title.startsWith("Ignore"));
      const edits = action?.edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? [];
      const asked = applyEdits(bad, edits as never[]);
      expect(asked).to.match(/linewarden-ignore test\.danger@[0-9a-f]{8}: say here why this is safe/);
      client.replace(made.path("a.js"), asked);
      await client.untilLines(made.path("a.js"), [2, 3]);
      client.replace(made.path("a.js"), asked.replace("say here why this is safe", "only numbers come here"));
      await client.untilLines(made.path("a.js"), []);
    });

    it("gives the fixes of one rule for the documents that are asked for", async () => {
      const made = project({ "a.js": base, "b.js": base });
      const client = await start({ folders: [made.dir] });
      const two = bad.replace("  return", "  danger(1);\n  return");
      client.open(made.path("a.js"), two);
      client.open(made.path("b.js"), bad);
      await client.untilLines(made.path("a.js"), [2, 3]);
      await client.untilLines(made.path("b.js"), [2]);
      const [ruleId] = client.shown(made.path("a.js")).map(({ code }) => code);
      const uris = [made.path("a.js"), made.path("b.js"), made.path("none.js")].map(uriOf);
      const { files } = await client.request<{ files: { count: number; edits: never[] }[] }>("linewarden/ruleFixes", {
        ruleId,
        uris,
      });
      expect(files.map(({ count }) => count)).to.deep.equal([2, 1]);
      expect(applyEdits(two, files[0]?.edits ?? [])).to.equal(two.replaceAll("danger(", "safe("));
      const other = await client.request<{ files: never[] }>("linewarden/ruleFixes", { ruleId: "test.other", uris });
      expect(other.files).to.deep.equal([]);
    });

    it("applies all fixes of the file only when asked for by name", async () => {
      const made = project({ "a.js": base });
      const client = await start({ folders: [made.dir] });
      const two = bad.replace("  return", "  danger(1);\n  return");
      client.open(made.path("a.js"), two);
      await client.untilLines(made.path("a.js"), [2, 3]);
      const [diagnostic] = client.shown(made.path("a.js"));
      if (!diagnostic) throw new Error("There is no diagnostic.");
      const usual = await client.actions(made.path("a.js"), diagnostic);
      expect(usual.map((action) => action.kind)).to.not.include("source.fixAll.linewarden");
      const [all] = await client.actions(made.path("a.js"), diagnostic, ["source.fixAll"]);
      const change = all?.edit?.documentChanges?.[0];
      if (!change || !("edits" in change)) throw new Error("There is no edit.");
      expect(applyEdits(two, change.edits as never)).to.equal(two.replaceAll("danger(", "safe("));
    });
  });
});
