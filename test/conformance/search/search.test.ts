/** Search rules against the lines that Semgrep reports; every difference has its reason. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml } from "yaml";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";
import { differenceOf, expectDocumented, expectPrecise, type Recorded } from "../profiles.ts";
import { placesOf, type SearchRule } from "./runCase.ts";

type Expected = SearchRule & Recorded;

/** A rule with its own code. */
type Case = Expected & { readonly name: string; readonly code: string };

/** Rules that are all run on one piece of code. */
interface Group {
  readonly feature: string;
  readonly tsx?: boolean;
  readonly code: string;
  readonly cases: readonly Expected[];
}

const totals = new Map<string, number>();

function count(language: string, cases: number): void {
  const family = language === "python" ? "python" : "javascript";
  totals.set(family, (totals.get(family) ?? 0) + cases);
}

function check(one: Expected, name: string, language: LanguageId, code: string, ranges: boolean): void {
  it(`${name}${differenceOf(one, "documented")}`, async () =>
    expectDocumented(one, placesOf(language, one, code, await loadParse(), ranges)));
  it(`${name}, precise${differenceOf(one, "precise")}`, async () =>
    expectPrecise(one, placesOf(language, one, code, await loadParse(), ranges, "precise")));
}

for (const language of ["javascript", "typescript", "python"] as const) {
  const cases = parseYaml(readFileSync(join(__dirname, `${language}.yaml`), "utf8")) as readonly Case[];
  count(language, cases.length);
  describe(`search as Semgrep reports it: ${language}`, () => {
    for (const one of cases) check(one, one.name, language, one.code, false);
  });
}

const folder = join(__dirname, "groups");
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"))) {
  const language = path.split(/[\\/]/)[0] as LanguageId;
  const groups = parseYaml(readFileSync(join(folder, path), "utf8")) as readonly Group[];
  for (const { feature, tsx, code, cases } of groups) {
    count(language, cases.length);
    describe(`search as Semgrep reports it: ${language}, ${basename(path, ".yaml")}, ${feature}`, () => {
      for (const one of cases) check(one, one.pattern?.trim() ?? JSON.stringify(one.rule), tsx ? "tsx" : language, code, true);
    });
  }
}

describe("the table of search cases", () => {
  for (const family of ["javascript", "python"])
    it(`has at least 600 cases for ${family}`, () => expect(totals.get(family)).to.be.at.least(600));
});
