/** What a person saw: edits made by hand, lines that stood on screen, and marks that were set or taken back. */

import type { EditNotice, LookedNotice, MarkSeenParams } from "../../protocol.ts";
import { mark } from "../marks.ts";
import type { Session } from "../session.ts";

/** Counted for the version that the person saw; a notice about an older one is dropped. */
export function handleLooked(session: Session, params: LookedNotice): void {
  if (session.documents.get(params.uri)?.text.version !== params.version) return;
  mark(session, params.uri, params.lines, true);
}

export function handleMarkSeen(session: Session, params: MarkSeenParams): void {
  const problem = mark(session, params.uri, params.lines, params.seen);
  if (problem) throw new Error(problem);
}

/** Lines that a person typed have been looked at by that person. */
export function handleEdited(session: Session, params: EditNotice): void {
  const document = session.documents.get(params.uri);
  if (document) session.ledgers.note(document, params);
}
