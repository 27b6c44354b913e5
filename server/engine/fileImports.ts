/** The files that one file imports, as its rules see them. */

import type { Module } from "./dataflow/targets.ts";
import { importedBy, modulesOf, type RuleFiles } from "./dataflow/units.ts";
import type { Program } from "./modules/program.ts";
import type { MatchContext } from "./patterns/match.ts";
import { type CompiledRule, mayMatch } from "./rules/compileRule.ts";
import type { LanguageId } from "./tree/rawTree.ts";

/** What is known of the files that one file imports, for its rules. */
export interface Imports {
  /** Whether what the rule looks for may be in this file and those that it imports together. */
  mayMatch(compiled: CompiledRule): boolean;
  filesFor(compiled: CompiledRule): RuleFiles;
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
  const main: Module = { path: file.path, context, imported: importedBy(root, (one) => moduleOf(one)) };
  const moduleOf = modulesOf(root, main);
  const words = new Set(context.texts);
  for (const other of others) for (const word of other.words) words.add(word);
  return {
    mayMatch: ({ rule, body }) =>
      others.length > 0 && rule.profile === "precise" && body.mode === "taint" && mayMatch(body, words),
    filesFor: ({ rule }) => ({
      main,
      mainFile: root,
      others,
      moduleOf,
      bodyFor: (one) => {
        const body = rulesOf(one).find((other) => other.rule === rule)?.body;
        return body?.mode === "taint" ? body : undefined;
      },
    }),
  };
}
