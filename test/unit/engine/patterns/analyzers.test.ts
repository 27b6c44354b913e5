import { expect } from "chai";
import { hasHighEntropy } from "../../../../server/engine/patterns/entropy.ts";
import { mayExplode } from "../../../../server/engine/patterns/redos.ts";

describe("mayExplode", () => {
  for (const regex of ["(a+)+$", "^(a|b+)*c", "(?:x(?<n>a{2,}))*;", "((a+)+|b)c", "(.*a){4}$", "(?=(a+)+$)"])
    it(`says yes to ${regex}`, () => expect(mayExplode(regex)).to.equal(true));

  for (const regex of ["(a+)+", "(a+){3}$", "(a{3})+$", "(a?)+b", "(a+)++$", "(a++)+$", "[(a+)+]$", "\\(a+\\)+$", "(a+)+(?#x)"])
    it(`says no to ${regex}`, () => expect(mayExplode(regex)).to.equal(false));

  for (const broken of ["(a+", "(a+)+)", "*", "(".repeat(5000), `${"(a+".repeat(5000)}${")+".repeat(5000)}$`])
    it(`says no to what is no regex or none that a person wrote: ${broken.slice(0, 12)}`, () =>
      expect(mayExplode(broken)).to.equal(false));
});

describe("hasHighEntropy", () => {
  for (const text of ["a8Fj3kLq0Zx9VbN2", "9f86d081884c7d659a2f", "xkqzjvwpbgfhmt", "83749201847561"])
    it(`is high for ${text}`, () => expect(hasHighEntropy(text)).to.equal(true));

  for (const text of ["", "x8F", "the quick brown fox jumps", "getUserNameFromRequest", "snake_case_identifier", "12345"])
    it(`is not for "${text}"`, () => expect(hasHighEntropy(text)).to.equal(false));
});
