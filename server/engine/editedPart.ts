/** Tells when an edit stays inside one function, so that only the statement around it has to be analysed again. Pure. */

import type { FileAnalysis } from "./findings/finding.ts";
import { childOf, type Node, type Tree } from "./tree/node.ts";
import type { Span } from "./tree/span.ts";

export interface EditedPart {
  /** The file reduced to the changed statement and what it can refer to; offsets are those of the whole text. */
  readonly tree: Tree;
  /** The changed top-level statement, before and after. What follows it moved by `after.end - before.end`. */
  readonly before: Span;
  readonly after: Span;
}

/** Shorter statements that hold no function are always kept: constants, calls that set an application up. */
const shortStatement = 300;

/**
 * @param previous the tree that was analysed last, and @param tree the present one, of the same file.
 * @returns `undefined` unless nothing outside of one top-level function, class or call with a function can have changed its meaning: the edit
 *   lies in a function's body, changes no import, no suppression and no variable of the file, and no other statement names what is declared here.
 */
export function editedPart(previous: Tree, tree: Tree): EditedPart | undefined {
  if (previous.language !== tree.language || previous.errors.length > 0 || tree.errors.length > 0) return undefined;
  const change = changeBetween(previous.text, tree.text);
  if (!change) return undefined;
  const [old, now] = [previous.root.children, tree.root.children];
  const at = now.findIndex((statement) => statement.start < change.start && statement.end > change.end);
  const [before, after] = [old[at], now[at]];
  const delta = tree.text.length - previous.text.length;
  if (!before || !after || before.start !== after.start || before.end + delta !== after.end || !sameAround(old, now, at, delta))
    return undefined;
  if (
    !isSelfContained(before, { start: change.start, end: change.end - delta }, previous) ||
    !isSelfContained(after, change, tree)
  )
    return undefined;
  if (hasSuppressionAround(previous.text, before) || hasSuppressionAround(tree.text, after)) return undefined;
  const others = tree.text.slice(0, after.start) + tree.text.slice(after.end);
  for (const name of declaredNames(after))
    if (new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(others)) return undefined;
  return { tree: { ...tree, root: { ...tree.root, children: needed(now, after) } }, before, after };
}

/** The range of the new text that is not in the old one, widened by nothing; `undefined` for equal texts. */
function changeBetween(old: string, now: string): Span | undefined {
  if (old === now) return undefined;
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && old.charCodeAt(old.length - 1 - same) === now.charCodeAt(now.length - 1 - same)) same++;
  return { start, end: now.length - same };
}

function sameAround(old: readonly Node[], now: readonly Node[], at: number, delta: number): boolean {
  if (old.length !== now.length) return false;
  return now.every((statement, index) => {
    const other = old[index];
    const moved = index > at ? delta : 0;
    return (
      index === at ||
      (other?.kind === statement.kind && other.start + moved === statement.start && other.end + moved === statement.end)
    );
  });
}

/** Whether the statement is one whose inside concerns nobody else, and the range lies in the body of a function of it. */
function isSelfContained(statement: Node, range: Span, tree: Tree): boolean {
  const source = tree.text.slice(statement.start, statement.end);
  if (/\bimport\b|\brequire\b|\bexport\s+(default\b|\{|\*)|\bglobal\b|\bnonlocal\b|\beval\b/.test(source)) return false;
  const inner = statement.kind === "export" ? statement.children[0] : statement;
  if (!inner || !["function", "class", "call"].includes(inner.kind)) return false;
  let inBody = false;
  const local = new Set<string>();
  const assigned: string[] = [];
  const visit = (node: Node): void => {
    const body = node.kind === "function" ? childOf(node, "body") : undefined;
    if (body && body.start < range.start && body.end > range.end && body.kind === "block") inBody = true;
    const target = childOf(node, "target");
    if (node.kind === "declare" || node.kind === "parameter" || node.kind === "loop" || node.kind === "withItem")
      collectNames(target, local);
    if (node.kind === "catch") collectNames(childOf(node, "name"), local);
    if (node.kind === "assign" && target?.kind === "name") assigned.push(target.text);
    if (node.kind === "update" && node.children[0]?.kind === "name") assigned.push(node.children[0].text);
    node.children.forEach(visit);
  };
  visit(inner);
  // In Python what a function assigns is its own.
  return inBody && (tree.language === "python" || assigned.every((name) => local.has(name)));
}

/** In the statement, behind it, or on the line above: what it silences, or no longer silences, is told by a look at everything. */
function hasSuppressionAround(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1);
  const above = text.lastIndexOf("\n", lineStart - 1);
  const lineEnd = text.indexOf("\n", end);
  return /linewarden-ignore|nosem/.test(text.slice(Math.max(0, above), lineEnd < 0 ? text.length : lineEnd));
}

function collectNames(node: Node | undefined, into: Set<string>): void {
  if (!node) return;
  if (node.kind === "name") into.add(node.text);
  for (const child of node.children) collectNames(child, into);
}

/** Names that a top-level statement gives to the file. */
function declaredNames(statement: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const inner = statement.kind === "export" ? (statement.children[0] ?? statement) : statement;
  if (inner.kind === "function" || inner.kind === "class") collectNames(childOf(inner, "name"), names);
  if (inner.kind === "declare" || inner.kind === "assign") collectNames(childOf(inner, "target"), names);
  return names;
}

/** The statement, all short ones, and those that declare what it names, directly or through another one. */
function needed(statements: readonly Node[], changed: Node): readonly Node[] {
  const kept = new Set<Node>(statements.filter((statement) => statement === changed || isShort(statement)));
  const used = new Set<string>();
  collectNames(changed, used);
  for (let size = -1; size !== kept.size; ) {
    size = kept.size;
    for (const statement of statements) {
      if (kept.has(statement) || ![...declaredNames(statement)].some((name) => used.has(name))) continue;
      kept.add(statement);
      collectNames(statement, used);
    }
  }
  return statements.filter((statement) => kept.has(statement));
}

function isShort(statement: Node): boolean {
  if (statement.kind === "import") return true;
  return statement.end - statement.start < shortStatement && !holdsFunction(statement);
}

function holdsFunction(node: Node): boolean {
  return node.kind === "function" || node.kind === "class" || node.children.some(holdsFunction);
}

/**
 * Puts the findings of the changed statement in the place of those that it had; what stands behind it moves with it.
 *
 * @param previous the analysis of the text before, and @param part the analysis of the part of the present text.
 * @param readsText whether a rule reads any text: such rules have looked at the whole text again.
 */
export function mergeEdit(
  previous: FileAnalysis,
  part: FileAnalysis,
  { before, after }: EditedPart,
  readsText: (ruleId: string) => boolean,
): FileAnalysis {
  const delta = after.end - before.end;
  const move = (span: Span): Span => (span.start >= before.end ? { start: span.start + delta, end: span.end + delta } : span);
  const isKept = ({ ruleId, span }: { readonly ruleId: string; readonly span: Span }): boolean =>
    !readsText(ruleId) && (span.end <= before.start || span.start >= before.end);
  const isNew = ({ ruleId, span }: { readonly ruleId: string; readonly span: Span }): boolean =>
    readsText(ruleId) || (span.start >= after.start && span.end <= after.end);
  const findings = previous.findings.filter(isKept).map((finding) => ({
    ...finding,
    span: move(finding.span),
    path: finding.path.map((step) => ({ ...step, span: move(step.span) })),
    captures: Object.fromEntries(
      Object.entries(finding.captures).map(([name, capture]) => [name, { ...capture, span: move(capture.span) }]),
    ),
    ...(finding.suppression ? { suppression: { ...finding.suppression, span: move(finding.suppression.span) } } : {}),
  }));
  const topics = previous.topics.filter(isKept).map((topic) => ({ ...topic, span: move(topic.span) }));
  const inOrder = (
    a: { readonly ruleId: string; readonly span: Span },
    b: { readonly ruleId: string; readonly span: Span },
  ): number => a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
  return {
    ...part,
    findings: [...findings, ...part.findings.filter(isNew)].sort(inOrder),
    topics: [...topics, ...part.topics.filter(isNew)].sort(inOrder),
    partial: true,
  };
}
