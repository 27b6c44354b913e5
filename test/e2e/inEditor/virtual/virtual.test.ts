// A workspace whose only folder is on no disk: open documents are reviewed; what needs a disk says so, and nothing breaks.
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  agent,
  allDiagnostics,
  diagnosticOn,
  extensionId,
  folderUri,
  type LinewardenApi,
  linewarden,
  noDiagnostics,
  quickFixes,
  serverProcesses,
  until,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";

describe("a virtual workspace", () => {
  let api: LinewardenApi;
  const users = vscode.Uri.parse("agentmemory:/users.js");

  before(async () => {
    (await agent()).files.writeFile(users, new TextEncoder().encode(original));
    api = await linewarden();
  });

  it("is what was opened, and the extension runs in it", async () => {
    expect(folderUri().scheme).to.equal("agentmemory");
    await until("activation", () => vscode.extensions.getExtension(extensionId)?.isActive);
    await until("a server", () => serverProcesses().length === 1);
  });

  it("the review names the folder, what is reviewed in it, and that the folder as a whole is not", async () => {
    const review = await until("a review", () => api.reviews()?.[0]);
    expect(review.folderUri).to.equal(folderUri().toString());
    expect(review.files).to.deep.equal([]);
    expect(review.verdict).to.deep.include({ blocked: false });
    expect(review.notReviewed.map(({ detail }) => detail).join()).to.match(/open documents are reviewed/);
  });

  it("what is written into an open document is reviewed, and fixed", async () => {
    const document = await vscode.workspace.openTextDocument(users);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    const fix = await until("the quick fix", async () =>
      (await quickFixes(users, diagnostic.range)).find(({ edit }) => edit !== undefined),
    );
    if (fix.edit) await vscode.workspace.applyEdit(fix.edit);
    await noDiagnostics(users);
    expect(document.getText()).to.contain(`$1", [req.params.id]`);
  });

  it("the commands that need git or a disk do no harm", async () => {
    const [server] = serverProcesses();
    // A message stays until somebody closes it: it is not waited for.
    for (const name of ["installGate", "removeGate", "nextFinding", "reviewNextChange", "openPanel"])
      void vscode.commands.executeCommand(`linewarden.${name}`);
    await until("an answer after them", () => api.reviews()?.length === 1);
    expect(serverProcesses()).to.deep.equal([server]);
    expect(allDiagnostics()).to.deep.equal([]);
  });
});
