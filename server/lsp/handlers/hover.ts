/** Hover: explains the findings under the pointer, and in rule files the keys. */

import { type Hover, MarkupKind, type TextDocumentPositionParams } from "vscode-languageserver/node";
import { hideSecrets, secretRules } from "../../engine/findings/hideSecrets.ts";
import { ruleKeyAt } from "../../engine/rules/ruleContext.ts";
import { helpFor } from "../../engine/rules/ruleOutline.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { Session } from "../session.ts";
import { hoverText } from "../toProto/hoverText.ts";
import { overlaps, toRange } from "../toProto/range.ts";

const longestWaitMs = 500;

/** Reads the analysis already on screen and never starts one; empty when the text changed since. */
export async function handleHover(session: Session, params: TextDocumentPositionParams): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const key = keyHover(session, params);
  if (key) return key;
  const file = session.currentFile(uri);
  const text = file?.change.text;
  if (!file || text === undefined) return null;
  const lines = indexLines(text);
  const pointer = { start: params.position, end: params.position };
  const findings = session.shownFindings(uri).filter((finding) => overlaps(toRange(lines, finding.span), pointer));
  const [first] = findings;
  if (!first) return null;
  const fixes = await Promise.all(findings.map((finding) => soon(session.fixes.of(uri, finding))));
  const { rules } = await session.ruleSetOf(session.rootOfUri(uri)?.dir);
  // The same length, so that places stay where they are; without what a rule found to be a secret.
  const shown = hideSecrets(text, file.analysis?.findings ?? [], secretRules(rules))(text);
  const { features, t } = session.start;
  const notUsefulOfRule = (ruleId: string) => session.usefulness.countOf(session.rootOfUri(uri)?.dir, ruleId);
  return {
    contents: {
      kind: features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: hoverText(findings, { uri, lines: indexLines(shown) }, fixes, {
        markdown: features.markdownHover,
        belowMessage: features.views,
        t,
        notUsefulOfRule,
      }),
    },
    range: toRange(lines, first.span),
  };
}

/** A fix is verified in a thread that may be at work for long: then the hover does without it. */
async function soon<T>(value: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, longestWaitMs, undefined);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a key of a rule file is for; at a rule's id how its tests went. */
function keyHover(session: Session, { textDocument, position }: TextDocumentPositionParams): Hover | undefined {
  const document = session.documents.get(textDocument.uri);
  if (!document || !session.ruleDocuments.holdsRules(document.file)) return undefined;
  const text = document.text.getText();
  const found = ruleKeyAt(text, position.line, position.character);
  const help = found && helpFor(found.path, found.key);
  if (!found || !help) return undefined;
  const content = text.split(/\r\n|\r|\n/)[position.line] ?? "";
  const id = found.key === "id" && /^\s*:\s*["']?([^\s"'#,}]+)/.exec(content.slice(found.end))?.[1];
  const tests = id ? session.ruleDocuments.testResultOf(document, id) : undefined;
  const markdown = session.start.features.markdownHover;
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: [help, tests ? `Tests: ${markdown ? tests.replace(/[*_`<[]/g, "\\$&") : tests}` : ""]
        .filter((part) => part !== "")
        .join("\n\n"),
    },
    range: {
      start: { line: position.line, character: found.start },
      end: { line: position.line, character: found.end },
    },
  };
}
