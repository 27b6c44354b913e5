import { expect } from "chai";
import { compileRegex, type Regex } from "../../../../server/engine/patterns/compileRegex.ts";

function regex(source: string, options = {}): Regex {
  const compiled = compileRegex(source, options);
  if (typeof compiled === "string") throw new Error(compiled);
  return compiled;
}

describe("regexes of rules", () => {
  for (const trusted of [true, false])
    for (const [source, text, expected] of [
      ["(?i)abc", "xABC", true],
      ["^(?P<first>a)b$", "ab", true],
      ["a(?!b)", "ac", true],
      ["a(?!b)", "ab", false],
      ["(?<=x)a", "xa", true],
      ["(a)\\1", "aa", true],
      ["(?P<q>['\"])x(?P=q)", "'x'", true],
      ["\\Aa\\Z", "a", true],
      ["\\Aa\\Z", "ba", false],
      ["(?i:A)b", "ab", true],
      ["\\bselect\\b", "a select b", true],
      ["(?>a+)b", "xaab", true],
      ["(?>a+)ab", "aab", false],
      ["a++ab", "aab", false],
      ["(\\w)(?>x+)\\1", "axxa", true],
      ["(?<!x)[[:digit:]]+", "x1", false],
      ["(?<=\\W)\\p{Lu}", " É", true],
      ["(a)\\g{-1}", "aa", true],
      ["\\Q(a)\\E(?!b)", "(a)", true],
      ["(?#note)a(?!b)", "a", true],
    ] as const)
      it(`${source} on ${text}${trusted ? ", trusted" : ""}`, () =>
        expect(regex(source, { trusted }).test(text)).to.equal(expected));

  it("tries only the beginning where that is asked", () => {
    expect(regex("b").testStart("ab")).to.equal(false);
    expect(regex("a").testStart("ab")).to.equal(true);
    expect(regex("a(?!c)").testStart("xab")).to.equal(false);
  });
  for (const source of ["a\\Kb(?!c)", "(?|a|b)(?!c)", "(a)(?1)(?!c)", "(?=a)(?x: a )", "(?U)a(?!b)", "(a", "[a(?!b)"])
    it(`says that it does not run ${source}`, () => expect(compileRegex(source)).to.match(/^The regex /));

  it("counts groups as they are written beside atomic ones", () => {
    const [match] = regex("(a)(?>(b)+)(?<n>c)++").all("abbcc");
    expect(match?.groups).to.deep.equal({ 1: "a", 2: "b", 3: "c", n: "c" });
  });
  it("gives all matches with their groups", () => {
    const matches = regex("(?P<key>\\w)=(\\d)").all("a=1 b=2");
    expect(matches.map(({ start, end }) => [start, end])).to.deep.equal([
      [0, 3],
      [4, 7],
    ]);
    expect(matches[1]?.groups).to.deep.equal({ 1: "b", 2: "2", key: "b" });
  });
  it("sees line ends where that is asked", () => {
    expect(regex("^b", { multiline: true }).test("a\nb")).to.equal(true);
    expect(regex("^b").test("a\nb")).to.equal(false);
  });
  it("takes no time for a catastrophic regex", () => {
    // The platform's own engine needs longer than a day for this text.
    expect(regex("^(a+)+$").test(`${"a".repeat(60)}!`)).to.equal(false);
  });
  it("says what it cannot read", () => expect(compileRegex("(")).to.be.a("string").and.to.include("cannot be read"));
});
