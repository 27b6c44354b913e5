// Plays a coding agent: edits through workspace edits, suggests inline completions, serves files that are on no disk.
const vscode = require("vscode");

/** The next inline completion; none while undefined. */
let suggestion;
let asked = 0;

exports.activate = (context) => {
  const files = new MemoryFiles();
  context.subscriptions.push(
    vscode.commands.registerCommand("fakeAgent.replace", async (uri, oldText, newText) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const start = document.getText().indexOf(oldText);
      if (start < 0) throw new Error(`The agent does not find ${oldText}`);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(start + oldText.length)), newText);
      return vscode.workspace.applyEdit(edit);
    }),
    vscode.languages.registerInlineCompletionItemProvider(
      { pattern: "**" },
      {
        provideInlineCompletionItems(_document, position) {
          asked++;
          return suggestion ? [new vscode.InlineCompletionItem(suggestion, new vscode.Range(position, position))] : [];
        },
      },
    ),
    vscode.workspace.registerFileSystemProvider("agentmemory", files, { isCaseSensitive: true }),
  );
  return {
    suggest(text) {
      suggestion = text;
    },
    timesAsked: () => asked,
    files,
  };
};

/** The least that the editor needs of a file system: flat files in memory. */
class MemoryFiles {
  constructor() {
    this.entries = new Map();
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }
  watch() {
    return { dispose() {} };
  }
  stat(uri) {
    const file = this.entries.get(uri.path);
    if (file === undefined && uri.path !== "/") throw vscode.FileSystemError.FileNotFound(uri);
    const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }
  readDirectory() {
    return [...this.entries.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }
  readFile(uri) {
    const file = this.entries.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
  writeFile(uri, content) {
    this.entries.set(uri.path, content);
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
  delete(uri) {
    this.entries.delete(uri.path);
  }
  createDirectory() {}
  rename(from, to) {
    this.entries.set(to.path, this.readFile(from));
    this.entries.delete(from.path);
  }
}
