import { expect } from "chai";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { problemsOf, ruleFile } from "./ruleFile.ts";

function ruleOf(...lines: string[]) {
  const { rules, problems } = loadRules(ruleFile(...lines), "r.yaml");
  expect(problems).to.deep.equal([]);
  expect(rules).to.have.length(1);
  return rules[0];
}

describe("loadRules", () => {
  it("reads a search rule with all operators", () => {
    const rule = ruleOf(
      "patterns:",
      "  - pattern: f($X)",
      "  - pattern-not: f(1)",
      "  - pattern-inside: |",
      "      def $F(...): ...",
      "  - pattern-not-inside: g(...)",
      "  - pattern-either:",
      "      - pattern: f(...)",
      "      - pattern-regex: f",
      "  - pattern-not-regex: z",
      "  - metavariable-regex: {metavariable: $X, regex: a+}",
      "  - metavariable-pattern: {metavariable: $X, pattern: b}",
      "  - focus-metavariable: $X",
    );
    expect(rule?.body).to.nested.include({ mode: "search", "formula.op": "all" });
    const formula = rule?.body.mode === "search" ? rule.body.formula : undefined;
    if (formula?.op !== "all") throw new Error("not an `all`");
    expect(formula.of.map(({ op }) => op)).to.deep.equal(["pattern", "not", "inside", "not", "any", "not"]);
    expect(formula.of[3]).to.nested.include({ "of.op": "inside" });
    expect(
      formula.where.map((condition) => ("metavariable" in condition ? `${condition.op} ${condition.metavariable}` : "")),
    ).to.deep.equal(["regex $X", "pattern $X"]);
    expect(formula.focus).to.deep.equal([["$X"]]);
    expect(formula.of[0]).to.deep.equal({ op: "pattern", source: "f($X)", place: { file: "r.yaml", line: 6, column: 17 } });
  });

  it("leaves keys alone that somebody made up", () => {
    expect(ruleOf("pattern: f()", "author: me", "validators: [{http: {}}]", "tags: [a]")?.id).to.equal("a");
  });

  it("reads a taint rule with flags", () => {
    const rule = ruleOf(
      "mode: taint",
      "pattern-sources: [{pattern: a(), exact: true}]",
      "pattern-sinks: [{pattern: b(...)}]",
      "pattern-sanitizers: [{patterns: [{pattern: c($X)}, {focus-metavariable: $X}], by-side-effect: true}]",
    );
    if (rule?.body.mode !== "taint") throw new Error("not a taint rule");
    expect(rule.body.sources[0]).to.include({ exact: true, bySideEffect: false });
    expect(rule.body.sanitizers[0]).to.include({ exact: false, bySideEffect: true });
    expect(rule.body.sinks).to.have.length(1);
  });

  it("reads JSON too", () => {
    const json = JSON.stringify({ rules: [{ id: "j", languages: ["js"], severity: "LOW", message: "m", pattern: "f()" }] });
    const { rules, problems } = loadRules(json, "r.json");
    expect(problems).to.deep.equal([]);
    expect(rules[0]).to.deep.include({ id: "j", languages: ["javascript", "typescript", "tsx"], severity: "low" });
  });

  for (const regex of ["a?:", "^(?:x|y):", "https:", "a b:"])
    it(`reads a text that ends with a colon in braces: ${regex}`, () => {
      const rule = ruleOf("patterns:", "  - pattern: f($X)", `  - metavariable-regex: {metavariable: $X, regex: ${regex}}`);
      if (rule?.body.mode !== "search" || rule.body.formula.op !== "all") throw new Error("not a search rule");
      expect(rule.body.formula.where).to.have.length(1);
      expect(rule.body.formula.where[0]).to.deep.include({ source: regex });
    });

  it("says what is wrong with a mapping in braces that has no end of its own", () => {
    expect(problemsOf("metadata: {a: b: c}")).to.have.length(1);
    expect(problemsOf("metadata: {a: 'b':}")).to.have.length(1);
  });

  for (const [name, severity, kind] of [
    ["CRITICAL", "critical", "finding"],
    ["ERROR", "high", "finding"],
    ["HIGH", "high", "finding"],
    ["WARNING", "medium", "finding"],
    ["MEDIUM", "medium", "finding"],
    ["INFO", "low", "finding"],
    ["LOW", "low", "finding"],
    ["EXPERIMENT", "low", "finding"],
    ["INVENTORY", "low", "topic"],
  ] as const) {
    it(`severity ${name} is a ${severity} ${kind}`, () => {
      expect(ruleOf(`severity: ${name}`, "pattern: f()")).to.include({ severity, kind });
    });
  }

  it("reads metadata, paths, options and fix", () => {
    const rule = ruleOf(
      "pattern: f()",
      "paths: {include: [src/], exclude: ['*.min.js']}",
      "fix: g()",
      "options: {linewarden: precise, interfile: true}",
      "metadata:",
      "  cwe: 'CWE-89: Improper Neutralization'",
      "  owasp: [A05:2025, 'A03:2021 - Injection']",
      "  confidence: HIGH",
      "  references: https://example.org",
      "  why: because",
      "  checklist: [queries-parameterized]",
      "  quick-fix: parameterize",
      "  technology: [flask]",
    );
    expect(rule).to.deep.include({ paths: { include: ["src/"], exclude: ["*.min.js"] }, fix: "g()", profile: "precise" });
    expect(rule?.metadata).to.deep.equal({
      cwe: ["CWE-89"],
      owasp: ["A05:2025", "A03:2021"],
      confidence: "high",
      references: ["https://example.org"],
      why: "because",
      checklist: ["queries-parameterized"],
      quickFix: "parameterize",
      other: { technology: ["flask"] },
    });
  });

  it("takes a rule for any text, with regexes only or with patterns of words", () => {
    expect(ruleOf("languages: [regex]", "pattern-regex: key=.*")).to.deep.include({ languages: [], anyText: "regex" });
    expect(ruleOf("languages: [none]", "pattern-regex: key=.*")).to.include({ anyText: "regex" });
    expect(ruleOf("languages: [generic]", "pattern: key = ...")).to.include({ anyText: "generic" });
    expect(problemsOf("languages: [regex]", "pattern: key = ...")[0]).to.match(
      /^unsupported languages 1:4 .*may use regexes only/,
    );
    expect(problemsOf("languages: [generic, python]", "pattern: f()")[0]).to.match(
      /^unsupported languages 4:15 .*other languages too/,
    );
  });

  it("runs a rule for the languages that are read, and names the others with their place", () => {
    const { rules, problems } = loadRules(ruleFile("languages: [py, java]", "pattern: f()"), "r.yaml");
    expect(rules.map(({ languages }) => languages)).to.deep.equal([["python"]]);
    expect(problems).to.deep.equal([
      {
        kind: "partly",
        ruleId: "a",
        key: "languages",
        message: "language java is not supported yet; the rule is run for its others",
        place: { file: "r.yaml", line: 4, column: 20 },
      },
    ]);
  });

  it("reads sources, sinks, sanitizers and propagators in the newer syntax", () => {
    const rule = ruleOf(
      "taint:",
      "  sources: [f(), {any: [g(), {pattern: h()}], label: A, by-side-effect: only}]",
      "  sinks: [{pattern: k($X), requires: A and not B, at-exit: true, first-element: true}]",
      "  sanitizers: [{pattern: c(), not-conflicting: true}]",
      "  propagators: [{pattern: $A.b($C), from: $C, to: $A, label: D, replace-labels: [A]}]",
    );
    if (rule?.body.mode !== "taint") throw new Error("no taint rule");
    const { sources, sinks, sanitizers, propagators } = rule.body;
    expect(sources[0]).to.deep.include({ exact: false, bySideEffect: false });
    expect(sources[1]).to.deep.include({ label: "A", bySideEffect: "only" });
    expect(sources[1]?.formula.op).to.equal("any");
    expect(sinks[0]?.atExit).to.equal(true);
    expect(sinks[0]?.firstElement).to.equal(true);
    expect(sinks[0]?.requires?.[0]?.labels.op).to.equal("and");
    expect(sanitizers[0]?.notConflicting).to.equal(true);
    expect(propagators[0]).to.deep.include({ from: "$C", to: "$A", label: "D", replaceLabels: ["A"], bySideEffect: true });
  });

  it("reads the newer syntax", () => {
    const rule = ruleOf(
      "match:",
      "  all:",
      "    - f($X, $Y)",
      "    - any: [{pattern: g()}, {regex: h}]",
      "    - not: {inside: class A}",
      "    - anywhere: k()",
      "  where:",
      "    - focus: [$X, $Y]",
      "    - {metavariable: $X, regex: a}",
      "    - {metavariable: $X, language: generic, pattern: a}",
      "    - {comparison: $Y > 2}",
    );
    const formula = rule?.body.mode === "search" ? rule.body.formula : undefined;
    if (formula?.op !== "all") throw new Error("not an `all`");
    expect(formula.focus).to.deep.equal([["$X", "$Y"]]);
    expect(formula.where.map(({ op }) => op)).to.deep.equal(["regex", "pattern", "comparison"]);
    const [inner] = formula.of;
    expect(inner?.op === "all" && inner.of.map(({ op }) => op)).to.deep.equal(["pattern", "any", "not", "anywhere"]);
  });

  it("leaves unknown options alone, and reads fix-regex", () => {
    const rule = ruleOf("pattern: f()", "options: {nonsense: 1}", "fix-regex: {regex: a, replacement: b, count: 2}");
    expect(rule?.options).to.deep.equal({});
    expect(rule?.fixRegex).to.deep.include({ source: "a", replacement: "b", count: 2 });
  });

  it("keeps the good rules beside a bad one, and says when an id comes twice", () => {
    const one = "languages: [py], severity: LOW, message: m, pattern: f()";
    const { rules, problems } = loadRules(`rules:\n  - {id: a, ${one}}\n  - {id: a, ${one}}\n  - {id: b, ${one}}\n`, "r.yaml");
    expect(rules.map(({ id }) => id)).to.deep.equal(["a", "b"]);
    expect(problems.map(({ message, place }) => [message, place.line, place.column])).to.deep.equal([
      ["the id is taken by the rule on line 2", 2, 9],
    ]);
  });

  for (const [title, text, expected] of [
    ["no YAML", "rules: [", /not valid YAML/],
    ["no mapping", "- a", /a rule file must be a mapping, and is a list/],
    ["an empty file", "", /a rule file must be a mapping, and is empty/],
    ["no rules", "rulez: []", /a rule file needs `rules`/],
    ["a rule that is no mapping", "rules: [a]", /a rule must be a mapping, and is the text "a"/],
    ["a rule without id", "rules: [{message: a}]", /a rule needs an `id`/],
    ["a cycle", "rules: &a [*a]", /nested more than/],
    ["a binary", "\u0000\u0001\ufffd", /./],
  ] as const) {
    it(`never throws: ${title}`, () => {
      const { rules, problems } = loadRules(text, "r.yaml");
      expect(rules).to.deep.equal([]);
      expect(problems[0]?.message).to.match(expected);
    });
  }

  it("stops at a file that unfolds without end", () => {
    const levels = Array.from({ length: 12 }, (_, at) => `x-${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(", ")}]`);
    const { problems } = loadRules(`x-0: &l0 [a]\n${levels.join("\n")}\nrules: []\n`, "r.yaml");
    expect(problems[0]?.message).to.match(/more than 200000 values/);
  });
});
