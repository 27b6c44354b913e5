/** Makes a checked rule ready to run on one language. */

import { type CompiledFormula, type CompileOptions, compileFormula, compileLater } from "../patterns/compileFormula.ts";
import { compileRegex } from "../patterns/compileRegex.ts";
import { type Matching, matchingOf } from "../patterns/matching.ts";
import { haveOne } from "../patterns/needs.ts";
import type { KnownPatterns } from "../patterns/packedPatterns.ts";
import { type CompiledForm, type CompiledNames, SecretScan } from "../secrets/secretScan.ts";
import type { ParseText } from "../tree/rawTree.ts";
import { usualWords, wordOptionsOf } from "../words/matchWords.ts";
import type { Family } from "./families.ts";
import { isForLanguage } from "./models.ts";
import { compilePaths, type PathFilter } from "./pathGlobs.ts";
import type {
  Formula,
  KnownNeeds,
  PatternLanguage,
  Rule,
  RuleProblem,
  SecretPart,
  TaintBody,
  TaintPart,
  TaintPropagator,
} from "./rule.ts";

/** A source, sink, sanitizer or propagator with its formula compiled. */
export type Compiled<Part extends TaintPart> = Omit<Part, "formula"> & { readonly formula: CompiledFormula };

export type CompiledTaint = TaintBody<Compiled<TaintPart>, Compiled<TaintPropagator>>;

export type CompiledBody =
  | { readonly mode: "search"; readonly formula: CompiledFormula }
  | { readonly mode: "removed"; readonly formula: CompiledFormula; readonly covers: readonly string[] }
  /** The scan is shared by all rules of the run. */
  | { readonly mode: "secrets"; readonly scan: SecretScan }
  | Extract<Rule["body"], { mode: "routes" }>
  | CompiledTaint;

export interface CompiledRule {
  /** Index in the engine's `rules`. */
  readonly index: number;
  readonly rule: Rule;
  /** Absent: every path. */
  readonly appliesTo: PathFilter | undefined;
  readonly body: CompiledBody;
  /** Absent for the usual way. */
  readonly matching?: Matching;
  /** Rules with the same number differ in their sinks alone. */
  readonly together?: number;
  /** The rules whose data begins as this one's does. */
  readonly family?: Family;
}

/** A rule that follows data. */
export type TaintRule = CompiledRule & { readonly body: CompiledTaint };

export function isTaint(compiled: CompiledRule): compiled is TaintRule {
  return compiled.body.mode === "taint";
}

/** Formulas that were compiled for a language before: rules share sources, and what is the same is matched once per file. */
export type KnownFormulas = Map<Formula | string, CompiledFormula>;

/** @returns The first problem when a pattern does not compile for the language: the rule is not run there. */
export function compileRule(
  rule: Rule,
  index: number,
  language: PatternLanguage,
  parse: ParseText,
  known: KnownFormulas = new Map(),
  scan: SecretScan = new SecretScan(),
  patterns?: KnownPatterns,
): CompiledRule | RuleProblem {
  if (rule.body.mode === "routes") return { index, rule, appliesTo: compilePaths(rule.paths), body: rule.body };
  if (rule.body.mode === "secrets") return compileSecrets(rule, rule.body.parts, index, scan);
  const words = language === "generic" ? wordOptionsOf(rule.options) : usualWords;
  const compiler = new BodyCompiler(
    language,
    parse,
    { trusted: rule.trusted === true, precise: rule.profile === "precise", words, patterns },
    known,
  );
  const body = compiler.compile(rule.body);
  if (compiler.problem) return { ...compiler.problem, ruleId: rule.id };
  const matching = matchingOf(rule.options);
  return { index, rule, appliesTo: compilePaths(rule.paths), body, ...(matching ? { matching } : {}) };
}

function compileSecrets(rule: Rule, parts: readonly SecretPart[], index: number, scan: SecretScan): CompiledRule | RuleProblem {
  const compiled: (CompiledForm | CompiledNames)[] = [];
  for (const part of parts) {
    if (part.kind === "names") {
      compiled.push({ ruleId: rule.id, names: part.names, demand: part.values });
      continue;
    }
    const { form, kind: _, ...rest } = part;
    const regex = compileRegex(form.source, { trusted: rule.trusted === true, multiline: true });
    if (typeof regex === "string") return { kind: "error", ruleId: rule.id, key: "form", message: regex, place: form.place };
    compiled.push({ ruleId: rule.id, ...rest, regex });
  }
  scan.add(compiled);
  return { index, rule, appliesTo: compilePaths(rule.paths), body: { mode: "secrets", scan } };
}

/** Whether compiling gave a rule. */
export function isCompiled(compiled: CompiledRule | RuleProblem): compiled is CompiledRule {
  return "body" in compiled;
}

/** Every text of one of these sets must occur in the file; an empty list: the formula can match anywhere. */
export function occurs({ needs }: CompiledFormula, texts: ReadonlySet<string>): boolean {
  return needs.length === 0 || haveOne(needs, texts);
}

class BodyCompiler {
  problem: RuleProblem | undefined;
  private readonly language: PatternLanguage;
  private readonly parse: ParseText;
  private readonly options: CompileOptions;
  private readonly known: KnownFormulas;

  constructor(language: PatternLanguage, parse: ParseText, options: CompileOptions, known: KnownFormulas) {
    this.language = language;
    this.parse = parse;
    this.options = options;
    this.known = known;
  }

  compile(body: Exclude<Rule["body"], { mode: "secrets" | "routes" }>): CompiledBody {
    if (body.mode !== "taint") return { ...body, formula: this.formula(body.formula, body.needs) };
    return {
      mode: "taint",
      sources: this.parts(body.sources),
      sinks: this.parts(body.sinks),
      sanitizers: this.parts(body.sanitizers),
      propagators: this.parts(body.propagators),
    };
  }

  private parts<Part extends TaintPart>(parts: readonly Part[]): Compiled<Part>[] {
    return parts
      .filter((part) => isForLanguage(part, this.language))
      .map((part) => ({ ...part, formula: this.formula(part.formula, part.needs) }));
  }

  /** After a problem the rest is compiled no more; the result is thrown away. */
  private formula(formula: Formula, knownNeeds: KnownNeeds | undefined): CompiledFormula {
    if (this.problem) return neverUsed;
    // Parts of models are the same object in every rule that refers to them.
    const same = this.known.get(formula);
    if (same) return same;
    const needs = knownNeeds?.[this.language];
    if (needs) {
      const later = compileLater(formula, this.language, this.parse, this.options, needs);
      this.known.set(formula, later);
      return later;
    }
    const key = JSON.stringify([this.language, this.options, formula], (name, value: unknown) =>
      name === "place" ? undefined : value,
    );
    const known = this.known.get(key);
    if (known) {
      this.known.set(formula, known);
      return known;
    }
    const compiled = compileFormula(formula, this.language, this.parse, this.options);
    if ("kind" in compiled) {
      this.problem = compiled;
      return neverUsed;
    }
    this.known.set(key, compiled);
    this.known.set(formula, compiled);
    return compiled;
  }
}

const neverUsed = { needs: [[]] } as unknown as CompiledFormula;
