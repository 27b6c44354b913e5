/** The one entry of the engine: rules and texts in, findings out. */

import { importsOf } from "./fileImports.ts";
import type { FindingContext } from "./findings/buildFinding.ts";
import { fileWeightOf } from "./findings/fileWeight.ts";
import type { FileAnalysis, Finding } from "./findings/finding.ts";
import { hideInReasons } from "./findings/hideSecrets.ts";
import { inOrder, withoutRepeatedSecrets, withoutYielding } from "./findings/overlaps.ts";
import { ignoreComments } from "./findings/suppression.ts";
import { suppressionFaults } from "./findings/suppressionFaults.ts";
import { codeOf, embeddedCode, languageOfFile, mayEmbedCode } from "./languages/embeddedCode.ts";
import { languageById } from "./languages/registry.ts";
import type { TreeMemo } from "./languages/treeMemo.ts";
import { ModuleStore, Program } from "./modules/program.ts";
import type { ReadText } from "./modules/resolveModule.ts";
import type { Budget, MatchContext } from "./patterns/match.ts";
import { createMatchContext } from "./patterns/matchContext.ts";
import type { KnownPatterns } from "./patterns/packedPatterns.ts";
import { valueText } from "./patterns/symbols.ts";
import { collectRoutes } from "./routes/collectRoutes.ts";
import type { FileRoutes, ProjectRoutes } from "./routes/route.ts";
import { matchersOf } from "./routes/routeWords.ts";
import { type Contexts, defaultSteps, messageOf, type Outcome, RuleRunner } from "./ruleRunner.ts";
import { isDocument, isUnreadCode } from "./rules/otherCode.ts";
import { type Rule, type RuleProblem, routeWordsOf } from "./rules/rule.ts";
import { RuleSet } from "./rules/ruleSet.ts";
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

export function createEngine(options: EngineOptions): Engine {
  const { rules, parse } = options;
  const compiled = new RuleSet(rules, parse, options.patterns);
  const treeOf = (file: SourceFile, raw?: RawTree, memo?: TreeMemo): Tree | undefined => {
    const language = languageOfFile(file);
    return language && languageById(language).convert(raw ?? parse(language, codeOf(file)), memo);
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
    const language = languageOfFile(file);
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
      ignores: ignoreComments(
        file.text,
        tree,
        lines,
        now,
        mayEmbedCode(file.path) ? embeddedCode(file.path, file.text) : undefined,
      ),
      valueOf: (node) => valueText(node, contexts.precise),
      weight: fileWeightOf(file.path, file.text),
    };
    ignores = findingContext.ignores;
    if (tree) noteSyntaxErrors(file, tree, lines, outcome);
    const words = file.withRoutes && routeWordsOf(options.rules);
    if (tree && words) routes = collectRoutes(file.path, tree.whole ?? tree, words);
    const imports =
      language && tree ? importsOf(file, language, contexts.precise, program, (one) => compiled.of(one).rules) : undefined;
    const runner = new RuleRunner(file, outcome, findingContext, budget, options, imports);
    rulesRun += runner.run(compiled.of("text"), { documented: textContext, precise: textContext });
    if (language) rulesRun += runner.run(compiled.of(language), contexts);
    spent = runner.spent;
    outcome.findings.push(...suppressionFaultsOf(file, findingContext, outcome.findings, runner.finished, options));
    if (!tree && isUnreadCode(file))
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
    findings: hideInReasons(file.text, inOrder(withoutYielding(withoutRepeatedSecrets(outcome.findings))), options.rules),
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

function utf8Length(text: string): number {
  let bytes = text.length;
  if (!/[\u0080-\uffff]/.test(text)) return bytes;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair is four bytes for two units.
    bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
