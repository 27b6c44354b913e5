import { expect } from "chai";
import { linewarden, removeFolders, repository } from "./commandLine.ts";

const before = `export async function saveOrder(req, res) {
  const order = await orders.find(req.params.id);
  if (order.ownerId !== req.user.id) {
    return res.status(403).end();
  }
  order.note = req.body.note;
  await order.save();
  res.json(order);
}
`;
const open = before.replace(/ {2}if[\s\S]*? {2}\}\n/, "");

interface Found {
  readonly ruleId: string;
  readonly start: { readonly line: number };
  readonly removed?: readonly { readonly line: number; readonly text: string }[];
}

describe("a guard that a change took away, on the command line", () => {
  after(removeFolders);

  it("is a finding of the review with its lines, a problem of its checklist item, and blocks", async () => {
    const where = repository({ "src/orders.js": before }, { "src/orders.js": open });
    const { stdout, status } = await linewarden(where, "review", "--format", "json");
    const review = JSON.parse(stdout) as {
      findings: Found[];
      checklist: { id: string; state: string }[];
      verdict: { blocked: boolean };
    };
    expect(review.findings.map(({ ruleId, start, removed }) => ({ ruleId, line: start.line, removed }))).to.deep.equal([
      {
        ruleId: "javascript.permission-check-removed",
        line: 3,
        removed: [
          { line: 3, text: "  if (order.ownerId !== req.user.id) {" },
          { line: 4, text: "    return res.status(403).end();" },
          { line: 5, text: "  }" },
        ],
      },
    ]);
    expect(review.checklist.find(({ id }) => id === "access-control")?.state).to.equal("problem");
    expect(review.verdict.blocked).to.equal(true);
    expect(status).to.equal(1);
  });

  it("is shown as text like a diff, and in SARIF with the lines in the message", async () => {
    const where = repository({ "src/orders.js": before }, { "src/orders.js": open });
    expect((await linewarden(where, "review")).stdout).to.contain("     4 -     return res.status(403).end();");
    const { stdout } = await linewarden(where, "review", "--format", "sarif");
    const { runs } = JSON.parse(stdout) as {
      runs: { results: { message: { text: string }; properties: { removed: unknown[] } }[] }[];
    };
    expect(runs[0]?.results[0]?.message.text).to.contain("Line 4 of the text before the change: return res.status(403).end();");
    expect(runs[0]?.results[0]?.properties.removed).to.have.length(3);
  });

  it("is not told of a scan, nor where nothing was taken away", async () => {
    const where = repository({ "src/orders.js": before }, { "src/orders.js": `${before}// more\n` });
    for (const command of ["scan", "review"]) {
      const { stdout } = await linewarden(where, command, "--format", "json");
      expect((JSON.parse(stdout) as { findings: Found[] }).findings).to.deep.equal([]);
    }
  });
});
