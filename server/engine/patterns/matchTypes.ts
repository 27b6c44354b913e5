/** Patterns that ask for a type: `($X : T)`, `$X as T`. */

import type { Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, type Matcher, type Run } from "./matchRun.ts";
import { isMetavariable } from "./patternSource.ts";
import { fullName, knownTypes, metavariables, plainType, typeForm } from "./types.ts";

/** `x as T` and `<T>x` are one; an expression without them is none. `$X as A as B` asks for two that stand beside one another. */
export const matchCast: Matcher = (run, pattern, node, bound) => {
  const asked: Node[] = [];
  let value: Node | undefined = pattern;
  for (; value?.kind === "cast"; value = value.children[0]) asked.unshift(value);
  if (!value) return noOutcome;
  const inner = value;
  const casts = run.context.tree.casts?.get(node) ?? [];
  const last = run.facts.precise || pattern.parent === undefined ? -1 : casts.findLastIndex(({ form }) => form !== "as");
  const outcomes: Bound[] = [];
  for (let outer = Math.max(last, asked.length - 1); outer < casts.length; outer++) {
    let types: Outcomes = [bound];
    for (const [at, { text, type }] of asked.entries()) {
      const cast = casts[outer - asked.length + 1 + at];
      types = cast?.form === text ? chain(types, (next) => matchTypeText(run, type, cast.type, node, next)) : noOutcome;
    }
    outcomes.push(...chain(types, (next) => run.match(run, inner, node, next)));
  }
  return outcomes;
};

/** `($X : T)`: an expression that is known to have the type. */
export const matchTypedMetavariable: Matcher = (run, pattern, node, bound) => {
  for (const type of knownTypes(node, run.context, pattern.parent === undefined)) {
    const written = matchTypeText(run, pattern.type, type, node, bound);
    const full = written.length > 0 ? type : fullName(type, node, run.facts.definitions);
    const outcomes = full === type ? written : matchTypeText(run, pattern.type, full, node, bound);
    if (outcomes.length > 0)
      return chain(outcomes, (next) => bind(next, pattern.text, bindingOf(run.context.tree, [node], node.start)));
  }
  return noOutcome;
};

/** A declared type: what it is a type of, `Foo<Bar>`, is not asked for, nor whether it is `readonly`. */
export const matchDeclaredType: Matcher = (run, pattern, node, bound) => {
  if (pattern.kind === "metavariable") return run.match(run, pattern, node, bound);
  const [wanted, found] = [withoutArguments(pattern), withoutArguments(node)];
  const outcomes = run.match(run, wanted, found, bound);
  if (outcomes.length > 0 || wanted.type !== dottedType) return outcomes;
  const { tree } = run.context;
  // Patterns are small, so their text is put together again where a dotted name is asked for.
  const full = fullName(tree.text.slice(found.start, found.end), node, run.facts.definitions);
  return full === dotted(wanted) ? [bound] : noOutcome;
};

const dottedType = "nested_type_identifier";

function dotted({ text, children }: Node): string {
  return children.length === 0 ? text : children.map(dotted).join(".");
}

function withoutArguments(node: Node): Node {
  const [first] = node.children;
  return first && node.kind === "type" && (node.type === "generic_type" || node.type === "readonly_type")
    ? withoutArguments(first)
    : node;
}

function matchTypeText(_run: Run, asked: string, type: string, node: Node, bound: Bound): Outcomes {
  const wanted = plainType(asked);
  if (isMetavariable(wanted)) return bind(bound, wanted, { span: { start: node.start, end: node.end }, text: type, nodes: [] });
  if (wanted.includes("$")) return matchTypeParts(wanted, plainType(type), node, bound);
  return plainType(type) === wanted ? [bound] : noOutcome;
}

/** `keyof $T`, `$T[]`, `$T | null`. */
function matchTypeParts(wanted: string, type: string, { start, end }: Node, bound: Bound): Outcomes {
  const found = typeForm(wanted).exec(type);
  if (!found) return noOutcome;
  let outcomes: Outcomes = [bound];
  for (const [at, [name]] of [...wanted.matchAll(metavariables)].entries())
    outcomes = chain(outcomes, (next) => bind(next, name, { span: { start, end }, text: found[at + 1] ?? "", nodes: [] }));
  return outcomes;
}
