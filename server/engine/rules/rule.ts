/** A checked rule: plain data, so that rules compile to one JSON file at build time. */

import type { Lack } from "../routes/route.ts";
import type { RouteWords } from "../routes/routeWords.ts";
import type { Demand } from "../secrets/values.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { Requires } from "./requires.ts";

export type Severity = "critical" | "high" | "medium" | "low";
export type Confidence = "high" | "medium" | "low";

/** Where in a rule file something stands; zero-based line and column. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What patterns are written in: a language with a grammar, or text of any kind. */
export type PatternLanguage = LanguageId | TextLanguage;
/** `generic` reads words, marks and indentation; `regex` takes regexes only. */
export type TextLanguage = "generic" | "regex";

/** What selects code. The operators of the rule language, nested at any depth. */
export type Formula =
  | { readonly op: "pattern"; readonly source: string; readonly place: RulePlace }
  | { readonly op: "regex"; readonly source: string; readonly place: RulePlace }
  | {
      readonly op: "all";
      readonly of: readonly Formula[];
      readonly where: readonly Condition[];
      /** One list for each `focus-metavariable`: its names are alternatives, what the lists select must overlap. Empty: the whole match. */
      readonly focus: readonly (readonly string[])[];
    }
  | { readonly op: "any"; readonly of: readonly Formula[] }
  | { readonly op: "not"; readonly of: Formula }
  | { readonly op: "inside"; readonly of: Formula }
  /** `anywhere` of the newer syntax: the file has it, with metavariables that agree. */
  | { readonly op: "anywhere"; readonly of: Formula };

export type Condition =
  | {
      readonly op: "regex";
      readonly metavariable: string;
      readonly source: string;
      /** `constant-propagation: true`: the value that is known of the code is tested, not the code. */
      readonly constants?: boolean;
      readonly place: RulePlace;
    }
  | { readonly op: "pattern"; readonly metavariable: string; readonly formula: Formula; readonly language?: PatternLanguage }
  | {
      readonly op: "comparison";
      /** In the rule language's own small expression language. */
      readonly expression: string;
      /** `strip: true`: the text of this metavariable is read as a number. */
      readonly strip?: string;
      readonly place: RulePlace;
    }
  | { readonly op: "type"; readonly metavariable: string; readonly types: readonly string[]; readonly place: RulePlace }
  | {
      readonly op: "analysis";
      readonly metavariable: string;
      readonly analyzer: "entropy" | "redos";
      readonly place: RulePlace;
    };

/** Words of which a file must hold one set whole for a formula to match. No set, or an empty one: nothing is needed. */
export type Needs = readonly (readonly string[])[];

/** What a formula needs in each language: told by the build, so that nothing is compiled for a file where it cannot match. */
export type KnownNeeds = Readonly<Partial<Record<PatternLanguage, Needs>>>;

/** A source, sink, sanitizer or propagator of a taint rule. What is absent does not apply. */
export interface TaintPart {
  readonly formula: Formula;
  readonly needs?: KnownNeeds;
  readonly exact: boolean;
  /** Of a sink with `exact: false`: whatever stands in it counts, not only what becomes its value. */
  readonly within?: true;
  /** "only", of a source: the variable that is named is changed, the place where it stands is not. */
  readonly bySideEffect: boolean | "only";
  /** Absent: every language of the rule. A part of a model is meant for those of its framework. */
  readonly languages?: readonly LanguageId[];
  /** Of a source: reaching the place is what counts, and everything that runs after it is untrusted. */
  readonly control?: boolean;
  /** Of a source, the parameters of a function: only those of functions that lead to a sink, since what this file hands in is known. */
  readonly fromCaller?: boolean;
  /** Of a source: what kind of data comes from here. Of a propagator: what kind it is afterwards. */
  readonly label?: string;
  /** What the data that arrives must be, all of it. */
  readonly requires?: readonly Requirement[];
  /** Of a sink: only where the function is left afterwards. */
  readonly atExit?: boolean;
  /** Of a sink: of a list that arrives only the first element counts. */
  readonly firstElement?: boolean;
  /** Of a sanitizer: what it names is clean behind a condition that holds it and came out so, and nowhere else. */
  readonly cleansWhen?: boolean;
  /** Of a sanitizer: the metavariable of the folder that it compares with; it cleans no path of which a narrower one is known. */
  readonly folder?: string;
  /** Of a sanitizer: it cleans nothing where it is a source or a sink at the same time. */
  readonly notConflicting?: boolean;
}

export interface Requirement {
  /** Only the data in this part of a sink counts; absent: all that arrives. */
  readonly metavariable?: string;
  readonly labels: Requires;
}

/** Data in what `from` stands for gets into what `to` stands for. */
export interface TaintPropagator extends TaintPart {
  readonly from: string;
  readonly to: string;
  /** Only these labels are replaced by `label`; absent: all of them. */
  readonly replaceLabels?: readonly string[];
}

/** A taint rule as it is written, or with its formulas compiled. */
export interface TaintBody<Part, Propagator extends Part> {
  readonly mode: "taint";
  readonly sources: readonly Part[];
  readonly sinks: readonly Part[];
  readonly sanitizers: readonly Part[];
  readonly propagators: readonly Propagator[];
}

/** One entry of `secrets` in a rule of `mode: secrets`. */
export type SecretPart =
  | {
      readonly kind: "form";
      /** The group `secret` is the secret, or the whole match is. */
      readonly form: { readonly op: "regex"; readonly source: string; readonly place: RulePlace };
      /** One of them stands in every match; in either case. */
      readonly literals: readonly string[];
      /** How far a match reaches before the literal's first character, and from it on; UTF-16 units. */
      readonly before: number;
      readonly after: number;
      /** Name of a check in server/engine/secrets/checks.ts. */
      readonly checksum?: string;
      /** Absent where the form tells enough. */
      readonly values?: Demand;
    }
  | { readonly kind: "names"; readonly names: readonly string[]; readonly values: Demand };

/** One entry of `fixes`: which code it is for, and what becomes of it. Templates may hold metavariables and the names of `imports`. */
export interface FixForm {
  readonly formula: Formula;
  /** For the light bulb: "Use a name that nobody can guess". Empty where the form refuses. */
  readonly title: string;
  /** Why nothing is offered for such code. */
  readonly refuse?: string;
  /** The metavariable that must stand for exactly what was found; absent: the match lies at the finding. */
  readonly at?: string;
  /** By metavariable, or by "" for the whole match: what stands there instead. */
  readonly replace: Readonly<Record<string, string>>;
  /** Keyword arguments of a call or entries of an object that are given a value; `null` takes one away. */
  readonly set: Readonly<Record<string, string | null>>;
  /** As `set`, only where there is no such argument or entry yet. */
  readonly add: Readonly<Record<string, string>>;
  /** What is added as the last argument of a call. */
  readonly append?: string;
  /** The metavariable whose call or object `set` and `append` are about; absent: the match. */
  readonly in?: string;
  /** Lines before, or after, the statement that holds the match; two spaces for each level of indentation. */
  readonly before?: string;
  readonly after?: string;
  /** Lines at the beginning of the body of the match, a loop or a function. */
  readonly first?: string;
  /** How each value that text is put together from is written; `$VALUE` stands for it. */
  readonly wrap?: { readonly value: string; readonly text: WrappedText };
  /** The metavariable of the variable that is given a joined path; `$FOLDER` stands for the folder that it must not leave. */
  readonly folder?: string;
  /** The match is put into a new variable before its statement, which this metavariable stands for; `after` stands behind that line. */
  readonly variable?: string;
  /** Names of templates by the import that gives them, as the language writes it. */
  readonly imports: Readonly<Record<string, string>>;
}

/** What the values are put into: only there the template of `wrap` is right. */
export type WrappedText = "html" | "shell" | "ldap" | "filter" | "any";

export interface RuleMetadata {
  /** "CWE-89", always at least one for built-in rules. */
  readonly cwe: readonly string[];
  /** "A05:2025". */
  readonly owasp: readonly string[];
  readonly confidence: Confidence;
  readonly references: readonly string[];
  /** Why it matters, in one or two sentences; shown on hover and in the explanation. */
  readonly why?: string;
  /** The checklist items that a finding of this rule speaks to (see server/review/checklistItems.ts). */
  readonly checklist: readonly string[];
  /** Name of a fix of server/engine/fixes/ that needs code. */
  readonly quickFix?: string;
  /** Everything else, untouched. */
  readonly other: Readonly<Record<string, unknown>>;
}

export interface Rule {
  readonly id: string;
  /** Empty for a rule that reads text only (`anyText`). */
  readonly languages: readonly LanguageId[];
  /** `languages: [regex]`, `[none]` or `[generic]`: on the text of every file, whatever its language. */
  readonly anyText?: TextLanguage;
  /** A topic rule finds no fault: it marks code that a checklist item speaks of (severity INVENTORY in the file). */
  readonly kind: "finding" | "topic";
  readonly severity: Severity;
  readonly message: string;
  readonly body:
    | { readonly mode: "search"; readonly formula: Formula; readonly needs?: KnownNeeds }
    | { readonly mode: "secrets"; readonly parts: readonly SecretPart[] }
    /** `words`: how routes and guards are told, of all models. */
    | { readonly mode: "routes"; readonly lacks: Lack; readonly words: RouteWords }
    /** The formula finds guards; one that the text before the change had and the present one lacks is a finding. */
    | {
        readonly mode: "removed";
        readonly formula: Formula;
        readonly needs?: KnownNeeds;
        /** Ids of other rules whose guards those of this one make up for. */
        readonly covers: readonly string[];
      }
    | TaintBody<TaintPart, TaintPropagator>;
  /** `paths:` of the rule, as written. */
  readonly paths: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** Template with metavariables; replaces the matched range. */
  readonly fix?: string;
  /** Replaces in the matched text what the regex finds, `count` times at most. */
  readonly fixRegex?: {
    readonly source: string;
    readonly replacement: string;
    readonly count?: number;
    readonly place: RulePlace;
  };
  /** Fixes that change parts of what they match; the first that fits a finding is taken. */
  readonly fixes?: readonly FixForm[];
  readonly metadata: RuleMetadata;
  /** "precise" for `options: {linewarden: precise}`. */
  readonly profile: "documented" | "precise";
  readonly options: Readonly<Record<string, unknown>>;
  readonly place: RulePlace;
  /** Set when built-in rules are compiled: their regexes are checked by a test and run as they are. No rule file can set it. */
  readonly trusted?: boolean;
  /** Set where its findings count in tests, examples, generated and copied code as they do anywhere. No rule file can set it. */
  readonly fullSeverity?: true;
}

/** A rule that cannot be used, or is not run. */
export interface RuleProblem {
  /** "partly": the rule runs, but not for all the languages that it names. "warning": it runs, and hardly does what is meant. */
  readonly kind: "error" | "unsupported" | "partly" | "warning";
  readonly ruleId?: string;
  /** The offending key, such as "pattern-inside". */
  readonly key?: string;
  readonly message: string;
  readonly place: RulePlace;
}

/** The words by which routes are told, where a rule asks for routes. */
export function routeWordsOf(rules: readonly Rule[]): RouteWords | undefined {
  for (const { body } of rules) if (body.mode === "routes") return body.words;
  return undefined;
}

/**
 * `metadata: {within-file: true}`: the rule says of a function that it trusts its callers, so each function that calls it across files
 * would be told the same. Such a finding belongs to the function where the data arrives and is used, in its own file.
 */
export function staysWithinFile({ metadata }: Rule): boolean {
  return metadata.other["within-file"] === true;
}
