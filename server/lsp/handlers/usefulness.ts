/** Request of the editor: a person marks a finding as not useful, or takes that back. */

import type { UsefulnessParams } from "../../protocol.ts";
import { personOf } from "../folderReview.ts";
import type { Session } from "../session.ts";

/** The finding is quiet in the editor until its function changes; the verdict and the gate count it all the same. */
export async function handleMarkUsefulness(session: Session, params: UsefulnessParams): Promise<{ readonly refused?: string }> {
  const { uri, ruleId, fingerprint, useful } = params;
  const { t } = session.start;
  const root = session.rootOfUri(uri);
  const file = root?.fileOf(uri);
  const findings = file ? [...file.introduced, ...file.existing] : [];
  const finding = findings.find((one) => one.ruleId === ruleId && one.fingerprint === fingerprint);
  if (!root) return { refused: t("This file belongs to no folder, so nothing can be kept for it.") };
  if (!finding) return { refused: t("The document changed in the meantime. Please try again.") };
  const problem = session.usefulness.mark(root.dir, finding, useful, await personOf(session, root.dir));
  if (problem) return { refused: problem };
  for (const shown of root.files) session.publish(shown.uri);
  session.touched();
  return {};
}
