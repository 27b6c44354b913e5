/** Small projects, and what is found in each of their files. */

import { expect } from "chai";
import type { ReadText } from "../../../../server/engine/modules/resolveModule.ts";
import { indexLines } from "../../../../server/engine/tree/lineIndex.ts";
import { engineOf, taintRule } from "../findings/engineFor.ts";

export const precise = { ...taintRule, options: { linewarden: "precise" }, languages: ["python", "javascript", "typescript"] };

/** Texts by path. */
export type Project = Readonly<Record<string, string>>;

/** The findings of each file as `path:line`, in order of the files; the same whether or not files share what is found out of others. */
export function found(project: Project, rule: Record<string, unknown> = precise): string[] {
  const paths = Object.keys(project).filter((path) => /\.[jt]sx?$|\.py$/.test(path));
  const alone = findingsIn(project, paths, rule, () => (path) => project[path]);
  for (const order of [paths, paths.toReversed()]) {
    const still = Object.assign((path: string) => project[path], { still: true });
    const together = findingsIn(project, order, rule, () => still);
    expect(together.toSorted(), `read once, from ${order[0]} on`).to.deep.equal(alone.toSorted());
  }
  return alone;
}

export function findingsIn(
  project: Project,
  paths: readonly string[],
  rule: Record<string, unknown>,
  readOf: () => ReadText,
): string[] {
  const engine = engineOf([rule]);
  return paths.flatMap((path) => {
    const text = project[path] ?? "";
    const lines = indexLines(text);
    const { findings, notReviewed } = engine.analyze({ path, text }, undefined, undefined, readOf());
    expect(notReviewed).to.deep.equal([]);
    return findings.map(({ span }) => `${path}:${lines.positionAt(span.start).line + 1}`);
  });
}

export const sinkModule = "function run(c) {\n  sink(c);\n}\n";
