// The ledger of changed lines, compared with a diff of the whole text.
import { expect } from "chai";
import fc from "fast-check";
import { diffLines } from "../../../server/changes/hunks.ts";
import {
  hunksOf,
  type Ledger,
  ledgerOf,
  lineEditOf,
  markOrigin,
  type Origin,
  settleLedger,
  shiftLedger,
  withOrigins,
} from "../../../server/changes/ledger.ts";

const agent: Origin = { kind: "agent", evidence: "a tool call" };
const human: Origin = { kind: "human", evidence: "typed" };

/** "agent 1-3" */
function brief(ledger: Ledger): string[] {
  return ledger.map(({ current, origin }) => `${origin.kind} ${current.start}-${current.end}`);
}

describe("ledger", () => {
  it("shifts behind an edit", () => {
    const ledger = ledgerOf([{ current: { start: 5, end: 7 }, base: { start: 5, end: 6 } }], agent);
    const shifted = shiftLedger(ledger, { start: 1, end: 1, inserted: 3, keepsStart: false, keepsEnd: false }, human);
    expect(brief(shifted)).to.deep.equal(["human 1-4", "agent 8-10"]);
  });

  it("keeps both authors where one edits between the other's lines", () => {
    const ledger = ledgerOf([{ current: { start: 0, end: 6 }, base: { start: 0, end: 0 } }], agent);
    const whole = shiftLedger(ledger, { start: 2, end: 3, inserted: 1, keepsStart: false, keepsEnd: false }, human);
    expect(brief(whole)).to.deep.equal(["agent 0-2", "human 2-3", "agent 3-6"]);
    const part = shiftLedger(ledger, { start: 2, end: 3, inserted: 1, keepsStart: true, keepsEnd: true }, human);
    expect(brief(part)).to.deep.equal(["agent 0-2", "mixed 2-3", "agent 3-6"]);
    expect(hunksOf(part)).to.deep.equal([{ current: { start: 0, end: 6 }, base: { start: 0, end: 0 } }]);
  });

  it("settles when a line is typed back to what it was", () => {
    const base = ["a", "b", "c"];
    const edit = { start: 1, end: 2, inserted: 1, keepsStart: true, keepsEnd: true };
    const edited = shiftLedger([], edit, human);
    expect(brief(settleLedger(edited, base, ["a", "x", "c"]))).to.deep.equal(["human 1-2"]);
    expect(settleLedger(shiftLedger(edited, edit, human), base, base)).to.deep.equal([]);
  });

  it("gives fresh hunks the origins it knows", () => {
    const ledger = ledgerOf([{ current: { start: 1, end: 2 }, base: { start: 1, end: 1 } }], agent);
    const hunks = [
      { current: { start: 0, end: 3 }, base: { start: 0, end: 0 } },
      { current: { start: 9, end: 9 }, base: { start: 6, end: 7 } },
    ];
    expect(brief(withOrigins(hunks, ledger, { kind: "unknown", evidence: "" }))).to.deep.equal([
      "unknown 0-1",
      "agent 1-2",
      "unknown 2-3",
      "unknown 9-9",
    ]);
  });

  it("takes the word of a notice for changed lines only", () => {
    const ledger = ledgerOf([{ current: { start: 2, end: 5 }, base: { start: 2, end: 2 } }], human);
    expect(brief(markOrigin(ledger, [{ start: 0, end: 3 }], agent))).to.deep.equal(["agent 2-3", "human 3-5"]);
  });

  for (const [title, start, end, text, expected] of [
    ["typing inside a line", [3, 4], [3, 4], "x", "3-4:1"],
    ["a line inserted before another", [3, 0], [3, 0], "x\n", "3-3:1"],
    ["a line end typed inside a line", [3, 4], [3, 4], "\r\n", "3-4:2"],
    ["whole lines removed", [3, 0], [5, 0], "", "3-5:0"],
    ["lines joined", [3, 4], [4, 0], "", "3-5:1"],
    ["lines replaced by lines", [3, 0], [5, 0], "a\nb\nc\n", "3-5:3"],
  ] as const) {
    it(`${title} is an edit of whole lines`, () => {
      const edit = lineEditOf({ start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } }, text);
      expect(`${edit.start}-${edit.end}:${edit.inserted}`).to.equal(expected);
    });
  }

  const edits = fc.array(
    fc.record({
      at: fc.nat(1000),
      to: fc.nat(1000),
      column: fc.nat(2),
      toColumn: fc.nat(2),
      text: fc.array(fc.constantFrom("a", "b", "\n", "fresh"), { maxLength: 5 }).map((parts) => parts.join("")),
      byAgent: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const document = fc.array(fc.constantFrom("aa", "bb", "cc", "}"), { minLength: 1, maxLength: 15 });

  it("equals a brute-force diff after any edits", () => {
    fc.assert(
      fc.property(document, edits, (base, list) => {
        let lines: string[] = [...base];
        let ledger: Ledger = [];
        for (const { at, to, column, toColumn, text, byAgent } of list) {
          const [first, second] = [at % lines.length, to % lines.length].sort((a, b) => a - b) as [number, number];
          const start = { line: first, character: Math.min(column, (lines[first] ?? "").length) };
          const wanted = { line: second, character: Math.min(toColumn, (lines[second] ?? "").length) };
          const end = second > first || wanted.character > start.character ? wanted : start;
          ledger = shiftLedger(ledger, lineEditOf({ start, end }, text), byAgent ? agent : human);
          lines = edited(lines, start, end, text);
          expectRight(ledger, base, lines);
          const settled = settleLedger(ledger, base, lines);
          expectRight(settled, base, lines);
          const minimal = diffLines(base, lines).hunks;
          // Never less than the change; nothing when there is none.
          expect(size(hunksOf(settled))).to.be.at.least(size(minimal));
          if (minimal.length === 0) expect(settled).to.deep.equal([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("equals it exactly where every line is one of a kind", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.tuple(fc.nat(1000), fc.nat(3), fc.nat(3)), { maxLength: 10 }), (length, list) => {
        const base = Array.from({ length: length + 1 }, (_, i) => `base ${i}`);
        let lines: string[] = [...base];
        let ledger: Ledger = [];
        let fresh = 0;
        for (const [at, remove, insert] of list) {
          const start = at % (lines.length + 1);
          const end = Math.min(lines.length, start + remove);
          const added = Array.from({ length: insert }, () => `fresh ${fresh++}`);
          ledger = shiftLedger(ledger, { start, end, inserted: insert, keepsStart: false, keepsEnd: false }, human);
          lines = [...lines.slice(0, start), ...added, ...lines.slice(end)];
        }
        expect(hunksOf(settleLedger(ledger, base, lines))).to.deep.equal(diffLines(base, lines).hunks);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Outside of its spans the text is the base, line by line. */
function expectRight(ledger: Ledger, base: readonly string[], lines: readonly string[]): void {
  const built: string[] = [];
  let at = 0;
  for (const { current, base: replaced } of ledger) {
    expect(replaced.start).to.be.at.least(at);
    built.push(...base.slice(at, replaced.start));
    expect(built.length).to.equal(current.start);
    built.push(...lines.slice(current.start, current.end));
    at = replaced.end;
  }
  expect([...built, ...base.slice(at)]).to.deep.equal(lines);
}

function edited(
  lines: readonly string[],
  start: { line: number; character: number },
  end: { line: number; character: number },
  text: string,
): string[] {
  const before = [...lines.slice(0, start.line), (lines[start.line] ?? "").slice(0, start.character)].join("\n");
  const after = [(lines[end.line] ?? "").slice(end.character), ...lines.slice(end.line + 1)].join("\n");
  return `${before}${text}${after}`.split("\n");
}

function size(
  hunks: readonly { readonly current: { start: number; end: number }; readonly base: { start: number; end: number } }[],
): number {
  return hunks.reduce((sum, { current, base }) => sum + current.end - current.start + base.end - base.start, 0);
}
