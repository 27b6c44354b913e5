import { expect } from "chai";
import { agentPrompt } from "../../../client/review/agentPrompt.ts";
import { sampleFinding } from "./sampleReview.ts";

const range = { start: { line: 46, character: 0 }, end: { line: 46, character: 1 } };

describe("the prompt for an agent", () => {
  it("hands over the finding with its path and the safe form", () => {
    const text = agentPrompt(sampleFinding(), "src/routes/users.ts", [{ range, newText: "  db.query(text, [filter])\n" }]);
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
      "- line 47: db.query(text, [filter])",
      "",
      "Change as little as possible, keep what the code does for good input, and do not silence the finding with a comment.",
      "",
    ]);
  });

  it("leaves out what there is not, and names what was taken away", () => {
    const finding = sampleFinding({
      path: [],
      why: "",
      cwe: [],
      owasp: [],
      removed: [{ line: 3, text: "  requireLogin(req);" }],
    });
    const text = agentPrompt(finding, "a.ts", []);
    expect(text).to.include("Rule: javascript.sql-injection, severity high\nFinding:");
    expect(text).to.include("The change took this away:\n- requireLogin(req);");
    expect(text).to.not.match(/How the data|safe form|Why it matters/);
  });
});
