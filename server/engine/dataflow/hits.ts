/** Makes of a flow that has reached a sink what a person is told: where, along which path, and how sure it is. */

import type { Hit } from "../findings/buildFinding.ts";
import type { Elsewhere, PathStep } from "../findings/finding.ts";
import type { Binding, Bindings, Match } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import { indexLines, type LineIndex } from "../tree/lineIndex.ts";
import type { Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import { sinkNote, sourceNote } from "./notes.ts";
import type { SinkHit } from "./roles.ts";
import type { Module } from "./targets.ts";
import { type Flow, type Step, stepsOf } from "./value.ts";

/**
 * @param main The file that is analysed: whatever lies in another one is said with the place there.
 * @param inner A sink within the function that the data is handed to where `sink` is.
 */
export function hitOf(rule: Rule, sink: SinkHit, flow: Flow, main: Module, inner?: SinkHit): Hit {
  const { origin } = flow;
  if (origin.kind !== "source") throw new Error("An input was not replaced.");
  const source = origin.match;
  const steps = stepsOf(flow).filter(({ note }) => note !== "");
  // A step in another file stands at the place of this file where the data comes back, or ends.
  let here: Span = sink.match.span;
  const path: PathStep[] = [endOf(rule, sink)];
  for (const step of [...steps].reverse()) {
    const { span, note, module } = step;
    if (!module) here = span;
    path.unshift(stepIn(module, span, here, "step", note));
  }
  const outside = origin.module === main ? undefined : origin.module;
  path.unshift(stepIn(outside, source.span, here, "source", sourceNote(rule, source, origin.module.context.tree)));
  if (inner) path.push(insideOf(endOf(rule, inner, sink.match.span)));
  const match = matchOf(rule, source, outside === undefined, sink, here);
  const { confidence } = rule.metadata;
  // Whether the one that leaves it runs before the other is not known.
  const isShared = confidence === "high" && steps.some(({ crossing }) => crossing === "shared");
  return { match, path, evidence: evidenceOf(steps), ...(isShared ? { weight: { confidence: "medium", lower: 0 } } : {}) };
}

function endOf(rule: Rule, { match, beyond }: SinkHit, here: Span = match.span): PathStep {
  const note = sinkNote(rule, (beyond ?? { match }).match);
  return stepIn(beyond?.module, (beyond ?? { match }).match.span, here, "sink", note);
}

function insideOf(end: PathStep): PathStep {
  return { ...end, role: "step", note: `then ${end.note}` };
}

function stepIn(module: Module | undefined, span: Span, here: Span, role: PathStep["role"], note: string): PathStep {
  if (!module) return { span, role, note };
  const elsewhere = placeIn(module, span);
  return { span: here, role, note: `${note} (${elsewhere.path}:${elsewhere.start.line + 1})`, elsewhere };
}

const lines = new Notes<Tree, LineIndex>();

function placeIn({ path, context: { tree } }: Module, { start, end }: Span): Elsewhere {
  const index = lines.get(tree) ?? indexLines(tree.text);
  lines.set(tree, index);
  return { path, start: index.positionAt(start), end: index.positionAt(end) };
}

function matchOf(rule: Rule, source: Match, isHere: boolean, sink: SinkHit, here: Span): Match {
  const atSource = isHere && standsAtSource(rule.options);
  const bindings = isHere
    ? source.bindings
    : new Map([...source.bindings].map(([name, { text }]) => [name, { span: here, text, nodes: [] }]));
  return { ...(atSource ? source : sink.match), bindings: bothBindings(bindings, sink.match.bindings) };
}

/** `taint_match_on: source`, and the older name of that. */
export function standsAtSource(options: Rule["options"]): boolean {
  return options.taint_focus_on === "source" || options.taint_match_on === "source";
}

/** How sure it is, and why. */
function evidenceOf(steps: readonly Step[]): string {
  const crosses = (crossing: Step["crossing"]): boolean => steps.some((step) => step.crossing === crossing);
  const flow = crosses("file") ? "flow across files" : crosses("function") ? "flow through functions" : "flow in a function";
  const between = crosses("shared") ? "flow between functions, through what they share" : flow;
  return crosses("unknown call") ? `${between}, assuming that a call passes its input on` : between;
}

/** The source's metavariables, and the sink's where the source has none of that name. */
function bothBindings(source: Bindings, sink: Bindings): Bindings {
  return new Map<string, Binding>([...sink, ...source]);
}
