/** Code actions: the verified fix, an ignore comment with a reason, and all fixes of the file. */

import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver/node";
import type { Finding } from "../../engine/findings/finding.ts";
import { reasonToGive } from "../../engine/findings/suppression.ts";
import { suppressionRuleId } from "../../engine/findings/suppressionFaults.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { IgnoreParams, UsefulnessParams } from "../../protocol.ts";
import type { Session } from "../session.ts";
import { fingerprintOf, toWorkspaceEdit } from "../toProto/edit.ts";
import { overlaps, toEdits, toRange } from "../toProto/range.ts";
import { textNow } from "../whenAnalysed.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.linewarden`;

/** Stands for the reason while it is tried where the comment silences the finding. */
const someReason = "A-REASON-TO-BE-GIVEN";

/** Empty when the text changed since the analysis: a stale edit would corrupt the file. */
export async function handleCodeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const { uri } = params.textDocument;
  const file = session.currentFile(uri);
  const text = file?.change.text;
  if (!file || text === undefined || file.version === undefined) return [];
  const lines = indexLines(text);
  const findings = session.shownFindings(uri);
  const here = findings.filter((finding) => overlaps(toRange(lines, finding.span), params.range));
  const shown: Shown = { uri, version: file.version, text };
  const actions: CodeAction[] = [];
  if (wants(params, CodeActionKind.QuickFix)) {
    for (const finding of here) {
      const diagnostic = params.context.diagnostics.filter((one) => isAbout(one, finding));
      actions.push(
        ...(await fixAction(session, shown, finding, diagnostic)),
        ...(await ignoreAction(session, shown, finding, diagnostic)),
        ...(file.introduced.includes(finding) ? notUsefulAction(session, uri, finding, diagnostic) : []),
      );
    }
  }
  // Only when asked for by name: it looks at the whole file.
  if (params.context.only?.some((kind) => fixAllKind.startsWith(kind)))
    actions.push(...(await fixAllAction(session, shown, findings)));
  return textNow(session, uri) === text ? actions : [];
}

function wants(params: CodeActionParams, kind: CodeActionKind): boolean {
  const { only } = params.context;
  return !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === "");
}

/** The document that was asked about; the actions are given only if it is still so at their end. */
interface Shown {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

async function fixAction(session: Session, shown: Shown, finding: Finding, diagnostics: Diagnostic[]): Promise<CodeAction[]> {
  const { uri, version, text } = shown;
  const fix = await session.fixes.of(uri, finding);
  if (!fix || !("edits" in fix)) return [];
  const edits = toEdits(indexLines(text), fix.edits);
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      diagnostics,
      edit: toWorkspaceEdit(uri, version, edits, session.start.features),
    },
  ];
}

async function ignoreAction(
  session: Session,
  { uri, version, text }: Shown,
  finding: Finding,
  diagnostics: Diagnostic[],
): Promise<CodeAction[]> {
  if (finding.ruleId === suppressionRuleId) return [];
  const { t } = session.start;
  const command = "linewarden.ignoreFinding";
  if (session.start.features.commands.has(command)) {
    const argument: IgnoreParams = { uri, version, ruleId: finding.ruleId, fingerprint: finding.fingerprint };
    const title = t("Ignore {0} here, with a reason…", finding.ruleId);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        command: { title, command, arguments: [argument] },
      },
    ];
  }
  const edits = await session.fixes.ignore(uri, finding, someReason);
  if (!edits) return [];
  // A person is to replace it: until then the comment silences nothing, and a diagnostic says why.
  const asking = edits.map((edit) => ({ ...edit, text: edit.text.replace(someReason, reasonToGive) }));
  const protocolEdits = toEdits(indexLines(text), asking);
  return [
    {
      title: t("Ignore {0} here, with a reason", finding.ruleId),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: toWorkspaceEdit(uri, version, protocolEdits, session.start.features),
    },
  ];
}

function notUsefulAction({ start }: Session, uri: string, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
  const command = "linewarden.markNotUseful";
  if (finding.ruleId === suppressionRuleId || !start.features.commands.has(command)) return [];
  const { ruleId, fingerprint } = finding;
  const title = start.t("Mark this finding of {0} as not useful", ruleId);
  const argument: UsefulnessParams = { uri, ruleId, fingerprint, useful: false };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command, arguments: [argument] } }];
}

async function fixAllAction(
  session: Session,
  { uri, version, text }: Shown,
  findings: readonly Finding[],
): Promise<CodeAction[]> {
  const fixed = await session.fixes.all(uri, findings);
  if (!fixed) return [];
  const edits = toEdits(indexLines(text), fixed.edits);
  const { t } = session.start;
  const title =
    fixed.count === 1 ? t("Apply the verified fix of Linewarden") : t("Apply all {0} verified fixes of Linewarden", fixed.count);
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(uri, version, edits, session.start.features) }];
}

/** By fingerprint where the editor carries `data` back; else by rule and line. */
function isAbout(diagnostic: Diagnostic, finding: Finding): boolean {
  const fingerprint = fingerprintOf(diagnostic);
  return fingerprint === undefined ? diagnostic.code === finding.ruleId : fingerprint === finding.fingerprint;
}
