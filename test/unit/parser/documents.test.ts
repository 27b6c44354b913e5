import { expect } from "chai";
import * as fc from "fast-check";
import type { LanguageId, RawTree } from "../../../server/engine/tree/rawTree.ts";
import { createParser, type Parser } from "../../../server/parser/parser.ts";
import { everyConstruct } from "../engine/languages/everyConstruct.ts";
import { grammarFolder } from "../engine/languages/trees.ts";

let parser: Parser;

before(async () => {
  parser = await createParser(grammarFolder);
  await parser.load(["javascript", "typescript", "tsx", "python"]);
});

/** Everything a tree says, for comparison. */
function content({ count, type, field, start, end, next, parent, flags, text }: RawTree): unknown {
  const arrays = [type, field, start, end, next, parent, flags].map((array) => Array.from(array.subarray(0, count)));
  return { count, text, arrays };
}

describe("parsing", () => {
  it("frees every tree at once, and an open document's on close", () => {
    expect(parser.liveTrees()).to.equal(0);
    parser.parse("javascript", "f(1)");
    expect(parser.liveTrees()).to.equal(0);
    const one = parser.openDocument("javascript", "f(1)");
    const two = parser.openDocument("python", "f(1)");
    one.update("f(1, 2)");
    one.update("f(1, 2");
    expect(parser.liveTrees()).to.equal(2);
    one.close();
    one.close();
    two.close();
    expect(parser.liveTrees()).to.equal(0);
    expect(() => one.update("f()")).to.throw("closed");
  });
  it("refuses a language that was not loaded", async () => {
    const other = await createParser(grammarFolder);
    expect(() => other.parse("python", "a")).to.throw("not loaded");
  });
  it("gives nodes in preorder with links that agree", () => {
    const raw = parser.parse("javascript", "f(a, `b${c}`); // d");
    for (let i = 1; i < raw.count; i++) {
      const parent = raw.parent[i] ?? -1;
      expect(parent).to.be.within(0, i - 1);
      expect(raw.next[i]).to.be.at.most(raw.next[parent] ?? 0);
    }
    expect(raw.next[0]).to.equal(raw.count);
  });
  for (const [title, text, without] of [
    ["a name", "const a = sql<User>`SELECT ${b}`;", "const a = sql      `SELECT ${b}`;"],
    ["a list", "const a = sql<User[]>`SELECT ${b}`;", "const a = sql        `SELECT ${b}`;"],
    ["a member, with a function in the types", "const Box = styled.div<{ f: (a: A) => B }>`a > b`;", undefined],
    ["several lines", "run(db.$queryRaw<\n  User[]\n>`SELECT`);", undefined],
    ["a call", 'const B = styled("b")<P>`c`;', undefined],
  ] as const)
    it(`reads the type arguments of a tagged template: ${title}`, () => {
      for (const language of ["typescript", "tsx"] as const) {
        const raw = parser.parse(language, text);
        expect(raw.text).to.equal(text);
        expect(raw.flags.subarray(0, raw.count).some((flags) => (flags & 6) !== 0)).to.equal(false);
        if (without !== undefined)
          expect({ ...(content(raw) as object), text: "" }).to.deep.equal({
            ...(content(parser.parse(language, without)) as object),
            text: "",
          });
        const document = parser.openDocument(language, text);
        expect(content(document.raw())).to.deep.equal(content(raw));
        document.close();
      }
    });
  it("leaves text alone that only looks like them", () => {
    const text = "const a = html`<b>`; const c = d < e; const f = `${g}<i>`; const h = ;";
    const raw = parser.parse("typescript", text);
    const first = parser.parse("typescript", text.slice(0, text.indexOf(" const h")));
    expect(raw.text).to.equal(text);
    expect(Array.from(raw.type.subarray(1, first.count - 1))).to.deep.equal(Array.from(first.type.subarray(1, first.count - 1)));
  });
  for (const [title, text] of [
    ["empty", ""],
    ["only a byte order mark", "\ufeff"],
    ["a lone surrogate", "f('\ud800')"],
    ["NUL bytes", "a\0b\0"],
    ["a long line", `x = "${"a".repeat(1_000_000)}";`],
    ["CRLF", "a\r\nb\r\n"],
  ] as const)
    it(`reads ${title}`, () => {
      for (const language of ["javascript", "python"] as const) expect(parser.parse(language, text).text).to.equal(text);
    });
});

describe("editing an open document", () => {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 30 }),
    insert: fc.constantFrom(
      "",
      "a",
      "\n",
      "(",
      ")",
      "f(x)",
      "/*",
      "*/",
      "'",
      '"',
      "`",
      "${",
      "}",
      "  ",
      "\r\n",
      "é",
      "😀",
      "# x\n",
      "if (a) {",
      "def f():\n  ",
    ),
  });
  const tags = "const rows = await db.$queryRaw<User[]>`SELECT ${id}`;\nconst Box = styled.div<{ on: (a: A) => B }>`a > b`;\n";
  for (const [language, source] of [...everyConstruct, ["typescript", tags], ["tsx", tags]] as readonly (readonly [
    LanguageId,
    string,
  ])[])
    it(`gives the tree of a fresh parse: ${language}`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
          const document = parser.openDocument(language, source);
          let text = source;
          try {
            for (const { at, length, insert } of edits) {
              const start = at % (text.length + 1);
              text = text.slice(0, start) + insert + text.slice(start + length);
              expect(content(document.update(text))).to.deep.equal(content(parser.parse(language, text)));
            }
          } finally {
            document.close();
          }
        }),
        { numRuns: 40, seed: 7 },
      );
    });
});
