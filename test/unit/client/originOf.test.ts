/** Where an edit came from: only what fits typing at the caret of the focused editor is a person's. */

import { expect } from "chai";
import fc from "fast-check";
import { type EditSurroundings, linesAfter, originOf, type PlaceRange, type TextChange } from "../../../client/edits/originOf.ts";

/** "line:column" or "line:column-line:column". */
function range(text: string): PlaceRange {
  const [start = "", end = start] = text.split("-");
  const place = (part: string) => {
    const [line = 0, character = 0] = part.split(":").map(Number);
    return { line, character };
  };
  return { start: place(start), end: place(end) };
}

function change(where: string, text: string): TextChange {
  return { range: range(where), text };
}

function edit(changes: readonly TextChange[], carets: string, rest: Partial<EditSurroundings> = {}): EditSurroundings {
  return {
    changes,
    selections: carets === "" ? [] : carets.split(" ").map(range),
    windowFocused: true,
    inFocusedEditor: true,
    dirty: true,
    wasDirty: true,
    ...rest,
  };
}

describe("origin of an edit", () => {
  const human: readonly (readonly [string, readonly TextChange[], string])[] = [
    ["a letter", [change("3:4", "a")], "3:4"],
    ["a letter, the caret behind it already", [change("3:4", "a")], "3:5"],
    ["a letter outside the basic plane", [change("0:0", "😀")], "0:0"],
    ["a bracket with its closing half", [change("3:4", "()")], "3:4"],
    ["Enter with indentation", [change("3:4", "\n    ")], "3:4"],
    ["Enter between braces", [change("3:4", "\r\n    \r\n")], "3:4"],
    ["Enter in a comment repeats the leader", [change("3:4", "\n * ")], "3:4"],
    ["Tab", [change("3:4", "  ")], "3:4"],
    ["a letter at each of two carets", [change("5:2", "x"), change("3:2", "x")], "3:2 5:2"],
    ["Backspace", [change("3:3-3:4", "")], "3:4"],
    ["Backspace joins two lines", [change("2:9-3:0", "")], "3:0"],
    ["Delete", [change("3:4-3:5", "")], "3:4"],
    ["a word backwards", [change("3:0-3:8", "")], "3:8"],
    ["typing over a selection", [change("3:0-4:8", "a")], "3:0-4:8"],
    ["deleting a selection", [change("3:0-9:8", "")], "3:0-9:8"],
    ["Tab on selected lines", [change("4:0", "  "), change("3:0", "  ")], "3:1-4:5"],
    ["Shift+Tab on the caret's line", [change("3:0-3:2", "")], "3:6"],
    ["a closing brace that re-indents its line", [change("3:4", "}"), change("3:0-3:4", "  ")], "3:4"],
    ["a word of an input method", [change("3:4", "日本語")], "3:4"],
  ];
  for (const [title, changes, carets] of human)
    it(`human: ${title}`, () => expect(originOf(edit(changes, carets)).kind).to.equal("human"));

  const other: readonly (readonly [string, EditSurroundings, "unknown" | "agent", string])[] = [
    ["a block at the caret", edit([change("3:4", "const a = 1;\nconst b = 2;\n")], "3:4"), "unknown", "a block of 3 lines"],
    ["a word at the caret", edit([change("3:4", "innerHTML")], "3:4"), "unknown", "several characters"],
    ["a word completed over its beginning", edit([change("3:0-3:4", "innerHTML")], "3:4"), "unknown", "several characters"],
    ["undo", edit([change("3:4", "a")], "3:4", { reason: "undo" }), "unknown", "undo"],
    ["redo", edit([change("3:4", "a")], "3:4", { reason: "redo" }), "unknown", "redo"],
    ["a letter far from the caret", edit([change("90:0", "a")], "3:4"), "agent", "away from the caret"],
    ["a letter at the caret and a line elsewhere", edit([change("3:4", "a"), change("90:0", "b")], "3:4"), "agent", "away"],
    ["a letter without focus", edit([change("3:4", "a")], "3:4", { windowFocused: false }), "agent", "focus"],
    ["a letter in another document", edit([change("3:4", "a")], "", { inFocusedEditor: false }), "agent", "not in the focused"],
    ["a write on disk", edit([change("9:0", "a = 1\n")], "3:4", { dirty: false, wasDirty: false }), "agent", "on disk"],
    ["a revert", edit([change("9:0", "a = 1\n")], "3:4", { dirty: false, wasDirty: true }), "unknown", "what is on disk"],
    ["no text", edit([], "3:4"), "unknown", "no text"],
  ];
  for (const [title, surroundings, kind, reason] of other)
    it(`${kind}: ${title}`, () => {
      const origin = originOf(surroundings);
      expect(origin.kind).to.equal(kind);
      expect(origin.evidence).to.contain(reason);
    });

  it("a first letter is a person's, though the document still reads as clean", () => {
    expect(originOf(edit([change("3:4", "a")], "3:4", { dirty: false, wasDirty: false })).kind).to.equal("human");
  });

  it("an inference says that it is one", () => {
    for (const [, surroundings, kind] of other)
      if (kind === "agent") expect(originOf(surroundings).evidence).to.match(/^inferred: /);
  });

  it("nothing of more than a key press is ever called human", () => {
    const text = fc.string({ minLength: 3, maxLength: 40 }).filter((value) => value.trim().length > 2 && !/[/<]/.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(originOf(edit([change("3:4", `x${value}`)], "3:4")).kind).to.not.equal("human");
      }),
    );
  });
});

describe("lines after an edit", () => {
  const cases: readonly (readonly [string, readonly TextChange[], readonly (readonly [number, number])[]])[] = [
    ["a letter", [change("3:4", "a")], [[3, 4]]],
    ["two lines more", [change("3:0", "a\nb\n")], [[3, 6]]],
    ["a deletion names the line it left", [change("3:0-6:0", "")], [[3, 4]]],
    [
      "a later change is shifted by an earlier one",
      [change("9:0", "x"), change("3:0", "a\nb\n")],
      [
        [3, 6],
        [11, 12],
      ],
    ],
    ["neighbours are one", [change("3:0", "a"), change("4:0", "b")], [[3, 5]]],
  ];
  for (const [title, changes, expected] of cases)
    it(title, () => expect(linesAfter(changes).map(({ start, end }) => [start, end])).to.deep.equal(expected));

  it("names exactly the lines that an edit wrote, as a brute-force application shows", () => {
    const place = fc.record({ line: fc.nat(9), lines: fc.nat(2), text: fc.constantFrom("", "N", "N\nN", "N\n\nN\n") });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 3 }), (places) => {
        const ordered = [...places].sort((left, right) => left.line - right.line);
        const apart = ordered.filter((item, index) => index === 0 || item.line > (ordered[index - 1]?.line ?? 0) + 3);
        const changes = apart.map(({ line, lines, text }) => change(`${line}:0-${line + lines}:0`, text));
        const text = Array.from({ length: 16 }, () => "o");
        for (const { range: replaced, text: inserted } of [...changes].reverse()) {
          const rest = text.slice(replaced.end.line).join("\n");
          text.splice(replaced.start.line, text.length, ...`${inserted}${rest}`.split("\n"));
        }
        const spans = linesAfter(changes);
        for (const [line, content] of text.entries())
          if (content.includes("N")) expect(spans.some(({ start, end }) => line >= start && line < end)).to.equal(true);
      }),
    );
  });
});
