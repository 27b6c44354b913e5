/** Commands for the panel, the server and the commit gate. */

import * as vscode from "vscode";
import { methods } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";

export function serverCommands(context: ClientContext): Commands {
  const { connection, log } = context;
  return {
    openPanel: () => vscode.commands.executeCommand("workbench.view.extension.linewarden"),
    openWalkthrough: () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", "linewarden.linewarden#start", false),
    restartServer: () => connection.restart(),
    showLog: () => log.show(true),
    installGate: () => changeGate(context, methods.installGate),
    removeGate: () => changeGate(context, methods.removeGate),
  };
}

/** The result needs no answer, but it is what the person asked for: it is said once, where they look. */
async function changeGate({ connection, t }: ClientContext, method: string): Promise<void> {
  const onDisk = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  if (onDisk.length === 0)
    return void vscode.window.showWarningMessage(t("The gate needs a folder on disk, in a git repository. None is open."));
  const folder = await chooseFolder(onDisk, t("For which folder?"));
  if (!folder) return;
  const result = await connection.request<{ message: string; installed?: boolean }>(method, { folderUri: folder.uri.toString() });
  if (!result)
    return void vscode.window.showErrorMessage(t("The gate was not changed: the review is not running. The log says more."));
  const failed = method === methods.installGate && result.installed === false;
  if (failed) void vscode.window.showWarningMessage(result.message);
  else void vscode.window.showInformationMessage(result.message);
}

async function chooseFolder(
  folders: readonly vscode.WorkspaceFolder[],
  title: string,
): Promise<vscode.WorkspaceFolder | undefined> {
  if (folders.length <= 1) return folders[0];
  const items = folders.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, folder }));
  return (await vscode.window.showQuickPick(items, { title }))?.folder;
}
