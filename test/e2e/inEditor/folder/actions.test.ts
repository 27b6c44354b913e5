// What a person does about a finding beside the quick fix: hand it to an agent, ignore it with a reason, fix all of a rule.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  diagnosticOn,
  fileUri,
  linewarden,
  noDiagnostics,
  pause,
  quickFixes,
  startOver,
  until,
  writeByProgram,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";
const unsafe = original.replace(safeQuery, unsafeQuery);

describe("what can be done about a finding", () => {
  const users = fileUri(usersFile);

  beforeEach(startOver);
  after(startOver);

  /** What the commands act on; it comes a moment after the diagnostic. */
  async function inPanel(): Promise<void> {
    const { reviews } = await linewarden();
    await until("the panel's finding", () => reviews()?.some(({ files }) => files.some(({ findings }) => findings.length > 0)));
  }

  it("a prompt for an agent: the path of the data, and the safe form of a file that is not open", async () => {
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    await inPanel();
    await vscode.env.clipboard.writeText("nothing yet");
    await vscode.commands.executeCommand("linewarden.copyPrompt");
    const prompt = await vscode.env.clipboard.readText();
    expect(prompt).to.contain(`Fix this security finding in ${usersFile}, line 8.`).and.contain("CWE-89");
    expect(prompt).to.match(/How the data gets there:\n- .*req\.params/);
    expect(prompt).to.contain(`- line 8 should read:\n      const found = await ${safeQuery};\n`);
  });

  it("ignored with a reason: the comment stands above the line, and the problem is gone", async () => {
    writeByProgram(users, unsafe);
    const { range } = await diagnosticOn(users, unsafeQuery);
    await inPanel();
    const { document } = await vscode.window.showTextDocument(users, { selection: range });
    await vscode.commands.executeCommand("linewarden.ignoreFinding", { reason: "the router takes digits only" });
    await until("the comment", () => document.lineAt(7).text.includes("linewarden-ignore"));
    expect(document.lineAt(7).text).to.match(/^ {2}\/\/ linewarden-ignore [\w.-]+@[0-9a-f]{8}: the router takes digits only$/);
    await noDiagnostics(users);
  });

  it("marked as not useful: it is quiet, listed and counted all the same, until it is shown again", async () => {
    const { reviews, changeRows } = await linewarden();
    writeByProgram(users, unsafe);
    const { range } = await diagnosticOn(users, unsafeQuery);
    await inPanel();
    await vscode.window.showTextDocument(users, { selection: range });
    const offered = await until("the light bulb", async () =>
      (await quickFixes(users, range)).find(({ command }) => command?.command === "linewarden.markNotUseful"),
    );
    expect(offered.title).to.match(/^Mark this finding of [\w.-]+ as not useful$/);
    await vscode.commands.executeCommand("linewarden.markNotUseful", ...(offered.command?.arguments ?? []));
    await noDiagnostics(users);
    const row = () => changeRows().find(({ context }) => context === "notUseful");
    await until("the row", () => row()?.label === "1 finding marked as not useful");
    const item = reviews()?.[0]?.checklist.find(({ id }) => id === "no-high-findings");
    expect(item?.state).to.equal("problem");
    await vscode.commands.executeCommand("linewarden.takeBackNotUseful", row()?.children[0]);
    await diagnosticOn(users, unsafeQuery);
    await until("no row", () => row() === undefined);
  });

  it("all findings of a rule: nothing is written before the preview was confirmed, nor when it was discarded", async () => {
    const twice = unsafe.replace(
      "\nmodule.exports",
      `${unsafe.slice(unsafe.indexOf("\nrouter.get"), unsafe.indexOf("\nmodule"))}\nmodule.exports`,
    );
    expect(twice.split(unsafeQuery)).to.have.length(3);
    writeByProgram(users, twice);
    const { range } = await diagnosticOn(users, unsafeQuery);
    await inPanel();
    const { document } = await vscode.window.showTextDocument(users, { selection: range });
    let isOver = false;
    const done = (async () => {
      await vscode.commands.executeCommand("linewarden.fixRule");
      isOver = true;
    })();
    await pause(3_000);
    expect(isOver, "the preview waits for an answer").to.equal(false);
    expect(document.getText()).to.equal(twice);
    // On a busy machine the preview comes later than that; as long as there is none, the command does nothing.
    await until("the end of the preview", async () => {
      await vscode.commands.executeCommand("refactorPreview.discard");
      return isOver;
    });
    await done;
    expect(document.getText()).to.equal(twice);
    expect(readFileSync(users.fsPath, "utf8")).to.equal(twice);
    await diagnosticOn(users, unsafeQuery);
  });
});
