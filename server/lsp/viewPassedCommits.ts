/** Commits that did not pass the gate, in the words of the editor's language. */

import { aroundReason } from "../host/commitsAround.ts";
import type { FolderReview } from "../protocol.ts";
import type { Translate } from "../review/translate.ts";
import type { Session } from "./session.ts";
import { typedCommand } from "./typedCommand.ts";

/** A journal is data that nobody vouches for. */
const longestReason = 200;

/** @returns None in a folder without git. Never rejects. */
export async function viewPassedCommits(session: Session, dir: string): Promise<FolderReview["passedCommits"]> {
  const repository = session.repositories.get(dir);
  if (!repository) return [];
  const passed = await session.passedCommits(repository);
  return passed.map(({ commit, reason, isFirst }) => {
    const name = commit.slice(0, 10);
    const review = typedCommand(repository, isFirst ? "scan" : `gate --range ${name}^..HEAD`);
    return { commit: name, reason: reasonIn(session.start.t, reason), review };
  });
}

/** @param reason As the journal has it. */
function reasonIn(t: Translate, reason: string): string {
  if (reason === aroundReason) return t("made around the gate's hooks");
  if (reason === "it never saw this content") return t("the gate never saw this content");
  if (reason === "it compared this content with another commit") return t("the gate compared this content with another commit");
  if (reason.startsWith("it stopped this content")) return t("the gate had stopped this content");
  return reason.slice(0, longestReason);
}
