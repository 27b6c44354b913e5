// The append-only record: whole lines from many writers, and whatever a hostile file may hold.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { answersIn, recordAnswer } from "../../../server/store/answers.ts";
import { gateRecordsIn, passedByIn, recordGate, recordPassedBy, verdictOnTree } from "../../../server/store/gateRecords.ts";
import { appendRecord, journalName, maxRecordBytes, readJournal, rotateJournal } from "../../../server/store/journal.ts";
import { findRecordFolder, makeRecordFolder } from "../../../server/store/recordFolder.ts";

const at = "2026-01-02T03:04:05.000Z";

describe("the record", () => {
  let folder: string;
  const file = (): string => path.join(folder, journalName);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "linewarden-record-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is empty before anything was written", () => {
    expect(readJournal(folder)).to.deep.equal({ records: [], problems: [] });
    expect(readJournal(path.join(folder, "none"))).to.deep.equal({ records: [], problems: [] });
  });

  it("keeps records in order, for its owner alone", () => {
    for (const number of [1, 2, 3]) expect(appendRecord(folder, { kind: "x", at, number })).to.deep.equal({ written: true });
    expect(readJournal(folder).records.map((record) => record.number)).to.deep.equal([1, 2, 3]);
    expect(statSync(file()).mode & 0o777).to.equal(0o600);
  });

  it("drops and reports a torn last line, and goes on behind it", () => {
    appendRecord(folder, { kind: "x", at, number: 1 });
    appendFileSync(file(), '{"kind":"x","at":"2026');
    const torn = readJournal(folder);
    expect(torn.records).to.have.length(1);
    expect(torn.problems).to.deep.equal(["The last line of journal.jsonl is torn and was dropped."]);
    appendRecord(folder, { kind: "x", at, number: 2 });
    const mended = readJournal(folder);
    expect(mended.records.map((record) => record.number)).to.deep.equal([1, 2]);
    expect(mended.problems).to.deep.equal(["1 damaged line of journal.jsonl was dropped."]);
  });

  it("takes anything for data", () => {
    const lines = [
      "null",
      "[]",
      "7",
      '{"kind":1,"at":"x"}',
      '{"at":"x"}',
      '{"kind":"x","at":"y","__proto__":{"polluted":true}}',
      "{",
      "\u0000",
      `{"kind":"x","at":"${"y".repeat(maxRecordBytes)}"}`,
      '{"kind":"answer","at":"x","item":{},"content":[]}',
      '{"kind":"answer","at":"x","item":"a","content":"c","answer":"fine","note":5,"by":null}',
      '{"kind":"gate","at":"x","tree":"t","blocked":"no"}',
      '{"kind":"gate","at":"x","tree":"t","blocked":true,"introduced":-1,"filesChanged":1e400}',
      '{"kind":"passed by","at":"x","commit":"c"}',
    ];
    writeFileSync(file(), Buffer.concat([Buffer.from(`${lines.join("\n")}\n`), Buffer.from([0xff, 0xfe, 10])]));
    const { records, problems } = readJournal(folder);
    expect(records).to.have.length(6);
    expect(problems).to.deep.equal(["9 damaged lines of journal.jsonl were dropped."]);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    expect(answersIn(records)).to.deep.equal([{ item: "a", answer: "fine", note: "", by: "", at: "x", content: "c" }]);
    expect(gateRecordsIn(records)).to.deep.equal([
      { at: "x", tree: "t", blocked: true, summary: "", introduced: 0, filesChanged: 0, filesReviewed: 0 },
    ]);
    expect(passedByIn(records)).to.deep.equal([]);
  });

  it("refuses a record that is too large", () => {
    const write = appendRecord(folder, { kind: "x", at, note: "y".repeat(maxRecordBytes) });
    expect(write.written).to.equal(false);
    expect(readJournal(folder).records).to.deep.equal([]);
  });

  it("neither reads nor writes through a link, nor another kind of file", () => {
    const outside = mkdtempSync(path.join(tmpdir(), "linewarden-outside-"));
    writeFileSync(path.join(outside, "target"), "untouched\n");
    symlinkSync(path.join(outside, "target"), file());
    expect(appendRecord(folder, { kind: "x", at }).written).to.equal(false);
    expect(readJournal(folder).problems).to.have.length(1);
    expect(readFileSync(path.join(outside, "target"), "utf8")).to.equal("untouched\n");
    rmSync(outside, { recursive: true });
    rmSync(file());
    mkdirSync(file());
    expect(appendRecord(folder, { kind: "x", at }).written).to.equal(false);
    expect(readJournal(folder).problems).to.have.length(1);
  });

  it("stays whole while eight processes write at once", async function () {
    this.timeout(60_000);
    const script = `
      const { appendRecord } = require(${JSON.stringify(path.join(__dirname, "../../../server/store/journal.ts"))});
      for (let i = 0; i < 100; i++) {
        const write = appendRecord(${JSON.stringify(folder)}, { kind: "x", at: "t", from: process.argv[1], i, note: "n".repeat(i * 50) });
        if (!write.written) throw new Error(write.problem);
      }`;
    const ended = Array.from(
      { length: 8 },
      (_, from) =>
        new Promise<number | null>((resolve) => {
          const child = spawn(process.execPath, ["--import", "tsx", "-e", script, String(from)], { stdio: "inherit" });
          child.on("close", resolve);
        }),
    );
    expect(await Promise.all(ended)).to.deep.equal(new Array(8).fill(0));
    const { records, problems } = readJournal(folder);
    expect(problems).to.deep.equal([]);
    expect(records).to.have.length(800);
    for (let from = 0; from < 8; from++) {
      const own = records.filter((record) => record.from === String(from)).map((record) => record.i);
      expect(own).to.deep.equal(Array.from({ length: 100 }, (_, i) => i));
    }
  });

  it("starts a new file when one may be forgotten and has grown", () => {
    appendRecord(folder, { kind: "x", at, number: 1 });
    rotateJournal(folder, journalName, 1_000_000);
    expect(readJournal(folder).records).to.have.length(1);
    rotateJournal(folder, journalName, 10);
    expect(readJournal(folder).records).to.have.length(0);
    expect(readJournal(folder, `${journalName}.1`).records).to.have.length(1);
    rotateJournal(folder, journalName, 10);
  });

  describe("its folder", () => {
    it("lies in the common git folder, closed to others", () => {
      const made = makeRecordFolder({ commonDir: folder });
      expect(made).to.deep.equal({ path: path.join(folder, "linewarden") });
      expect(statSync(path.join(folder, "linewarden")).mode & 0o777).to.equal(0o700);
    });

    it("is not made by looking for it", () => {
      expect(findRecordFolder({ commonDir: folder })).to.deep.equal({ path: path.join(folder, "linewarden") });
      expect(() => statSync(path.join(folder, "linewarden"))).to.throw();
    });

    it("is closed when it was open", () => {
      mkdirSync(path.join(folder, "linewarden"), { mode: 0o755 });
      makeRecordFolder({ commonDir: folder });
      expect(statSync(path.join(folder, "linewarden")).mode & 0o777).to.equal(0o700);
    });

    it("is told apart by the reviewed folder in the editor's storage", () => {
      const one = makeRecordFolder({ storage: folder, folder: "/a/project" });
      const other = makeRecordFolder({ storage: folder, folder: "/b/project" });
      expect(one)
        .to.have.property("path")
        .that.matches(/project-[0-9a-f]{16}$/);
      expect(one).to.not.deep.equal(other);
    });

    it("is never a link or a file", () => {
      const outside = mkdtempSync(path.join(tmpdir(), "linewarden-outside-"));
      symlinkSync(outside, path.join(folder, "linewarden"));
      expect(makeRecordFolder({ commonDir: folder }))
        .to.have.property("problem")
        .that.contains("symbolic link");
      expect(findRecordFolder({ commonDir: folder })).to.have.property("problem");
      rmSync(outside, { recursive: true });
      rmSync(path.join(folder, "linewarden"));
      writeFileSync(path.join(folder, "linewarden"), "");
      expect(makeRecordFolder({ commonDir: folder }))
        .to.have.property("problem")
        .that.contains("not a folder");
    });
  });

  it("keeps the last answer for each item and content", () => {
    const answer = { item: "secrets", answer: "fine", note: "looked", by: "Ada", at, content: "c1" } as const;
    recordAnswer(folder, answer);
    recordAnswer(folder, { ...answer, content: "c2", answer: "problem" });
    recordAnswer(folder, { ...answer, note: "again" });
    recordAnswer(folder, { ...answer, item: "errors" });
    recordAnswer(folder, { ...answer, item: "errors", answer: "none" });
    expect(answersIn(readJournal(folder).records)).to.deep.equal([
      { ...answer, content: "c2", answer: "problem" },
      { ...answer, note: "again" },
    ]);
  });

  it("knows the last verdict on a tree, and commits that went around the gate", () => {
    const record = {
      at,
      tree: "t1",
      base: "b",
      blocked: true,
      summary: "1 high finding",
      introduced: 1,
      filesChanged: 2,
      filesReviewed: 2,
    };
    recordGate(folder, record);
    recordGate(folder, { ...record, blocked: false, summary: "" });
    recordGate(folder, { ...record, tree: "t2" });
    recordPassedBy(folder, { at, commit: "c", tree: "t3", reason: "the gate never judged this tree" });
    const { records } = readJournal(folder);
    expect(verdictOnTree(records, "t1")).to.deep.equal({ ...record, blocked: false, summary: "" });
    expect(verdictOnTree(records, "t3")).to.equal(undefined);
    expect(passedByIn(records)).to.deep.equal([{ at, commit: "c", tree: "t3", reason: "the gate never judged this tree" }]);
  });
});
