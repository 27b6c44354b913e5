// The review of the change as the extension gives it to views and others: checklist, answers, lines nobody has looked at, the gate.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import type { ViewFile, ViewItem } from "../../../../server/protocol.ts";
import { checklistItems } from "../../../../server/review/checklistItems.ts";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  diagnosticOn,
  fileUri,
  folderUri,
  git,
  type LinewardenApi,
  linewarden,
  pause,
  startOver,
  until,
  writeByProgram,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";
const unsafe = original.replace(safeQuery, unsafeQuery);

describe("the review of the change", () => {
  const users = fileUri(usersFile);
  let api: LinewardenApi;

  before(async () => {
    api = await linewarden();
  });
  beforeEach(startOver);
  after(startOver);

  const item = (id: string): ViewItem | undefined => api.reviews()?.[0]?.checklist.find((entry) => entry.id === id);
  const file = (path: string): ViewFile | undefined => api.reviews()?.[0]?.files.find((entry) => entry.path === path);
  const itemIs = (id: string, state: ViewItem["state"]) =>
    until(`${id} is ${state}; it is ${JSON.stringify(item(id))}`, () => item(id)?.state === state && item(id));

  it("no change: fifteen items, not one of them fine", async () => {
    const review = await until("a review without files", () => api.reviews()?.find(({ files, busy }) => !busy && !files.length));
    expect(review.checklist.map(({ title }) => title)).to.deep.equal(checklistItems.map(({ title }) => title));
    expect(review.checklist.filter(({ state }) => state === "looks fine")).to.deep.equal([]);
    expect(review.unseenLines).to.equal(0);
    expect(review.verdict.blocked).to.equal(false);
  });

  it("a problem shows as one, with the evidence's place; its repair turns the item", async () => {
    writeByProgram(users, unsafe);
    const found = await itemIs("queries-parameterized", "problem");
    const line = unsafe.split("\n").findIndex((text) => text.includes(unsafeQuery));
    expect(found.evidence.map(({ uri, line: at }) => [uri && vscode.Uri.parse(uri).path, at])).to.deep.include([
      users.path,
      line,
    ]);
    await itemIs("no-high-findings", "problem");
    expect(item("uploads-validated")?.state).to.equal("not touched");
    expect(file(usersFile)?.findings).to.have.length(1);
    writeByProgram(users, original.replace("SELECT id, name", "SELECT id, name, mail"));
    const fine = await itemIs("queries-parameterized", "looks fine");
    expect(fine.summary).to.match(/\d/);
    expect(fine.evidence.length, "evidence for what looks fine").to.be.greaterThan(0);
  });

  it("a manifest that changed is for a person: packages are not checked yet", async () => {
    writeByProgram(fileUri("package.json"), `{ "dependencies": { "left-pad-stream": "^1.0.0" } }\n`);
    expect((await itemIs("dependencies-real", "needs a person")).summary).to.match(/not checked/i);
    expect((await itemIs("no-vulnerable-dependency", "needs a person")).summary).to.match(/not checked/i);
  });

  it("an answer is kept with the content that it was given for", async () => {
    writeByProgram(users, original.replace("res.json(found.rows)", "res.json(found.rows[0])"));
    await itemIs("reviewed-by-person", "needs a person");
    await vscode.commands.executeCommand("linewarden.answerFine", { item: "reviewed-by-person", note: "read twice" });
    const answered = await until("the answer", () => item("reviewed-by-person")?.answer);
    expect([answered.answer, answered.note]).to.deep.equal(["fine", "read twice"]);
    writeByProgram(users, original.replace("res.json(found.rows)", "res.json(found.rows[1])"));
    await until("another content, no answer", () => item("reviewed-by-person") && !item("reviewed-by-person")?.answer);
    writeByProgram(users, original.replace("res.json(found.rows)", "res.json(found.rows[0])"));
    await until("the content is back, and so is the answer", () => item("reviewed-by-person")?.answer !== undefined);
    await vscode.commands.executeCommand("linewarden.clearAnswer", { item: "reviewed-by-person" });
    await until("no answer", () => item("reviewed-by-person") && !item("reviewed-by-person")?.answer);
  });

  it("the status bar counts changed lines that nobody has looked at; a look is kept by content", async () => {
    const added = `${original}\n// one\n// two\n// three\n`;
    writeByProgram(users, added);
    const count = await until("unseen lines", () => file(usersFile)?.unseenLines);
    expect(count).to.be.within(3, 4);
    await until("the status says so", () => api.statusText().includes(String(count)));
    await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("linewarden.markFileLookedAt");
    await until("nothing is left", () => file(usersFile)?.unseenLines === 0);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    writeByProgram(users, `// zero\n${added}`);
    await until("the new line only", () => file(usersFile)?.unseenLines === 1);
    writeByProgram(users, original);
    await until("no change", () => file(usersFile) === undefined);
    writeByProgram(users, added);
    await until("what was looked at stays so", () => file(usersFile) !== undefined && !api.reviews()?.[0]?.busy);
    expect(file(usersFile)?.unseenLines).to.equal(0);
  });

  it("most dangerous first", async () => {
    writeByProgram(fileUri("a.js"), "module.exports = 1;\n");
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    await until("both files", () => api.reviews()?.[0]?.files.length === 2);
    expect(api.reviews()?.[0]?.files[0]?.path).to.equal(usersFile);
  });

  it("walks through the findings and the changed places by command", async () => {
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    const line = unsafe.split("\n").findIndex((text) => text.includes(unsafeQuery));
    const selected = () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.path === users.path && editor.selection.active.line === line;
    };
    for (const command of ["nextFinding", "reviewNextChange", "previousFinding"]) {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await until(`${command} goes to the line`, async () => {
        await vscode.commands.executeCommand(`linewarden.${command}`);
        return selected();
      });
    }
  });

  it("the gate is installed by a command, stops a commit, and is removed", async () => {
    const commit = () =>
      new Promise<{ code: number; output: string }>((done) => {
        const args = ["-C", folderUri().fsPath, "commit", "--all", "--message", "Read users"];
        execFile("git", args, (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), output: stdout + stderr }));
      });
    const head = git("rev-parse", "HEAD");
    const hook = fileUri(".git/hooks/pre-commit").fsPath;
    await vscode.commands.executeCommand("linewarden.installGate");
    await until("the hook", () => existsSync(hook));
    try {
      writeByProgram(users, unsafe);
      const { code, output } = await commit();
      expect(code, output).to.not.equal(0);
      expect(output).to.contain("users.js");
      expect(git("rev-parse", "HEAD")).to.equal(head);
    } finally {
      await vscode.commands.executeCommand("linewarden.removeGate");
    }
    await until("no hook of ours", () => !existsSync(hook) || !/linewarden/.test(readFileSync(hook, "utf8")));
    await pause(200);
  });
});
