/** Runs one search case in our engine: the lines of what a rule finds in a piece of code. */

import { languageById } from "../../../server/engine/languages/registry.ts";
import { compileFormula } from "../../../server/engine/patterns/compileFormula.ts";
import { createMatchContext } from "../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../server/engine/patterns/matchFormula.ts";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import type { Tree } from "../../../server/engine/tree/node.ts";
import type { LanguageId, ParseText } from "../../../server/engine/tree/rawTree.ts";
import { type Places, preciseOptions } from "../profiles.ts";

/** One pattern, or a whole rule without id, message, severity and languages. */
export interface SearchRule {
  readonly pattern?: string;
  readonly rule?: Record<string, unknown>;
}

/**
 * @param ranges Whether a match of several lines is given with its last one: "first-last" for the longest that begins there.
 * @returns Each place once, in order; "error" when the rule cannot be read.
 */
export function placesOf(
  language: LanguageId,
  one: SearchRule,
  code: string,
  parse: ParseText,
  ranges: boolean,
  profile: "documented" | "precise" = "documented",
): Places {
  const written = one.rule ?? { pattern: one.pattern };
  const body = profile === "precise" ? { ...written, options: preciseOptions(written) } : written;
  const rule = { ...body, id: "r", languages: [language === "tsx" ? "typescript" : language], severity: "ERROR", message: "m" };
  const { rules, problems } = loadRules(JSON.stringify({ rules: [rule] }), "case.yaml");
  const loaded = rules[0]?.body;
  if (problems.length > 0 || loaded?.mode !== "search") return "error";
  const compiled = compileFormula(loaded.formula, language, parse);
  if ("kind" in compiled) return "error";
  const context = createMatchContext(
    treeOf(language, code, parse),
    { left: 1_000_000 },
    {
      precise: rules[0]?.profile === "precise",
    },
  );
  const matches = matchFormula(compiled, context);
  const { needs } = compiled;
  const possible = needs.length === 0 || needs.some((set) => set.every((word) => context.texts.has(word)));
  if (!possible && matches.length > 0) throw new Error(`The index would have left this rule out: ${JSON.stringify(needs)}`);
  const lines = indexLines(code);
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1;
  const lasts = new Map<number, number>();
  for (const { span } of matches) {
    const first = lineOf(span.start);
    const last = ranges ? lineOf(Math.max(span.start, span.end - 1)) : first;
    lasts.set(first, Math.max(last, lasts.get(first) ?? 0));
  }
  return [...lasts].toSorted((a, b) => a[0] - b[0]).map(([first, last]) => (first === last ? first : `${first}-${last}`));
}

/** Cases of one piece of code follow one another. */
let latest: Tree | undefined;

function treeOf(language: LanguageId, code: string, parse: ParseText): Tree {
  if (latest?.text !== code || latest.language !== language) latest = languageById(language).convert(parse(language, code));
  return latest;
}
