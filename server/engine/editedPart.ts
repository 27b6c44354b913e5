/** Tells when an edit stays inside one function, so that only the statement around it has to be analysed again. Pure. */

import { collectNames, connectedWith, declaresVariable, holdsFunction } from "./connections.ts";
import { generalStatements } from "./dataflow/registrations.ts";
import { sharedIn } from "./dataflow/shared.ts";
import { isStoringMethod } from "./dataflow/storing.ts";
import type { FileAnalysis, Finding } from "./findings/finding.ts";
import { inOrder, withoutYielding } from "./findings/overlaps.ts";
import { farthestBelow } from "./findings/suppression.ts";
import type { FileGuards } from "./guards/guard.ts";
import type { Rule } from "./rules/rule.ts";
import { changeBetween } from "./tree/changeBetween.ts";
import { childOf, type Node, type Tree } from "./tree/node.ts";
import { Notes, notesOf } from "./tree/notes.ts";
import type { LanguageId } from "./tree/rawTree.ts";
import type { Span } from "./tree/span.ts";

export interface EditedPart {
  /** The file reduced to the changed statement and what it can refer to or be called from; offsets are those of the whole text. */
  readonly tree: Tree;
  /** The changed top-level statement, before and after. What follows it moved by `after.end - before.end`. */
  readonly before: Span;
  readonly after: Span;
  /** Other statements whose findings may be others now, since data can flow between them and the changed one. In the present text. */
  readonly others: readonly Span[];
}

/** Shorter statements that hold no function are always kept: constants, calls that set an application up. */
const shortStatement = 300;
/** When more of a file than this share is concerned, all of it is analysed. */
const mostConcerned = 0.6;

/** What is to be known of the tree before an edit. Its nodes may go over into the next tree afterwards. */
export interface StatementEdit {
  readonly language: LanguageId;
  /** In the new text. */
  readonly change: Span;
  readonly delta: number;
  /** Index of the top-level statement that the edit lies in. */
  readonly at: number;
  readonly before: Node;
  readonly around: readonly { readonly kind: Node["kind"]; readonly start: number; readonly end: number }[];
  /** Indexes of what was connected with the statement, and may lose a finding. */
  readonly concerned: readonly number[];
}

/** @param previous the tree that was analysed last. @returns `undefined` unless the edit lies in a function's body of one statement. */
export function editIn(previous: Tree, text: string): StatementEdit | undefined {
  if (previous.errors.length > 0) return undefined;
  const change = changeBetween(previous.text, text);
  if (!change) return undefined;
  const delta = text.length - previous.text.length;
  const old = previous.root.children;
  const changed = { start: change.start, end: change.end - delta };
  const at = old.findIndex((statement) => statement.start < changed.start && statement.end > changed.end);
  const before = old[at];
  if (!before || !isSelfContained(before, changed, previous) || hasSuppressionAround(previous.text, before)) return undefined;
  const connected = connectedWith(previous, before).statements;
  return {
    language: previous.language,
    change,
    delta,
    at,
    before,
    around: old.map(({ kind, start, end }) => ({ kind, start, end })),
    concerned: old.flatMap((statement, index) => (connected.has(statement) ? [index] : [])),
  };
}

/**
 * @param edit what was known before of the edit that led to @param tree.
 * @returns `undefined` unless only what can call the changed top-level statement, or be called by it, can have changed its meaning: the edit
 *   lies in a function's body, and changes no import, no suppression and no variable of the file.
 */
export function editedPart(
  { language, change, delta, at, before, around, concerned }: StatementEdit,
  tree: Tree,
): EditedPart | undefined {
  if (language !== tree.language || tree.errors.length > 0) return undefined;
  const now = tree.root.children;
  // What stands behind it never runs.
  if (now.some(({ kind }) => kind === "throw" || (kind === "return" && language !== "python"))) return undefined;
  const after = now[at];
  if (!after || before.start !== after.start || before.end + delta !== after.end || !sameAround(around, now, at, delta))
    return undefined;
  if (!isSelfContained(after, change, tree) || hasSuppressionAround(tree.text, after)) return undefined;
  const concernedBefore = concerned.flatMap((index) => now[index] ?? []);
  const general = generalStatements(tree);
  const near = connectedWith(tree, after, concernedBefore);
  // What a middleware checks holds in handlers that name nothing of it.
  if (general.some((statement) => near.statements.has(statement))) return undefined;
  const { statements, aliases } = general.length > 0 ? connectedWith(tree, after, [...concernedBefore, ...general]) : near;
  const others = [...statements].filter((statement) => statement !== after);
  const length = others.reduce((sum, { start, end }) => sum + end - start, 0);
  if (
    length > mostConcerned * tree.text.length ||
    others.some((one) => hasSuppressionAround(tree.text, one)) ||
    ((others.some(runsAtOnce) || runsAtOnce(after)) && [...statements].some((one) => writesOutside(one, tree, true)))
  )
    return undefined;
  if (findsWhatOthersLeft(statements, now, tree)) return undefined;
  const children = now.filter((statement) => statements.has(statement) || aliases.has(statement) || isShort(statement));
  // What was noted of the whole file's root is not true of the part's.
  const root: Node = Object.assign({ ...tree.root, children }, { [notesOf]: undefined });
  return {
    tree: { ...tree, root, whole: tree },
    before: { start: before.start, end: before.end },
    after: { start: after.start, end: after.end },
    others: others.map(({ start, end }) => ({ start, end })),
  };
}

function sameAround(old: StatementEdit["around"], now: readonly Node[], at: number, delta: number): boolean {
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
  return holdsInBody(inner, range) && !writesOutside(statement, tree, false);
}

/** Whether the range lies in the body of a function of the statement. */
function holdsInBody(node: Node, range: Span): boolean {
  if (node.start >= range.start || node.end <= range.end) return false;
  if (node.role === "body" && node.kind === "block" && node.parent?.kind === "function") return true;
  return node.children.some((child) => holdsInBody(child, range));
}

/** A statement that does more than declare a function or a class: what it leaves in a variable is there for those behind it. */
function runsAtOnce(statement: Node): boolean {
  const inner = statement.kind === "export" ? statement.children[0] : statement;
  return inner?.kind !== "function" && inner?.kind !== "class";
}

/**
 * Whether a statement gives a variable of the file another value.
 *
 * @param parts Or puts something into what such a variable holds.
 */
function writesOutside(statement: Node, tree: Tree, parts: boolean): boolean {
  return writtenIn(statement, tree, parts).some((name) => !parts || declaresVariable(tree, name));
}

/** What another function puts into a queue of the file is told by a look at everything. */
function findsWhatOthersLeft(statements: ReadonlySet<Node>, all: readonly Node[], tree: Tree): boolean {
  const shared = sharedIn(tree);
  if (shared.size === 0) return false;
  const used = new Set<string>();
  for (const statement of statements) collectNames(statement, used);
  const wanted = [...shared].filter((name) => used.has(name));
  if (wanted.length === 0) return false;
  return all.some((one) => !statements.has(one) && wanted.some((name) => fillsOf(one, tree).has(name)));
}

/** By statement: one that an edit leaves as it is goes over into the next tree. */
const fills = new Notes<Node, ReadonlySet<string>>();

function fillsOf(statement: Node, tree: Tree): ReadonlySet<string> {
  const names = fills.get(statement) ?? new Set(writtenIn(statement, tree, true));
  fills.set(statement, names);
  return names;
}

/** Names that a statement gives a value, or with `parts` puts something into, other than its own. */
function writtenIn(statement: Node, tree: Tree, parts: boolean): readonly string[] {
  const [local, declaredOutside] = [new Set<string>(), new Set<string>()];
  const written: string[] = [];
  const stack = [statement];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const target = childOf(node, "target");
    if (node.kind === "declare" || node.kind === "parameter" || node.kind === "loop" || node.kind === "withItem")
      collectNames(target, local);
    if (node.kind === "catch") collectNames(childOf(node, "name"), local);
    if (node.kind === "global") for (const { text } of node.children) declaredOutside.add(text);
    // In Python what a function assigns is its own.
    if (node.kind === "assign" && target?.kind === "name" && tree.language === "python") local.add(target.text);
    const changed = node.kind === "assign" ? target : node.kind === "update" ? node.children[0] : storedInto(node);
    if (changed && (parts || changed.kind === "name") && (parts || node.kind !== "call")) written.push(rootName(changed));
    stack.push(...node.children);
  }
  return written.filter((name) => !local.has(name) || declaredOutside.has(name));
}

/** `list` of `list.push(x)`. */
function storedInto(node: Node): Node | undefined {
  const callee = node.kind === "call" ? childOf(node, "callee") : undefined;
  return callee?.kind === "member" && isStoringMethod(callee.text) ? callee.children[0] : undefined;
}

/** The variable that a chain of members begins with; "" for the result of a call and the like. */
function rootName(node: Node): string {
  if (node.kind === "name") return node.text;
  const [object] = node.children;
  return object && (node.kind === "member" || node.kind === "index") ? rootName(object) : "";
}

/** In the statement, behind it, or on the lines above: what it silences, or no longer silences, is told by a look at everything. */
function hasSuppressionAround(text: string, { start, end }: Span): boolean {
  let above = text.lastIndexOf("\n", start - 1);
  for (let line = 0; line < farthestBelow && above > 0; line++) above = text.lastIndexOf("\n", above - 1);
  const lineEnd = text.indexOf("\n", end);
  return /linewarden-ignore|nosem/.test(text.slice(Math.max(0, above), lineEnd < 0 ? text.length : lineEnd));
}

function isShort(statement: Node): boolean {
  if (statement.kind === "import") return true;
  return statement.end - statement.start < shortStatement && !holdsFunction(statement);
}

/** Such rules look at the whole file again, also where only a part of it was analysed: any text, and all routes of the file. */
export function looksAtWholeFile(rule: Rule): boolean {
  return rule.anyText !== undefined || rule.body.mode === "routes";
}

/**
 * Puts the findings of the changed statement, and of those that data can flow to or from, in the place of those that they had; what
 * stands behind it moves with it.
 *
 * @param previous the analysis of the text before, and @param part the analysis of the part of the present text.
 * @param readsText whether a rule reads any text: such rules have looked at the whole text again.
 */
export function mergeEdit(
  previous: FileAnalysis,
  part: FileAnalysis,
  { before, after, others }: EditedPart,
  readsText: (ruleId: string) => boolean,
): FileAnalysis {
  const delta = after.end - before.end;
  const move = (span: Span): Span => (span.start >= before.end ? { start: span.start + delta, end: span.end + delta } : span);
  const isConcerned = (span: Span): boolean => others.some(({ start, end }) => span.start >= start && span.end <= end);
  const isKept = ({ ruleId, span }: { readonly ruleId: string; readonly span: Span }): boolean =>
    !readsText(ruleId) && (span.end <= before.start || span.start >= before.end) && !isConcerned(move(span));
  const isNew = ({ ruleId, span }: { readonly ruleId: string; readonly span: Span }): boolean =>
    readsText(ruleId) || (span.start >= after.start && span.end <= after.end) || isConcerned(span);
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
  const guards = previous.guards && part.guards && mergeGuards(previous.guards, part.guards, { isKept, isNew, move });
  const imports = [...new Set([...(previous.imports ?? []), ...(part.imports ?? [])])];
  return {
    ...part,
    // What only untouched statements need is still needed.
    ...(imports.length > 0 ? { imports } : {}),
    // The rules that read any text did not see the findings that were kept, and may yield to one of them.
    findings: inOrder(withoutYielding([...findings, ...part.findings.filter(isNew)])),
    topics: inOrder([...topics, ...part.topics.filter(isNew)]),
    ...(guards ? { guards } : {}),
    partial: true,
  };
}

function mergeGuards(
  previous: FileGuards,
  part: FileGuards,
  {
    isKept,
    isNew,
    move,
  }: { isKept(finding: Finding): boolean; isNew(finding: Finding): boolean; readonly move: (span: Span) => Span },
): FileGuards {
  // What a guard protects is asked of the text before the change only, which nobody edits.
  const kept = previous.found
    .filter(({ finding }) => isKept(finding))
    .map((guard) => ({ ...guard, unit: move(guard.unit), finding: { ...guard.finding, span: move(guard.finding.span) } }));
  return { found: [...kept, ...part.found.filter(({ finding }) => isNew(finding))], ignores: part.ignores };
}
