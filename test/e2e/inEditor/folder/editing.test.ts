// An agent changes lines in an open folder, in each way that it can; the problem stands under the line within moments.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import { committed, safeQuery, unsafeQuery, usersFile } from "../../project.ts";
import {
  agent,
  allDiagnostics,
  diagnosticOn,
  diagnosticsOf,
  extensionId,
  fileUri,
  hoverText,
  noDiagnostics,
  pause,
  quickFixes,
  ruleOf,
  setting,
  startOver,
  until,
  writeByProgram,
} from "../workspace.ts";

const original = committed[usersFile] ?? "";
const unsafe = original.replace(safeQuery, unsafeQuery);

describe("an agent's change in the editor", () => {
  const users = fileUri(usersFile);

  before("the installed extension is active", async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    if (!extension) throw new Error("The VSIX is not installed");
    await until("activation", () => extension.isActive, 30_000);
  });
  beforeEach(startOver);
  after(startOver);

  it("runs from the installed VSIX, not from the source tree", () => {
    const extension = vscode.extensions.getExtension(extensionId);
    expect(extension?.extensionPath).to.match(/[\\/]extensions[\\/]linewarden\.linewarden-\d+\.\d+\.\d+/);
  });

  it("a workspace edit: the problem stands under the line with rule, CWE and link", async () => {
    await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    const rule = ruleOf(diagnostic);
    expect(diagnostic.source).to.equal("Linewarden");
    expect(diagnostic.severity).to.equal(vscode.DiagnosticSeverity.Error);
    expect(rule.id).to.match(/^javascript\./);
    expect(rule.link).to.match(/^https:\/\//);
    expect(`${rule.id} ${diagnostic.message}`).to.contain("CWE-89");
  });

  it("says the path of the data as related places", async () => {
    await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand(
      "fakeAgent.replace",
      users,
      `const found = await ${safeQuery}`,
      `const id = req.params.id;\n  const sql = "SELECT id, name FROM users WHERE id = " + id;\n  const found = await pool.query(sql)`,
    );
    const diagnostic = await diagnosticOn(users, "pool.query(sql)");
    const lines = (diagnostic.relatedInformation ?? []).map(({ location }) => location.range.start.line);
    expect(lines).to.include(unsafe.split("\n").findIndex((line) => line.includes("req.params.id")));
  });

  it("an accepted inline completion", async () => {
    const { suggest, timesAsked } = await agent();
    const editor = await vscode.window.showTextDocument(users);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const asked = timesAsked();
    suggest(`router.delete("/users/:id", async (req, res) => {
  await pool.query(\`DELETE FROM users WHERE id = \${req.params.id}\`);
  res.end();
});`);
    try {
      await until("the suggestion is accepted", async () => {
        await vscode.commands.executeCommand("editor.action.inlineSuggest.trigger");
        await pause(400);
        await vscode.commands.executeCommand("editor.action.inlineSuggest.commit");
        return editor.document.getText().includes("DELETE FROM users");
      });
      expect(timesAsked()).to.be.greaterThan(asked);
    } finally {
      suggest(undefined);
    }
    await diagnosticOn(users, "DELETE FROM users");
  });

  it("a program that writes an open file", async () => {
    const { document } = await vscode.window.showTextDocument(users).then((editor) => editor);
    writeByProgram(users, unsafe);
    await until("the editor shows what the program wrote", () => document.getText() === unsafe);
    await diagnosticOn(users, unsafeQuery);
    writeByProgram(users, original);
    await noDiagnostics(users);
  });

  it("a program that writes a closed file, and one that did not exist", async () => {
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    const created = fileUri("src/admin/created.js");
    writeByProgram(created, unsafe);
    await diagnosticOn(created, unsafeQuery);
    expect(vscode.workspace.textDocuments.map(({ uri }) => uri.path)).to.not.include(created.path);
  });

  it("Python: a closed file, then the same file open", async () => {
    const orders = fileUri("app/orders.py");
    const text = (committed["app/orders.py"] ?? "").replace(
      `"SELECT * FROM orders WHERE state = ?", (request.args["state"],)`,
      `f"SELECT * FROM orders WHERE state = '{request.args['state']}'"`,
    );
    writeByProgram(orders, text);
    const closed = await diagnosticOn(orders, "SELECT * FROM orders");
    await vscode.window.showTextDocument(orders);
    await pause(1000);
    expect(diagnosticsOf(orders).map(({ message }) => message)).to.deep.equal([closed.message]);
  });

  it("the hover explains what is wrong and why", async () => {
    writeByProgram(users, unsafe);
    const editor = await vscode.window.showTextDocument(users);
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    const text = await until("a hover", async () => (await hoverText(users, diagnostic.range.start)) || undefined);
    expect(text).to.contain("CWE-89");
    expect(text).to.contain(ruleOf(diagnostic).id);
    expect(text).to.match(/(sure|likely|maybe): /);
    expect(editor.document.getText()).to.equal(unsafe);
  });

  it("the quick fix parameterizes the query, and the problem is gone", async () => {
    const editor = await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    const fix = await until("a quick fix with an edit", async () =>
      (await quickFixes(users, diagnostic.range)).find((action) => action.edit && /parameter|placeholder/i.test(action.title)),
    );
    expect(fix.isPreferred, "the preferred fix").to.equal(true);
    if (!fix.edit) throw new Error("The quick fix has no edit");
    await vscode.workspace.applyEdit(fix.edit);
    expect(editor.document.getText()).to.equal(original);
    await noDiagnostics(users);
  });

  it("a quick fix is offered through the editor's own command", async () => {
    const editor = await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    const diagnostic = await diagnosticOn(users, unsafeQuery);
    editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
    await until("the text is fixed", async () => {
      await vscode.commands.executeCommand("editor.action.autoFix");
      return editor.document.getText() === original;
    });
    await noDiagnostics(users);
  });

  it("findings outside the change are shown only when the setting says so", async () => {
    const legacy = fileUri("src/legacy.js");
    await vscode.window.showTextDocument(legacy);
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    expect(diagnosticsOf(legacy)).to.deep.equal([]);
    const restore = await setting("showExistingFindings", true);
    try {
      await diagnosticOn(legacy, "FROM reports");
    } finally {
      await restore();
    }
    await noDiagnostics(legacy);
    expect(diagnosticsOf(users)).to.have.length(1);
  });

  it("an old problem that only moved is not new", async () => {
    const legacy = fileUri("src/legacy.js");
    await vscode.window.showTextDocument(legacy);
    await vscode.commands.executeCommand(
      "fakeAgent.replace",
      legacy,
      "const pool",
      "const started = Date.now();\n\n\nconst pool",
    );
    writeByProgram(users, unsafe);
    await diagnosticOn(users, unsafeQuery);
    expect(diagnosticsOf(legacy)).to.deep.equal([]);
  });

  it("a suppression with a reason silences one line", async () => {
    writeByProgram(users, unsafe);
    await vscode.window.showTextDocument(users);
    const { id } = ruleOf(await diagnosticOn(users, unsafeQuery));
    await vscode.commands.executeCommand(
      "fakeAgent.replace",
      users,
      "  const found",
      `  // linewarden-ignore ${id}: the router accepts digits only\n  const found`,
    );
    await noDiagnostics(users);
  });

  it("undo brings the problem's end, redo brings it back", async () => {
    await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    await diagnosticOn(users, unsafeQuery);
    await vscode.commands.executeCommand("undo");
    await noDiagnostics(users);
    await vscode.commands.executeCommand("redo");
    await diagnosticOn(users, unsafeQuery);
  });

  it("text that is not saved counts, not what is on the disk", async () => {
    await vscode.window.showTextDocument(users);
    await vscode.commands.executeCommand("fakeAgent.replace", users, safeQuery, unsafeQuery);
    await diagnosticOn(users, unsafeQuery);
    expect(readFileSync(users.fsPath, "utf8")).to.equal(original);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await noDiagnostics(users);
    expect(allDiagnostics()).to.deep.equal([]);
  });
});
