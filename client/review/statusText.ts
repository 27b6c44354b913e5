/** What the status bar says: how many changed lines nobody has looked at, or why that is not known. Pure. */

import type { FolderReview } from "../../server/protocol.ts";
import type { Translate } from "../../server/review/translate.ts";
import { hasChange } from "./checklistRows.ts";
import { isVirtual } from "./emptyState.ts";
import { commitWord, findingsWord, hiddenFindings, hiddenWord, unseenWord } from "./words.ts";

export interface StatusText {
  readonly text: string;
  /** Paragraphs, plain text. */
  readonly tooltip: readonly string[];
  /** Read aloud: without icons. */
  readonly spoken: string;
  readonly level: "normal" | "warning" | "error";
}

export function statusText(
  server: "starting" | "running" | "down" | "stopped",
  reviews: readonly FolderReview[] | undefined,
  t: Translate,
): StatusText {
  if (server === "down" || server === "stopped") {
    return level("warning", "$(debug-disconnect)", t("review not running"), [
      t("The review stopped and is started again. Findings may be missing until then."),
    ]);
  }
  if (server === "starting" || !reviews) return level("normal", "$(loading~spin)", t("starting"), [t("The review is starting.")]);
  const findings = reviews.flatMap((review) => review.files).reduce((sum, file) => sum + file.findings.length, 0);
  const unseen = reviews.reduce((sum, review) => sum + review.unseenLines, 0);
  const changed = reviews.reduce((sum, review) => sum + review.changedLines, 0);
  const blocked = reviews.some((review) => review.verdict.blocked);
  const busy = reviews.some((review) => review.busy);
  const virtual = reviews.length > 0 && reviews.every(isVirtual);
  const failed = reviews.some(({ failure }) => failure !== undefined);
  const isEmpty = changed === 0 && findings === 0;
  // Nothing to look at is no praise: the sign for "passed" is kept for a change that was looked at.
  const icon = failed
    ? "$(warning)"
    : busy
      ? "$(loading~spin)"
      : blocked
        ? "$(error)"
        : unseen > 0
          ? "$(eye)"
          : isEmpty
            ? "$(shield)"
            : "$(pass)";
  const nothing = failed
    ? t("not reviewed")
    : busy
      ? t("reading the change")
      : virtual
        ? t("open documents only")
        : t("no change");
  const words = isEmpty ? nothing : unseen === 0 ? t("all looked at") : unseenWord(t, unseen);
  const text = findings > 0 ? `${words} · ${findingsWord(t, findings)}` : words;
  const tooltip = reviews.map((review) => `${review.folderName}: ${saidOf(review, t)}`);
  const hidden = reviews.reduce((sum, review) => sum + hiddenFindings(review), 0);
  if (hidden > 0) tooltip.push(hiddenWord(t, hidden));
  if (busy) tooltip.push(t("Still reading the change…"));
  return level(blocked ? "error" : failed ? "warning" : "normal", icon, text, tooltip);
}

/** The counts are of the whole change, the verdict is of what is staged. */
function saidOf(review: FolderReview, t: Translate): string {
  return review.failure ?? (hasChange(review) ? commitWord(t, review) : review.verdict.summary);
}

function level(severity: StatusText["level"], icon: string, words: string, tooltip: readonly string[]): StatusText {
  return { text: `${icon} ${words}`, tooltip, spoken: `Linewarden: ${words}`, level: severity };
}
