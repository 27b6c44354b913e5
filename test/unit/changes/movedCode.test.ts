// What counts as code that moved within a change: small texts, with findings of which only the places matter.
import { expect } from "chai";
import { compareAnalyses } from "../../../server/changes/compareAnalyses.ts";
import { diffHunks } from "../../../server/changes/hunks.ts";
import type { FileAnalysis, Finding, PathStep } from "../../../server/engine/findings/finding.ts";

/** `«` and `»` around what is found, `‹` and `›` around where its data comes from. */
type Texts = Readonly<Record<string, readonly [before: string | undefined, after: string | undefined]>>;

let made = 0;

function findingsIn(marked: string): { text: string; findings: Finding[] } {
  const spans = { "«": 0, "»": 0, "‹": -1, "›": -1 };
  const findings: Finding[] = [];
  let text = "";
  for (const char of marked) {
    if (!(char in spans)) {
      text += char;
      continue;
    }
    spans[char as keyof typeof spans] = text.length;
    if (char !== "»") continue;
    const span = { start: spans["«"], end: text.length };
    const source: PathStep = { span: { start: spans["‹"], end: spans["›"] }, role: "source", note: "comes from there" };
    const path: PathStep[] = spans["‹"] < 0 ? [] : [source, { span, role: "sink", note: "runs here" }];
    // A fingerprint of its own: nothing but its lines pairs it.
    findings.push({
      ...{ ruleId: "rule", span, message: "", severity: "high", confidence: "high", evidence: "", captures: {}, within: "" },
      ...{ metadata: { cwe: [], owasp: [], confidence: "high", references: [], checklist: [], other: {} }, path },
      fingerprint: String(made++),
    });
  }
  return { text, findings };
}

function introducedIn(texts: Texts): number {
  const files = Object.entries(texts).map(([path, [before, after]]) => {
    const [base, now] = [
      before === undefined ? undefined : findingsIn(before),
      after === undefined ? undefined : findingsIn(after),
    ];
    const analysis = (findings: readonly Finding[]): FileAnalysis => ({
      ...{ path, findings, topics: [], notReviewed: [], reviewed: true, lines: 1, bytes: 1, rulesRun: 1, steps: 1 },
    });
    return {
      change: {
        path,
        status: before === undefined ? ("added" as const) : after === undefined ? ("deleted" as const) : ("modified" as const),
        ...(base ? { baseText: base.text } : {}),
        ...(now ? { text: now.text } : {}),
        hunks: diffHunks(base?.text ?? "", now?.text ?? ""),
      },
      base: base && analysis(base.findings),
      current: now && analysis(now.findings),
    };
  });
  return compareAnalyses(files).flatMap(({ introduced }) => introduced).length;
}

const kept = "keep();\n";
const block = "begin(values);\nrun(«x»);\nfinish(values);\n";
const flow = "const name = ‹read()›;\nbegin(name);\nrun(«name»);\n";

describe("code that moved within a change", () => {
  for (const [title, texts] of [
    ["lines that went to another file", { "a.js": [kept + block, kept], "b.js": [undefined, block] }],
    ["lines of a deleted file", { "a.js": [block, undefined], "b.js": [kept, kept + block] }],
    ["lines with more space before them", { "a.js": [block, `function all() {\n${block.replace(/^/gm, "\t")}}\n`] }],
    ["lines around which a function was put", { "a.js": [block, `function all() {\n${block}}\n`] }],
    [
      "what is exported now",
      { "a.js": [`const v = «x»;\nother(v);\n${kept}`, kept], "b.js": [undefined, "export const v = «x»;\nother(v);\n"] },
    ],
    ["both ends of a path", { "a.js": [kept + flow, kept], "b.js": [undefined, flow] }],
    [
      "two findings, each to its own file",
      { "a.js": [block + kept + block, kept], "b.js": [undefined, block], "c.js": [undefined, block] },
    ],
    ["lines with Windows' line ends now", { "a.js": [kept + block, kept], "b.js": [undefined, block.replace(/\n/g, "\r\n")] }],
  ] as const)
    it(`is old: ${title}`, () => expect(introducedIn(texts as Texts)).to.equal(0));

  for (const [title, texts, count] of [
    ["a copy", { "a.js": [kept + block, kept + block], "b.js": [undefined, block] }, 1],
    [
      "one of two copies, when the original went",
      { "a.js": [block, kept], "b.js": [undefined, block], "c.js": [undefined, block] },
      1,
    ],
    ["another argument", { "a.js": [block, kept], "b.js": [undefined, block.replace("x", "y")] }, 1],
    ["another source", { "a.js": [flow, kept], "b.js": [undefined, flow.replace("read", "ask")] }, 1],
    [
      "a path with a source, where there was none",
      { "a.js": [block, kept], "b.js": [undefined, block.replace("values", "‹values›")] },
      1,
    ],
    ["the same line beside others", { "a.js": [block, kept], "b.js": [undefined, "one();\nrun(«x»);\nother();\n"] }, 1],
    [
      "a line that stays, and is found now elsewhere",
      { "a.js": [block, block.replace(/[«»]/g, "")], "b.js": [undefined, block] },
      1,
    ],
    ["what was not found before", { "a.js": [block.replace(/[«»]/g, ""), kept], "b.js": [undefined, block] }, 1],
  ] as const)
    it(`is introduced: ${title}`, () => expect(introducedIn(texts as unknown as Texts)).to.equal(count));
});
