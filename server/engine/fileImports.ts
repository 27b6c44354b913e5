/** The files that one file imports, as its rules see them. */

import { modulesFor } from "./dataflow/modulesOf.ts";
import { mayHold, type RuleFiles } from "./dataflow/units.ts";
import type { Program } from "./modules/program.ts";
import type { MatchContext } from "./patterns/match.ts";
import type { CompiledRule, CompiledTaint } from "./rules/compileRule.ts";
import { bodyOfFamily, type Family } from "./rules/families.ts";
import { type Rule, staysWithinFile } from "./rules/rule.ts";
import { firstSources } from "./rules/rulesByWord.ts";
import type { LanguageId } from "./tree/rawTree.ts";

/** What is known of the files that one file imports, for its rules. */
export interface Imports {
  /** Whether what the rule looks for may be in this file and those that it imports together. */
  mayMatch(compiled: CompiledRule): boolean;
  filesFor(compiled: CompiledRule): RuleFiles;
  /** The same for what any rule of a family looks for. */
  filesForAll(family: Family, compiled: CompiledRule): RuleFiles;
}

/** @param rulesOf The compiled rules of a language. */
export function importsOf(
  file: { readonly path: string; readonly text: string },
  language: LanguageId,
  context: MatchContext,
  program: Program | undefined,
  rulesOf: (language: LanguageId) => readonly CompiledRule[],
): Imports | undefined {
  if (!program) return undefined;
  const root = program.root(file.path, file.text, language, context);
  const others = program.closure(root);
  const { main, moduleOf } = modulesFor(program, root, context, others.length > 0);
  const bodyFor = (rule: Rule, one: LanguageId): CompiledTaint | undefined => {
    const body = bodiesOf(rulesOf(one)).get(rule);
    return body?.mode === "taint" ? body : undefined;
  };
  const files = [root, ...others];
  const filesFor = ({ rule }: CompiledRule): RuleFiles => ({
    main,
    mainFile: root,
    others: staysWithinFile(rule) ? [] : others,
    reachesOut: others.length > 0,
    moduleOf,
    bodyFor: (one) => bodyFor(rule, one),
  });
  return {
    mayMatch: ({ rule, body }) =>
      others.length > 0 &&
      rule.profile === "precise" &&
      body.mode === "taint" &&
      !staysWithinFile(rule) &&
      files.some((one) => mayHold(bodyFor(rule, one.language)?.sinks ?? [], one.words)) &&
      files.some((one) => mayHold(firstSources(bodyFor(rule, one.language)?.sources ?? []), one.words)),
    filesFor,
    filesForAll: (family, compiled) => ({ ...filesFor(compiled), bodyFor: (one) => bodyOfFamily(family, rulesOf(one)) }),
  };
}

const bodies = new WeakMap<readonly CompiledRule[], ReadonlyMap<Rule, CompiledRule["body"]>>();

function bodiesOf(rules: readonly CompiledRule[]): ReadonlyMap<Rule, CompiledRule["body"]> {
  let byRule = bodies.get(rules);
  if (!byRule) {
    byRule = new Map(rules.map(({ rule, body }) => [rule, body]));
    bodies.set(rules, byRule);
  }
  return byRule;
}
