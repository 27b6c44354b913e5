import { expect } from "chai";
import type { StoredAnswer } from "../../../server/review/review.ts";
import { allRules, itemOf, reviewOf, rule, stateOf } from "./reviewOf.ts";

const binary = { reason: "binary", detail: "The file is binary." } as const;

describe("the checklist", () => {
  const queries = "queries-parameterized";
  for (const [title, files, id, expected] of [
    ["a finding is a problem", { "a.py": { now: `BAD(high,${queries})` } }, queries, "problem"],
    [
      "a finding that was there before is none",
      { "a.py": { base: `x\nBAD(high,${queries})`, now: `y\nBAD(high,${queries})` } },
      queries,
      "not touched",
    ],
    ["a silenced finding is for a person", { "a.py": { now: `HUSH(high,${queries})` } }, queries, "needs a person"],
    ["a changed query without a finding is fine", { "a.py": { now: `TOPIC(${queries})` } }, queries, "looks fine"],
    [
      "an unchanged query is not touched",
      { "a.py": { base: `1\nTOPIC(${queries})`, now: `2\nTOPIC(${queries})` } },
      queries,
      "not touched",
    ],
    [
      "a query below removed lines is touched",
      { "a.py": { base: `if ok:\nTOPIC(${queries})`, now: `TOPIC(${queries})` } },
      queries,
      "looks fine",
    ],
    ["no query in a language with rules is not touched", { "a.py": { now: "x = 1" } }, queries, "not touched"],
    [
      "a file that crashed the analysis is for a person",
      { "a.py": { now: "x", reviewed: false, notReviewed: [{ reason: "crashed", detail: "It crashed." }] } },
      queries,
      "needs a person",
    ],
    [
      "syntax errors leave a hole",
      { "a.py": { now: `TOPIC(${queries})`, notReviewed: [{ reason: "syntax errors", detail: "Line 1." }] } },
      queries,
      "needs a person",
    ],
    ["a file that is not analysed is for a person", { "a.py": { now: "x", notAnalysed: true } }, queries, "needs a person"],
    [
      "code in a language without rules is for a person",
      { "a.go": { now: "x", notReviewed: [{ reason: "unsupported language", detail: "Go." }] } },
      queries,
      "needs a person",
    ],
    [
      "a route is for a person: no rule sees who may call",
      { "a.py": { now: "TOPIC(access-control)" } },
      "access-control",
      "needs a person",
    ],
    ["a doubt of little weight is no problem yet", { "a.py": { now: "BAD(low/low,headers)" } }, "headers", "needs a person"],
    ["a doubt of more weight is one", { "a.py": { now: "BAD(medium/low,headers)" } }, "headers", "problem"],
    ["a low finding that is sure is one", { "a.py": { now: "BAD(low/high,headers)" } }, "headers", "problem"],
    ["text without a secret is fine", { "README.md": { now: "hello" } }, "no-secrets", "looks fine"],
    ["a secret is a problem", { "README.md": { now: "BAD(high,no-secrets)" } }, "no-secrets", "problem"],
    ["a binary file may hold a secret", { "a.bin": { unread: binary } }, "no-secrets", "needs a person"],
    ["a picture is not expected to", { "a.png": { unread: binary }, "a.py": { now: "x" } }, "no-secrets", "looks fine"],
    ["a high finding", { "a.py": { now: "BAD(high,headers)" } }, "no-high-findings", "problem"],
    ["only lower findings", { "a.py": { now: "BAD(medium,headers)" } }, "no-high-findings", "looks fine"],
    ["a manifest is not checked", { "web/package.json": { now: "{}" } }, "dependencies-real", "needs a person"],
    ["a lock file that was deleted", { "yarn.lock": { base: "a" } }, "versions-pinned", "needs a person"],
    [
      "requirements of one kind",
      { "requirements-dev.txt": { base: "a", now: "b" } },
      "no-vulnerable-dependency",
      "needs a person",
    ],
    ["a workflow pins its actions or not", { ".github/workflows/ci.yml": { now: "x" } }, "versions-pinned", "needs a person"],
    ["a workflow names no package", { ".github/workflows/ci.yml": { now: "x" } }, "dependencies-real", "not touched"],
    ["code names no package", { "a.py": { now: "x" } }, "dependencies-real", "not touched"],
    ["security-relevant code without a test", { "a.py": { now: "TOPIC(headers)" } }, "tests-cover-edges", "needs a person"],
    ["harmless code without a test", { "a.py": { now: "x" } }, "tests-cover-edges", "not touched"],
    ["a test that was deleted", { "test_a.py": { base: "x" } }, "tests-cover-edges", "needs a person"],
    ["a person has to read any change", { "a.py": { now: "x" } }, "reviewed-by-person", "needs a person"],
  ] as const) {
    it(title, () => expect(stateOf(files, id)).to.equal(expected));
  }

  it("is never fine only because no rule looked", () => {
    const blind = [rule("javascript.topics", "topic", ["headers", queries], ["javascript"])];
    const files = { "a.py": { now: `TOPIC(${queries})\nTOPIC(headers)` } };
    for (const item of reviewOf({ files, rules: blind }).checklist) expect(item.state, item.id).not.to.equal("looks fine");
    expect(stateOf({ "a.py": { now: "x" } }, queries, blind)).to.equal("needs a person");
    expect(stateOf({ "a.py": { now: "x" } }, "no-secrets", blind)).to.equal("needs a person");
  });

  it("says how many queries it looked at", () => {
    const { summary, evidence } = itemOf(
      reviewOf({ files: { "a.py": { now: `TOPIC(${queries})\n\nTOPIC(${queries})` } } }),
      queries,
    );
    expect(summary).to.equal("2 changed queries, all parameterized");
    expect(evidence.map(({ path, line }) => `${path}:${line}`)).to.deep.equal(["a.py:0", "a.py:2"]);
  });

  it("names the files that no changed test names", () => {
    const files = {
      "src/orders.py": { now: "TOPIC(headers)" },
      "src/users/index.js": { now: "TOPIC(headers)" },
      "test/users.test.js": { now: 'import { list } from "../src/users";' },
    };
    const { state, evidence } = itemOf(reviewOf({ files }), "tests-cover-edges");
    expect(state).to.equal("needs a person");
    expect(evidence.map(({ path, text }) => `${path}: ${text}`)).to.have.members([
      "test/users.test.js: changed test",
      "src/orders.py: security-relevant change; no changed test names it",
      "src/users/index.js: security-relevant change",
    ]);
  });

  it("does not take for security-relevant what nobody could read", () => {
    const gone = { unread: { reason: "binary", detail: "Byte 0 is zero." } } as const;
    const alone = itemOf(reviewOf({ files: { "a.bin": gone, "b.py": { now: "x" } } }), "tests-cover-edges");
    expect([alone.state, alone.summary]).to.deep.equal(["needs a person", "not checked: a.bin"]);
    expect(alone.evidence.map(({ path, text }) => `${path}: ${text}`)).to.deep.equal(["a.bin: Byte 0 is zero."]);
    const beside = itemOf(reviewOf({ files: { "a.bin": gone, "b.py": { now: "TOPIC(headers)" } } }), "tests-cover-edges");
    expect(beside.summary).to.equal("security-relevant code changed in 1 file, and no test did; not checked: a.bin");
  });

  it("has fifteen items, none touched by an empty change", () => {
    const { checklist, verdict } = reviewOf({ files: {} });
    expect(checklist.map(({ state }) => state)).to.deep.equal(new Array(15).fill("not touched"));
    expect(verdict.blocked).to.equal(false);
  });
});

describe("a person's answer", () => {
  const files = { "a.py": { now: "TOPIC(access-control)" } };
  const answer = (more: Partial<StoredAnswer> = {}): StoredAnswer => ({
    item: "access-control",
    answer: "fine",
    note: "internal only",
    by: "Ada",
    at: "2026-01-02T03:04:05Z",
    content: itemOf(reviewOf({ files }), "access-control").content,
    ...more,
  });
  const answered = (answers: readonly StoredAnswer[], now = "TOPIC(access-control)") =>
    itemOf(reviewOf({ files: { "a.py": { now } }, answers }), "access-control");

  it("settles what needs a person", () => {
    const item = answered([answer()]);
    expect(item.state).to.equal("looks fine");
    expect(item.summary).to.contain("Ada answered: fine (internal only)");
  });
  it("can be that it is a problem", () => expect(answered([answer({ answer: "problem" })]).state).to.equal("problem"));
  it("is stale when the content differs", () => {
    const item = answered([answer()], "TOPIC(access-control) # more");
    expect(item.state).to.equal("needs a person");
    expect(item.answer).to.equal(undefined);
    expect(item.staleAnswer?.by).to.equal("Ada");
  });
  it("is stale when another file joins", () => {
    const two = { ...files, "b.py": { now: "TOPIC(access-control)" } };
    expect(itemOf(reviewOf({ files: two, answers: [answer()] }), "access-control").state).to.equal("needs a person");
  });
  it("survives a change of what the item does not speak of", () => {
    const two = { ...files, "b.py": { now: "x = 1" } };
    expect(itemOf(reviewOf({ files: two, answers: [answer()] }), "access-control").state).to.equal("looks fine");
  });
  it("of the latest date counts", () => {
    expect(answered([answer(), answer({ answer: "problem" })]).state).to.equal("problem");
  });
  it("does not make a finding fine", () => {
    const bad = { "a.py": { now: "BAD(high,access-control)" } };
    const { content } = itemOf(reviewOf({ files: bad }), "access-control");
    expect(itemOf(reviewOf({ files: bad, answers: [answer({ content })] }), "access-control").state).to.equal("problem");
  });
});

describe("the review of a change", () => {
  it("shows the most dangerous file first", () => {
    const { files } = reviewOf({
      files: {
        "a.py": { now: "x" },
        "b.py": { now: "BAD(medium,x)\nBAD(medium,y)" },
        "c.py": { now: "BAD(critical/low,x)" },
        "d.py": { now: "BAD(high,z)" },
        "e.py": { now: "TOPIC(headers)" },
      },
    });
    expect(files.map(({ path }) => path)).to.deep.equal(["d.py", "c.py", "b.py", "e.py", "a.py"]);
  });

  for (const [title, files, blocked, summary] of [
    ["a high finding blocks", { "a.py": { now: "BAD(high,x)" } }, true, "1 high finding"],
    ["one of low confidence does not", { "a.py": { now: "BAD(high/low,x)" } }, false, "nothing that blocks; 1 high finding"],
    ["nor a silenced one", { "a.py": { now: "HUSH(high,x)" } }, false, "no finding, 1 silenced"],
    ["nor an old one", { "a.py": { base: "BAD(high,x)", now: "\nBAD(high,x)" } }, false, "no finding"],
    ["a second copy does", { "a.py": { base: "BAD(high,x)", now: "BAD(high,x)\nBAD(high,x)" } }, true, "1 high finding"],
    [
      "critical and high are counted",
      { "a.py": { now: "BAD(critical,x)\nBAD(high,y)\nBAD(high,z)" } },
      true,
      "1 critical and 2 high findings",
    ],
    [
      "the noun agrees with the last number",
      { "a.py": { now: "BAD(critical,x)\nBAD(critical,y)\nBAD(high,z)" } },
      true,
      "2 critical and 1 high finding",
    ],
    ["medium does not block", { "a.py": { now: "BAD(medium,x)" } }, false, "nothing that blocks; 1 medium finding"],
    ["a change that nothing looked at blocks", { "a.bin": { unread: binary } }, true, "nothing of this change was reviewed"],
    ["a change of nothing but an empty file does not", { "a.py": { now: "", reviewed: false } }, false, "no finding"],
    ["a deleted file was looked at", { "a.py": { base: "x" } }, false, "no finding"],
  ] as const) {
    it(title, () => expect(reviewOf({ files }).verdict).to.include({ blocked, summary }));
  }

  it("counts what was looked at, and names what was not", () => {
    const { coverage, notReviewed } = reviewOf({
      files: { "a.py": { now: "x\ny" }, "b.py": { now: "z", notAnalysed: true }, "c.bin": { unread: binary } },
      changeNotReviewed: [{ path: "sub", reason: "submodule", detail: "A submodule." }],
    });
    expect(coverage).to.deep.equal({
      filesChanged: 3,
      filesReviewed: 1,
      lines: 2,
      bytes: 3,
      rules: allRules.filter(({ languages }) => !languages.includes("javascript")).length,
      milliseconds: 7,
    });
    expect(notReviewed.map(({ path, reason }) => `${path}: ${reason}`)).to.deep.equal([
      "sub: submodule",
      "b.py: not checked",
      "c.bin: binary",
    ]);
  });

  it("knows a renamed file by its former name", () => {
    const { files } = reviewOf({
      files: { "new.py": { base: "BAD(high,x)", basePath: "old.py", now: "BAD(high,x)", status: "renamed" } },
    });
    expect(files[0]?.introduced).to.have.length(0);
    expect(files[0]?.existing).to.have.length(1);
  });
});
