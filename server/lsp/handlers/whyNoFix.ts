/** Request of the editor: why a finding has no verified fix. */

import type { NoFix, NoFixParams } from "../../protocol.ts";
import type { Session } from "../session.ts";

/** Empty where it has one, where no fix exists for its rule, and where the finding is gone. */
export async function handleWhyNoFix(session: Session, { uri, fingerprint }: NoFixParams): Promise<NoFix> {
  const finding = session.shownFindings(uri).find((one) => one.fingerprint === fingerprint);
  const fix = finding && (await session.fixes.of(uri, finding));
  return fix && "refused" in fix ? { refused: fix.refused } : {};
}
