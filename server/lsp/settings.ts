/** The section `linewarden` of the editor's settings: asked for, and read; what is missing or of the wrong type takes its default. */

import { type Connection, ResponseError, type WorkspaceFolder } from "vscode-languageserver/node";
import type { ServerSettings } from "../protocol.ts";
import { normalUri, pathOfUri } from "./uris.ts";

export const defaultSettings: ServerSettings = {
  base: "HEAD",
  showExistingFindings: false,
  rules: [],
  disabledRules: [],
  maxFileSizeMb: 5,
};

/** Milliseconds between two questions. An editor may say that it is initialized before it can answer, and then refuses the first. */
const askAgainMs = [50, 200, 1_000, 3_000];
/** Milliseconds after which a question counts as unanswered. */
const answerMs = 10_000;

/** As the editor last told them. */
export class FolderSettings {
  /** By absolute path; those of the window under "". */
  private readonly known = new Map<string, ServerSettings>();
  private folders: readonly WorkspaceFolder[] = [];
  private asked = 0;
  private answered = 0;

  /** @param dir Absolute; without it, or where the folder has none of its own: those of the window. */
  of(dir: string | undefined): ServerSettings {
    return (dir === undefined ? undefined : this.known.get(dir)) ?? this.known.get("") ?? defaultSettings;
  }

  /**
   * Resolves to whether they are others now. Rejects with the editor's last error when it refuses several questions, or leaves one unanswered.
   *
   * @param folders Default: those of the last question.
   */
  async ask(connection: Connection, folders = this.folders): Promise<boolean> {
    this.folders = folders;
    const turn = ++this.asked;
    const items = [{ section: "linewarden" }, ...folders.map((folder) => ({ scopeUri: folder.uri, section: "linewarden" }))];
    const values = await askPatiently(() => connection.workspace.getConfiguration(items));
    // An answer that was late is older than the one that is known.
    if (turn < this.answered) return false;
    this.answered = turn;
    const before = JSON.stringify([...this.known]);
    this.known.clear();
    this.known.set("", readSettings(values[0]));
    for (const [index, folder] of folders.entries()) {
      const dir = pathOfUri(normalUri(folder.uri));
      if (dir !== undefined) this.known.set(dir, readSettings(values[index + 1]));
    }
    return JSON.stringify([...this.known]) !== before;
  }
}

/** An editor that refuses is asked again; for one that says nothing, nobody waits twice. */
async function askPatiently(ask: () => Promise<unknown[]>): Promise<unknown[]> {
  for (const waitMs of askAgainMs) {
    try {
      return await within(answerMs, ask());
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return within(answerMs, ask());
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The editor did not tell its settings within ${ms / 1000} s.`)), ms).unref();
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

export function readSettings(value: unknown): ServerSettings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { base, showExistingFindings, maxFileSizeMb } = given;
  return {
    base: typeof base === "string" && base.trim() !== "" ? base.trim() : defaultSettings.base,
    showExistingFindings: showExistingFindings === true,
    rules: strings(given.rules),
    disabledRules: strings(given.disabledRules),
    maxFileSizeMb: typeof maxFileSizeMb === "number" && maxFileSizeMb > 0 ? maxFileSizeMb : defaultSettings.maxFileSizeMb,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
