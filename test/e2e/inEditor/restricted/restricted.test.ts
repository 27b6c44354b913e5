// Restricted mode: built-in rules review as ever; what the folder itself brings is not used.
import { existsSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import { diagnosticOn, diagnosticsOf, extensionId, fileUri, pause, ruleOf, until, writeByProgram } from "../workspace.ts";

const unsafe = (committed[usersFile] ?? "").replace(safeQuery, unsafeQuery);
const commands = async () => (await vscode.commands.getCommands(true)).filter((name) => name.startsWith("linewarden."));

describe("restricted mode", () => {
  it("is on, and the extension runs", async () => {
    expect(vscode.workspace.isTrusted).to.equal(false);
    await until("activation", () => vscode.extensions.getExtension(extensionId)?.isActive, 30_000);
    expect(await commands()).to.not.deep.equal([]);
  });

  it("built-in rules find the problem; a rule of the folder's own does not run", async () => {
    const users = fileUri(usersFile);
    writeByProgram(users, unsafe.replace("res.json(found.rows)", "forbiddenByTeam(found.rows)"));
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    expect(ruleOf(diagnostic).id).to.match(/^javascript\./);
    await pause(1500);
    expect(diagnosticsOf(users).map((found) => ruleOf(found).id)).to.deep.equal([ruleOf(diagnostic).id]);
  });

  it("no program that the repository's configuration names has run", () => {
    expect(existsSync(fileUri("marker").fsPath)).to.equal(false);
  });
});
