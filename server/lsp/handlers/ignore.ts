/** Request of the editor after a person gave the reason: where the ignore comment goes. */

import { commentStyleOf } from "../../engine/findings/commentStyle.ts";
import { languageOfFile } from "../../engine/languages/embeddedCode.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { IgnoreParams, IgnoreResult } from "../../protocol.ts";
import type { Session } from "../session.ts";
import { toEdits } from "../toProto/range.ts";
import { textNow, whenAnalysed } from "../whenAnalysed.ts";

export async function handleIgnoreEdit(
  session: Session,
  params: IgnoreParams & { readonly reason: string },
): Promise<IgnoreResult> {
  const { uri, fingerprint, ruleId, version, reason } = params;
  const { t } = session.start;
  const movedOn = { refused: t("The document changed in the meantime. Please try again.") };
  if (reason.trim() === "") return { refused: t("A finding is ignored only with a reason.") };
  await whenAnalysed(session, uri);
  const file = session.currentFile(uri);
  if (file?.version !== version) return movedOn;
  const finding = session.shownFindings(uri).find((one) => one.fingerprint === fingerprint && one.ruleId === ruleId);
  if (!finding) return movedOn;
  const edits = await session.fixes.ignore(uri, finding, reason);
  const { text } = file.change;
  if (text === undefined || textNow(session, uri) !== text) return movedOn;
  if (!edits && !languageOfFile({ path: file.change.path, text }) && commentStyleOf(file.change.path) === undefined)
    return { refused: t("A file of this kind can hold no comments, so nothing can be ignored in it.") };
  if (!edits) return { refused: t("No comment can stand at this place; put it where the value is built.") };
  return { edit: { uri, version, edits: toEdits(indexLines(text), edits) } };
}
