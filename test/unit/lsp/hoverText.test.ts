/** What hover says, and that text of the workspace stays text in it. */

import { expect } from "chai";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import { hoverText } from "../../../server/lsp/toProto/hoverText.ts";
import { translateTo } from "../../../server/lsp/translations.ts";

const text = "const a = req.query.a;\ndb.query(`x ${a}`);\n";
const finding: Finding = {
  ruleId: "test.sql",
  span: { start: 23, end: 40 },
  message: "A request decides [this](command:evil) query.",
  severity: "high",
  confidence: "medium",
  evidence: "flow in a function",
  metadata: {
    cwe: ["CWE-89"],
    owasp: ["A05:2025"],
    confidence: "medium",
    references: [],
    why: "A caller can read any row.",
    checklist: [],
    other: {},
  },
  path: [
    { span: { start: 10, end: 21 }, role: "source", note: "comes from the request" },
    { span: { start: 23, end: 31 }, role: "sink", note: "runs here" },
  ],
  captures: {},
  fingerprint: "0123456789abcdef",
  within: "",
};
const place = { uri: "file:///a.js", lines: indexLines(text) };

describe("hoverText", () => {
  it("explains what, why, the path, how sure, and the fix", () => {
    const hover = hoverText([finding], place, [{ title: "Pass the values as parameters" }], { markdown: true });
    expect(hover).to.include("A caller can read any row");
    expect(hover).to.include("[line 1](file:///a.js#L1): ` const a = req.query.a; ` comes from the request");
    expect(hover).to.include("[CWE\\-89](https://cwe.mitre.org/data/definitions/89.html)".replace("\\-", "-"));
    expect(hover).to.include("likely: flow in a function · [CWE-89]");
    expect(hover).to.include("Pass the values as parameters");
  });

  it("does not repeat the message below the editor's own", () => {
    const hover = hoverText([finding], place, [undefined], { markdown: true, belowMessage: true });
    expect(hover).to.not.include("decides");
    expect(hover).to.include("A caller can read any row");
  });

  it("says of a rule that it is noisy, and that a comment does not count", () => {
    const marked = hoverText([finding], place, [undefined], { markdown: false, t: translateTo("de"), notUsefulOfRule: () => 3 });
    expect(marked).to.include("Laute Regel: 3 ihrer Befunde wurden hier als nicht nützlich markiert.");
    const passedOver = { kind: "linewarden-ignore", span: { start: 0, end: 1 } };
    const hover = hoverText([{ ...finding, passedOver, contentFingerprint: "abcdef0123456789" }], place, [undefined], {
      markdown: false,
    });
    expect(hover).to.include("it does not count: give the reason anew, or let it name test.sql@abcdef01.");
  });

  it("says why there is no fix", () => {
    expect(hoverText([finding], place, [{ refused: "the list `ids` is joined" }], { markdown: true })).to.include(
      "**No quick fix:** the list \\`ids\\` is joined.",
    );
    expect(hoverText([finding], place, [{ refused: "no" }], { markdown: false, t: translateTo("de") })).to.include(
      "Keine schnelle Korrektur: no.",
    );
  });

  it("makes no link and no code of text from the workspace", () => {
    const hover = hoverText([finding], place, [undefined], { markdown: true });
    expect(hover).to.not.include("](command:evil)");
    expect(hover).to.include("`` db.query(`x ${a}`); ``");
  });

  it("is plain where the editor shows plain text", () => {
    const hover = hoverText([finding], place, [undefined], { markdown: false });
    expect(hover).to.include("A request decides [this](command:evil) query.");
    expect(hover).to.include("1. line 1: const a = req.query.a; comes from the request");
    expect(hover).to.not.include("**");
  });

  it("is in the language of the editor, but for what the rule says", () => {
    const hover = hoverText([finding], place, [{ title: "Pass the values" }], { markdown: false, t: translateTo("de") });
    expect(hover)
      .to.include("Weg der Daten:")
      .and.to.include("Zeile 1: const a = req.query.a; kommt aus der Anfrage")
      .and.to.include("Schnelle Korrektur: Pass the values");
    expect(hover).to.include("wahrscheinlich: Datenfluss in einer Funktion").and.to.include("A caller can read any row.");
  });
});
