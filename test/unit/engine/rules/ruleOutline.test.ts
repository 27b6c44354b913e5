import { expect } from "chai";
import { stringify } from "yaml";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { helpFor, keysAt, valuesAt } from "../../../../server/engine/rules/ruleOutline.ts";
import { conditionKeys, optionValues, ruleKeys, taintKeys } from "../../../../server/engine/rules/ruleSchema.ts";

const names = { checklist: ["headers"], quickFixes: ["parameterize-query"] };
const rule = ["rules", "[]"];
/** Every place at which keys are offered. */
const places = [
  [],
  rule,
  [...rule, "patterns", "[]"],
  [...rule, "pattern-either", "[]"],
  [...rule, "patterns", "[]", "pattern-not"],
  [...rule, "patterns", "[]", "pattern-inside"],
  [...rule, "patterns", "[]", "pattern-not-inside"],
  [...rule, "patterns", "[]", "metavariable-regex"],
  [...rule, "patterns", "[]", "metavariable-pattern"],
  [...rule, "patterns", "[]", "metavariable-comparison"],
  [...rule, "patterns", "[]", "metavariable-analysis"],
  [...rule, "patterns", "[]", "metavariable-type"],
  [...rule, "match"],
  [...rule, "match", "all", "[]"],
  [...rule, "match", "any", "[]"],
  [...rule, "match", "not"],
  [...rule, "match", "where", "[]"],
  [...rule, "fix-regex"],
  [...rule, "secrets", "[]"],
  ...["sources", "sinks", "sanitizers", "propagators"].map((list) => [...rule, `pattern-${list}`, "[]"]),
  [...rule, "taint"],
  ...["sources", "sinks", "sanitizers", "propagators"].map((list) => [...rule, "taint", list, "[]"]),
  [...rule, "options"],
  [...rule, "paths"],
  [...rule, "metadata"],
];

/** A rule file that has nothing but this key at this place, as a plain value. */
function fileWith(path: readonly string[], key: string): unknown {
  let value: unknown = { [key]: "x" };
  const isTaint = path.some((name) => /^pattern-(sources|sinks|sanitizers|propagators)$/.test(name));
  const mode = isTaint ? { mode: "taint" } : path.includes("secrets") ? { mode: "secrets" } : {};
  for (const [index, name] of [...path.entries()].reverse())
    value = name === "[]" ? [index === 1 ? { ...mode, ...(value as object) } : value] : { [name]: value };
  return value;
}

describe("what may stand where in a rule file", () => {
  for (const path of places)
    it(`the loader takes every key offered at ${path.join(" ") || "the top"}`, () => {
      const offered = Object.entries(keysAt(path) ?? {}).filter(([, { supported }]) => supported);
      expect(offered).to.not.deep.equal([]);
      for (const [key] of offered) {
        const { problems } = loadRules(stringify(fileWith(path, key)), "a.yaml");
        // The value is none; it is the key that must not be refused.
        const refused = problems.filter(({ message }) => message.includes(`\`${key}\` is not`));
        expect(refused, key).to.deep.equal([]);
      }
    });

  it("the loader refuses what is not offered", () => {
    // What a condition asks is told by its keys, and what stands beside a formula is read with the formula.
    const free = ["metadata", "options", "where"];
    // Nothing is read inside of a key that is refused itself.
    const refused = Object.keys(conditionKeys).filter((key) => conditionKeys[key]?.supported === false);
    for (const path of places.filter((place) => !place.some((name) => [...free, ...refused].includes(name)))) {
      const { problems } = loadRules(stringify(fileWith(path, "pattern-nonsense")), "a.yaml");
      expect(
        problems.map(({ key }) => key),
        path.join(" "),
      ).to.include("pattern-nonsense");
    }
  });

  it("every key that the loader supports is offered, and explained", () => {
    const offered = (path: readonly string[]) => Object.keys(keysAt(path) ?? {});
    expect(offered(rule)).to.include.members(Object.keys(ruleKeys));
    expect(offered([...rule, "patterns", "[]"])).to.include.members(Object.keys(conditionKeys));
    for (const [list, keys] of Object.entries(taintKeys))
      expect(offered([...rule, `pattern-${list}`, "[]"])).to.include.members(Object.keys(keys));
    expect(offered([...rule, "options"])).to.deep.equal(Object.keys(optionValues));
    for (const path of places)
      for (const [key, { supported }] of Object.entries(keysAt(path) ?? {}))
        if (supported) expect(helpFor(path, key), `${path.join(" ")} ${key}`).to.match(/\w.*\.$/);
  });

  it("a key that is not supported says so", () => {
    const [key = ""] = Object.entries(ruleKeys).find(([, { supported }]) => !supported) ?? [];
    expect(helpFor(rule, key)).to.match(/Not supported yet/);
    expect(helpFor(rule, "pattern-nonsense")).to.equal(undefined);
  });

  for (const [path, expected] of [
    ["severity", ["CRITICAL", "ERROR", "INVENTORY"]],
    ["mode", ["search", "taint"]],
    ["languages", ["python", "js", "regex"]],
    ["languages []", ["python", "tsx"]],
    ["metadata confidence", ["HIGH", "LOW"]],
    ["metadata checklist []", ["headers"]],
    ["metadata quick-fix", ["parameterize-query"]],
    ["options linewarden", ["precise"]],
    ["pattern-sources [] model", ["web-request"]],
    ["pattern-sinks [] exact", ["true", "false"]],
  ] as const)
    it(`values of ${path}`, () => expect(valuesAt([...rule, ...path.split(" ")], names)).to.include.members([...expected]));

  it("no values where any may stand", () => expect(valuesAt([...rule, "message"], names)).to.deep.equal([]));
});
