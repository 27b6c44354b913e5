/** What the tests of change sets share. */

import type { FileChange } from "../../../server/changes/change.ts";
import type { ChangeRequest } from "../../../server/host/readChange.ts";
import type { TestRepository } from "../../support/gitRepository.ts";

export const working: ChangeRequest = { kind: "working" };
export const staged: ChangeRequest = { kind: "staged" };

/** Lines as a text. */
export const edit = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** A merge that stopped at `a.js`. */
export function makeConflict(repository: TestRepository): void {
  repository.git("checkout", "-q", "-b", "other");
  repository.write("a.js", "theirs\n");
  repository.commit();
  repository.git("checkout", "-q", "main");
  repository.write("a.js", "ours\n");
  repository.commit();
  try {
    repository.git("merge", "-q", "other");
  } catch {
    return;
  }
  throw new Error("The merge should have failed.");
}

/** Status, path and changed lines. */
export function brief(file: FileChange): string {
  return [file.status, file.path, ...file.hunks.map(({ current }) => `${current.start}-${current.end}`)].join(" ");
}

/** What a promise is rejected with; undefined when it is not. */
export async function failure(promise: Promise<unknown>): Promise<Error | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
