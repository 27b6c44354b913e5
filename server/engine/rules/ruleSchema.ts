/** The keys of the rule language, which of them are supported, and the values they take; the documentation is made from it too. */

import type { Severity, TextLanguage } from "./rule.ts";

/** The version of Semgrep whose rule language this is, for `min-version` and `max-version`. */
export const conformsTo = "1.182.0";

/** `supported: false` keys are known to the rule language, but a rule that uses one is not run. */
export interface KeyFact {
  readonly supported: boolean;
  /** Why not, or what to use instead. */
  readonly note?: string;
}

const yes: KeyFact = { supported: true };
const notYet: KeyFact = { supported: false };

/** Keys that hold a formula. */
export const formulaKeys = ["pattern", "patterns", "pattern-either", "pattern-regex", "pattern-inside"] as const;

/** Keys that may stand in an item of `patterns` beside the formula keys. */
export const negativeKeys = ["pattern-not", "pattern-not-inside", "pattern-not-regex"] as const;

/** Keys that hold a formula in the newer syntax; `where` may stand beside each. */
export const matchKeys = ["pattern", "regex", "all", "any", "not", "inside", "anywhere"] as const;

export const formulaKeySet: ReadonlySet<string> = new Set(formulaKeys);
export const negativeKeySet: ReadonlySet<string> = new Set(negativeKeys);
export const matchKeySet: ReadonlySet<string> = new Set(matchKeys);

export const conditionKeys: Readonly<Record<string, KeyFact>> = {
  "metavariable-regex": yes,
  "metavariable-pattern": yes,
  "focus-metavariable": yes,
  "metavariable-comparison": yes,
  "metavariable-analysis": yes,
  "metavariable-type": yes,
  "metavariable-name": notYet,
  "pattern-where-python": { supported: false, note: "it would run code of the rule file" },
};

/** All that may stand in an item of `patterns`. */
export const itemKeys: Readonly<Record<string, KeyFact>> = {
  ...Object.fromEntries([...formulaKeys, ...negativeKeys].map((key) => [key, yes])),
  ...conditionKeys,
};

export const ruleKeys: Readonly<Record<string, KeyFact>> = {
  id: yes,
  languages: yes,
  severity: yes,
  message: yes,
  mode: yes,
  pattern: yes,
  patterns: yes,
  "pattern-either": yes,
  "pattern-regex": yes,
  "pattern-inside": yes,
  "pattern-sources": yes,
  "pattern-sinks": yes,
  "pattern-sanitizers": yes,
  "pattern-propagators": yes,
  secrets: yes,
  lacks: yes,
  covers: yes,
  paths: yes,
  fix: yes,
  fixes: yes,
  metadata: yes,
  options: yes,
  "min-version": yes,
  "max-version": yes,
  "fix-regex": yes,
  match: yes,
  taint: yes,
  extract: notYet,
  transform: notYet,
  join: notYet,
  steps: notYet,
  dependencies: notYet,
  "r2c-internal-project-depends-on": notYet,
  product: notYet,
};

/** Keys of an item of the lists of a taint rule, beside the formula keys. */
export const taintKeys: Readonly<Record<TaintList, Readonly<Record<string, KeyFact>>>> = {
  sources: { exact: yes, "by-side-effect": yes, control: yes, "from-caller": yes, label: yes, requires: yes },
  sinks: { exact: yes, "at-exit": yes, "first-element": yes, requires: yes },
  sanitizers: {
    exact: yes,
    "by-side-effect": yes,
    "cleans-when": yes,
    folder: yes,
    not_conflicting: yes,
    "not-conflicting": yes,
  },
  propagators: { from: yes, to: yes, "by-side-effect": yes, requires: yes, label: yes, "replace-labels": yes },
};

export type TaintList = "sources" | "sinks" | "sanitizers" | "propagators";

/** Keys of an item of `secrets` in a rule of `mode: secrets`, which is Linewarden's own. */
export const secretKeys: Readonly<Record<string, KeyFact>> = {
  form: yes,
  literals: yes,
  before: yes,
  after: yes,
  checksum: yes,
  names: yes,
  values: yes,
};

/** Keys of an item of `fixes`, which is Linewarden's own, beside the formula keys. */
export const fixKeys: Readonly<Record<string, KeyFact>> = {
  title: yes,
  refuse: yes,
  at: yes,
  replace: yes,
  set: yes,
  add: yes,
  append: yes,
  in: yes,
  before: yes,
  after: yes,
  first: yes,
  wrap: yes,
  "wrap-in": yes,
  folder: yes,
  variable: yes,
  imports: yes,
};

/** What `wrap-in` may be. */
export const wrappedTexts = ["html", "shell", "ldap", "filter", "any"] as const;

export const severities: Readonly<Record<string, { readonly severity: Severity; readonly topic?: true }>> = {
  CRITICAL: { severity: "critical" },
  ERROR: { severity: "high" },
  HIGH: { severity: "high" },
  WARNING: { severity: "medium" },
  MEDIUM: { severity: "medium" },
  INFO: { severity: "low" },
  LOW: { severity: "low" },
  EXPERIMENT: { severity: "low" },
  INVENTORY: { severity: "low", topic: true },
};

/** Languages of the rule language that no file here implements yet. */
export const otherLanguages: ReadonlySet<string> = new Set(
  (
    "apex bash sh c c++ cpp cairo circom clojure c# csharp dart docker dockerfile elixir ex go golang hack hcl terraform tf html java json " +
    "jsonnet julia fga openfga gosu objc objective-c objectivec powershell kt kotlin lisp lua move_on_aptos move_on_sui ocaml php promql proto proto3 protobuf ql r ruby rust scala scheme sol " +
    "solidity swift vue xml yaml aliengrep"
  ).split(" "),
);

/** Values of `languages:` that mean the text of any file, and how it is read. */
export const textLanguages: Readonly<Record<string, TextLanguage>> = {
  regex: "regex",
  none: "regex",
  generic: "generic",
  spacegrep: "generic",
};

/**
 * Options of the rule language. `values` are those that mean what is done here (usually the default); any other value makes the
 * rule unsupported. An empty list takes every value.
 */
export const optionValues: Readonly<Record<string, readonly unknown[]>> = {
  linewarden: ["precise"],
  "linewarden-secret": [true, false],
  interfile: [],
  interproc: [],
  interfile_fallback: [],
  ac_matching: [true, false],
  arrow_is_function: [true, false],
  attr_expr: [true, false],
  cacheable: [],
  commutative_boolop: [true, false],
  commutative_compop: [true, false],
  constant_propagation: [true, false],
  symbolic_propagation: [true, false],
  decorators_order_matters: [true, false],
  symmetric_eq: [true, false],
  flddef_assign: [],
  implicit_deep_exprstmt: [true, false],
  implicit_ellipsis: [true, false],
  implicit_return: [true, false],
  let_is_var: [true, false],
  unify_ids_strictly: [],
  vardef_assign: [true, false],
  xml_attrs_implicit_ellipsis: [true, false],
  xml_children_ordered: [true, false],
  xml_singleton_loose_matching: [true, false],
  go_deeper_expr: [true, false],
  go_deeper_stmt: [true, false],
  go_deeper_classes: [true],
  generic_engine: ["spacegrep", "aliengrep"],
  generic_multiline: [],
  generic_braces: [],
  generic_extra_braces: [],
  generic_extra_word_characters: [],
  generic_caseless: [],
  generic_comment_style: ["c", "cpp", "shell"],
  generic_ellipsis_max_span: [],
  taint_assume_safe_booleans: [true, false],
  taint_assume_safe_comparisons: [true, false],
  taint_assume_safe_functions: [true, false],
  taint_assume_safe_indexes: [true, false],
  taint_assume_safe_numbers: [true, false],
  taint_only_propagate_through_assignments: [true, false],
  taint_unify_mvars: [true, false],
  taint_match_on: ["sink", "source"],
  taint_intrafile: [],
  taint_focus_on: ["sink", "source"],
  timeout: [],
  max_match_per_file: [],
};
