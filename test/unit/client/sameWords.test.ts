/** How sure a finding is, is said in the same words wherever a person meets it. */

import { expect } from "chai";
import { changeRows } from "../../../client/review/changeRows.ts";
import { findingPage } from "../../../client/review/pageModel.ts";
import { printFinding } from "../../../server/cli/output/printFinding.ts";
import { styleFor } from "../../../server/cli/output/style.ts";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import { hoverText } from "../../../server/lsp/toProto/hoverText.ts";
import { translateTo } from "../../../server/lsp/translations.ts";
import { sampleFile, sampleFinding, sampleReview } from "./sampleReview.ts";

const text = "query(a);\n";
const layout = { width: 100, style: styleFor(false), parses: true, hide: String, fixCommand: () => "" };

function findingOf(confidence: Finding["confidence"]): Finding {
  const { ruleId, message, severity, evidence, fingerprint } = sampleFinding();
  const metadata = { cwe: [], owasp: [], references: [], checklist: [], other: {}, confidence };
  const place = { span: { start: 0, end: 5 }, path: [], captures: {}, within: "" };
  return { ruleId, message, severity, confidence, evidence, fingerprint, metadata, ...place };
}

describe("how sure a finding is", () => {
  for (const [confidence, english, german] of [
    ["high", "sure: flow in a function", "gewiss: Datenfluss in einer Funktion"],
    ["medium", "likely: flow in a function", "wahrscheinlich: Datenfluss in einer Funktion"],
    ["low", "maybe: flow in a function", "vielleicht: Datenfluss in einer Funktion"],
  ] as const) {
    for (const [locale, words] of [
      ["en", english],
      ["de", german],
    ] as const)
      it(`tooltip, page and hover say ${words}`, () => {
        const t = translateTo(locale);
        const shown = sampleFinding({ confidence });
        const row = changeRows([sampleReview({ files: [sampleFile({ findings: [shown] })] })], t)[0]?.children[0]?.children[0];
        expect(row?.tooltip.join("\n")).to.contain(words);
        expect(findingPage(shown, t).grades.map(({ value }) => value)).to.contain(words);
        const place = { uri: shown.uri, lines: indexLines(text) };
        expect(hoverText([findingOf(confidence)], place, [undefined], { markdown: false, t })).to.contain(words);
      });
    it(`the command line says ${english}`, () => {
      expect(printFinding({ path: "a.js", finding: findingOf(confidence) }, text, layout).join("\n")).to.contain(english);
    });
  }
});
