// Several folders in one window: each is judged by its own repository, and folders come and go.
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  diagnosticOn,
  diagnosticsOf,
  extensionId,
  fileUri,
  linewarden,
  noDiagnostics,
  until,
  writeByProgram,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";
const unsafe = original.replace(safeQuery, unsafeQuery);

describe("several folders", () => {
  it("are what was opened, and the extension runs in them", async () => {
    expect(vscode.workspace.workspaceFolders).to.have.length(2);
    await until("activation", () => vscode.extensions.getExtension(extensionId)?.isActive, 40_000);
    const { reviews } = await linewarden();
    await until("a review of each", () => reviews()?.filter(({ busy }) => !busy).length === 2);
  });

  it("a change in each is found in each", async () => {
    const [first, second] = [fileUri(usersFile, 0), fileUri(usersFile, 1)];
    writeByProgram(first, unsafe);
    await diagnosticOn(first, unsafeQuery);
    expect(diagnosticsOf(second)).to.deep.equal([]);
    writeByProgram(second, unsafe);
    await diagnosticOn(second, unsafeQuery);
    writeByProgram(first, original);
    await noDiagnostics(first);
    expect(diagnosticsOf(second)).to.have.length(1);
  });

  it("a folder that is removed takes its diagnostics along; added again, it is reviewed", async () => {
    const second = fileUri(usersFile, 1);
    const folder = vscode.workspace.workspaceFolders?.[1];
    if (!folder) throw new Error("The second folder is missing");
    writeByProgram(second, unsafe);
    await diagnosticOn(second, unsafeQuery);
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await until("one folder", () => vscode.workspace.workspaceFolders?.length === 1);
    await noDiagnostics(second);
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: folder.uri });
    await until("two folders", () => vscode.workspace.workspaceFolders?.length === 2);
    await diagnosticOn(second, unsafeQuery);
  });
});
