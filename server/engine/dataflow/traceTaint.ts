/** Finds how untrusted data reaches dangerous code, for one rule in one file. */

import type { Hit } from "../findings/buildFinding.ts";
import type { PathStep } from "../findings/finding.ts";
import type { Binding, Bindings, MatchContext } from "../patterns/match.ts";
import type { CompiledBody } from "../rules/compileRule.ts";
import type { Rule } from "../rules/rule.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { evaluator } from "./evaluate.ts";
import { sinkNote, sourceNote } from "./notes.ts";
import { findRoles, findSanitizers, type Roles, type SinkHit } from "./roles.ts";
import type { Dialect, Run, TaintOptions } from "./run.ts";
import { openScope, State } from "./state.ts";
import { clean, type Flow, type Step } from "./value.ts";

/**
 * One flow per sink, with the shortest path that was seen. The work is in places where a source and a sink of the rule occur
 * together; everything else is passed over.
 *
 * @returns In the order of the sinks. Steps come off `context.budget`; at zero flows may be missing, the ones returned are right.
 */
export function traceTaint(rule: Rule, body: Extract<CompiledBody, { mode: "taint" }>, context: MatchContext): Hit[] {
  const roles = findRoles(body, context);
  if (!roles) return [];
  let found = follow(rule, roles, context);
  // Sanitizers only take flows away, so most files never need them.
  const sanitizers = found.size > 0 ? findSanitizers(body, context) : undefined;
  if (sanitizers) found = follow(rule, { ...roles, sanitizers }, context);
  return [...found]
    .map(([sink, flow]) => hitOf(rule, sink, flow, context))
    .sort((a, b) => a.match.span.start - b.match.span.start);
}

function follow(rule: Rule, roles: Roles, context: MatchContext): Map<SinkHit, Flow> {
  const found = new Map<SinkHit, Flow>();
  const run: Run = {
    roles,
    precise: rule.profile === "precise",
    dialect: dialects[context.tree.language],
    options: optionsOf(rule),
    budget: context.budget,
    resolveName: context.resolveName,
    resolveConstant: context.resolveConstant,
    state: new State(context.budget),
    scope: openScope("file", 0, undefined),
    jumps: [],
    frame: { node: undefined, ended: undefined, returned: clean },
    thrown: undefined,
    insideSources: [],
    insideSinks: [],
    sinkInput: undefined,
    receiver: undefined,
    evaluate: () => clean,
    report: (sink, flows) => {
      for (const flow of flows) {
        const known = found.get(sink);
        if (!known || (flow.steps?.length ?? 0) < (known.steps?.length ?? 0)) found.set(sink, flow);
      }
    },
  };
  run.evaluate = evaluator(run);
  run.evaluate(context.tree.root);
  return found;
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
  const source = flow.origin.match;
  const path: PathStep[] = [{ span: source.span, role: "source", note: sourceNote(rule, source, context.tree) }];
  for (const { span, note } of inOrder(flow.steps)) if (note !== "") path.push({ span, role: "step", note });
  path.push({ span: sink.match.span, role: "sink", note: sinkNote(rule, sink.match) });
  const match = { ...sink.match, bindings: bothBindings(source.bindings, sink.match.bindings) };
  return { match, path, evidence: "flow in a function" };
}

function inOrder(last: Step | undefined): Step[] {
  const steps: Step[] = [];
  for (let step = last; step; step = step.before) steps.push(step);
  return steps.reverse();
}

/** The sink's metavariables, and the source's where the sink has none of that name. */
function bothBindings(source: Bindings, sink: Bindings): Bindings {
  return new Map<string, Binding>([...source, ...sink]);
}
