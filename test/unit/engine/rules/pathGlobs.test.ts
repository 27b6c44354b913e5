import { expect } from "chai";
import { compilePaths, globToRegExp } from "../../../../server/engine/rules/pathGlobs.ts";

describe("globs of a rule's paths", () => {
  for (const [glob, path, matches] of [
    ["*.js", "a.js", true],
    ["*.js", "src/a.js", true],
    ["*.js", "src/a.jsx", false],
    ["/*.js", "src/a.js", false],
    ["src/", "src/a/b.js", true],
    ["src", "lib/src/b.js", true],
    ["src/**", "src/a/b.js", true],
    ["src/**/*.js", "src/b.js", true],
    ["src/**/*.js", "src/a/c/b.js", true],
    ["src/*.js", "src/a/b.js", false],
    ["**/test_*.py", "a/test_b.py", true],
    ["*.{js,ts}", "a.ts", false],
    ["*.{js,ts}", "a.{js,ts}", true],
    ["file?.js", "file1.js", true],
    ["[ab].js", "b.js", true],
    ["[!ab].js", "b.js", false],
    ["a+b(c).js", "a+b(c).js", true],
    ["tests", "mytests/a.py", false],
    ["{a", "a", false],
  ] as const) {
    it(`${glob} ${matches ? "matches" : "does not match"} ${path}`, () => {
      expect(globToRegExp(glob).test(path)).to.equal(matches);
    });
  }

  it("an excluded path wins", () => {
    const applies = compilePaths({ include: ["src/"], exclude: ["*.min.js"] });
    expect(["src/a.js", "src/a.min.js", "lib/a.js", "./src/b.js"].map((path) => applies?.(path))).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
  });

  it("nothing named: every path", () => {
    expect(compilePaths({ include: [], exclude: [] })).to.equal(undefined);
  });
});
