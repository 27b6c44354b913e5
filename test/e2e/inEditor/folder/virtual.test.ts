// Documents that are on no disk: the editor's virtual file systems, text without a name.
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import { agent, diagnosticOn, diagnosticsOf, fileUri, pause, serverProcesses, startOver, writeByProgram } from "../workspace.ts";

const unsafe = (committed[usersFile] ?? "").replace(safeQuery, unsafeQuery);

describe("documents on no disk", () => {
  beforeEach(startOver);
  after(startOver);

  it("a file of a virtual file system and an untitled text do no harm, and the rest goes on", async () => {
    const [server] = serverProcesses();
    const { files } = await agent();
    const memory = vscode.Uri.parse("agentmemory:/users.js");
    files.writeFile(memory, new TextEncoder().encode(unsafe));
    await vscode.window.showTextDocument(memory);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "javascript", content: unsafe }));
    const users = fileUri(usersFile);
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    await pause(500);
    expect(diagnosticsOf(memory).length, "no folder, no base: nothing is new").to.be.lessThan(2);
    expect(serverProcesses()).to.deep.equal([server]);
  });
});
