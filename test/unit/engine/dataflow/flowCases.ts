/** Small programs with the lines on which the precise profile finds data of `source()` in `sink()`. */

import { expect } from "chai";
import { indexLines } from "../../../../server/engine/tree/lineIndex.ts";
import { findingsOf, taintRule } from "../findings/engineFor.ts";

const precise = { ...taintRule, options: { linewarden: "precise" } };

/** One-based lines of the findings. */
export function lines(text: string, path: string, sources: readonly string[] = []): number[] {
  const index = indexLines(text);
  const others = sources.map((pattern) => ({ pattern }));
  const rule = { ...precise, "pattern-sources": [...precise["pattern-sources"], ...others] };
  return findingsOf(rule, text, path).map(({ span }) => index.positionAt(span.start).line + 1);
}

/** One test for each; `path` says the language, `sources` what else is untrusted. */
export function cases(
  path: string,
  list: readonly (readonly [title: string, text: string, expected: readonly number[]])[],
  ...sources: readonly string[]
): void {
  for (const [title, text, expected] of list) it(title, () => expect(lines(text, path, sources)).to.deep.equal(expected));
}
