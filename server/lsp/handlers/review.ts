/** Requests of the views: the reviews of all folders, and a person's answer to a checklist item. */

import type { AnswerParams, FolderReview } from "../../protocol.ts";
import { answerItem, reviewEntry, reviewFolders } from "../folderReview.ts";
import type { RootEntry } from "../rootRegistry.ts";
import type { Session } from "../session.ts";
import { normalUri } from "../uris.ts";

export async function handleReview(
  session: Session,
  params: { readonly folderUri?: string } | undefined,
): Promise<FolderReview[]> {
  const reviews = await reviewFolders(session);
  const wanted = params?.folderUri;
  return wanted === undefined ? reviews : reviews.filter((review) => normalUri(review.folderUri) === normalUri(wanted));
}

/** Rejects with a message for the person when the answer could not be recorded. */
export async function handleAnswer(session: Session, params: AnswerParams): Promise<FolderReview> {
  const entry = entryOf(session, params.folderUri);
  if (!entry) throw new Error("This folder is not under review.");
  const problem = await answerItem(session, entry, params.item, params.answer, params.note);
  if (problem) throw new Error(problem);
  session.touched();
  return (await reviewEntry(session, entry)).view;
}

export function entryOf(session: Session, folderUri: string): RootEntry | undefined {
  const wanted = normalUri(folderUri);
  return session.registry.entries().find((entry) => entry.folders.some((folder) => normalUri(folder.uri) === wanted));
}
