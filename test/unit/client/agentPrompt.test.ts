import { expect } from "chai";
import { agentPrompt } from "../../../client/review/agentPrompt.ts";
import { sampleFinding } from "./sampleReview.ts";

type Place = readonly [line: number, character: number];

function edit([line, character]: Place, [endLine, endCharacter]: Place, newText: string) {
  return { range: { start: { line, character }, end: { line: endLine, character: endCharacter } }, newText };
}

describe("the prompt for an agent", () => {
  it("hands over the finding with its path and the safe form", () => {
    const query = "  db.query(`SELECT ${filter}`);";
    const edits = [edit([46, 11], [46, 29], '"SELECT $1"'), edit([46, 29], [46, 29], ", [filter]")];
    const text = agentPrompt(sampleFinding(), "src/routes/users.ts", edits, `${"\n".repeat(46)}${query}\n`);
    expect(text.split("\n")).to.deep.equal([
      "Fix this security finding in src/routes/users.ts, line 47.",
      "",
      "Rule: javascript.sql-injection (CWE-89, A05:2025), severity high",
      "Finding: A request decides this SQL query. Pass the values as parameters.",
      "Why it matters: Whoever sends the request can read or change any row.",
      "",
      "How the data gets there:",
      "- source, users.ts line 42, comes from the request: const filter = req.query.filter",
      "- sink, users.ts line 47, runs here: const rows = await db.query(`SELECT * FROM users WHERE name LIKE '%${filter}%'`)",
      "",
      "The safe form (verified: the finding is gone and nothing new is there): Pass the values as query parameters.",
      "- line 47 should read:",
      '      db.query("SELECT $1", [filter]);',
      "",
      "Change as little as possible, keep what the code does for good input, and do not silence the finding with a comment.",
      "",
    ]);
  });

  for (const [title, edits, expected] of [
    ["lines that are put in", [edit([1, 0], [1, 0], "import x\r\n")], ["- put before line 2:", "    import x"]],
    ["lines that are taken away", [edit([1, 0], [2, 0], "")], ["- take away line 2"]],
    ["a line in place of several", [edit([0, 1], [2, 1], "b")], ["- lines 1 to 3 should read:", "    abd"]],
    [
      "several places, in their order",
      [edit([2, 0], [2, 2], "z"), edit([0, 0], [0, 0], "y")],
      ["- line 1 should read:", "    yab", "- line 3 should read:", "    z"],
    ],
  ] as const)
    it(`says of ${title} how they read afterwards`, () => {
      const text = agentPrompt(sampleFinding(), "a.ts", edits, "ab\r\nef\r\ncd\r\n");
      const lines = text.split("\n");
      const at = lines.findIndex((line) => line.startsWith("The safe form"));
      expect(lines.slice(at + 1, lines.indexOf("", at))).to.deep.equal(expected);
    });

  it("says why there is no fix", () => {
    const lines = agentPrompt(sampleFinding(), "a.ts", [], "", "sql is put together in branches").split("\n");
    expect(lines).to.include("There is no automatic fix: sql is put together in branches.");
    expect(lines.filter((line) => line.startsWith("The safe form"))).to.deep.equal([]);
  });

  it("leaves out what there is not, and names what was taken away", () => {
    const finding = sampleFinding({
      path: [],
      why: "",
      cwe: [],
      owasp: [],
      removed: [{ line: 3, text: "  requireLogin(req);" }],
    });
    const text = agentPrompt(finding, "a.ts", [], "");
    expect(text).to.include("Rule: javascript.sql-injection, severity high\nFinding:");
    expect(text).to.include("The change took this away:\n- requireLogin(req);");
    expect(text).to.not.match(/How the data|safe form|Why it matters/);
  });
});
