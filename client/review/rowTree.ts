/** Shows rows as a native tree view, so that keyboard, screen reader and themes work as everywhere in the editor. */

import * as vscode from "vscode";
import { escapeMarkdown } from "../../server/review/escapeMarkdown.ts";
import { type Row, type RowIcon, withUniqueIds } from "./row.ts";

const icons: Readonly<Record<RowIcon, readonly [icon: string, color: string]>> = {
  critical: ["flame", "problemsErrorIcon.foreground"],
  high: ["error", "problemsErrorIcon.foreground"],
  medium: ["warning", "problemsWarningIcon.foreground"],
  low: ["info", "problemsInfoIcon.foreground"],
  problem: ["error", "problemsErrorIcon.foreground"],
  "needs a person": ["circle-large-outline", "problemsInfoIcon.foreground"],
  "looks fine": ["check", "testing.iconPassed"],
  "not touched": ["dash", "descriptionForeground"],
  unseen: ["eye", "icon.foreground"],
  seen: ["check", "testing.iconPassed"],
  folder: ["folder", "icon.foreground"],
  files: ["files", "icon.foreground"],
  "not reviewed": ["circle-slash", "problemsWarningIcon.foreground"],
  evidence: ["arrow-small-right", "icon.foreground"],
};

export class RowTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<undefined>();
  private readonly parents = new Map<string, Row>();
  readonly onDidChangeTreeData = this.emitter.event;
  /** As the tree shows them now. */
  rows: readonly Row[] = [];
  private readonly markWord: (seen: boolean) => string;

  /** @param markWord What a checkbox says when it is read aloud. */
  constructor(markWord: (seen: boolean) => string) {
    this.markWord = markWord;
  }

  /** Refreshes only when something that is shown has changed. */
  show(rows: readonly Row[]): void {
    const unique = withUniqueIds(rows);
    if (JSON.stringify(unique) === JSON.stringify(this.rows)) return;
    this.rows = unique;
    this.parents.clear();
    this.adopt(unique);
    this.emitter.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    return [...(row ? row.children : this.rows)];
  }

  getParent(row: Row): Row | undefined {
    return this.parents.get(row.id);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem(row.label, collapsible(row));
    item.id = row.id;
    item.description = row.description;
    item.tooltip = markdownOf(row.tooltip);
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.spoken };
    if (row.context.startsWith("hunk.")) item.checkboxState = this.checkbox(row);
    else {
      const [icon, color] = icons[row.icon];
      item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    }
    // The title is not shown anywhere: the command runs when the row is chosen.
    if (row.target) item.command = { command: "linewarden.openFinding", title: row.label, arguments: [row] };
    return item;
  }

  dispose(): void {
    this.emitter.dispose();
  }

  private checkbox(row: Row): NonNullable<vscode.TreeItem["checkboxState"]> {
    const seen = row.context === "hunk.seen";
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    const word = this.markWord(seen);
    return { state: seen ? Checked : Unchecked, tooltip: word, accessibilityInformation: { label: `${row.label}: ${word}` } };
  }

  private adopt(rows: readonly Row[]): void {
    for (const row of rows) {
      for (const child of row.children) this.parents.set(child.id, row);
      this.adopt(row.children);
    }
  }
}

function collapsible({ children, expanded }: Row): vscode.TreeItemCollapsibleState {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  return children.length === 0 ? None : expanded ? Expanded : Collapsed;
}

/** Code and messages of the workspace are text in it, never markup. The editor's own `appendText` lets no line break at a space. */
function markdownOf(paragraphs: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(paragraphs.map(escapeMarkdown).join("\n\n"));
}
