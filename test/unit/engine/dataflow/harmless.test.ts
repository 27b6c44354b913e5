import { expect } from "chai";
import { allowsPlainWords } from "../../../../server/engine/dataflow/harmless.ts";

describe("regexes that let plain words through only", () => {
  for (const regex of ["^[a-z0-9_-]+$", "^\\w+$", "\\A[A-Za-z.]{1,20}\\Z", "^\\d{4}-\\d{2}$", "^(en)?[a-z]+$", "^[-\\w]+$"])
    it(`${regex} does`, () => {
      expect(allowsPlainWords(regex)).to.equal(true);
    });

  for (const regex of [
    "[a-z]+",
    "^[a-z]+",
    "[a-z]+$",
    "^.+$",
    "^[^;]+$",
    "^[a-z./]+$",
    "^[a-z ]+$",
    "^\\S+$",
    "^[\\s\\w]+$",
    "^[+-z]+$",
    "^[A-z]+$",
    "^a|b$",
    "^[\\w'\"]+$",
    "(?m)^[a-z]+$",
  ])
    it(`${regex} does not`, () => {
      expect(allowsPlainWords(regex)).to.equal(false);
    });
});
