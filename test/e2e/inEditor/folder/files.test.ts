// Files come, go and change places, branches are switched, the server dies: what is shown is never stale.
import { renameSync, rmSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  allDiagnostics,
  diagnosticOn,
  diagnosticsOf,
  fileUri,
  git,
  noDiagnostics,
  pause,
  serverProcesses,
  startOver,
  until,
  writeByProgram,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";
const unsafe = original.replace(safeQuery, unsafeQuery);

describe("files, branches and crashes", () => {
  const users = fileUri(usersFile);

  beforeEach(startOver);
  after(startOver);

  it("a deleted file takes its diagnostics along; a file that comes back is right", async () => {
    const created = fileUri("src/created.js");
    writeByProgram(created, unsafe);
    await diagnosticOn(created, unsafeQuery);
    rmSync(created.fsPath);
    await noDiagnostics(created);
    writeByProgram(created, original);
    await pause(1500);
    expect(diagnosticsOf(created)).to.deep.equal([]);
    writeByProgram(created, unsafe);
    await diagnosticOn(created, unsafeQuery);
  });

  it("a file that is renamed in the editor while it is open", async () => {
    writeByProgram(users, unsafe);
    await vscode.window.showTextDocument(users);
    await diagnosticOn(users, unsafeQuery);
    const renamed = fileUri("src/people.js");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(users, renamed);
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    await diagnosticOn(renamed, unsafeQuery);
    await noDiagnostics(users);
  });

  it("a folder that a program renames", async () => {
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    renameSync(fileUri("src").fsPath, fileUri("lib").fsPath);
    await diagnosticOn(fileUri("lib/users.js"), unsafeQuery);
    await noDiagnostics(users);
    renameSync(fileUri("lib").fsPath, fileUri("src").fsPath);
    await diagnosticOn(users, unsafeQuery);
  });

  it("another branch: what it holds is judged against its own HEAD", async () => {
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    git("checkout", "--quiet", "-b", "feature");
    git("commit", "--quiet", "--all", "--message", "Read users by their number");
    await noDiagnostics(users);
    git("checkout", "--quiet", "main");
    await pause(500);
    expect(allDiagnostics()).to.deep.equal([]);
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    git("checkout", "--quiet", "--force", "main");
    git("branch", "--quiet", "-D", "feature");
    await noDiagnostics(users);
  });

  it("a stash takes the problem away and a pop brings it back, with the file open", async () => {
    await vscode.window.showTextDocument(users);
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    git("stash", "--quiet");
    await noDiagnostics(users);
    git("stash", "pop", "--quiet");
    await diagnosticOn(users, unsafeQuery);
  });

  it("a burst of writes by a program ends in the last state", async () => {
    const files = Array.from({ length: 10 }, (_, index) => fileUri(`src/burst${index}.js`));
    for (let round = 0; round < 10; round++) for (const file of files) writeByProgram(file, round % 2 ? unsafe : original);
    for (const file of files) await diagnosticOn(file, unsafeQuery);
    for (const file of files) writeByProgram(file, original);
    for (const file of files) await noDiagnostics(file);
  });

  it("a server that is killed is started again and right, seven times", async () => {
    await vscode.window.showTextDocument(users);
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    for (let round = 0; round < 7; round++) {
      const [server] = serverProcesses();
      if (server === undefined) throw new Error("There is no language server");
      process.kill(server, "SIGKILL");
      await until("a new server", () => serverProcesses().some((id) => id !== server));
      const text = round % 2 ? unsafe : original;
      writeByProgram(users, text);
      if (round % 2) await diagnosticOn(users, unsafeQuery);
      else await noDiagnostics(users);
    }
    expect(serverProcesses()).to.have.length(1);
  }).timeout(180_000);
});
