/** Finds how untrusted data reaches dangerous code, for one rule in one file. */

import type { Hit } from "../findings/buildFinding.ts";
import type { PathStep } from "../findings/finding.ts";
import type { Binding, Bindings, MatchContext } from "../patterns/match.ts";
import type { CompiledTaint } from "../rules/compileRule.ts";
import { hasNegation } from "../rules/requires.ts";
import type { Rule } from "../rules/rule.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { callIndexOf, callsLeadingTo } from "./callIndex.ts";
import { narrowByCall } from "./callKnown.ts";
import { evaluator } from "./evaluate.ts";
import { noteExit } from "./functionGuards.ts";
import { followUnused } from "./functions.ts";
import { sinkNote, sourceNote } from "./notes.ts";
import { findRoles, findSanitizers, type PlaceIndex, type Roles, type SinkHit } from "./roles.ts";
import type { Dialect, Run, Starts, TaintOptions } from "./run.ts";
import { openScope, State } from "./state.ts";
import { clean, type Flow, type Step, stepsOf } from "./value.ts";

/** Flows that reached each sink, by what the sources bind of the message. */
type Found = Map<SinkHit, Map<string, Flow>>;

/**
 * One flow per sink, or one per message that the sources give it, with the shortest path that was seen. The work is in places where a source and a sink of the rule occur
 * together; everything else is passed over.
 *
 * @returns In the order of the sinks. Steps come off `context.budget`; at zero flows may be missing, the ones returned are right.
 */
export function traceTaint(rule: Rule, body: CompiledTaint, context: MatchContext): Hit[] {
  const roles = findRoles(body, context);
  if (!roles) return [];
  let found = follow(rule, roles, context);
  // Sanitizers only take flows away, so most files never need them; unless a rule asks for what is not there.
  const negates = [...body.sources, ...body.sinks].some((part) => part.requires?.some(({ labels }) => hasNegation(labels)));
  const sanitizers = found.size > 0 || negates ? findSanitizers(body, roles, context) : undefined;
  if (sanitizers) found = follow(rule, { ...roles, sanitizers }, context);
  const hits = new Map<string, Hit>();
  for (const [sink, flows] of found)
    for (const [said, flow] of flows) {
      const hit = hitOf(rule, sink, flow, context);
      const key = `${hit.match.span.start} ${hit.match.span.end} ${said}`;
      if (!hits.has(key)) hits.set(key, hit);
    }
  return [...hits.values()].sort((a, b) => a.match.span.start - b.match.span.start);
}

function follow(rule: Rule, roles: Roles, context: MatchContext): Found {
  const found: Found = new Map();
  const precise = rule.profile === "precise";
  const fileScope = openScope("file", 0, undefined);
  const run: Run = {
    roles,
    begins: precise ? withCalls(roles.sources, context) : roles.sources,
    ends: precise ? withCalls(roles.sinks, context) : roles.sinks,
    module: { path: "", context },
    effects: { byFunction: new Map(), running: [], guards: new Map() },
    origins: new Map(),
    fileScope,
    scopes: new Map(),
    handedFunctions: new Map(),
    rebound: new Set(),
    nesting: { depth: 0 },
    precise,
    dialect: dialects[context.tree.language],
    options: optionsOf(rule),
    budget: context.budget,
    resolveName: context.resolveName,
    resolveConstant: context.resolveConstant,
    state: new State(context.budget),
    scope: fileScope,
    jumps: [],
    frame: { node: undefined, ended: undefined, returned: clean, lambdas: [] },
    thrown: undefined,
    raised: undefined,
    lambdas: new Map(),
    sourcesInLambdas: 0,
    insideSources: [],
    insideSinks: [],
    propagated: new Map(),
    inSinkParts: new Map(),
    sinkInput: undefined,
    fields: undefined,
    receiver: undefined,
    evaluate: () => clean,
    evaluatorOf: evaluator,
    narrowByCall,
    noteExit,
    callHanded: () => clean,
    reach: (sink, flow) => {
      if (agrees(rule, flow, sink)) note(found, rule, sink, flow);
    },
  };
  run.evaluate = evaluator(run);
  run.evaluate(context.tree.root);
  followUnused(run);
  return found;
}

function note(found: Found, rule: Rule, sink: SinkHit, flow: Flow): void {
  const flows = found.get(sink) ?? new Map<string, Flow>();
  found.set(sink, flows);
  const message = rule.profile === "precise" ? "" : saidOf(rule, flow);
  const known = flows.get(message);
  if (!known || (flow.steps?.length ?? 0) < (known.steps?.length ?? 0)) flows.set(message, flow);
}

/** What the message says of a source. */
function saidOf(rule: Rule, { origin }: Flow): string {
  let said = "";
  if (origin.kind !== "source") return said;
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

/** The places of a role, and the calls of functions in which there is one. */
function withCalls(places: PlaceIndex<unknown>, { tree }: MatchContext): Starts {
  const startsIn = (start: number, end: number): boolean => places.startsIn(start, end);
  const calls = callsLeadingTo(callIndexOf(tree), startsIn);
  return { startsIn: (start, end) => startsIn(start, end) || calls.startsIn(start, end) };
}

const javascriptDialect: Dialect = {
  assignmentDeclares: false,
  casesFallThrough: true,
  keysAreFields: true,
  arithmeticGivesNumbers: true,
};

const dialects: Readonly<Record<LanguageId, Dialect>> = {
  javascript: javascriptDialect,
  typescript: javascriptDialect,
  tsx: javascriptDialect,
  python: { assignmentDeclares: true, casesFallThrough: false, keysAreFields: false, arithmeticGivesNumbers: false },
};

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

function hitOf(rule: Rule, sink: SinkHit, flow: Flow, context: MatchContext): Hit {
  if (flow.origin.kind !== "source") throw new Error("An input was not replaced.");
  const source = flow.origin.match;
  const path: PathStep[] = [{ span: source.span, role: "source", note: sourceNote(rule, source, context.tree) }];
  const steps = stepsOf(flow);
  for (const { span, note } of steps) if (note !== "") path.push({ span, role: "step", note });
  path.push({ span: sink.match.span, role: "sink", note: sinkNote(rule, sink.match) });
  const { options } = rule;
  const place = options.taint_focus_on === "source" || options.taint_match_on === "source" ? source : sink.match;
  const match = { ...place, bindings: bothBindings(source.bindings, sink.match.bindings) };
  return { match, path, evidence: evidenceOf(steps) };
}

/** How sure it is, and why. */
function evidenceOf(steps: readonly Step[]): string {
  const flow = steps.some(({ crossing }) => crossing === "function") ? "flow through functions" : "flow in a function";
  return steps.some(({ crossing }) => crossing === "unknown call") ? `${flow}, assuming that a call passes its input on` : flow;
}

/** The source's metavariables, and the sink's where the source has none of that name. */
function bothBindings(source: Bindings, sink: Bindings): Bindings {
  return new Map<string, Binding>([...sink, ...source]);
}
