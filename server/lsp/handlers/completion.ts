/** Completion in rule files: keys and values that the loader knows at that place. */

import { type CompletionItem, CompletionItemKind, MarkupKind, type TextDocumentPositionParams } from "vscode-languageserver/node";
import { quickFixes } from "../../engine/fixes/offerFix.ts";
import { type RuleContext, ruleContextAt } from "../../engine/rules/ruleContext.ts";
import { helpFor, isNested, keysAt, valuesAt } from "../../engine/rules/ruleOutline.ts";
import { checklistItems } from "../../review/checklistItems.ts";
import type { Session } from "../session.ts";

const names = { checklist: checklistItems.map(({ id }) => id), quickFixes: Object.keys(quickFixes) };

/** Empty outside of rule files, in comments and in texts of several lines. */
export function handleCompletion(session: Session, params: TextDocumentPositionParams): CompletionItem[] {
  const document = session.documents.get(params.textDocument.uri);
  if (!document || !session.ruleDocuments.holdsRules(document.file)) return [];
  const { line, character } = params.position;
  const context = ruleContextAt(document.text.getText(), line, character);
  if (!context) return [];
  const word = /[\w./-]*$/.exec(context.prefix)?.[0] ?? "";
  const range = { start: { line, character: character - word.length }, end: params.position };
  return itemsAt(context).map(({ text, ...item }) => ({ ...item, textEdit: { range, newText: text } }));
}

type Item = CompletionItem & { readonly text: string };

function itemsAt(context: RuleContext): Item[] {
  // A list of plain values, such as that of the languages, holds no keys.
  const keys = context.at === "key" ? keysAt(context.path) : undefined;
  if (keys) {
    return Object.entries(keys)
      .filter(([key, { supported }]) => supported && !context.siblings.has(key))
      .map(([key], index) => keyItem(context, key, index));
  }
  return valuesAt(context.path, names).map((value, index) => ({
    label: value,
    kind: CompletionItemKind.Value,
    sortText: String(index).padStart(3, "0"),
    text: value,
  }));
}

function keyItem({ path }: RuleContext, key: string, index: number): Item {
  const help = helpFor(path, key);
  return {
    label: key,
    kind: CompletionItemKind.Property,
    sortText: String(index).padStart(3, "0"),
    ...(help ? { documentation: { kind: MarkupKind.Markdown, value: help } } : {}),
    text: isNested(key) ? `${key}:` : `${key}: `,
  };
}
