/** Waits for the analysis of a document that a person has just opened, or typed in, and wants something done about. */

import { setTimeout as pause } from "node:timers/promises";
import type { Session } from "./session.ts";

const stepMs = 20;
const limitMs = 5_000;

/**
 * The text of a file as it is now; `undefined` where there is none. An analysis that is made anew, because another file changed, changes no text: what
 * was worked out for it still fits.
 */
export function textNow(session: Pick<Session, "documents" | "shownFile">, uri: string): string | undefined {
  return session.documents.get(uri)?.text.getText() ?? session.shownFile(uri)?.change.text;
}

/** Settles at once for what is not open, and after five seconds in any case. */
export async function whenAnalysed(session: Session, uri: string): Promise<void> {
  for (let waited = 0; waited < limitMs; waited += stepMs) {
    const document = session.documents.get(uri);
    // Its base may be analysed later than it is, and until then nobody knows what the change introduced.
    if (!document || session.currentFile(uri) || !(document.waits || document.analysis)) return;
    await pause(stepMs);
  }
}
