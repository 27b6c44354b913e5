/** What the trees show for a review. */

import { expect } from "chai";
import { changeRows } from "../../../client/review/changeRows.ts";
import { checklistCounts, checklistRows } from "../../../client/review/checklistRows.ts";
import { findRow, type Row, withUniqueIds } from "../../../client/review/row.ts";
import { shortPath } from "../../../client/review/words.ts";
import { untranslated as t } from "../../../server/review/translate.ts";
import { sampleFile, sampleFinding, sampleItem, sampleReview } from "./sampleReview.ts";

/** One line per row: depth, icon, label, description. */
function drawn(rows: readonly Row[], depth = 0): string[] {
  return rows.flatMap((row) => [
    `${"  ".repeat(depth)}[${row.icon}] ${row.label} | ${row.description}`,
    ...drawn(row.children, depth + 1),
  ]);
}

function every(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...every(row.children)]);
}

describe("rows of the Changes view", () => {
  it("files with findings first, their changes, the findings; the rest in one group", () => {
    expect(drawn(changeRows([sampleReview()], t))).to.deep.equal([
      "[high] src/routes/users.ts | 1 finding · 5 lines not looked at",
      "  [unseen] exportUser | 5 of 10 lines not looked at",
      "    [high] 47: A request decides this SQL query | CWE-89",
      "  [seen] listUsers | looked at",
      "[files] 1 file without findings | 9 / 12",
      "  [unseen] README.md | 3 lines not looked at",
      "    [unseen] lines 1-12 | 3 of 12 lines not looked at",
    ]);
  });
  it("keeps the server's order: most dangerous first", () => {
    const files = ["b.ts", "a.ts"].map((path) => sampleFile({ path, uri: `file:///${path}` }));
    expect(changeRows([sampleReview({ files })], t).map(({ label }) => label)).to.deep.equal(["b.ts", "a.ts"]);
  });
  it("without any finding the files stand by themselves", () => {
    const files = [sampleFile({ findings: [], unseenLines: 0 })];
    expect(drawn(changeRows([sampleReview({ files })], t))[0]).to.equal("[seen] src/routes/users.ts | looked at");
  });
  it("a finding outside every change, such as a removed guard, stands under its file", () => {
    const files = [sampleFile({ findings: [sampleFinding({ line: 5 })] })];
    expect(drawn(changeRows([sampleReview({ files })], t))[1]).to.match(/^ {2}\[high\]/);
  });
  it("several folders are rows of their own, those without a change are left out", () => {
    const reviews = [sampleReview(), sampleReview({ folderUri: "file:///b", folderName: "b", files: [], unseenLines: 0 })];
    const rows = changeRows(reviews, t);
    expect(rows.map(({ label, description }) => `${label} ${description}`)).to.deep.equal([
      "app 1 finding · 8 lines not looked at",
    ]);
  });
  it("what a setting hides is counted, and it is said that it counts", () => {
    const files = [
      sampleFile({ findings: [], hiddenFindings: 2 }),
      sampleFile({ findings: [], hiddenFindings: 1, uri: "file:///c" }),
    ];
    const row = changeRows([sampleReview({ files })], t).at(-1);
    expect(row && drawn([row])).to.deep.equal(["[not reviewed] 3 findings hidden by a setting | linewarden.disabledRules"]);
    expect(row?.spoken).to.equal(
      "3 findings hidden by a setting. The verdict, the checklist and the commit gate count them all the same.",
    );
  });
  it("what was marked as not useful is listed, and a noisy rule says so", () => {
    const marked = sampleFinding({ fingerprint: "00", notUsefulOfRule: 3 });
    const files = [sampleFile({ findings: [sampleFinding({ notUsefulOfRule: 3 })], notUseful: [marked] })];
    const rows = changeRows([sampleReview({ files })], t);
    expect(drawn(rows).filter((line) => /CWE-89|not useful/.test(line))).to.deep.equal([
      "    [high] 47: A request decides this SQL query | CWE-89 · noisy rule",
      "[not reviewed] 1 finding marked as not useful | ",
      "  [high] 47: A request decides this SQL query | CWE-89 · noisy rule",
    ]);
    expect(rows.at(-1)?.children[0]?.context).to.equal("notUseful.finding");
    expect(rows.at(-1)?.spoken).to.contain("The verdict, the checklist and the commit gate count them all the same.");
  });
  it("a long path loses its middle and keeps the file's name; the tooltip has it whole", () => {
    const path = "src/modules/customer-relationship-management/controllers/users.ts";
    const row = changeRows([sampleReview({ files: [sampleFile({ path })] })], t)[0];
    expect(row?.label).to.equal("…/controllers/users.ts");
    expect(row?.tooltip[0]).to.equal(path);
    expect(shortPath("src/exportCustomerInvoicesAsSpreadsheetController.js")).to.equal("src/exportCusto…eetController.js");
    expect(shortPath("src/größe/прибор.py")).to.equal("src/größe/прибор.py");
  });
  it("files whose short paths would be the same show the folder or the name that differs", () => {
    const one = "packages/orders/src/modules/administration/controllers/users.ts";
    const two = "packages/billing/src/modules/administration/controllers/users.ts";
    const names = [
      "src/exportCustomerInvoicesAsSpreadsheetController.js",
      "src/exportCustomerPaymentsAsSpreadsheetController.js",
    ];
    const labels = (paths: readonly string[]) =>
      changeRows([sampleReview({ files: paths.map((path) => sampleFile({ path, uri: `file:///${path}` })) })], t).map(
        ({ label }) => label,
      );
    expect(labels([one, two, "a.ts"])).to.deep.equal(["orders/…/users.ts", "billing/…/users.ts", "a.ts"]);
    expect(labels([one, two.replace("controllers", "services")])).to.deep.equal([
      "…/controllers/users.ts",
      "…/administration/services/users.ts",
    ]);
    expect(labels(names)).to.deep.equal(names);
  });
  it("commits that did not pass the gate are listed with the reason and what looks at them", () => {
    const passedCommits = [{ commit: "3f2a1c9d01", reason: "the gate never saw this content", review: "gate --range x" }];
    const [row] = changeRows([sampleReview({ files: [], passedCommits })], t);
    expect(row?.label).to.equal("Commits that did not pass the gate: 1");
    expect(row?.children[0]?.spoken).to.equal("commit 3f2a1c9d01, the gate never saw this content. Review it: gate --range x");
  });
  it("what was not reviewed is listed with its reason", () => {
    const notReviewed = [{ path: "logo.png", reason: "binary", detail: "It is not text." }];
    expect(drawn(changeRows([sampleReview({ files: [], notReviewed })], t))).to.deep.equal([
      "[not reviewed] Not reviewed | 1",
      "  [not reviewed] logo.png | binary",
    ]);
  });
  it("a file that no rule looked at says so, in words", () => {
    const row = changeRows([sampleReview({ files: [sampleFile({ findings: [], reviewed: false })] })], t)[0];
    expect(row?.description).to.contain("not reviewed");
    expect(row?.icon).to.equal("not reviewed");
  });
  it("a deleted file opens nothing", () => {
    const row = changeRows([sampleReview({ files: [sampleFile({ status: "deleted", findings: [], hunks: [] })] })], t)[0];
    expect(row).to.not.have.property("target");
    expect(row?.spoken).to.contain("deleted");
  });
  it("nothing changed: no rows, so that the welcome text shows", () => {
    expect(changeRows([sampleReview({ files: [] })], t)).to.deep.equal([]);
    expect(changeRows([], t)).to.deep.equal([]);
  });
  it("every row says what it is and its state in words", () => {
    for (const row of every(changeRows([sampleReview()], t))) {
      expect(row.spoken, row.label).to.not.equal("");
      expect(row.tooltip.length, row.label).to.be.greaterThan(0);
    }
    const rows = changeRows([sampleReview()], t);
    expect(rows[0]?.children[0]?.spoken).to.equal("change exportUser, 5 of 10 lines not looked at, 1 finding");
    expect(rows[0]?.children[0]?.children[0]?.spoken).to.equal("high finding, line 47: A request decides this SQL query");
  });
  it("two equal findings are two rows with ids of their own", () => {
    const files = [sampleFile({ findings: [sampleFinding(), sampleFinding({ line: 47 })] })];
    const ids = every(withUniqueIds(changeRows([sampleReview({ files })], t))).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
  it("ids stay when lines move, so that open branches stay open", () => {
    const moved = sampleFile({
      findings: [sampleFinding({ line: 56 })],
      hunks: [{ lines: { start: 50, end: 60 }, label: "exportUser", unseen: 5 }],
    });
    const before = every(changeRows([sampleReview()], t)).map(({ id }) => id);
    const after = every(changeRows([sampleReview({ files: [moved] })], t)).map(({ id }) => id);
    expect(before).to.include.members(after);
  });
  it("a fixable finding is told apart for its menu", () => {
    const { fixTitle: _, ...plain } = sampleFinding();
    const rows = changeRows([sampleReview({ files: [sampleFile({ findings: [plain] })] })], t);
    const contexts = (all: readonly Row[]) =>
      every(all)
        .map(({ context }) => context)
        .filter((context) => context.startsWith("finding"));
    expect(contexts(rows)).to.deep.equal(["finding"]);
    expect(contexts(changeRows([sampleReview()], t))).to.deep.equal(["finding.fixable"]);
  });
});

describe("rows of the Checklist view", () => {
  it("fifteen items in their order, with state as icon and as words", () => {
    const rows = checklistRows([sampleReview()], t);
    expect(rows).to.have.length(15);
    expect(rows[10]?.spoken).to.equal("problem: Queries are parameterized. 1 of 5 changed queries is not");
    expect(rows.map(({ icon }) => icon)).to.include.members(["problem", "needs a person", "looks fine", "not touched"]);
  });
  it("evidence jumps to its line and knows its finding", () => {
    const evidence = checklistRows([sampleReview()], t)[10]?.children[0];
    expect(evidence?.label).to.equal("users.ts:47");
    expect(evidence?.description).to.equal("the query is built from text");
    expect(evidence?.target).to.include({ line: 46, character: 28 });
    expect(evidence?.context).to.equal("finding.fixable");
  });
  it("evidence without a place is only read", () => {
    const checklist = [sampleItem({ evidence: [{ text: "12 lines, 84 formats looked for" }] })];
    const evidence = checklistRows([sampleReview({ checklist })], t)[0]?.children[0];
    expect(evidence).to.not.have.property("target");
  });
  it("a person's answer is shown, and can be cleared", () => {
    const answer = { answer: "fine" as const, note: "internal only", by: "Alex Example", at: "2026-01-02T03:04:05Z" };
    const row = checklistRows([sampleReview({ checklist: [sampleItem({ answer })] })], t)[0];
    expect(row?.description).to.equal("12 lines looked at · Alex Example says it is fine (2026-01-02): internal only");
    expect(row?.context).to.equal("item.fine.answered");
    expect(row?.item?.note).to.equal("internal only");
  });
  it("says once who answered", () => {
    const answer = { answer: "fine" as const, note: "", by: "Alex Example", at: "2026-01-02T03:04:05Z" };
    const summary = "Alex Example answered: fine";
    const row = checklistRows([sampleReview({ checklist: [sampleItem({ answer, summary })] })], t)[0];
    expect(row?.description).to.equal(summary);
  });
  it("counts as drawn", () => {
    expect(checklistCounts([sampleReview()], t)).to.equal("1 problem · 1 for you · 1 fine · 12 not touched");
    expect(checklistCounts([sampleReview({ files: [] })], t)).to.equal("");
  });
  it("nothing changed: no items, nothing is fine without a change", () => {
    expect(checklistRows([sampleReview({ files: [] })], t)).to.deep.equal([]);
  });
  it("two changed folders have a checklist each", () => {
    const rows = checklistRows([sampleReview(), sampleReview({ folderUri: "file:///b", folderName: "b" })], t);
    expect(rows.map(({ label, children }) => `${label} ${children.length}`)).to.deep.equal(["app 15", "b 15"]);
    expect(new Set(every(rows).map(({ id }) => id)).size).to.equal(every(rows).length);
  });
  it("a row is found by its id at any depth", () => {
    const rows = checklistRows([sampleReview()], t);
    const evidence = rows[10]?.children[0];
    expect(findRow(rows, evidence?.id ?? "")).to.equal(evidence);
    expect(findRow(rows, "nothing")).to.equal(undefined);
  });
});
