/** Reads many blobs of a repository with two git processes, however many they are. */

import type { NotReviewed } from "../engine/findings/finding.ts";
import { tooLarge } from "./files.ts";
import type { Repository } from "./git.ts";

export type Blob = { readonly bytes: Buffer } | { readonly unread: Pick<NotReviewed, "reason" | "detail"> };

/**
 * @param ids Object ids, or names of objects without a line break such as `COMMIT:PATH`; duplicates are read once.
 * @param maxBytes Larger blobs are not read.
 * @returns One entry for each id; an object that is not here says so, and a name that means none has none. Never throws.
 */
export async function readBlobs(repository: Repository, ids: Iterable<string>, maxBytes: number): Promise<Map<string, Blob>> {
  const wanted = [...new Set(ids)];
  const blobs = new Map<string, Blob>();
  if (wanted.length === 0) return blobs;
  const sizes = await repository.git(["cat-file", "--batch-check"], { input: lines(wanted) });
  const small: string[] = [];
  const answers = sizes.stdout.toString("utf8").split("\n");
  for (const [i, id] of wanted.entries()) {
    const answer = answers[i] ?? "";
    // A name is repeated where git finds nothing, and it may hold spaces.
    const [, type, size] = answer === `${id} missing` ? [] : answer.split(" ");
    if (type === "blob" && Number(size) <= maxBytes) small.push(id);
    else if (type === "blob") blobs.set(id, { unread: tooLarge(Number(size), maxBytes) });
    else if (!id.includes(":") || sizes.code !== 0) blobs.set(id, { unread: missing(sizes.stderr) });
  }
  if (small.length === 0) return blobs;
  const { stdout, stderr } = await repository.git(["cat-file", "--batch"], { input: lines(small) });
  let at = 0;
  for (const id of small) {
    const end = stdout.indexOf(10, at);
    const [, type, size] = (end < 0 ? "" : stdout.toString("latin1", at, end)).split(" ");
    if (type !== "blob") {
      blobs.set(id, { unread: missing(stderr) });
      at = end < 0 ? stdout.length : end + 1;
      continue;
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    blobs.set(id, { bytes: stdout.subarray(start, at - 1) });
  }
  return blobs;
}

function lines(ids: readonly string[]): string {
  return `${ids.join("\n")}\n`;
}

function missing(stderr: string): Pick<NotReviewed, "reason" | "detail"> {
  const said = stderr.split("\n")[0]?.replace(/^(fatal|error): /, "");
  return {
    reason: "unreadable",
    detail: said
      ? `git could not read it: ${said}`
      : "Its content is not in this clone (partial clone); nothing is fetched for a review.",
  };
}
