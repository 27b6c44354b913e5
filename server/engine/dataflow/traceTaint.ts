/** Finds how untrusted data reaches dangerous code, for one rule in one file. */

import type { Hit } from "../findings/buildFinding.ts";
import type { MatchContext } from "../patterns/match.ts";
import { type CompiledTaint, occurs, type TaintRule } from "../rules/compileRule.ts";
import type { OwnedSink } from "../rules/families.ts";
import { defaultLabel, hasNegation } from "../rules/requires.ts";
import type { Rule } from "../rules/rule.ts";
import { narrowByCall } from "./callKnown.ts";
import { noConstants } from "./constantInputs.ts";
import { evaluator } from "./evaluate.ts";
import { learnFileVariables } from "./fileVariables.ts";
import { noteExit } from "./functionGuards.ts";
import { followUnused } from "./functions.ts";
import { hitOf, standsAtSource } from "./hits.ts";
import { KeptEffects } from "./keptEffects.ts";
import { narrowLists } from "./listChecks.ts";
import { takeChecks } from "./middlewares.ts";
import type { SinkHit } from "./roles.ts";
import type { Run, TaintOptions } from "./run.ts";
import { declareShared, nothingShared } from "./shared.ts";
import { State } from "./state.ts";
import { type RuleFiles, Units } from "./units.ts";
import { clean, type Flow, type Origin } from "./value.ts";

/** Flows that reached each sink, by what the sources bind of the message. */
interface Found {
  readonly flows: Map<SinkHit, Map<string, Flow>>;
  /** See `Run`. */
  readonly inner: ReadonlyMap<SinkHit, SinkHit>;
  /** See `Effects`. */
  readonly limited: boolean;
}

/**
 * One flow per sink, or one per message that the sources give it, with the shortest path that was seen. The work is in places where a source and a sink of the rule occur
 * together; everything else is passed over.
 *
 * @param likely Some data reaches a sink, sanitizers left aside: see `rulesWithFlows`.
 * @returns In the order of the sinks. Steps come off `context.budget`; at zero flows may be missing, the ones returned are right.
 */
export function traceTaint(rule: Rule, body: CompiledTaint, context: MatchContext, files: RuleFiles, likely = false): Hit[] {
  return [...hitsByRule(rule, body, context, files, likely).values()].flat();
}

/**
 * As `traceTaint`, for rules that differ in their sinks alone.
 *
 * @param rules At least one; see `markAlike`. @returns The hits of each, none for a rule that is absent.
 */
export function traceTogether(rules: readonly TaintRule[], files: RuleFiles): ReadonlyMap<Rule, Hit[]> {
  const [first] = rules;
  if (!first) return new Map();
  const sinks = rules.flatMap(({ rule, body }) => body.sinks.map((sink): OwnedSink => ({ ...sink, owner: rule })));
  return hitsByRule(first.rule, { ...first.body, sinks }, files.main.context, files);
}

/** Without its being known which source it is from. */
const anySource: Origin = { kind: "any", label: defaultLabel, pathless: true };

/**
 * Which of several rules have to be looked at each by itself: data of some source of any of them reaches their sinks, sanitizers left aside.
 *
 * @param body What all of them look for, see `bodyOfFamily`. @param one Any of them. @returns `undefined` when that was not found out: too many calls, or no budget.
 */
export function rulesWithFlows(body: CompiledTaint, one: Rule, files: RuleFiles): ReadonlySet<Rule> | undefined {
  const { context } = files.main;
  const found = follow(one, body, context, files, false, anySource);
  if (found?.limited || context.budget.left <= 0) return undefined;
  return new Set([...(found?.flows.keys() ?? [])].map(({ owner }) => owner ?? one));
}

function hitsByRule(
  rule: Rule,
  body: CompiledTaint,
  context: MatchContext,
  files: RuleFiles,
  likely = false,
): ReadonlyMap<Rule, Hit[]> {
  // Sanitizers only take flows away, so most files never need them; unless a rule asks for what is not there.
  const negates = [...body.sources, ...body.sinks].some((part) => part.requires?.some(({ labels }) => hasNegation(labels)));
  const mayClean = body.sanitizers.some(({ formula }) => files.reachesOut || occurs(formula, context.texts));
  let found = follow(rule, body, context, files, likely && mayClean);
  if (found && mayClean && !likely && (found.flows.size > 0 || negates)) found = follow(rule, body, context, files, true);
  const byRule = new Map<Rule, Map<string, Hit>>();
  for (const [sink, flows] of found?.flows ?? []) {
    const owner = sink.owner ?? rule;
    const hits = byRule.get(owner) ?? new Map<string, Hit>();
    byRule.set(owner, hits);
    for (const [said, flow] of flows) {
      const hit = hitOf(owner, sink, flow, files.main, found?.inner.get(sink));
      const key = `${hit.match.span.start} ${hit.match.span.end} ${said}`;
      if (!hits.has(key)) hits.set(key, hit);
    }
  }
  const inOrder = (hits: Map<string, Hit>): Hit[] => [...hits.values()].sort((a, b) => a.match.span.start - b.match.span.start);
  return new Map([...byRule].map(([owner, hits]) => [owner, inOrder(hits)]));
}

/** @returns `undefined` when the rule has nothing to find here: no source or no sink. */
function follow(
  rule: Rule,
  body: CompiledTaint,
  context: MatchContext,
  files: RuleFiles,
  withSanitizers: boolean,
  origin?: Origin,
): Found | undefined {
  const precise = rule.profile === "precise";
  const units = new Units(body, files, context.budget, withSanitizers, origin);
  if (!units.isWorthIt(precise)) return undefined;
  const flows: Found["flows"] = new Map();
  const inner: Run["inner"] = new Map();
  const unit = units.of(files.main);
  let isRehearsal = false;
  const kept = origin && files.others.length > 0 ? new KeptEffects(body, (module) => units.of(module)) : undefined;
  const run: Run = {
    ...unit,
    unitOf: (module) => units.of(module),
    effects: { byFunction: new Map(), running: [], guards: new Map(), kept, needed: [], followed: 0, limited: false },
    sinksBeyond: new Map(),
    inner,
    origins: kept?.origins ?? { byName: new Map(), pathless: origin?.pathless === true },
    handedFunctions: new Map(),
    constants: noConstants,
    rebound: new Set(),
    nesting: { depth: 0 },
    precise,
    options: optionsOf(rule),
    budget: context.budget,
    state: new State(context.budget),
    scope: unit.fileScope,
    jumps: [],
    frame: { node: undefined, ended: undefined, returned: clean, lambdas: [] },
    thrown: undefined,
    raised: undefined,
    fileVariables: new Map(),
    lambdas: new Map(),
    sourcesInLambdas: 0,
    insideSources: [],
    insideSinks: [],
    executors: [],
    propagated: new Map(),
    inSinkParts: new Map(),
    sinkInput: undefined,
    fields: undefined,
    shared: nothingShared(),
    receiver: undefined,
    evaluate: () => clean,
    evaluatorOf: evaluator,
    narrowByCall,
    narrowLists,
    noteExit,
    takeChecks,
    callHanded: () => clean,
    reach: (sink, flow) => {
      if (!isRehearsal && agrees(rule, flow, sink)) note(flows, sink.owner ?? rule, sink, flow);
    },
  };
  run.evaluate = evaluator(run);
  if (precise) declareShared(run);
  else {
    isRehearsal = true;
    learnFileVariables(run);
    isRehearsal = false;
  }
  run.evaluate(context.tree.root);
  followUnused(run);
  const { shared } = run;
  // Once more, now that it is known what functions leave for others; before that, what middlewares make of what others left.
  for (const turn of shared.kept.length > 0 ? ["rehearse", "find"] : shared.left.size > 0 ? ["find"] : []) {
    isRehearsal = turn === "rehearse";
    shared.isKnown = true;
    shared.held = new Map(shared.left);
    run.state = new State(context.budget);
    run.evaluate(context.tree.root);
    followUnused(run);
  }
  return { flows, inner, limited: run.effects.limited };
}

function note(found: Found["flows"], rule: Rule, sink: SinkHit, flow: Flow): void {
  const flows = found.get(sink) ?? new Map<string, Flow>();
  found.set(sink, flows);
  const message = rule.profile === "precise" ? "" : saidOf(rule, flow);
  const known = flows.get(message);
  if (!known || (flow.steps?.length ?? 0) < (known.steps?.length ?? 0)) flows.set(message, flow);
}

/** What the message says of a source, and where it is, if that is where the finding stands. */
function saidOf(rule: Rule, { origin }: Flow): string {
  if (origin.kind !== "source") return "";
  const { start, end } = origin.match.span;
  let said = standsAtSource(rule.options) ? `${start} ${end}\n` : "";
  for (const [name, { text }] of origin.match.bindings) if (rule.message.includes(name)) said += `${name} ${text}\n`;
  return said;
}

/** With `taint_unify_mvars`, what has one name in source and sink must be the same. */
function agrees({ options }: Rule, { origin }: Flow, sink: SinkHit): boolean {
  if (options.taint_unify_mvars !== true || origin.kind !== "source") return true;
  for (const [name, { text }] of origin.match.bindings) {
    const other = sink.match.bindings.get(name);
    if (other && other.text !== text) return false;
  }
  return true;
}

function optionsOf({ options }: Rule): TaintOptions {
  return {
    safeBooleans: options.taint_assume_safe_booleans === true,
    safeComparisons: options.taint_assume_safe_comparisons === true,
    safeFunctions: options.taint_assume_safe_functions === true,
    safeIndexes: options.taint_assume_safe_indexes === true,
    safeNumbers: options.taint_assume_safe_numbers === true,
    onlyAssignments: options.taint_only_propagate_through_assignments === true,
  };
}
