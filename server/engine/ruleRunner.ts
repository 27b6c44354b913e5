/** Runs the rules of a language one after the other on one file. */

import type { EngineOptions, SourceFile } from "./analyze.ts";
import { hasPlace } from "./dataflow/roles.ts";
import type { Module } from "./dataflow/targets.ts";
import { rulesWithFlows, traceTaint, traceTogether } from "./dataflow/traceTaint.ts";
import { aloneIn, type RuleFiles } from "./dataflow/units.ts";
import type { Imports } from "./fileImports.ts";
import { buildFinding, buildTopic, type FindingContext, type Hit } from "./findings/buildFinding.ts";
import type { Finding, NotReviewed, Topic } from "./findings/finding.ts";
import { buildGuard } from "./guards/buildGuard.ts";
import type { Guard } from "./guards/guard.ts";
import type { Budget, MatchContext } from "./patterns/match.ts";
import { contextFor } from "./patterns/matchContext.ts";
import { matchFormula } from "./patterns/matchFormula.ts";
import { indexNodes } from "./patterns/nodeIndex.ts";
import { routeHits } from "./routes/routeHits.ts";
import { type CompiledBody, type CompiledRule, type CompiledTaint, isTaint, type TaintRule } from "./rules/compileRule.ts";
import { bodyOfFamily, type Family } from "./rules/families.ts";
import type { Rule } from "./rules/rule.ts";
import type { LanguageRules } from "./rules/ruleSet.ts";
import { secretHits } from "./secrets/secretHits.ts";

export interface Outcome {
  readonly findings: Finding[];
  readonly topics: Topic[];
  readonly notReviewed: NotReviewed[];
  readonly guards: Guard[];
}

/** The file made ready for either profile; each is built when a rule first needs it. */
export type Contexts = Readonly<Record<Rule["profile"], MatchContext>>;

/** A rule that is to run together with others. */
interface Waiting {
  readonly compiled: TaintRule;
  readonly context: MatchContext;
}

function add<Key>(waiting: Map<Key, [Waiting, ...Waiting[]]>, key: Key, one: Waiting): void {
  const group = waiting.get(key);
  if (group) group.push(one);
  else waiting.set(key, [one]);
}

/** So few rules that have a sink in a file are done before it is found out which of them have data for it. */
const fewest = 3;

export class RuleRunner {
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
    const waiting = new Map<number, [Waiting, ...Waiting[]]>();
    const families = new Map<Family, [Waiting, ...Waiting[]]>();
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
      const context = compiled.matching ? contextFor(usual, compiled.matching) : usual;
      const { together } = compiled;
      const { family } = compiled;
      if (isTaint(compiled) && family) add(families, family, { compiled, context });
      else if (together === undefined || !isTaint(compiled)) this.runRule(compiled, context);
      else add(waiting, together, { compiled, context });
    }
    for (const group of waiting.values()) this.runTogether(group);
    for (const [family, group] of families) this.runFamily(family, group, rules);
    return meant;
  }

  /** Most rules find nothing in most files; which ones may is found out for all of a family at once. */
  private runFamily(family: Family, group: readonly [Waiting, ...Waiting[]], rules: LanguageRules["rules"]): void {
    const [{ compiled: first, context }] = group;
    const files = this.imports?.filesForAll(family, first);
    const main = files?.main ?? { path: this.file.path, context, imported: () => undefined };
    const isAlone = !files || files.others.length === 0;
    const likely = isAlone ? group.filter((one) => this.findSinks(one, main)) : group;
    const isManifold = likely.length >= (isAlone ? fewest : 2);
    const wanted = isManifold ? this.rulesWithFlows(first, bodyOfFamily(family, rules), files ?? aloneIn(main)) : undefined;
    for (const { compiled } of likely)
      if (wanted?.has(compiled.rule) !== false) this.runRule(compiled, context, wanted !== undefined);
  }

  /** @returns `undefined` when it was not found out. */
  private rulesWithFlows(one: CompiledRule, body: CompiledTaint, files: RuleFiles): ReadonlySet<Rule> | undefined {
    const allowed = this.allowance();
    this.budget.left = allowed;
    this.options.onRule?.(one.index);
    let found: ReadonlySet<Rule> | undefined;
    try {
      found = rulesWithFlows(body, one.rule, files);
    } catch {
      // Said when a rule runs by itself.
    }
    this.spent += allowed - Math.max(0, this.budget.left);
    return found;
  }

  /** Rules that differ in their sinks alone: the data is followed once for all of them. */
  private runTogether(group: readonly [Waiting, ...Waiting[]]): void {
    const [first, second] = group;
    const main: Module = { path: this.file.path, context: first.context, imported: () => undefined };
    // A sink whose regex hangs is to be known by its rule.
    const found = second ? group.filter((one) => this.findSinks(one, main)) : group;
    if (found.length > 1 && this.trace(found, aloneIn(main))) return;
    for (const { compiled, context } of found) this.runRule(compiled, context);
  }

  private findSinks({ compiled }: Waiting, main: Module): boolean {
    const allowed = this.allowance();
    this.budget.left = allowed;
    this.options.onRule?.(compiled.index);
    let isWanted = true;
    try {
      isWanted = hasPlace(compiled.body.sinks, main);
    } catch {
      // Said when the rule runs by itself.
    }
    this.spent += allowed - Math.max(0, this.budget.left);
    return isWanted || this.budget.left <= 0;
  }

  /** @returns False where that failed, or took too long for all together; nothing is reported then. */
  private trace(found: readonly Waiting[], files: RuleFiles): boolean {
    const allowed = this.allowance();
    this.budget.left = allowed;
    let hits: ReturnType<typeof traceTogether>;
    try {
      hits = traceTogether(
        found.map(({ compiled }) => compiled),
        files,
      );
    } catch {
      return false;
    }
    this.spent += allowed - Math.max(0, this.budget.left);
    if (this.budget.left <= 0) return false;
    for (const { compiled } of found) this.report(compiled.rule, hits.get(compiled.rule) ?? []);
    return true;
  }

  /** Steps that the next rule may take. */
  private allowance(): number {
    const most = this.options.maxSteps ?? defaultSteps(this.file.text);
    return Math.min(most - this.spent, Math.ceil(most / 4));
  }

  /** @param likely As for `traceTaint`. */
  private runRule(compiled: CompiledRule, context: MatchContext, likely = false): void {
    const { rule } = compiled;
    const allowed = this.allowance();
    this.budget.left = allowed;
    this.options.onRule?.(compiled.index);
    try {
      if (compiled.body.mode === "removed") this.outcome.guards.push(...guardsOf(compiled.body, rule, context, this.context));
      else this.report(rule, hitsOf(compiled.body, compiled, context, this.file, this.imports, likely));
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
  likely: boolean,
): Hit[] {
  if (body.mode === "secrets") return secretHits(compiled.rule, body.scan, context, file.path);
  if (body.mode === "routes") return routeHits(body.lacks, body.words, file, context);
  if (body.mode === "taint") {
    const files = compiled.rule.profile === "precise" ? imports?.filesFor(compiled) : undefined;
    const where = files ?? aloneIn({ path: file.path, context, imported: () => undefined });
    return traceTaint(compiled.rule, body, context, where, likely);
  }
  return matchFormula(body.formula, context).map((match) => ({ match, path: [], evidence: "direct match" }));
}

/**
 * Several times what a real file of its length takes, and at about a million steps a second well within the time that a caller waits:
 * what is left out must not depend on the machine. A file that reaches it says so.
 */
export function defaultSteps(text: string): number {
  return 10_000_000 + 10 * text.length;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
