import { expect } from "chai";
import { createEngine, type Engine } from "../../server/engine/analyze.ts";
import type { Finding } from "../../server/engine/findings/finding.ts";
import type { Rule } from "../../server/engine/rules/rule.ts";
import { textTree } from "../../server/engine/tree/textTree.ts";
import { defaultRules } from "../../server/host/ruleFiles.ts";
import { type Case, makeCorpus } from "./corpus/corpus.ts";

/** The part that was set aside must reach these; so must the part that the rules were written with. */
const leastRecall = 0.9;
const leastPrecision = 0.95;

interface Score {
  readonly secrets: number;
  readonly found: number;
  readonly harmless: number;
  /** Cases in which something is reported that is no secret. */
  readonly falseAlarms: readonly Case[];
  readonly missed: readonly Case[];
}

describe("secrets on the corpus", () => {
  const corpus = makeCorpus();
  const engine = createEngine({ rules: textRules(), parse: () => ({ language: "javascript" }) as never });
  const setAside = scoreOf(
    engine,
    corpus.filter((item) => item.setAside),
  );
  const others = scoreOf(
    engine,
    corpus.filter((item) => !item.setAside),
  );

  it("has 600 secrets and 1,500 look-alikes at least, a third of them set aside, none twice in large numbers", () => {
    expect(setAside.secrets + others.secrets).to.be.at.least(600);
    expect(setAside.harmless + others.harmless).to.be.at.least(1500);
    expect(setAside.secrets).to.be.at.least(200);
    expect(setAside.harmless).to.be.at.least(500);
    expect(new Set(corpus.map(({ path, text }) => `${path}\n${text}`)).size / corpus.length).to.be.above(0.95);
    expect(new Set(corpus.filter(({ secret }) => secret !== undefined).map(({ kind }) => kind)).size).to.be.at.least(60);
  });

  it("is the same at each run", () => expect(makeCorpus()).to.deep.equal(corpus));

  for (const [name, score] of [
    ["set aside", setAside],
    ["written with", others],
  ] as const)
    it(`${name}: ${percent(recallOf(score))} recall, ${percent(precisionOf(score))} precision`, () => {
      console.log(
        `      ${name}: ${score.found} of ${score.secrets} secrets found, ${score.falseAlarms.length} of ${score.harmless} look-alikes reported`,
      );
      expect(recallOf(score), "recall").to.be.at.least(leastRecall);
      expect(precisionOf(score), "precision").to.be.at.least(leastPrecision);
    });

  it("no kind of secret is missed altogether", () => {
    const kinds = new Map<string, boolean>();
    const missed = new Set([...setAside.missed, ...others.missed]);
    for (const item of corpus.filter(({ secret }) => secret !== undefined))
      kinds.set(
        item.kind,
        (kinds.get(item.kind) ?? false) || ![...missed].some(({ path, text }) => path === item.path && text === item.text),
      );
    expect([...kinds].filter(([, found]) => !found).map(([kind]) => kind)).to.deep.equal([]);
  });

  it("no finding shows its secret", () => {
    let looked = 0;
    for (const { path, text, secret } of corpus) {
      if (secret === undefined || secret.includes("\n")) continue;
      for (const finding of findingsOn(engine, path, text).filter((one) => touches(one, text, secret))) {
        expect(JSON.stringify(finding), finding.ruleId).to.not.include(text.slice(finding.span.start, finding.span.end));
        looked++;
      }
    }
    expect(looked).to.be.above(900);
  });
});

function textRules(): readonly Rule[] {
  return defaultRules().filter((rule) => rule.anyText !== undefined);
}

/** Rules for texts alone need no tree: code is scored as these rules see it. */
function findingsOn(engine: Engine, path: string, text: string): readonly Finding[] {
  const { findings, notReviewed } = engine.analyze({ path, text }, undefined, textTree(text));
  expect(notReviewed.filter(({ reason }) => reason !== "unsupported language")).to.deep.equal([]);
  return findings;
}

function touches({ span }: Finding, text: string, secret: string): boolean {
  const at = text.indexOf(secret);
  return span.start < at + secret.length && span.end > at;
}

function scoreOf(engine: Engine, cases: readonly Case[]): Score {
  const score = { secrets: 0, found: 0, harmless: 0, falseAlarms: [] as Case[], missed: [] as Case[] };
  for (const item of cases) {
    const { secret, path, text } = item;
    const findings = findingsOn(engine, path, text);
    if (secret === undefined) score.harmless++;
    else {
      score.secrets++;
      if (findings.some((one) => touches(one, text, secret))) score.found++;
      else score.missed.push(item);
    }
    if (findings.some((one) => secret === undefined || !touches(one, text, secret))) score.falseAlarms.push(item);
  }
  return score;
}

function recallOf({ secrets, found }: Score): number {
  return found / secrets;
}

function precisionOf({ found, falseAlarms }: Score): number {
  return found / (found + falseAlarms.length);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
