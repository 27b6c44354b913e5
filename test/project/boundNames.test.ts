import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

const root = join(__dirname, "../..");
const files = readdirSync(join(root, "rules"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replace(/\\/g, "/"))
  .filter((name) => name.endsWith(".yaml"))
  .sort();

type Item = Record<string, unknown>;

const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null && !Array.isArray(value);
const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? value.filter(isItem) : []);
const namesIn = (text: unknown): string[] =>
  typeof text === "string" ? (text.match(/\$(?:\.\.\.)?[A-Z_][A-Z0-9_]*/g) ?? []) : [];

/** What a formula binds in whichever way it matches. */
function boundBy(item: Item): Set<string> {
  const bound = new Set([...namesIn(item["pattern"]), ...groupsIn(item["pattern-regex"])]);
  const add = (names: Iterable<string>): void => {
    for (const name of names) bound.add(name);
  };
  const inside = item["pattern-inside"];
  add(isItem(inside) ? boundBy(inside) : namesIn(inside));
  for (const one of itemsOf(item["patterns"])) add(boundBy(one));
  const ways = itemsOf(item["pattern-either"]).map(boundBy);
  if (ways[0]) add([...ways[0]].filter((name) => ways.every((way) => way.has(name))));
  const condition = item["metavariable-pattern"];
  if (isItem(condition)) add(boundBy(condition));
  return bound;
}

const groupsIn = (regex: unknown): string[] =>
  typeof regex === "string" ? [...regex.matchAll(/\(\?P?<([A-Z_][A-Z0-9_]*)>/g)].map(([, name]) => `$${name}`) : [];

/** The metavariables that the conditions of a list speak of. */
function askedFor(list: readonly Item[]): string[] {
  return list.flatMap((one) => {
    const names = ["metavariable-regex", "metavariable-pattern", "metavariable-type", "metavariable-analysis"].flatMap((key) => {
      const condition = one[key];
      return isItem(condition) ? namesIn(condition["metavariable"]) : [];
    });
    const comparison = one["metavariable-comparison"];
    const compared = isItem(comparison) ? [...namesIn(comparison["metavariable"]), ...namesIn(comparison["comparison"])] : [];
    const focus = one["focus-metavariable"];
    return [...names, ...compared, ...(Array.isArray(focus) ? focus.flatMap(namesIn) : namesIn(focus))];
  });
}

/** Names that a condition asks for and that some way of the patterns beside it leaves unbound: that way matches nothing, ever. */
function unbound(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unbound);
  if (!isItem(value)) return [];
  const list = itemsOf(value["patterns"]);
  const bound = boundBy({ patterns: list });
  return [...askedFor(list).filter((name) => !bound.has(name)), ...Object.values(value).flatMap(unbound)];
}

describe("conditions of the built-in rules", () => {
  it("ask only for what every way of the patterns beside them binds", () => {
    expect(files.length).to.be.greaterThan(300);
    const found = files.flatMap((name) =>
      unbound(parse(readFileSync(join(root, "rules", name), "utf8"))).map((one) => `${name}: ${one}`),
    );
    expect(found).to.deep.equal([]);
  });

  it("are told where a way is dead", () => {
    const dead = (text: string): string[] => unbound(parse(text));
    expect(dead("patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $Y, regex: a}}]")).to.deep.equal(["$Y"]);
    expect(
      dead(
        "patterns: [{pattern-either: [{pattern: f($X)}, {pattern: g()}]}, {metavariable-regex: {metavariable: $X, regex: a}}]",
      ),
    ).to.deep.equal(["$X"]);
    expect(
      dead("pattern-not: {patterns: [{pattern: f($X)}, {metavariable-comparison: {comparison: $X > $LIMIT}}]}"),
    ).to.deep.equal(["$LIMIT"]);
    expect(dead("patterns: [{pattern-either: [{pattern: f($X)}, {pattern: g($X)}]}, {focus-metavariable: $X}]")).to.deep.equal(
      [],
    );
    expect(dead("patterns: [{pattern: f($X)}, {patterns: [{pattern: g()}, {focus-metavariable: $X}]}]")).to.deep.equal(["$X"]);
  });
});
