// Lines that a person has looked at, by content.
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import {
  forgetSeen,
  readSeen,
  readSeenOn,
  recordSeen,
  type SeenFile,
  type SeenLines,
  seenName,
  unseenLines,
} from "../../../server/store/seen.ts";

const at = "2026-01-02T03:04:05.000Z";

function block(name: string): string[] {
  return [`function ${name}() {`, "  if (ready) {", `    run(${name});`, "  }", "}"];
}

function file(name: string, lines: readonly string[], start = 0, end = lines.length): SeenFile {
  return { path: name, text: `${lines.join("\n")}\n`, lines: [{ start, end }] };
}

describe("seen lines", () => {
  let folder: string;
  let seen: SeenLines;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "linewarden-seen-"));
    seen = new Map();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const look = (item: SeenFile): unknown => recordSeen(folder, seen, item, at);
  /** "0-3 5-6" */
  const unseen = (...files: readonly SeenFile[]): string =>
    (unseenLines(seen, files).get(files.at(-1)?.path ?? "") ?? []).map(({ start, end }) => `${start}-${end}`).join(" ");

  it("are none at first, all after a look, also after a restart", () => {
    const a = file("a.js", block("one"));
    expect(unseen(a)).to.equal("0-5");
    expect(look(a)).to.deep.equal({ written: true });
    expect(unseen(a)).to.equal("");
    seen = readSeen(folder).lines;
    expect(unseen(a)).to.equal("");
  });

  it("are those that were looked at, not their likes", () => {
    const lines = [...block("one"), ...block("two")];
    look(file("a.js", lines, 0, 5));
    expect(unseen(file("a.js", lines))).to.equal("5-10");
  });

  it("do not cover a copy in the same file or in another", () => {
    look(file("a.js", block("one")));
    expect(unseen(file("a.js", [...block("one"), ...block("one")]))).to.not.equal("");
    expect(unseen(file("a.js", block("one")), file("b.js", block("one")))).to.equal("0-5");
  });

  it("move along within a file, to another one, and with a renamed one", () => {
    look(file("a.js", block("one")));
    const moved = ["// head", "start();", ...block("one")];
    expect(unseen(file("a.js", moved))).to.equal("0-3");
    expect(unseen(file("a.js", []), file("b.js", block("one")))).to.equal("");
    expect(unseen({ ...file("c.js", block("one")), basePath: "a.js" })).to.equal("");
  });

  it("survive a re-indentation of the whole, not of one line", () => {
    look(file("a.py", ["if ready:", "    run(one)", "    stop(two)"]));
    expect(unseen(file("a.py", ["  if ready:", "      run(one)", "      stop(two)"]))).to.equal("");
    expect(unseen(file("a.py", ["if ready:", "    run(one)", "stop(two)"]))).to.equal("2-3");
  });

  it("open again around an edit only", () => {
    const lines = Array.from({ length: 20 }, (_, i) => `statement(${i});`);
    look(file("a.js", lines));
    const edited = lines.map((line, i) => (i === 10 ? "danger();" : line));
    expect(unseen(file("a.js", edited))).to.equal("9-12");
  });

  it("tell one closing brace from another", () => {
    const lines = ["a1();", "}", "b2();", "}", "c3();"];
    look(file("a.js", lines, 1, 2));
    expect(unseen(file("a.js", lines))).to.equal("0-1 2-5");
  });

  it("can be taken back, for good", () => {
    const a = file("a.js", block("one"));
    look(a);
    forgetSeen(folder, seen, { ...a, lines: [{ start: 1, end: 2 }] }, at);
    expect(unseen(a)).to.equal("1-2");
    seen = readSeen(folder).lines;
    expect(unseen(a)).to.equal("1-2");
    look(a);
    seen = readSeen(folder).lines;
    expect(unseen(a)).to.equal("");
  });

  it("are written once", () => {
    const a = file("a.js", block("one"));
    look(a);
    const { size } = statSync(path.join(folder, seenName));
    look(a);
    expect(statSync(path.join(folder, seenName)).size).to.equal(size);
  });

  it("of another window are read on, without those that are known, and anew where the record was replaced", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => file(`${name}.js`, block(name)));
    if (!a || !b || !c) throw new Error("A file is missing.");
    look(a);
    const first = readSeen(folder);
    const another: SeenLines = new Map();
    recordSeen(folder, another, b, at);
    appendFileSync(path.join(folder, seenName), '{"kind":"seen","at":');
    const second = readSeenOn(folder, first);
    expect(second.lines, "the same, with more in it").to.equal(first.lines);
    seen = second.lines;
    expect([unseen(a), unseen(b), unseen(c)]).to.deep.equal(["", "", "0-5"]);
    recordSeen(folder, another, c, at);
    forgetSeen(folder, new Map(readSeen(folder).lines), a, at);
    const third = readSeenOn(folder, second);
    expect([unseen(a), unseen(b), unseen(c)]).to.deep.equal(["0-5", "", ""]);
    expect(readSeenOn(folder, third).position).to.deep.equal(third.position);
    rmSync(path.join(folder, seenName));
    expect(readSeenOn(folder, third)).to.deep.equal({ lines: new Map() });
    recordSeen(folder, new Map(), a, at);
    for (const record of [third, readSeenOn(folder, third)]) seen = readSeenOn(folder, record).lines;
    expect([unseen(a), unseen(b), unseen(c)]).to.deep.equal(["", "0-5", "0-5"]);
  });

  it("are nothing in a damaged or hostile record", () => {
    writeFileSync(
      path.join(folder, seenName),
      '{"kind":"seen","at":"x","path":7,"lines":["a"]}\n{"kind":"seen","at":"x","path":"a","lines":[{}]}\nx',
    );
    expect(readSeen(folder).lines.size).to.equal(0);
  });

  it("are quick for a large file", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `statement(${i});`);
    look(file("a.js", lines));
    expect(unseen(file("a.js", lines))).to.equal("");
    seen = readSeen(folder).lines;
    expect(unseen(file("a.js", lines))).to.equal("");
  });
});
