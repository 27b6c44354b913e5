import { expect } from "chai";
import { engineOf, loadParser } from "./engineFor.ts";

const sink = { patterns: [{ pattern: "db.query($QUERY, ...)" }, { "focus-metavariable": "$QUERY" }] };
const rules = [
  {
    languages: ["javascript"],
    message: "$QUERY",
    mode: "taint",
    "pattern-sources": [{ pattern: "req.query" }],
    "pattern-sinks": [sink],
  },
  { languages: ["javascript"], message: "$X", pattern: "eval($X)" },
  {
    languages: ["javascript"],
    severity: "INVENTORY",
    pattern: "db.query(...)",
    metadata: { checklist: ["queries-parameterized"] },
  },
];

describe("an analysis", () => {
  before(loadParser);

  it("is plain data: it crosses threads without the tree", () => {
    const analysis = engineOf(rules).analyze({ path: "a.js", text: "const q = req.query.q;\ndb.query('a' + q);\neval(q);\n" });
    expect(analysis.findings).to.have.length(2);
    expect(analysis.topics).to.have.length(1);
    expect(structuredClone(analysis)).to.deep.equal(JSON.parse(JSON.stringify(analysis)));
  });
});
