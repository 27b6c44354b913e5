/** Identity of changed content, to which a person's answer is bound. */

import type { FileChange } from "../changes/change.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";

/** A digest of a text that cannot be forged, such as SHA-256 in hex; passed in by the door. */
export type HashText = (text: string) => string;

const digests = new WeakMap<FileChange, string>();

/**
 * @param files What the answer speaks of; their order does not matter.
 * @returns Equal exactly when paths, texts after the change and replaced lines are the same.
 */
export function contentOf(files: Iterable<FileChange>, hash: HashText): string {
  return hash(
    [...files]
      .map((file) => digestOf(file, hash))
      .sort()
      .join("\n"),
  );
}

function digestOf(file: FileChange, hash: HashText): string {
  const known = digests.get(file);
  if (known !== undefined) return known;
  const digest = hash(
    JSON.stringify([
      file.path,
      file.basePath ?? null,
      file.status,
      file.text ?? null,
      file.contentId ?? file.unread?.detail ?? null,
      removedLines(file),
    ]),
  );
  digests.set(file, digest);
  return digest;
}

function removedLines(file: FileChange): string[] {
  const base = indexLines(file.baseText ?? "");
  const lines: string[] = [];
  for (const hunk of file.hunks) for (let line = hunk.base.start; line < hunk.base.end; line++) lines.push(base.lineText(line));
  return lines;
}
