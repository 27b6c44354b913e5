/** Which welcome text an empty tree shows, and what commands can act on. Pure. */

import type { FolderReview } from "../../server/protocol.ts";

/** "" when there is something to show. The manifest has a welcome text for each other value. */
export type EmptyState = "" | "starting" | "busy" | "noChange" | "noGit" | "virtual" | "down";

export function emptyState(
  server: "starting" | "running" | "down" | "stopped",
  reviews: readonly FolderReview[] | undefined,
): EmptyState {
  if (server === "down" || server === "stopped") return "down";
  if (server === "starting" || !reviews) return "starting";
  if (reviews.length > 0 && reviews.every(isVirtual)) return "virtual";
  if (reviews.some((review) => review.files.length > 0 || review.notReviewed.length > 0)) return "";
  if (reviews.some((review) => review.busy)) return "busy";
  if (reviews.length > 0 && reviews.every(({ baseKind }) => baseKind === "none" || baseKind === "snapshot")) return "noGit";
  return "noChange";
}

/** A folder that is on no disk: there is no change to list, only open documents. */
export function isVirtual(review: FolderReview): boolean {
  return !review.folderUri.startsWith("file:") && review.files.length === 0;
}
