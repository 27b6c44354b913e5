/** Rules by language, compiled when the language is first met. */

import type { KnownPatterns } from "../patterns/packedPatterns.ts";
import { SecretScan } from "../secrets/secretScan.ts";
import type { LanguageId, ParseText } from "../tree/rawTree.ts";
import { markAlike } from "./alike.ts";
import { type CompiledRule, compileRule, isCompiled, type KnownFormulas } from "./compileRule.ts";
import { markFamilies } from "./families.ts";
import { repeatedId } from "./repeatedIds.ts";
import type { Rule, RulePlace, RuleProblem } from "./rule.ts";
import { RulesByWord } from "./rulesByWord.ts";

/** The rules of one language. */
export interface LanguageRules {
  readonly rules: readonly CompiledRule[];
  readonly problems: readonly RuleProblem[];
  /** Of `rules`, in their order. */
  readonly byWord: RulesByWord;
}

export class RuleSet {
  private readonly rules: readonly Rule[];
  private readonly parse: ParseText;
  private readonly patterns: KnownPatterns | undefined;
  private readonly byLanguage = new Map<LanguageId | "text", LanguageRules>();
  private readonly duplicates: RuleProblem[] = [];

  constructor(rules: readonly Rule[], parse: ParseText, patterns?: KnownPatterns) {
    this.rules = rules;
    this.parse = parse;
    this.patterns = patterns;
    const seen = new Map<string, RulePlace>();
    for (const { id, place } of rules) {
      const first = seen.get(id);
      if (first) this.duplicates.push(repeatedId(id, place, first));
      else seen.set(id, place);
    }
  }

  /** @throws What the parser throws when the language's grammar is not loaded. */
  of(language: LanguageId | "text"): LanguageRules {
    const before = this.byLanguage.get(language);
    if (before) return before;
    const rules: CompiledRule[] = [];
    const problems: RuleProblem[] = [];
    const seen = new Set<string>();
    const known: KnownFormulas = new Map();
    const scan = new SecretScan();
    for (const [index, rule] of this.rules.entries()) {
      if (seen.has(rule.id)) continue;
      seen.add(rule.id);
      if (language === "text" ? !rule.anyText : !rule.languages.includes(language)) continue;
      const compiled = compileRule(
        rule,
        index,
        language === "text" ? (rule.anyText ?? "regex") : language,
        this.parse,
        known,
        scan,
        this.patterns,
      );
      if (isCompiled(compiled)) rules.push(compiled);
      else problems.push(compiled);
    }
    const set = { rules: markFamilies(markAlike(rules)), problems, byWord: new RulesByWord(rules) };
    this.byLanguage.set(language, set);
    return set;
  }

  /** A rule that compiles for another of its languages is run there. */
  allProblems(): RuleProblem[] {
    const problems = [...this.duplicates];
    const seen = new Set<string>();
    const languages = new Set([...this.rules.flatMap((rule) => rule.languages), "text" as const]);
    const runs = new Set([...languages].flatMap((language) => this.setOf(language).rules.map(({ rule }) => rule.id)));
    const readsJsx = new Set(this.setOf("tsx").rules.map(({ rule }) => rule.id));
    for (const language of languages) {
      for (const problem of this.setOf(language).problems) {
        // Elements are no code of plain TypeScript: there is nothing there that the rule could find.
        if (language === "typescript" && readsJsx.has(problem.ruleId ?? "")) continue;
        const key = `${problem.ruleId} ${problem.place.file} ${problem.place.line} ${problem.place.column} ${problem.message}`;
        if (!seen.has(key)) problems.push(runs.has(problem.ruleId ?? "") ? partlyRun(problem, language) : problem);
        seen.add(key);
      }
    }
    return problems;
  }

  /** A language without its grammar has nothing to say yet. */
  private setOf(language: LanguageId | "text"): Pick<LanguageRules, "rules" | "problems"> {
    try {
      return this.of(language);
    } catch {
      return { rules: [], problems: [] };
    }
  }
}

function partlyRun(problem: RuleProblem, language: string): RuleProblem {
  return { ...problem, kind: "partly", message: `not run for ${language}: ${problem.message}` };
}
