/** The one entry of the engine: rules and texts in, findings out. */

import { traceTaint } from "./dataflow/traceTaint.ts";
import { aloneIn } from "./dataflow/units.ts";
import { type Imports, importsOf } from "./fileImports.ts";
import { buildFinding, buildTopic, type FindingContext, type Hit } from "./findings/buildFinding.ts";
import { fileWeightOf } from "./findings/fileWeight.ts";
import type { FileAnalysis, Finding, NotReviewed, Topic } from "./findings/finding.ts";
import { inOrder, withoutRepeatedSecrets, withoutYielding } from "./findings/overlaps.ts";
import { ignoreComments } from "./findings/suppression.ts";
import { suppressionFaults } from "./findings/suppressionFaults.ts";
import { buildGuard } from "./guards/buildGuard.ts";
import type { Guard } from "./guards/guard.ts";
import { languageById, languageOfPath } from "./languages/registry.ts";
import type { TreeMemo } from "./languages/treeMemo.ts";
import { ModuleStore, Program } from "./modules/program.ts";
import type { ReadText } from "./modules/resolveModule.ts";
import type { Budget, MatchContext } from "./patterns/match.ts";
import { contextFor, createMatchContext } from "./patterns/matchContext.ts";
import { matchFormula } from "./patterns/matchFormula.ts";
import { indexNodes } from "./patterns/nodeIndex.ts";
import type { KnownPatterns } from "./patterns/packedPatterns.ts";
import { valueText } from "./patterns/symbols.ts";
import { collectRoutes } from "./routes/collectRoutes.ts";
import type { FileRoutes, ProjectRoutes } from "./routes/route.ts";
import { routeHits } from "./routes/routeHits.ts";
import { matchersOf } from "./routes/routeWords.ts";
import type { CompiledBody, CompiledRule } from "./rules/compileRule.ts";
import { isDocument, isUnreadCode } from "./rules/otherCode.ts";
import { type Rule, type RuleProblem, routeWordsOf } from "./rules/rule.ts";
import { type LanguageRules, RuleSet } from "./rules/ruleSet.ts";
import { secretHits } from "./secrets/secretHits.ts";
import { indexLines } from "./tree/lineIndex.ts";
import type { Tree } from "./tree/node.ts";
import type { LanguageId, ParseText, RawTree } from "./tree/rawTree.ts";
import { textTree } from "./tree/textTree.ts";

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** By the path's ending when absent. */
  readonly language?: LanguageId;
  /** The routes of the rest of the project, for the rules that compare routes; without them only the file's own are compared. */
  readonly project?: ProjectRoutes;
  /** The analysis is to name the routes that the file declares. */
  readonly withRoutes?: true;
  /** The analysis is to name the guards in the file, for the comparison of two versions; "only": nothing else is looked for. */
  readonly guards?: "too" | "only";
}

export interface Engine {
  readonly rules: readonly Rule[];
  /** Rules that do not compile. Compiles every language whose grammar is loaded, so ask only when it is wanted. */
  readonly problems: readonly RuleProblem[];
  /** Needed by the rules; `analyze` needs the grammar of its file's language only, rules compile when a language is first met. */
  readonly languages: readonly LanguageId[];
  /** Never throws for bad input; what could not be looked at stands in `notReviewed`. Findings are in source order, then by rule id. */
  /**
   * @param tree what `treeOf` gave for the file, or a part of it (see `editedPart`), where the caller has it already.
   * @param read gives the texts of files that this one imports; without it the file is looked at alone.
   */
  analyze(file: SourceFile, raw?: RawTree, tree?: Tree, read?: ReadText): FileAnalysis;
  /** Languages of imported files whose grammar was not loaded since this was last emptied. */
  readonly missing: Set<LanguageId>;
  /** The file in the generic shape; undefined for a language that is not read. @throws When its grammar is not loaded. */
  treeOf(file: SourceFile, raw?: RawTree, memo?: TreeMemo): Tree | undefined;
  /** The routes that a file declares; undefined where it declares none. @throws When its language's grammar is not loaded. */
  routesOf(file: SourceFile): FileRoutes | undefined;
}

export interface EngineOptions {
  readonly rules: readonly Rule[];
  readonly parse: ParseText;
  /** Per file. A rule that needs more than a quarter of it is stopped and named. */
  readonly maxSteps?: number;
  /**
   * The ids of all rules that there are, also of those that are switched off or could not be used. Without them nothing is said of a
   * suppression that names an unknown rule.
   */
  readonly knownIds?: readonly string[];
  /** Patterns of the rules that come with the program, which need not be parsed. */
  readonly patterns?: KnownPatterns;
  /** Seconds since 1970, for rules that compare a date with today; without it no such comparison holds. */
  now?(): number;
  /** Called before a rule starts on a file, with its index in `rules`, and with -1 when the file is done. */
  onRule?(index: number): void;
}

/**
 * Several times what a real file of its length takes, and at about a million steps a second well within the time that a caller waits:
 * what is left out must not depend on the machine. A file that reaches it says so.
 */
function defaultSteps(text: string): number {
  return 10_000_000 + 10 * text.length;
}

export function createEngine(options: EngineOptions): Engine {
  const { rules, parse } = options;
  const compiled = new RuleSet(rules, parse, options.patterns);
  const treeOf = (file: SourceFile, raw?: RawTree, memo?: TreeMemo): Tree | undefined => {
    const language = file.language ?? languageOfPath(file.path);
    return language && languageById(language).convert(raw ?? parse(language, file.text), memo);
  };
  const store = new ModuleStore();
  const missing = new Set<LanguageId>();
  let last: { readonly read: ReadText; readonly program: Program } | undefined;
  const programOf = (read: ReadText): Program => {
    if (last?.read === read && !last.program.isFull) return last.program;
    const program = new Program(read, store, (path, text, language) => treeOf({ path, text, language }), options.now?.());
    last = read.still ? { read, program } : undefined;
    return program;
  };
  return {
    rules,
    get problems() {
      return compiled.allProblems();
    },
    languages: [...new Set(rules.flatMap((rule) => rule.languages))],
    missing,
    analyze: (file, raw, tree, read) => {
      const program = read && programOf(read);
      const own = (language: LanguageId) => ((raw ?? tree) ? undefined : program?.own(file.path, file.text, language));
      const analysis = analyzeFile(file, compiled, own, () => tree ?? treeOf(file, raw), options, program);
      for (const language of program?.missing ?? []) missing.add(language);
      const imports = read?.still ? [] : (program?.paths ?? []);
      return imports.length > 0 ? { ...analysis, imports } : analysis;
    },
    treeOf,
    routesOf(file) {
      const words = routeWordsOf(rules);
      const tree = words && matchersOf(words).mayDeclare(file.text) ? treeOf(file) : undefined;
      return words && tree && collectRoutes(file.path, tree, words);
    },
  };
}

interface Outcome {
  readonly findings: Finding[];
  readonly topics: Topic[];
  readonly notReviewed: NotReviewed[];
  readonly guards: Guard[];
}

function analyzeFile(
  file: SourceFile,
  compiled: RuleSet,
  own: (language: LanguageId) => MatchContext | undefined,
  toTree: () => Tree | undefined,
  options: EngineOptions,
  program: Program | undefined,
): FileAnalysis {
  const outcome: Outcome = { findings: [], topics: [], notReviewed: [], guards: [] };
  let ignores: FindingContext["ignores"] = [];
  const allowed = options.maxSteps ?? defaultSteps(file.text);
  const lines = indexLines(file.text);
  let rulesRun = 0;
  let spent = 0;
  let routes: FileRoutes | undefined;
  try {
    const language = file.language ?? languageOfPath(file.path);
    const shared = language && own(language);
    const tree = shared?.tree ?? toTree();
    const now = options.now?.();
    const budget: Budget = shared?.budget ?? { left: allowed };
    budget.left = allowed;
    const textContext = createMatchContext(textTree(file.text), budget, { now });
    const contexts: Contexts = {
      documented: tree ? createMatchContext(tree, budget, { now }) : textContext,
      precise: shared ?? (tree ? createMatchContext(tree, budget, { precise: true, now }) : textContext),
    };
    const findingContext: FindingContext = {
      text: file.text,
      tree,
      lines,
      ignores: ignoreComments(file.text, tree, lines, now),
      valueOf: (node) => valueText(node, contexts.precise),
      weight: fileWeightOf(file.path, file.text),
    };
    ignores = findingContext.ignores;
    if (tree) noteSyntaxErrors(file, tree, lines, outcome);
    const words = file.withRoutes && routeWordsOf(options.rules);
    if (tree && words) routes = collectRoutes(file.path, tree.whole ?? tree, words);
    const imports =
      language && tree ? importsOf(file, language, contexts.precise, program, (one) => compiled.of(one).rules) : undefined;
    const runner = new Runner(file, outcome, findingContext, budget, options, imports);
    rulesRun += runner.run(compiled.of("text"), { documented: textContext, precise: textContext });
    if (language) rulesRun += runner.run(compiled.of(language), contexts);
    spent = runner.spent;
    outcome.findings.push(...suppressionFaultsOf(file, findingContext, outcome.findings, runner.finished, options));
    if (!tree && isUnreadCode(file.path))
      outcome.notReviewed.push({
        path: file.path,
        reason: "unsupported language",
        detail: rulesRun > 0 ? "Only rules for any text looked at it." : "No rule reads this language.",
      });
  } catch (error) {
    outcome.notReviewed.push({ path: file.path, reason: "crashed", detail: `The analysis failed: ${messageOf(error)}` });
  }
  options.onRule?.(-1);
  return {
    path: file.path,
    findings: inOrder(withoutYielding(withoutRepeatedSecrets(outcome.findings))),
    topics: inOrder(outcome.topics),
    notReviewed: outcome.notReviewed,
    reviewed: rulesRun > 0,
    lines: file.text === "" ? 0 : lines.lineCount - (/[\r\n]$/.test(file.text) ? 1 : 0),
    bytes: utf8Length(file.text),
    rulesRun,
    steps: Math.min(spent, allowed),
    ...(routes ? { routes } : {}),
    ...(file.guards ? { guards: { found: outcome.guards, ignores } } : {}),
  };
}

/** Where the code could not be read as a whole, no suppression is called needless. Documents speak of such comments and have none. */
function suppressionFaultsOf(
  file: SourceFile,
  { tree, text, lines, ignores }: FindingContext,
  findings: readonly Finding[],
  finished: ReadonlySet<string>,
  options: EngineOptions,
): Finding[] {
  if (ignores.length === 0 || (!tree && isDocument(file.path))) return [];
  const ran = tree && tree.errors.length > 0 ? new Set<string>() : finished;
  const knownIds = options.knownIds && new Set(options.knownIds);
  return suppressionFaults({ text, lines, structured: tree !== undefined, comments: ignores, findings, ran, knownIds });
}

/** The file made ready for either profile; each is built when a rule first needs it. */
type Contexts = Readonly<Record<Rule["profile"], MatchContext>>;

/** Runs rules one after the other on one file. */
class Runner {
  /** Steps. */
  spent = 0;
  /** Ids of the rules that looked at the whole file. */
  readonly finished = new Set<string>();
  private readonly file: SourceFile;
  private readonly outcome: Outcome;
  private readonly context: FindingContext;
  private readonly whole: FindingContext;
  private readonly budget: Budget;
  private readonly options: EngineOptions;
  private readonly imports: Imports | undefined;

  constructor(
    file: SourceFile,
    outcome: Outcome,
    context: FindingContext,
    budget: Budget,
    options: EngineOptions,
    imports: Imports | undefined,
  ) {
    this.imports = imports;
    this.file = file;
    this.outcome = outcome;
    this.context = context;
    this.whole = context.tree?.whole ? { ...context, tree: context.tree.whole } : context;
    this.budget = budget;
    this.options = options;
  }

  /** @returns How many rules are meant for this file. */
  run({ rules, byWord }: LanguageRules, contexts: Contexts): number {
    let meant = 0;
    const mayMatch = byWord.in(indexNodes(contexts.precise.tree).words);
    for (let at = 0; at < rules.length; at++) {
      const compiled = rules[at];
      if (!compiled) continue;
      if (compiled.appliesTo && !compiled.appliesTo(this.file.path)) continue;
      const { guards } = this.file;
      if (compiled.body.mode === "removed" ? !guards : guards === "only") continue;
      meant++;
      // Nothing is said of a comment that silences a removed guard: what was there is not known here.
      if (compiled.body.mode !== "removed") this.finished.add(compiled.rule.id);
      if (!mayMatch[at] && !this.imports?.mayMatch(compiled)) continue;
      const usual = contexts[compiled.rule.profile];
      this.runRule(compiled, compiled.matching ? contextFor(usual, compiled.matching) : usual);
    }
    return meant;
  }

  private runRule(compiled: CompiledRule, context: MatchContext): void {
    const { rule } = compiled;
    const most = this.options.maxSteps ?? defaultSteps(this.file.text);
    const allowed = Math.min(most - this.spent, Math.ceil(most / 4));
    this.budget.left = allowed;
    this.options.onRule?.(compiled.index);
    try {
      if (compiled.body.mode === "removed") this.outcome.guards.push(...guardsOf(compiled.body, rule, context, this.context));
      else this.report(rule, hitsOf(compiled.body, compiled, context, this.file, this.imports));
    } catch (error) {
      this.notReviewed(rule, "rule error", `Rule ${rule.id} failed on this file: ${messageOf(error)}`);
    }
    this.spent += allowed - Math.max(0, this.budget.left);
    if (this.budget.left <= 0)
      this.notReviewed(rule, "step limit", `Rule ${rule.id} was stopped on this file after ${allowed} steps.`);
  }

  private report(rule: Rule, hits: readonly Hit[]): void {
    const seen = new Set<string>();
    for (const hit of hits) {
      // Data from several sources may say different things in one place.
      const key = `${hit.match.span.start}:${hit.match.span.end}:${hit.path[0]?.span.start ?? ""}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (rule.kind === "topic") this.outcome.topics.push(buildTopic(rule, hit));
      // Routes are compared in the whole file, also where only a part of it is analysed again.
      else this.outcome.findings.push(buildFinding(rule, hit, rule.body.mode === "routes" ? this.whole : this.context));
    }
  }

  private notReviewed(rule: Rule, reason: NotReviewed["reason"], detail: string): void {
    this.finished.delete(rule.id);
    this.outcome.notReviewed.push({ path: this.file.path, reason, detail, ruleId: rule.id });
  }
}

function guardsOf(
  { formula, covers }: Extract<CompiledBody, { mode: "removed" }>,
  rule: Rule,
  context: MatchContext,
  shared: FindingContext,
): Guard[] {
  return matchFormula(formula, context).map((match) => buildGuard(rule, covers, match, shared));
}

function hitsOf(
  body: Exclude<CompiledBody, { mode: "removed" }>,
  compiled: CompiledRule,
  context: MatchContext,
  file: SourceFile,
  imports: Imports | undefined,
): Hit[] {
  if (body.mode === "secrets") return secretHits(compiled.rule, body.scan, context, file.path);
  if (body.mode === "routes") return routeHits(body.lacks, body.words, file, context);
  if (body.mode === "taint") {
    const files = compiled.rule.profile === "precise" ? imports?.filesFor(compiled) : undefined;
    return traceTaint(compiled.rule, body, context, files ?? aloneIn({ path: file.path, context, imported: () => undefined }));
  }
  return matchFormula(body.formula, context).map((match) => ({ match, path: [], evidence: "direct match" }));
}

function noteSyntaxErrors(file: SourceFile, tree: Tree, lines: ReturnType<typeof indexLines>, outcome: Outcome): void {
  const [first] = tree.errors;
  if (!first) return;
  const { line, character } = lines.positionAt(first.start);
  const more = tree.errors.length > 1 ? `, and ${tree.errors.length - 1} more` : "";
  outcome.notReviewed.push({
    path: file.path,
    reason: "syntax errors",
    detail: `Line ${line + 1}, column ${character + 1}: this code could not be read${more}; the rest of the file was reviewed.`,
    span: { start: first.start, end: first.end },
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair is four bytes for two units.
    bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
