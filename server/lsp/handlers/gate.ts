/** Requests that put the gate's git hooks in place and take them out again. */

import { join } from "node:path";
import { recordInstallation } from "../../host/commitNotice.ts";
import { installGate, isGateInstalled, refreshLauncher, removeGate } from "../../host/gateHooks.ts";
import type { LauncherPaths } from "../../host/gateLauncher.ts";
import type { Repository } from "../../host/git.ts";
import { resourceFolder } from "../../host/resources.ts";
import { messageOf } from "../../host/userError.ts";
import type { Session } from "../session.ts";
import { typedCommand } from "../typedCommand.ts";
import { entryOf } from "./review.ts";

export interface GateAnswer {
  readonly message: string;
  readonly installed: boolean;
}

function noGit({ start: { t } }: Session): GateAnswer {
  return { message: t("This folder is not in a git repository, so there is no commit to gate."), installed: false };
}

export async function handleInstallGate(session: Session, params: { readonly folderUri: string }): Promise<GateAnswer> {
  const repository = session.repositories.get(entryOf(session, params.folderUri)?.root.dir ?? "");
  if (!repository) return noGit(session);
  try {
    const wasInstalled = await isGateInstalled(repository);
    const { installed, lines } = await installGate(
      repository,
      launcherPaths(session),
      () => undoOf(session, repository),
      session.start.t,
    );
    if (installed && !wasInstalled) await recordInstallation(repository, new Date().toISOString());
    session.touched();
    return { message: lines.join("\n"), installed };
  } catch (error) {
    return { message: messageOf(error), installed: false };
  }
}

export async function handleRemoveGate(session: Session, params: { readonly folderUri: string }): Promise<GateAnswer> {
  const repository = session.repositories.get(entryOf(session, params.folderUri)?.root.dir ?? "");
  if (!repository) return noGit(session);
  try {
    const { installed, lines } = await removeGate(repository, session.start.t);
    session.touched();
    return { message: lines.join("\n"), installed };
  } catch (error) {
    return { message: messageOf(error), installed: true };
  }
}

/** An extension that was updated or moved stays findable for hooks that are in place. Touches nothing else. */
export function refreshGate(session: Session, repository: Repository): void {
  if (!session.start.features.views) return;
  try {
    refreshLauncher(repository, launcherPaths(session));
  } catch (error) {
    session.report(error);
  }
}

function undoOf(session: Session, repository: Repository): string {
  const typed = typedCommand(repository, "gate remove");
  const { t, features } = session.start;
  return features.views ? t("the command “Linewarden: Remove the Commit Gate”, or in the repository {0}", typed) : typed;
}

/** The editor's extension is found through the editor; a server that a person started, through its own Node. */
function launcherPaths(session: Session): LauncherPaths {
  const cli = join(resourceFolder(), "cli.js");
  if (session.start.features.views) return { extensionCli: cli, editor: process.execPath };
  return { installerNode: process.execPath, installerCli: cli };
}
