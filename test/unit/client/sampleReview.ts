/** A review as the server sends it, for the tests of the views. */

import type { FolderReview, ViewFile, ViewFinding, ViewItem } from "../../../server/protocol.ts";
import { checklistItems } from "../../../server/review/checklistItems.ts";

const users = "file:///projects/app/src/routes/users.ts";

export function sampleFinding(changes: Partial<ViewFinding> = {}): ViewFinding {
  return {
    ruleId: "javascript.sql-injection",
    fingerprint: "00112233445566aa",
    message: "A request decides this SQL query. Pass the values as parameters.",
    why: "Whoever sends the request can read or change any row.",
    severity: "high",
    confidence: "high",
    evidence: "flow in a function",
    cwe: ["CWE-89"],
    owasp: ["A05:2025"],
    references: ["https://owasp.org/Top10/", "javascript:alert(1)"],
    uri: users,
    line: 46,
    character: 28,
    endLine: 46,
    endCharacter: 31,
    path: [
      {
        uri: users,
        line: 41,
        character: 17,
        endLine: 41,
        endCharacter: 33,
        role: "source",
        note: "comes from the request",
        code: "  const filter = req.query.filter",
      },
      {
        uri: users,
        line: 46,
        character: 28,
        endLine: 46,
        endCharacter: 31,
        role: "sink",
        note: "runs here",
        code: "  const rows = await db.query(`SELECT * FROM users WHERE name LIKE '%${filter}%'`)",
      },
    ],
    fixTitle: "Pass the values as query parameters",
    ...changes,
  };
}

export function sampleFile(changes: Partial<ViewFile> = {}): ViewFile {
  return {
    uri: users,
    path: "src/routes/users.ts",
    status: "modified",
    changedLines: 12,
    unseenLines: 5,
    reviewed: true,
    findings: [sampleFinding()],
    hiddenFindings: 0,
    hunks: [
      { lines: { start: 40, end: 50 }, label: "exportUser", unseen: 5 },
      { lines: { start: 60, end: 62 }, label: "listUsers", unseen: 0 },
    ],
    ...changes,
  };
}

export function sampleItem(changes: Partial<ViewItem> = {}): ViewItem {
  return { id: "no-secrets", title: "No secrets", state: "looks fine", summary: "12 lines looked at", evidence: [], ...changes };
}

export function sampleReview(changes: Partial<FolderReview> = {}): FolderReview {
  const checklist = checklistItems.map(({ id, title }) =>
    sampleItem({ id, title, state: "not touched", summary: "not touched" }),
  );
  checklist[10] = sampleItem({
    id: "queries-parameterized",
    title: "Queries are parameterized",
    state: "problem",
    summary: "1 of 5 changed queries is not",
    evidence: [{ text: "the query is built from text", uri: users, line: 46, fingerprint: "00112233445566aa" }],
  });
  checklist[13] = sampleItem({
    id: "tests-cover-edges",
    title: "Tests cover the security-relevant edges",
    state: "needs a person",
    summary: "No test calls the new route",
  });
  checklist[2] = sampleItem();
  return {
    folderUri: "file:///projects/app",
    folderName: "app",
    baseLabel: "main",
    baseKind: "head",
    verdict: { blocked: true, summary: "1 high finding", reasons: ["src/routes/users.ts:47 A request decides this SQL query"] },
    changedLines: 24,
    unseenLines: 8,
    files: [
      sampleFile(),
      sampleFile({
        uri: "file:///projects/app/README.md",
        path: "README.md",
        changedLines: 12,
        unseenLines: 3,
        findings: [],
        hunks: [{ lines: { start: 0, end: 12 }, label: "lines 1-12", unseen: 3 }],
      }),
    ],
    checklist,
    coverage: { filesChanged: 2, filesReviewed: 2, lines: 24, bytes: 900, rules: 41, milliseconds: 12 },
    notReviewed: [],
    busy: false,
    ...changes,
  };
}
