import { expect } from "chai";
import { languageById, languageOfPath, languagesForRule } from "../../../../server/engine/languages/registry.ts";
import type { Node } from "../../../../server/engine/tree/node.ts";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { SyntaxNode } from "../../../../server/engine/tree/syntaxNode.ts";
import { everyConstruct } from "./everyConstruct.ts";
import { loadParse, show, toTree } from "./trees.ts";

function all(node: Node): Node[] {
  const found = [node];
  for (const one of found) found.push(...one.children);
  return found;
}

describe("the generic tree", () => {
  for (const [title, language, source, expected] of [
    [
      "await before a generic call",
      "typescript",
      "await a.b<T>(c)",
      '(await (value call (callee member "b" (object name "a") (property name "b")) (argument name "c")))',
    ],
    [
      "await of what stands in brackets, in JavaScript",
      "javascript",
      "await (await f()).json()",
      '(await (value call (callee member "json" (object await (value call (callee name "f"))) (property name "json"))))',
    ],
    [
      "what follows ! belongs to the last operand",
      "typescript",
      "a + !b!.c(1)[d]",
      '(binary "+" (left name "a") (right unary "!" (value index (object call (callee member "c" (object name "b") (property name "c")) (argument number "1")) (argument name "d"))))',
    ],
    [
      "what follows ! belongs to the brackets before it",
      "typescript",
      "(a + b)!.c",
      '(member "c" (object binary "+" (left name "a") (right name "b")) (property name "c"))',
    ],
    ["as, satisfies, ! and parentheses leave the expression", "typescript", "((a as B)! satisfies C)", '(name "a")'],
    ["a lone statement is a block", "javascript", "if (a) b", '(branch (condition name "a") (then block (statement name "b")))'],
    [
      "elif is a branch in else",
      "python",
      "if a: b\nelif c: d",
      '(branch (condition name "a") (then block (statement name "b")) (else branch (condition name "c") (then block (statement name "d"))))',
    ],
    [
      "one declare for each declarator",
      "javascript",
      "let a = 1, b",
      '(declare "let" (target name "a") (value number "1")) (declare "let" (target name "b"))',
    ],
    ["escapes are read", "javascript", '"a\\x41\\u{42}\\n"', `(string ${JSON.stringify("aAB\n")})`],
    ["raw and joined strings", "python", 'r"\\d" "\\x41"', `(string ${JSON.stringify("\\dA")})`],
    [
      "f-string",
      "python",
      'f"a{b!r:>3}{{"',
      '(template (part stringPart "a") (part interpolation (value name "b") (other other "!r") (other other ":>3")) (part stringPart "{"))',
    ],
    [
      "tagged template",
      "javascript",
      "sql`a${b}`",
      '(call (callee name "sql") (argument template (part stringPart "a") (part interpolation (value name "b"))))',
    ],
    ["shorthand property", "javascript", "({a})", '(object (element pair (key string "a") (value name "a")))'],
    ["from import", "python", "from ..a import b as c", '(import "..a" (binding binding "b" (name name "c")))'],
    ["walrus", "python", "(a := 1)", '(assign ":=" (target name "a") (value number "1"))'],
    [
      "keyword and star arguments",
      "python",
      "f(a, *b, c=1, **d)",
      '(call (callee name "f") (argument name "a") (argument spread "*" (value name "b")) (argument keywordArgument "c" (value number "1")) (argument spread "**" (value name "d")))',
    ],
    [
      "decorators lie in what they decorate",
      "python",
      "@a\ndef f(): b",
      '(function (decorator decorator (value name "a")) (name name "f") (body block (statement name "b")))',
    ],
    [
      "JSX",
      "javascript",
      "x = <A b={c} {...d}>e{f}</A>",
      '(assign "=" (target name "x") (value jsxElement "A" (tag name "A") (attribute jsxAttribute "b" (value name "c")) (attribute spread "..." (value name "d")) (child jsxText "e") (child name "f")))',
    ],
    [
      "match",
      "python",
      "match a:\n  case 1 if b: c",
      '(switch (value name "a") (case case (value number "1") (condition name "b") (statement name "c")))',
    ],
  ] as const)
    it(title, async () =>
      expect(
        (await toTree(language, source)).root.children.map((node) => show(node).replace("(statement ", "(")).join(" "),
      ).to.equal(expected),
    );

  for (const [language, source] of everyConstruct)
    it(`leaves no word of the code out: ${language}`, async () => {
      const parse = await loadParse();
      const raw = parse(language, source);
      const tree = languageById(language).convert(raw);
      expect(tree.errors).to.deep.equal([]);
      const lost = new Set<string>();
      for (let i = 0; i < raw.count; i++) {
        const isLeaf = (raw.next[i] ?? 0) === i + 1;
        const named = ((raw.flags[i] ?? 0) & 9) === 1;
        const [start, end] = [raw.start[i] ?? 0, raw.end[i] ?? 0];
        const text = source.slice(start, end);
        const quote = /^string_(start|end)$/.test(raw.typeNames[raw.type[i] ?? 0] ?? "");
        if (isLeaf && named && !quote && !covers(tree.root, start, end, text))
          lost.add(`${raw.typeNames[raw.type[i] ?? 0]}: ${text}`);
      }
      expect([...lost].sort()).to.deep.equal(notKept[language] ?? []);
    });

  for (const [language, source] of everyConstruct)
    it(`has children inside their parents, in order, all of one class: ${language}`, async () => {
      for (const node of all((await toTree(language, source)).root)) {
        expect(Object.keys(node)).to.deep.equal(Object.keys(new SyntaxNode("name", "", "", "", 0, 0, [])));
        for (const [at, child] of node.children.entries()) {
          expect(child.parent).to.equal(node);
          expect(child.start).to.be.at.least(node.start);
          expect(child.end).to.be.at.most(node.end);
          expect(child.start).to.be.at.least(node.children[at - 1]?.start ?? 0);
        }
      }
    });

  it("keeps comments beside the tree", async () => {
    const text = "/* a */ f(/* b */ 1); // c";
    const { comments } = await toTree("javascript", text);
    expect(comments.map(({ start, end }) => text.slice(start, end))).to.deep.equal(["/* a */", "/* b */", "// c"]);
  });
  it("reports what it could not read", async () => {
    expect((await toTree("python", "def f(:\n")).errors).to.not.deep.equal([]);
    expect((await toTree("python", "f()\n")).errors).to.deep.equal([]);
  });
});

/** Whether a node around a word stands for it: by its span, its text, or as a literal that holds it. */
function covers(root: Node, start: number, end: number, text: string): boolean {
  const plain = text.replace(/\s+/g, "");
  for (let node: Node | undefined = root; node; node = node.children.find((child) => child.start <= start && end <= child.end)) {
    if (node.start === start && node.end === end) return true;
    if (node.text !== "" && node.text.replace(/\s+/g, "").includes(plain)) return true;
    if (node.kind === "string" || node.kind === "stringPart") return true;
  }
  return false;
}

/** `?.` and types behind `as` and the like are left out on purpose. */
const notKept: Partial<Record<LanguageId, readonly string[]>> = {
  javascript: ["optional_chain: ?."],
  typescript: ["type_identifier: AsType", "type_identifier: SatisfiesType", "type_identifier: T"],
};

describe("trees that are very deep", () => {
  const depth = 10_000;
  for (const [title, language, source] of [
    ["parentheses", "javascript", `${"(".repeat(depth)}a${")".repeat(depth)}`],
    ["parentheses", "python", `${"(".repeat(depth)}a${")".repeat(depth)}`],
    ["a chain of +", "javascript", `x = ${Array.from({ length: depth }, (_, i) => `a${i}`).join(" + ")}`],
    ["a chain of +", "python", `x = ${Array.from({ length: depth }, (_, i) => `a${i}`).join(" + ")}`],
    ["a chain of calls", "javascript", `a${".b()".repeat(depth)}`],
    ["arrays", "javascript", `${"[".repeat(depth)}${"]".repeat(depth)}`],
    ["else if", "javascript", `if (a) b; ${"else if (c) d; ".repeat(depth)}`],
    ["elif", "python", `if a: b\n${"elif c: d\n".repeat(depth)}`],
  ] as const)
    it(`${title} in ${language}`, async () => {
      const tree = await toTree(language, source);
      const deepest = (node: Node): number => {
        let most = 0;
        let level: readonly Node[] = [node];
        for (; level.length > 0; most++) level = level.flatMap(({ children }) => children);
        return most;
      };
      expect(deepest(tree.root)).to.be.at.most(1000);
      if (title === "parentheses") expect(show(tree.root)).to.equal('(file (statement name "a"))');
      else if (title === "a chain of +") expect(all(tree.root).filter(({ text }) => /^a\d+$/.test(text))).to.have.length(depth);
      else expect(tree.errors).to.not.deep.equal([]);
    });
});

describe("the registry of languages", () => {
  it("goes by the file's ending", () => {
    expect(["a.js", "b/A.TSX", "c.mts", "d.py", "e.rb", "py"].map(languageOfPath)).to.deep.equal([
      "javascript",
      "tsx",
      "typescript",
      "python",
      undefined,
      undefined,
    ]);
  });
  it("knows the names that rules use", () => {
    expect(languagesForRule("js")).to.deep.equal(["javascript", "typescript", "tsx"]);
    expect(languagesForRule("ts")).to.deep.equal(["typescript", "tsx"]);
    expect(languagesForRule("py")).to.deep.equal(["python"]);
    expect(languagesForRule("cobol")).to.equal(undefined);
  });
});
