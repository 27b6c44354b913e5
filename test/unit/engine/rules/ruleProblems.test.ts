import { expect } from "chai";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { problemsOf, ruleFile } from "./ruleFile.ts";

describe("loadRules, of a rule that cannot be run", () => {
  for (const [title, lines, expected] of [
    ["unknown language", ["languages: [pythn]", "pattern: f()"], /^error languages 4:16 "pythn" is not a language/],
    ["language that is not read", ["languages: [java]", "pattern: f()"], /^unsupported languages 4:16 language java/],
    [
      "unknown severity",
      ["severity: BAD", "pattern: f()"],
      /^error severity \d+:\d+ `severity` must be one of CRITICAL, .*"BAD"/,
    ],
    ["no pattern", [], /^error undefined 1:4 a rule needs one of `pattern`/],
    ["two patterns", ["pattern: f()", "pattern-regex: f"], /^error pattern-regex 6:4 .*only one may stand there/],
    [
      "misspelt key",
      ["pattern: f()", "mesage: x"],
      /^unsupported mesage 6:4 `mesage` is not a key of a rule; did you mean `message`\?$/,
    ],
    [
      "misspelt condition",
      ["patterns: [{pattern: f($X)}, {metavariable-regx: {metavariable: $X, regex: a}}]"],
      /`metavariable-regx` is not a key of an item of `patterns`; did you mean `metavariable-regex`\?$/,
    ],
    [
      "misspelt operator",
      ["patterns: [{pattern: f($X)}, {pattern-not-insde: g()}]"],
      /`pattern-not-insde` is not a key of an item of `patterns`; did you mean `pattern-not-inside`\?$/,
    ],
    ["severity in small letters", ["severity: warning", "pattern: f()"], /the text "warning"; did you mean WARNING\?$/],
    ["misspelt language", ["languages: [javascrpt]", "pattern: f()"], /rule language; did you mean javascript\?$/],
    ["misspelt mode", ["mode: tant", "pattern: f()"], /mode "tant" is not known; did you mean taint\?$/],
    [
      "misspelt analyzer",
      ["patterns: [{pattern: f($X)}, {metavariable-analysis: {metavariable: $X, analyzer: entrpy}}]"],
      /analyzer `entrpy` is not supported; did you mean entropy\?$/,
    ],
    [
      "misspelt pattern",
      ["pattern: f()", "pattern-noot: x"],
      /^unsupported pattern-noot 6:4 `pattern-noot` is not a key of a rule/,
    ],
    ["empty pattern", ["pattern: ''"], /^error pattern 5:13 `pattern` must be a text, and is an empty text/],
    ["pattern that is a list", ["pattern: [f]"], /^error pattern 5:13 `pattern` must be a text, and is a list/],
    ["patterns that is a text", ["patterns: f()"], /^error patterns 5:14 `patterns` must be a list/],
    [
      "only negative",
      ["patterns: [{pattern-not: f()}]"],
      /^error patterns 5:4 `patterns` needs at least one pattern that is not negative/,
    ],
    ["inside alone", ["pattern-inside: f()"], /^error pattern-inside 5:4 `pattern-inside` cannot stand alone/],
    ["taint without sinks", ["mode: taint", "pattern-sources: [{pattern: a}]"], /^error pattern-sinks 1:4 a taint rule needs/],
    ["sources without taint", ["pattern: f()", "pattern-sources: [{pattern: a}]"], /^error pattern-sources 6:4 .*mode: taint/],
    ["unknown mode", ["mode: tainted", "pattern: f()"], /^error mode 5:10 mode "tainted" is not known/],
    ["join", ["mode: join", "pattern: f()"], /^unsupported mode 5:10 /],
    ["extract", ["mode: extract", "pattern: f($X)"], /^unsupported mode 5:10 /],
    [
      "keys of extract",
      ["pattern: f($X)", "extract: $X", "dest-language: html"],
      /^unsupported extract 6:4 `extract` is not supported yet/,
    ],
    [
      "metavariable-regex without regex",
      ["patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $X}}]"],
      /^error metavariable-regex .*needs a `regex`/,
    ],
    [
      "bad metavariable",
      ["patterns: [{pattern: f($X)}, {focus-metavariable: x}]"],
      /^error focus-metavariable .*such as \$X, and is "x"/,
    ],
    [
      "comparison",
      ["patterns:", "  - pattern: f($X)", "  - metavariable-comparison: {comparison: $X >}"],
      /^error comparison 7:46 `comparison` cannot be read: it ends too early/,
    ],
    [
      "comparison with an unknown function",
      ["patterns: [{pattern: f($X)}, {metavariable-comparison: {comparison: len($X) > 2}}]"],
      /^error comparison 5:72 .*"len" is not known; what may be called is int, str, today/,
    ],
    ["newer version", ["pattern: f()", "min-version: 9.0.0"], /^unsupported min-version 6:17 `min-version` is 9.0.0/],
    ["older version", ["pattern: f()", "max-version: 1.0.0"], /^unsupported max-version 6:17 /],
    [
      "analyzer",
      ["match: {pattern: f($X), where: [{metavariable: $X, analyzer: x}]}"],
      /^unsupported analyzer 5:65 analyzer `x`/,
    ],
    [
      "a propagator without an end",
      [
        "mode: taint",
        "pattern-sources: [{pattern: a}]",
        "pattern-sinks: [{pattern: b}]",
        "pattern-propagators: [{pattern: $A, from: $A}]",
      ],
      /^error to 8:26 a propagator needs `to`/,
    ],
    [
      "an end that is no metavariable",
      [
        "mode: taint",
        "pattern-sources: [{pattern: a}]",
        "pattern-sinks: [{pattern: b}]",
        "pattern-propagators: [{pattern: $A, from: $A, to: b}]",
      ],
      /^error to 8:54 `to` must name a metavariable such as \$X, and is "b"/,
    ],
    [
      "labels to replace without another",
      [
        "mode: taint",
        "pattern-sources: [{pattern: a}]",
        "pattern-sinks: [{pattern: b}]",
        "pattern-propagators: [{pattern: $A, from: $A, to: $A, replace-labels: [X]}]",
      ],
      /^error replace-labels 8:58 `replace-labels` needs a `label`/,
    ],
    [
      "a requirement that is no expression",
      ["mode: taint", "pattern-sources: [{pattern: a, label: X}]", "pattern-sinks: [{pattern: b, requires: X and}]"],
      /^error requires 7:43 `requires` must combine labels with and, or, not: it ends where a label should stand/,
    ],
    [
      "a requirement of something else than a metavariable",
      ["mode: taint", "pattern-sources: [{pattern: a, label: X}]", "pattern-sinks: [{pattern: b, requires: [{y: X}]}]"],
      /^error y 7:45 `y` is not a metavariable/,
    ],
    [
      "a key of another list",
      ["mode: taint", "pattern-sources: [{pattern: a, at-exit: true}]", "pattern-sinks: [{pattern: b}]"],
      /^unsupported at-exit 6:35 /,
    ],
    ["newer syntax with two keys", ["match: {pattern: f(), regex: f}"], /^error regex 5:26 `match` has `pattern` and `regex`/],
    ["newer syntax with an older key", ["match: {pattern-either: [{pattern: f()}]}"], /^unsupported pattern-either 5:12 /],
    ["both syntaxes", ["match: f()", "pattern: f()"], /^error pattern 6:4 `pattern` cannot stand beside `match`/],
    ["newer taint without sinks", ["taint: {sources: [a]}"], /^error sinks 5:11 a taint rule needs `sinks`/],
    ["newer taint with an older key", ["taint: {pattern-sources: [a], sinks: [b]}"], /^unsupported pattern-sources 5:12 /],
    [
      "both syntaxes of taint",
      ["taint: {sources: [a], sinks: [b]}", "pattern-sources: [{pattern: a}]"],
      /^error pattern-sources 6:4 `pattern-sources` cannot stand beside `taint`/,
    ],
    ["a newer propagator that is a text", ["taint: {sources: [a], sinks: [b], propagators: [c]}"], /^error propagators 5:52 /],
    ["fix-regex", ["pattern: f()", "fix-regex: {regex: (, replacement: b}"], /^error regex 6:23 The regex cannot be read/],
    ["fix-regex without a replacement", ["pattern: f()", "fix-regex: {regex: a}"], /^error fix-regex 6:15 /],
    [
      "option with another meaning",
      ["pattern: f()", "options: {xml_children_ordered: maybe}"],
      /^unsupported xml_children_ordered /,
    ],
    [
      "an option of the matcher beside the precise profile",
      [
        "mode: taint",
        "pattern-sources: [{pattern: f()}]",
        "pattern-sinks: [{pattern: g()}]",
        "options: {linewarden: precise, ac_matching: false}",
      ],
      /^unsupported options .*precise/,
    ],
    ["two keys in an item", ["patterns: [{pattern: f(), pattern-not: g()}]"], /^error pattern-not .*one key only/],
  ] as const) {
    it(`says what is wrong: ${title}`, () => {
      const problems = problemsOf(...lines);
      expect(problems[0]).to.match(expected);
      expect(loadRules(ruleFile(...lines), "r.yaml").rules, "a rule with a problem is not run").to.deep.equal([]);
    });
  }
});
