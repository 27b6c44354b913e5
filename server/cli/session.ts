/** What a run needs: its rules, and threads that apply them. */

import { existsSync } from "node:fs";
import path from "node:path";
import type { RuleProblem } from "../engine/rules/rule.ts";
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from "../host/analyzer.ts";
import { createCachedAnalyzer, type ReviewAnalyzer } from "../host/cachedAnalyzer.ts";
import { loadRuleSet } from "../host/ruleFiles.ts";
import { UserError } from "../host/userError.ts";
import type { Invocation } from "./command.ts";

export interface Session {
  readonly analyzer: Analyzer;
  /** Rules that did not load; those that did not compile are `analyzer.problems`. */
  readonly ruleProblems: readonly RuleProblem[];
}

/** A session for reviews: what was answered before may come from the user's cache. */
export interface ReviewSession {
  readonly analyzer: ReviewAnalyzer;
  readonly ruleProblems: Session["ruleProblems"];
}

export interface SessionOptions {
  /** Without the rules that only mark code for the checklist. */
  readonly findingsOnly?: true;
  /** For a verdict that stops a commit: no rule comes from a cache. */
  readonly readsRules?: true;
}

/**
 * Loads the rules, starts the threads, does the work and ends the threads, whatever happens.
 *
 * @param root The folder that is reviewed; the repository around it may have rules of its own.
 * @throws UserError when no rule is left, or when a rule file that was named has none that can be used.
 */
export function withSession<T>(
  { common }: Pick<Invocation, "common">,
  root: string,
  work: (session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  return runSession(common, root, work, options, createAnalyzer);
}

/** The same for a review. A verdict that stops a commit is never taken from a cache: see `withSession`. */
export function withReviewSession<T>(
  { common }: Pick<Invocation, "common">,
  root: string,
  work: (session: ReviewSession) => Promise<T>,
): Promise<T> {
  return runSession(common, root, work, {}, (options) => createCachedAnalyzer(options, { dir: root, now: Date.now() }));
}

async function runSession<A extends ReviewAnalyzer, T>(
  common: Invocation["common"],
  root: string,
  work: (session: { readonly analyzer: A; readonly ruleProblems: readonly RuleProblem[] }) => Promise<T>,
  options: SessionOptions,
  create: (options: AnalyzerOptions) => Promise<A>,
): Promise<T> {
  const loaded = await loadRuleSet({
    defaults: common.defaultRules,
    named: common.rules,
    fullSeverity: common.fullSeverity,
    ...(options.readsRules ? {} : { mayBeKept: true as const }),
    ...(common.workspaceRules ? { workspaceRoot: repositoryAround(root) } : {}),
  });
  if (loaded.rules.length === 0)
    throw new UserError("There are no rules to apply: name some with --rules, or leave out --no-default-rules.");
  const analyzer = await create({
    rules: options.findingsOnly ? loaded.rules.filter(({ kind }) => kind === "finding") : loaded.rules,
    jobs: common.jobs,
    ...(loaded.knownIds ? { knownIds: loaded.knownIds } : {}),
  });
  try {
    for (const named of common.rules) requireUsable(named, analyzer);
    return await work({ analyzer, ruleProblems: loaded.problems });
  } finally {
    await analyzer.dispose();
  }
}

/** The nearest folder above that holds `.git`, else the folder itself. */
export function repositoryAround(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (at === path.dirname(at)) return folder;
  }
}

function requireUsable(named: string, { rules, problems }: ReviewAnalyzer): void {
  const shown = named.replaceAll("\\", "/");
  const below = rules.filter(({ place }) => place.file === shown || place.file.startsWith(`${shown.replace(/\/$/, "")}/`));
  const broken = new Map(problems.filter(({ kind }) => kind !== "partly").map((problem) => [problem.ruleId, problem]));
  const problem = below.map(({ id }) => broken.get(id)).find((candidate) => candidate !== undefined);
  if (!problem || below.some(({ id }) => !broken.has(id))) return;
  const { file, line, column } = problem.place;
  throw new UserError(`No rule of ${named} can be used. ${file}:${line + 1}:${column + 1}: ${problem.message}`);
}
