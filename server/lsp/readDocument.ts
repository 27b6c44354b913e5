/** What the disk and the base hold of an open document. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenDocument } from "./openDocument.ts";

/**
 * @param baseTextOf Asked once the disk was looked at. @returns Whether its file was deleted, or came back, since the last time: "gone" and
 *   "back".
 */
export async function readDocument(
  dir: string,
  document: OpenDocument,
  baseTextOf: () => Promise<string | undefined>,
): Promise<"gone" | "back" | undefined> {
  const onDisk = existsSync(join(dir, document.path));
  const wasDeleted = document.deleted;
  document.deleted = document.onDisk && !onDisk;
  document.onDisk = document.onDisk || onDisk;
  document.baseText = await baseTextOf();
  if (document.deleted === wasDeleted) return undefined;
  return document.deleted ? "gone" : "back";
}

/** `undefined` where there is no such file. */
export function readTextNow(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
