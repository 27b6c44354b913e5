/** Turns a rule's formula into what can be run: patterns read, regexes compiled, and what a file must contain for it to match. */

import { languageById } from "../languages/registry.ts";
import type { Condition, Formula, Needs, PatternLanguage, RulePlace, RuleProblem } from "../rules/rule.ts";
import type { Node, Tree } from "../tree/node.ts";
import type { LanguageId, ParseText } from "../tree/rawTree.ts";
import { textTree } from "../tree/textTree.ts";
import { readWordPattern, usualWords, type WordOptions, type WordPattern } from "../words/matchWords.ts";
import { type ElementPattern, readElementPattern } from "../words/readElements.ts";
import { type Expression, readExpression } from "./comparison.ts";
import { compileRegex, type Regex } from "./compileRegex.ts";
import { hasHighEntropy } from "./entropy.ts";
import type { Comparison } from "./evaluateComparison.ts";
import type { StringTest } from "./matchRun.ts";
import { needsOf, wordsOfPattern } from "./needs.ts";
import type { KnownPatterns } from "./packedPatterns.ts";
import { type Pattern, parsePattern } from "./parsePattern.ts";
import { mayHaveTypes } from "./patternSource.ts";
import { mayExplode } from "./redos.ts";
import { orderOf, type Step } from "./steps.ts";

export interface CompiledFormula {
  readonly language: PatternLanguage;
  /** A file can only match when all names of one of these sets occur in it (`MatchContext.texts`). Empty: any file can. */
  readonly needs: Needs;
  readonly formula: CompiledNode;
}

export type CompiledNode =
  | {
      readonly op: "pattern";
      readonly pattern: Pattern;
      readonly strings: ReadonlyMap<Node, StringTest>;
      /** Without all of these in the file there is nothing to look for. */
      readonly words: readonly string[];
    }
  | { readonly op: "regex"; readonly regex: Regex; readonly source: string }
  | { readonly op: "words"; readonly pattern: WordPattern | ElementPattern }
  | {
      readonly op: "all";
      readonly positive: readonly CompiledNode[];
      readonly inside: readonly CompiledNode[];
      /** What is found first, and what narrows it down: see `orderOf`. */
      readonly first: readonly CompiledNode[];
      readonly steps: readonly Step[];
      /** Looked for in the whole file. */
      readonly anywhere: readonly CompiledNode[];
      readonly nowhere: readonly CompiledNode[];
      readonly where: readonly CompiledCondition[];
      /** The regexes among the conditions, by metavariable: what cannot hold is not bound in the first place. */
      readonly tests: ReadonlyMap<string, StringTest>;
      readonly focus: readonly (readonly string[])[];
    }
  | { readonly op: "any"; readonly of: readonly CompiledNode[] }
  | { readonly op: "inside"; readonly of: CompiledNode };

export type CompiledCondition =
  | {
      readonly op: "regex";
      readonly metavariable: string;
      readonly source: string;
      readonly constants: boolean;
      readonly test: (text: string) => boolean;
    }
  | {
      readonly op: "pattern";
      readonly metavariable: string;
      readonly formula: CompiledNode;
      /** Reads the text that the metavariable stands for as a file of its own. */
      readonly read?: (text: string) => Tree;
      /** Also of code that is no literal. */
      readonly anyCode?: boolean;
    }
  | { readonly op: "comparison"; readonly comparison: Comparison }
  | { readonly op: "type"; readonly metavariable: string; readonly types: readonly string[] }
  | {
      readonly op: "analysis";
      readonly metavariable: string;
      readonly analyzer: string;
      readonly test: (text: string) => boolean;
    };

export interface CompileOptions {
  /** The rule's regexes are known to be harmless: see `compileRegex`. */
  readonly trusted?: boolean;
  /** For the precise profile: what stands in a literal of the pattern has to stand in the file, put together or not. */
  readonly precise?: boolean;
  /** How patterns of words are read, for the language `generic`. */
  readonly words?: WordOptions;
  /** Those of the rules that come with the program; they are not asked for patterns of others. */
  readonly patterns?: KnownPatterns | undefined;
}

/** Carries a problem out of the nested formula; never leaves this file. */
class Problem {
  readonly problem: RuleProblem;
  constructor(problem: RuleProblem) {
    this.problem = problem;
  }
}

interface Compiling {
  readonly language: PatternLanguage;
  readonly parse: ParseText;
  readonly trusted: boolean;
  readonly precise: boolean;
  readonly words: WordOptions;
  readonly patterns: KnownPatterns | undefined;
  place: RulePlace;
}

/** @returns The formula, or what is wrong with it and where in the rule file. Never throws for a bad rule. */
export function compileFormula(
  formula: Formula,
  language: PatternLanguage,
  parse: ParseText,
  options: CompileOptions = {},
): CompiledFormula | RuleProblem {
  const { trusted = false, precise = false, words = usualWords } = options;
  const patterns = trusted ? options.patterns : undefined;
  const compiling = { language, parse, trusted, precise, words, patterns, place: placeOf(formula) };
  try {
    const compiled = compileNode(formula, compiling);
    return { language, needs: needsOf(compiled), formula: compiled };
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.problem;
    throw thrown;
  }
}

/**
 * For a formula that is known to compile: that is done when it is first asked for.
 *
 * @param needs what `compileFormula` gives for it.
 */
export function compileLater(
  formula: Formula,
  language: PatternLanguage,
  parse: ParseText,
  options: CompileOptions,
  needs: Needs,
): CompiledFormula {
  return new LaterFormula(language, needs, () => {
    const result = compileFormula(formula, language, parse, options);
    if ("kind" in result) throw new Error(result.message);
    return result.formula;
  });
}

class LaterFormula implements CompiledFormula {
  readonly language: PatternLanguage;
  readonly needs: Needs;
  private readonly compile: () => CompiledNode;
  private compiled: CompiledNode | undefined;

  constructor(language: PatternLanguage, needs: Needs, compile: () => CompiledNode) {
    this.language = language;
    this.needs = needs;
    this.compile = compile;
    this.compiled = undefined;
  }

  get formula(): CompiledNode {
    this.compiled ??= this.compile();
    return this.compiled;
  }
}

function placeOf(formula: Formula): RulePlace {
  switch (formula.op) {
    case "pattern":
    case "regex":
      return formula.place;
    case "not":
    case "inside":
    case "anywhere":
      return placeOf(formula.of);
    default:
      return formula.of[0] ? placeOf(formula.of[0]) : { file: "", line: 0, column: 0 };
  }
}

function fail(compiling: Compiling, key: string, message: string, kind: RuleProblem["kind"] = "error"): never {
  throw new Problem({ kind, key, message, place: compiling.place });
}

function compileNode(formula: Formula, compiling: Compiling): CompiledNode {
  switch (formula.op) {
    case "pattern":
      compiling.place = formula.place;
      return compilePattern(formula.source, compiling);
    case "regex":
      compiling.place = formula.place;
      return { op: "regex", regex: regexOf(formula.source, "pattern-regex", compiling, true), source: formula.source };
    case "any":
      return { op: "any", of: formula.of.map((part) => compileNode(part, compiling)) };
    case "inside":
      return { op: "inside", of: compileNode(formula.of, compiling) };
    case "not":
    case "anywhere":
      return compileAll([formula], [], [], compiling);
    case "all":
      return compileAll(formula.of, formula.where, formula.focus, compiling);
  }
}

function compileAll(
  parts: readonly Formula[],
  where: Extract<Formula, { op: "all" }>["where"],
  focus: readonly (readonly string[])[],
  compiling: Compiling,
): CompiledNode {
  const positive: CompiledNode[] = [];
  const inside: CompiledNode[] = [];
  const not: CompiledNode[] = [];
  const anywhere: CompiledNode[] = [];
  const nowhere: CompiledNode[] = [];
  for (const part of parts.flatMap(eachNot)) {
    if (part.op === "not" && part.of.op === "anywhere") nowhere.push(compileNode(part.of.of, compiling));
    else if (part.op === "not" && part.of.op === "not") {
      compiling.place = placeOf(part.of);
      fail(compiling, "not", "`not` stands in `all` only, not in another `not`");
    } else if (part.op === "not") not.push(compileNode(part.of, compiling));
    else if (part.op === "inside") inside.push(compileNode(part.of, compiling));
    else if (part.op === "anywhere") anywhere.push(compileNode(part.of, compiling));
    else positive.push(compileNode(part, compiling));
  }
  const conditions = where.map((condition) => compileCondition(condition, compiling));
  const order = orderOf(positive, inside, not, compiling.precise);
  return { op: "all", positive, inside, ...order, anywhere, nowhere, where: conditions, tests: testsOf(conditions), focus };
}

/** What is none of several is not the one and not the other. */
function eachNot(part: Formula): readonly Formula[] {
  if (part.op !== "not" || part.of.op !== "any") return [part];
  return part.of.of.flatMap((of) => eachNot({ op: "not", of }));
}

function testsOf(where: readonly CompiledCondition[]): ReadonlyMap<string, StringTest> {
  const tests = new Map<string, StringTest>();
  for (const condition of where) {
    if (condition.op !== "regex" || condition.constants) continue;
    const { metavariable, test } = condition;
    const other = tests.get(metavariable);
    tests.set(metavariable, other ? (text) => other(text) && test(text) : test);
  }
  return tests;
}

function compileCondition(condition: Condition, compiling: Compiling): CompiledCondition {
  switch (condition.op) {
    case "regex": {
      const { metavariable, source, constants = false } = condition;
      compiling.place = condition.place;
      const regex = regexOf(source, "metavariable-regex", compiling, false);
      return { op: "regex", metavariable, source, constants, test: remembered(regex) };
    }
    case "pattern": {
      const { metavariable, language } = condition;
      const formula = compileNode(condition.formula, { ...compiling, language: language ?? compiling.language });
      return language
        ? { op: "pattern", metavariable, formula, read: readerOf(language, compiling.parse), anyCode: language === "generic" }
        : { op: "pattern", metavariable, formula };
    }
    case "comparison":
      compiling.place = condition.place;
      return { op: "comparison", comparison: compileComparison(condition, compiling) };
    case "type": {
      const { metavariable, types, place } = condition;
      compiling.place = place;
      if (!typedLanguages.has(compiling.language))
        return fail(compiling, "metavariable-type", `\`metavariable-type\` is not for ${compiling.language}`, "unsupported");
      return { op: "type", metavariable, types };
    }
    case "analysis": {
      const { metavariable, analyzer } = condition;
      return { op: "analysis", metavariable, analyzer, test: analyzer === "redos" ? mayExplode : hasHighEntropy };
    }
  }
}

/** Code of other languages says nothing of types. */
const typedLanguages: ReadonlySet<PatternLanguage> = new Set(["typescript", "tsx", "python"]);

function compileComparison(condition: Extract<Condition, { op: "comparison" }>, compiling: Compiling): Comparison {
  const expression = readExpression(condition.expression);
  if (typeof expression === "string") return fail(compiling, "comparison", expression);
  const regexes = new Map<string, Regex>();
  for (const source of regexesIn(expression))
    if (!regexes.has(source)) regexes.set(source, regexOf(source, "comparison", compiling, false));
  return { expression, strip: condition.strip, regexes };
}

/** First arguments of `re.match`. */
function regexesIn(expression: Expression): string[] {
  switch (expression.op) {
    case "call": {
      const [first] = expression.of;
      return expression.name === "re.match" && first?.op === "text" ? [first.value] : expression.of.flatMap(regexesIn);
    }
    case "unary":
      return regexesIn(expression.value);
    case "binary":
      return [...regexesIn(expression.left), ...regexesIn(expression.right)];
    case "list":
      return expression.of.flatMap(regexesIn);
    default:
      return [];
  }
}

function readerOf(language: PatternLanguage, parse: ParseText): (text: string) => Tree {
  if (language === "generic" || language === "regex") return textTree;
  return (text) => languageById(language).convert(parse(language, text));
}

/** The same names come again and again, so answers are kept; left-anchored, as the rule language says. */
function remembered(regex: Regex): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > 100) return regex.testStart(text);
    let answer = known.get(text);
    if (answer === undefined) {
      answer = regex.testStart(text);
      if (known.size > 10_000) known.clear();
      known.set(text, answer);
    }
    return answer;
  };
}

function readWords(source: string, options: WordOptions): WordPattern | ElementPattern | string {
  const { elements } = options;
  if (elements === undefined) return readWordPattern(source, options);
  return typeof elements === "string" ? elements : readElementPattern(source, elements);
}

function compilePattern(source: string, compiling: Compiling): CompiledNode {
  const { language } = compiling;
  if (language === "regex") return { op: "regex", regex: regexOf(source, "pattern", compiling, true), source };
  if (language === "generic") {
    const words = readWords(source, compiling.words);
    return typeof words === "string" ? fail(compiling, "pattern", words) : { op: "words", pattern: words };
  }
  const known = compiling.patterns;
  const read = parsePattern(source, language, compiling.parse, known);
  // With types in it a pattern is no JavaScript, and still one for JavaScript: it matches what has none.
  const typed = typeof read === "string" && language === "javascript" && !compiling.precise && mayHaveTypes(source);
  const pattern = typed ? readAs("javascript", parsePattern(source, "typescript", compiling.parse, known)) : read;
  if (typeof pattern === "string")
    return fail(compiling, "pattern", pattern, pattern.includes("not supported") ? "unsupported" : "error");
  const strings = new Map<Node, StringTest>();
  for (const node of pattern.nodes) collectStringTests(node, strings, compiling);
  return { op: "pattern", pattern, strings, words: wordsOfPattern(pattern.nodes, compiling.precise) };
}

function readAs(language: LanguageId, pattern: Pattern | string): Pattern | string {
  return typeof pattern === "string" ? pattern : { ...pattern, language };
}

/** `"=~/re/"` and `"=~/re/i"`. */
function collectStringTests(node: Node, into: Map<Node, StringTest>, compiling: Compiling): void {
  const written = node.kind === "string" || node.kind === "import" ? /^=~\/(.*)\/([im]*)$/s.exec(node.text) : null;
  if (written) {
    const source = (written[2]?.includes("i") ? "(?i)" : "") + (written[1] ?? "");
    const regex = regexOf(source, "pattern", compiling, written[2]?.includes("m") === true);
    into.set(node, (text) => regex.test(text));
  }
  for (const child of node.children) collectStringTests(child, into, compiling);
}

function regexOf(source: string, key: string, compiling: Compiling, multiline: boolean): Regex {
  const regex = compileRegex(source, { trusted: compiling.trusted, multiline });
  return typeof regex === "string" ? fail(compiling, key, regex) : regex;
}
