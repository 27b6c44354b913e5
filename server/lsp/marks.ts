/** Marks lines of a file under review as looked at by a person, or takes that back. */

import type { LineRange } from "../changes/change.ts";
import type { Session } from "./session.ts";

/** @returns Why it could not be recorded, if so. */
export function mark(session: Session, uri: string, lines: readonly LineRange[], seen: boolean): string | undefined {
  const root = session.rootOfUri(uri);
  const file = root?.fileOf(uri);
  const text = session.documents.get(uri)?.text.getText() ?? file?.change.text;
  if (!root || !file || text === undefined) return undefined;
  const { path, basePath } = file.change;
  const marked = { path, text, lines, ...(basePath === undefined ? {} : { basePath }) };
  const problem = seen ? session.seen.mark(root.dir, marked) : session.seen.unmark(root.dir, marked);
  session.touched();
  return problem;
}
