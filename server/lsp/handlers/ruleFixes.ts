/** Request of the editor: all verified fixes of one rule, in one document or in all that the change touches. */

import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { RuleFixes, RuleFixesParams } from "../../protocol.ts";
import type { Session } from "../session.ts";
import { toEdits } from "../toProto/range.ts";
import { textNow, whenAnalysed } from "../whenAnalysed.ts";

/** Documents whose text moves on meanwhile are left out, as their edits would be stale. */
export async function handleRuleFixes(session: Session, { ruleId, uris }: RuleFixesParams): Promise<RuleFixes> {
  const files: RuleFixes["files"][number][] = [];
  for (const uri of uris) {
    await whenAnalysed(session, uri);
    const file = session.currentFile(uri);
    const text = file?.change.text;
    const findings = session.shownFindings(uri).filter((finding) => finding.ruleId === ruleId);
    if (!file || text === undefined || findings.length === 0) continue;
    const fixed = await session.fixes.all(uri, findings);
    if (!fixed || textNow(session, uri) !== text) continue;
    const edits = toEdits(indexLines(text), fixed.edits);
    files.push({ uri, ...(file.version === undefined ? {} : { version: file.version }), count: fixed.count, edits });
  }
  return { files };
}
