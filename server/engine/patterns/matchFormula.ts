/** Runs a compiled formula on a file: ranges that contain, exclude and agree with one another. */

import type { Node, Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import { matchElements } from "../words/matchElements.ts";
import { matchWords, type WordPattern } from "../words/matchWords.ts";
import type { ElementPattern } from "../words/readElements.ts";
import { type CommentStyle, readWords, type WordTree } from "../words/readWords.ts";
import { merge, toBindings } from "./bindings.ts";
import type { CompiledCondition, CompiledFormula, CompiledNode } from "./compileFormula.ts";
import type { RegexMatch } from "./compileRegex.ts";
import { comparisonHolds } from "./evaluateComparison.ts";
import { findPattern } from "./findPattern.ts";
import type { Binding, Bindings, Match, MatchContext } from "./match.ts";
import { contextFor, createMatchContext, factsOf } from "./matchContext.ts";
import { usualMatching } from "./matching.ts";
import { isExpressionPlace, type StringTest } from "./matchRun.ts";
import { hasAll, mayOccur } from "./needs.ts";
import { isPlainKey } from "./parsePattern.ts";
import { both, contains, distinctMatches, type Near, nearTo, within, without } from "./ranges.ts";
import { symbolOf } from "./symbols.ts";
import { testsBeside } from "./testsBeside.ts";
import { hasType } from "./types.ts";

/** The whole file, or the part that a metavariable stands for. */
interface Scope {
  readonly context: MatchContext;
  readonly span: Span;
  /** The nodes of the part; absent for the whole file. */
  readonly nodes?: readonly Node[];
  /** Ranges without anything to do with earlier matches are not worth finding: they must contain one, or touch one. */
  readonly near?: { readonly matches: Near; readonly how: "contains" | "touches" };
  /** What the conditions around ask of metavariables; only for what is found first, since later matches take over its bindings. */
  readonly tests?: ReadonlyMap<string, StringTest>;
  /** What is found first must contain one of these, whatever it is narrowed to afterwards. */
  readonly around?: Near;
}

type All = Extract<CompiledNode, { op: "all" }>;

const unbound: Bindings = new Map();

/**
 * @param around Only where the code that is found first, such as a function, contains one of these.
 * @returns All matches, by start, then end; none twice with the same range and bindings. Stops early when the budget is used up.
 */
export function matchFormula(compiled: CompiledFormula, context: MatchContext, around?: Near): Match[] {
  const whole = { context, span: { start: 0, end: context.tree.text.length } };
  return distinctMatches(evaluate(compiled.formula, around ? { ...whole, around } : whole), context.budget);
}

function evaluate(formula: CompiledNode, scope: Scope): Match[] {
  switch (formula.op) {
    case "pattern":
      if (!hasAll(formula.words, scope.context.texts)) return [];
      return findPattern(formula.pattern, formula.strings, scope.context, scope).map(
        ({ node, span, bound, exact, shortest }) => ({
          span,
          node,
          exact,
          shortest,
          bindings: bound ? toBindings(bound) : unbound,
        }),
      );
    case "regex":
      return isOfWholeFile(formula, scope)
        ? matchesInFile(formula, scope.context.tree)
        : regexMatches(formula.regex.all(scope.context.tree.text.slice(scope.span.start, scope.span.end)), scope.span.start);
    case "words":
      return wordMatches(formula.pattern, scope);
    case "inside":
      return evaluate(formula.of, scope);
    case "any":
      return formula.of.flatMap((part) => evaluate(part, scope));
    case "all":
      return evaluateAll(formula, scope);
  }
}

/** Trees of words of whole files, by how comments are read. */
const wordTrees = new Notes<MatchContext, Map<string, WordTree>>();

function wordMatches(pattern: WordPattern | ElementPattern, { context, span }: Scope): Match[] {
  const { budget, tree } = context;
  const spend = (): boolean => budget.left-- > 0;
  const found =
    "style" in pattern
      ? matchElements(pattern, tree.text.slice(span.start, span.end), spend)
      : matchWords(pattern, wordTree(pattern.options.comments, context, span), spend);
  return found.map((match) => {
    const inFile = (at: Span): Span => ({ start: at.start + span.start, end: at.end + span.start });
    const bindings = new Map<string, Binding>();
    for (const [name, bound] of match.bindings)
      bindings.set(name, { span: inFile(bound), text: bound.text, nodes: [], word: true });
    return { span: inFile(match.span), node: undefined, bindings };
  });
}

function wordTree(style: CommentStyle | undefined, context: MatchContext, { start, end }: Span): WordTree {
  const { text } = context.tree;
  const whole = start === 0 && end === text.length;
  const known = wordTrees.get(context) ?? new Map<string, WordTree>();
  const words = (whole && known.get(style ?? "")) || readWords(text.slice(start, end), style);
  if (whole) wordTrees.set(context, known.set(style ?? "", words));
  return words;
}

function regexMatches(found: readonly RegexMatch[], offset: number): Match[] {
  return found.map((match) => {
    const bindings = new Map<string, Binding>();
    for (const [name, text] of Object.entries(match.groups)) {
      const { start, end } = match.place(name) ?? match;
      bindings.set(`$${name}`, { span: { start: start + offset, end: end + offset }, text, nodes: [] });
    }
    return { span: { start: match.start + offset, end: match.end + offset }, node: undefined, bindings };
  });
}

/** Stops as soon as nothing is left; each step only looks near what the steps before it found. */
function evaluateAll(formula: All, outer: Scope): Match[] {
  if (!mayOccur(formula, outer.context)) return [];
  const scope = innerScope(formula, outer);
  if (!maybeInWholeFile(formula, scope)) return [];
  let matches = positiveMatches(formula, scope, outer);
  const isAsync = isAsyncFunction(formula, scope);
  for (const { how, of } of formula.steps) {
    if (matches.length === 0) return matches;
    const { budget } = scope.context;
    if (how === "inside") {
      const place = near(scope, matches, "contains");
      matches = within(matches, evaluate(of, testing(place, formula.tests, matches)), budget);
    } else if (how === "both") {
      const place = scope.near ? scope : near(scope, matches, "touches");
      matches = both(matches, evaluate(of, testing(place, formula.tests, matches)), budget);
    } else if (!isAsync || of.op === "regex") {
      const place = of.op === "regex" ? scope : near(scope, matches, "contains");
      matches = without(matches, evaluate(of, place), of.op, budget);
    }
  }
  matches = inWholeFile(formula, matches, scope);
  if (formula.where.length > 0) matches = matches.flatMap((match) => meeting(formula.where, match, scope));
  return formula.focus.length === 0
    ? matches
    : distinctMatches(
        matches.flatMap((match) => focused(match, formula.focus)),
        scope.context.budget,
      );
}

type RegexNode = Extract<CompiledNode, { op: "regex" }>;

/** What begins with the file says something of the whole file, and several parts of a rule may ask for it. */
function isOfWholeFile({ source }: RegexNode, { nodes, span }: Scope): boolean {
  return nodes === undefined && span.start === 0 && source.startsWith("(?<![\\s\\S])");
}

const inFiles = new Notes<Tree, Map<string, Match[]>>();

function matchesInFile({ source, regex }: RegexNode, tree: Tree): Match[] {
  const known = inFiles.get(tree) ?? new Map<string, Match[]>();
  let found = known.get(source);
  if (!found) {
    found = regexMatches(regex.all(tree.text), 0);
    inFiles.set(tree, known.set(source, found));
  }
  return found;
}

/** Where what is asked of the whole file does not hold, no pattern is looked for. */
function maybeInWholeFile({ inside }: All, scope: Scope): boolean {
  for (let at = 0; at < inside.length; at++) {
    const part = inside[at];
    if (part?.op === "regex" && isOfWholeFile(part, scope) && matchesInFile(part, scope.context.tree).length === 0) return false;
  }
  return true;
}

/** Recorded: nothing but a regex excludes an `async` function from what a metavariable may stand for, where it is only said what that is not. */
function isAsyncFunction({ positive, inside }: All, { nodes, context }: Scope): boolean {
  const [only, second] = nodes ?? [];
  if (positive.length + inside.length > 0 || only?.kind !== "function" || second) return false;
  return /\basync\b/.test(only.text) && !factsOf(context).precise;
}

function inWholeFile({ anywhere, nowhere }: All, found: Match[], { context }: Scope): Match[] {
  let matches = found;
  if (anywhere.length + nowhere.length === 0) return matches;
  const whole = { context, span: { start: 0, end: context.tree.text.length } };
  for (const formula of anywhere) {
    const others = evaluate(formula, whole);
    matches = matches.flatMap((match) =>
      others.flatMap((other) => {
        const bindings = context.budget.left-- > 0 ? merge(match.bindings, other.bindings) : undefined;
        return bindings ? [{ ...match, bindings }] : [];
      }),
    );
  }
  for (const formula of nowhere) {
    const others = evaluate(formula, whole);
    matches = matches.filter((match) => !others.some((other) => merge(match.bindings, other.bindings)));
  }
  return distinctMatches(matches, context.budget);
}

/** What contains a range also contains what is in it; for other relations, and where the result is narrowed, nothing follows. */
function innerScope(formula: All, scope: Scope): Scope {
  const { near, tests: _tests, around: _around, ...rest } = scope;
  return near?.how === "contains" && formula.focus.length === 0 ? { ...rest, near } : rest;
}

function near(scope: Scope, matches: readonly Match[], how: "contains" | "touches"): Scope {
  return { ...scope, near: { matches: nearTo(matches), how } };
}

function positiveMatches(formula: All, scope: Scope, { tests: outerTests, around }: Scope): Match[] {
  const [first, ...others] = formula.first;
  // Only exclusions: what they are taken from is the whole part that is looked at.
  if (!first) return [{ span: scope.span, node: undefined, bindings: unbound }];
  // What a variable stands for may hold where its name does not.
  const early = !scope.context.matching.symbolic_propagation;
  const tests = outerTests && outerTests.size > 0 ? new Map([...outerTests, ...formula.tests]) : formula.tests;
  const place: Scope = around && !scope.near ? { ...scope, near: { matches: around, how: "contains" } } : scope;
  let matches = evaluate(first, early && tests.size > 0 ? { ...place, tests } : place);
  if (early) matches = matches.filter((match) => mayHold(formula.where, match));
  for (const next of others) {
    if (matches.length === 0) return matches;
    const found = evaluate(next, testing(scope.near ? scope : near(scope, matches, "touches"), tests, matches));
    matches = isLoneMetavariable(next)
      ? within(found, matches, scope.context.budget)
      : both(matches, found, scope.context.budget);
  }
  return matches;
}

function testing(scope: Scope, formulaTests: Scope["tests"] & {}, matches: readonly Match[]): Scope {
  const tests = testsBeside(formulaTests, matches, scope.context);
  return tests ? { ...scope, tests } : scope;
}

/** `$X` beside other patterns picks what lies in them. */
function isLoneMetavariable(formula: CompiledNode): boolean {
  if (formula.op !== "pattern") return false;
  const [only, second] = formula.pattern.nodes;
  return only?.kind === "metavariable" && only.text !== "$_" && !second && !formula.pattern.statement;
}

/** Cheap conditions on what is bound already; the others come later. */
function mayHold(where: readonly CompiledCondition[], { bindings }: Match): boolean {
  for (const condition of where) {
    const binding = condition.op === "regex" && !condition.constants ? bindings.get(condition.metavariable) : undefined;
    if (binding && condition.op === "regex" && !condition.test(binding.text)) return false;
  }
  return true;
}

/** The match when it meets all conditions, which see what the patterns bound, and not what other conditions bind. */
function meeting(where: readonly CompiledCondition[], match: Match, scope: Scope): Match[] {
  let met = [match];
  for (const condition of where) {
    if (condition.op !== "pattern") {
      if (!holds(condition, match, scope.context)) return [];
      continue;
    }
    const found = nestedMatches(condition, match, scope);
    const { budget } = scope.context;
    const merged = met.flatMap(({ bindings }) =>
      found.map((part) => (budget.left-- > 0 ? merge(bindings, part.bindings) : undefined)),
    );
    met = distinctMatches(
      merged.flatMap((bindings) => (bindings ? [{ ...match, bindings }] : [])),
      budget,
    );
    if (met.length === 0) return met;
  }
  return met;
}

function holds(condition: Exclude<CompiledCondition, { op: "pattern" }>, { bindings }: Match, context: MatchContext): boolean {
  if (condition.op === "comparison") return comparisonHolds(condition.comparison, bindings, context);
  const binding = bindings.get(condition.metavariable);
  // To Semgrep what stands for no code meets no condition.
  if (!binding || (standsForNothing(binding) && !factsOf(context).precise)) return false;
  if (condition.op === "type") return binding.mark === undefined && hasType(binding.nodes, condition.types, context);
  if (condition.op === "analysis") return condition.test(analysedText(binding, condition, context));
  // Nor does what a group found that has no name.
  if (/^\$\d/.test(condition.metavariable) && !factsOf(context).precise) return false;
  return condition.test(knownText(binding, condition.constants, context));
}

/** `$...ARGS` in `f()`. */
function standsForNothing({ text, nodes }: Binding): boolean {
  return text === "" && nodes.length === 0;
}

function nestedMatches(condition: Extract<CompiledCondition, { op: "pattern" }>, { bindings }: Match, scope: Scope): Match[] {
  const binding = bindings.get(condition.metavariable);
  if (!binding) return [];
  if (condition.read) return matchesInText(condition, binding, scope.context);
  const inner = { context: scope.context, span: binding.span, nodes: codeOf(binding) };
  const [only, second] = binding.nodes;
  const span = (only && !second && scope.context.tree.brackets?.get(only)) || binding.span;
  const found = evaluate(condition.formula, inner).filter((part) => contains(span, part.span));
  const value = followed(binding, scope.context);
  if (!value) return found;
  const there = evaluate(condition.formula, { context: scope.context, span: value, nodes: [value] });
  return [...found, ...there.map((part) => ({ ...part, span: binding.span }))];
}

/** An imported name stands for the name that the module has for it. */
function codeOf({ nodes, written, text, span }: Binding): readonly Node[] {
  if (nodes.length > 0 || written === undefined || !/^[A-Za-z_$][\w$]*$/.test(text)) return nodes.map(asExpression);
  return [new SyntaxNode("name", "", text, "identifier", span.start, span.end, [])];
}

/** The name of a property, a function, a key or a type is looked at as a name on its own. */
function asExpression(node: Node): Node {
  const isName = node.kind === "name" || (node.kind === "string" && isPlainKey(node)) || isTypeName(node);
  if (!isName || isExpressionPlace(node)) return node;
  return new SyntaxNode("name", "", node.text, node.type, node.start, node.end, []);
}

function isTypeName({ kind, text, children }: Node): boolean {
  return kind === "type" && children.length === 0 && /^[A-Za-z_]\w*$/.test(text);
}

/** With `symbolic_propagation`, the expression that a variable stands for. */
function followed({ nodes }: Binding, context: MatchContext): Node | undefined {
  const [node, second] = nodes;
  return context.matching.symbolic_propagation && node && !second ? symbolOf(node, factsOf(context).definitions) : undefined;
}

/** The code; where constants are asked for, the literal that a variable is known to hold, without its quotes. */
function knownText(binding: Binding, constants: boolean, context: MatchContext): string {
  const value = followed(binding, context);
  if (value) return context.tree.text.slice(value.start, value.end);
  const [node, second] = binding.nodes;
  const isVariable = node?.kind === "name" || node?.kind === "member" || (node?.kind === "index" && factsOf(context).precise);
  const variable = constants && isVariable && !second ? node : undefined;
  return (variable && context.resolveLiteral(variable)?.value) ?? binding.text;
}

/** What a metavariable stands for, read in another language: of a literal what it holds, for `generic` of other code its text. */
function matchesInText(
  { formula, read, anyCode = false }: Extract<CompiledCondition, { op: "pattern" }>,
  binding: Binding,
  outer: MatchContext,
): Match[] {
  if (!read || !(anyCode || binding.nodes.length === 0 || isPlainText(binding))) return [];
  const { text, start } = contentOf(binding);
  const tree = read(text);
  const usual = createMatchContext(tree, outer.budget, { now: outer.now });
  const context = outer.matching === usualMatching ? usual : contextFor(usual, outer.matching);
  const inText = (span: Span): Span => (start < 0 ? binding.span : { start: span.start + start, end: span.end + start });
  return evaluate(formula, { context, span: { start: 0, end: text.length } }).map((match) => {
    const bindings = new Map<string, Binding>();
    for (const [name, bound] of match.bindings) bindings.set(name, { span: inText(bound.span), text: bound.text, nodes: [] });
    return { span: inText(match.span), node: undefined, bindings };
  });
}

/** A literal in quotes alone: no prefix, no parts. */
function isPlainText({ text, nodes: [node, second] }: Binding): boolean {
  return node?.kind === "string" && !second && /^["']/.test(text) && node.type !== "concatenated_string";
}

/** To Semgrep a regex of Python with a letter before its quotes is code like any other, quotes and all. */
function analysedText(binding: Binding, { analyzer }: { readonly analyzer: string }, context: MatchContext): string {
  const marked = analyzer === "redos" && binding.nodes.length === 1 && /^[a-zA-Z]+["']/.test(binding.text);
  return marked && !factsOf(context).precise ? binding.text : contentOf(binding).text;
}

/** `start` is the offset of the content in the file; below zero when it does not stand there as it is. */
function contentOf(binding: Binding): { readonly text: string; readonly start: number } {
  const { span, text, nodes } = binding;
  const [node, second] = nodes;
  if (!node || second || (node.kind !== "string" && node.kind !== "template"))
    return { text, start: span.end - span.start === text.length ? span.start : -1 };
  const quotes = /^(?:[a-zA-Z]*)("""|'''|["'`])/.exec(text);
  const [before, after] = [quotes?.[0].length ?? 0, quotes?.[1]?.length ?? 0];
  return { text: text.slice(before, text.length - after), start: span.start + before };
}

/** The match narrowed to what the metavariables stand for: for each list one of its names, and only where they overlap. */
function focused(match: Match, lists: readonly (readonly string[])[]): Match[] {
  let narrowed: Match[] = [match];
  for (const names of lists)
    narrowed = narrowed.flatMap((outer) =>
      names.flatMap((name) => {
        const binding = match.bindings.get(name);
        if (!binding || binding.elsewhere || standsForNothing(binding)) return [];
        const [node, second] = binding.nodes;
        const inner = { span: binding.span, node, bindings: match.bindings, exact: binding.mark && !second ? node : undefined };
        return contains(outer.span, inner.span) ? [inner] : contains(inner.span, outer.span) ? [outer] : [];
      }),
    );
  return narrowed;
}
