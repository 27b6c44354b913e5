/** What code must be like for a metavariable to stand for it, where other parts of the rule have found something already. */

import type { Binding, Match, MatchContext } from "./match.ts";
import { factsOf } from "./matchContext.ts";
import type { StringTest } from "./matchRun.ts";

type Tests = ReadonlyMap<string, StringTest>;

/**
 * With the tests of what none of the matches has bound: where it is bound now, that is what the conditions will see. What all of them have
 * bound to names can stand for one of those names only.
 *
 * @param matches What was found before.
 * @returns `undefined` where nothing is asked.
 */
export function testsBeside(tests: Tests, matches: readonly Match[], context: MatchContext): Tests | undefined {
  if (context.matching.symbolic_propagation) return undefined;
  const open = [...tests].filter(([name]) => !matches.some(({ bindings }) => bindings.has(name)));
  const bound = factsOf(context).precise ? boundNames(matches) : [];
  return open.length + bound.length === 0 ? undefined : new Map([...open, ...bound]);
}

/** So many matches are looked through. */
const mostMatches = 40;

/** What agrees with a name is that name, in quotes where it is a key. */
function boundNames(matches: readonly Match[]): [string, StringTest][] {
  const [first] = matches;
  if (!first || matches.length > mostMatches) return [];
  const bound: [string, StringTest][] = [];
  for (const name of first.bindings.keys()) {
    const names = new Set<string>();
    if (matches.every(({ bindings }) => addName(bindings.get(name), names)))
      bound.push([name, (text) => names.has(text) || names.has(text.slice(1, -1))]);
  }
  return bound;
}

function addName(binding: Binding | undefined, names: Set<string>): boolean {
  const node = binding?.nodes[0];
  if (!binding || node?.kind !== "name" || binding.nodes.length > 1 || binding.mark !== undefined) return false;
  names.add(node.text);
  return true;
}
