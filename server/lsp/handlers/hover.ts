/** Hover: explains the findings under the pointer. */

import { type Hover, MarkupKind, type TextDocumentPositionParams } from "vscode-languageserver/node";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import { hideSecrets, secretRules } from "../../review/hideSecrets.ts";
import type { Session } from "../session.ts";
import { hoverText } from "../toProto/hoverText.ts";
import { overlaps, toRange } from "../toProto/range.ts";

/** Reads the analysis already on screen and never starts one; empty when the text changed since. */
export async function handleHover(session: Session, params: TextDocumentPositionParams): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const file = session.currentFile(uri);
  const text = file?.change.text;
  if (!file || text === undefined) return null;
  const lines = indexLines(text);
  const pointer = { start: params.position, end: params.position };
  const findings = session.shownFindings(uri).filter((finding) => overlaps(toRange(lines, finding.span), pointer));
  const [first] = findings;
  if (!first) return null;
  const titles = await Promise.all(findings.map((finding) => session.fixes.titleOf(uri, finding)));
  const { rules } = await session.ruleSetOf(session.rootOfUri(uri)?.dir);
  // The same length, so that places stay where they are; without what a rule found to be a secret.
  const shown = hideSecrets(text, file.analysis?.findings ?? [], secretRules(rules))(text);
  const markdown = session.start.features.markdownHover;
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: hoverText(findings, { uri, lines: indexLines(shown) }, markdown, titles),
    },
    range: toRange(lines, first.span),
  };
}
