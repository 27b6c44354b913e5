import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createEngine, type Engine, type SourceFile } from "../../../server/engine/analyze.ts";
import { editedPart, editIn, looksAtWholeFile, mergeEdit } from "../../../server/engine/editedPart.ts";
import type { FileAnalysis } from "../../../server/engine/findings/finding.ts";
import { TreeMemo } from "../../../server/engine/languages/treeMemo.ts";
import type { Node, Tree } from "../../../server/engine/tree/node.ts";
import { defaultRules } from "../../../server/host/ruleFiles.ts";
import { createParser, type Parser } from "../../../server/parser/parser.ts";
import { generateFile, kinds } from "../../bench/generate.mjs";

const root = join(__dirname, "../../..");
const rules = defaultRules();
const readsText = (id: string): boolean => rules.some((rule) => rule.id === id && looksAtWholeFile(rule));
const sourcesIn = (folder: string, ending: string): SourceFile[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending) && !name.includes(".fixed."))
    .map((name) => ({ path: name, text: readFileSync(join(root, folder, name), "utf8") }));

const facts = ({ findings, topics }: FileAnalysis) => ({
  findings: findings.map(({ ruleId, span, fingerprint, path, message }) => ({
    ruleId,
    span,
    fingerprint,
    message,
    path: path.map((step) => step.span),
  })),
  topics: topics.map(({ ruleId, span }) => ({ ruleId, span })),
});

/** All that a tree says, as one text. */
function shapeOf(tree: Tree | undefined): string {
  if (!tree) return "";
  const lines: string[] = [];
  const write = (node: Node, parent: Node | undefined): void => {
    const brackets = tree.brackets?.get(node);
    const casts = tree.casts?.get(node)?.map(({ form, type }) => `${form} ${type}`);
    lines.push(
      [
        node.kind,
        node.role,
        node.text,
        node.type,
        node.start,
        node.end,
        node.holds,
        brackets?.start,
        brackets?.end,
        casts,
      ].join(),
    );
    if (node.parent !== parent) lines.push("another parent");
    for (const child of node.children) write(child, node);
  };
  write(tree.root, undefined);
  return [...lines, tree.brackets?.size, tree.casts?.size, JSON.stringify([tree.comments, tree.errors])].join("\n");
}

/** Small edits of the kinds that people and agents make; the same ones each time. */
function editor(seed: number): (text: string) => string {
  let state = seed;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  const pieces = ["x", "1", " + name", "'a'", "(req.query.q)", "\n", " ", "total", "await ", "value = 2", "// note"];
  const statements = ["log(value)", "total = 1", "db.query(sql)", "pass_on(request.args)", "rows = load(total)"];
  return (text) => {
    const at = next(text.length + 1);
    const choice = next(5);
    if (choice === 0) return text.slice(0, at) + text.slice(at + 1 + next(3));
    if (choice === 1) return text.slice(0, at) + (pieces[next(pieces.length)] ?? "") + text.slice(at);
    // A whole line, so that the file mostly stays readable.
    const lines = text.split("\n");
    const line = next(lines.length);
    const indent = /^\s*/.exec(lines[line] ?? "")?.[0] ?? "";
    if (choice === 2) lines.splice(line, 0, `${indent}${statements[next(statements.length)]}`);
    else
      lines[line] = (lines[line] ?? "").replace(/\d+|"[^"]*"|\b(total|row|key)\b/, (found) =>
        /^\d/.test(found) ? `${found}1` : /^"/.test(found) ? '"other"' : "sum",
      );
    return lines.join("\n");
  };
}

/** Functions that call one another in every direction, so that most edits change what another function gives or does. */
const callingOneAnother = {
  js: Array.from(
    { length: 12 },
    (_, i) => `
function read${i}(req) {
  const value = req.query.q;
  return ${i % 3 === 0 ? "value" : "parseInt(value, 10)"};
}
function run${i}(text) {
  const total = ${i};
  db.query("select " + text);
  return run${i}Again(text, total);
}
function run${i}Again(text, total) {
  child_process.exec(${i % 2 === 0 ? "text" : "'ls'"});
  return text;
}
app.get("/${i}", (req, res) => {
  const key = read${i}(req);
  run${i}(key);
  res.send(run${i % 4 === 3 ? i - 3 : i + 1}("x"));
});
`,
  ).join(""),
  py: Array.from(
    { length: 12 },
    (_, i) => `
def read${i}():
    value = request.args.get("q")
    return ${i % 3 === 0 ? "value" : "int(value)"}

def run${i}(text):
    total = ${i}
    os.system("ls " + text)
    return text

@app.route("/${i}")
def view${i}():
    key = read${i}()
    return run${i}(key)
`,
  ).join(""),
};

describe("an edit inside a function", function () {
  this.timeout(120000);
  let parser: Parser;
  let engine: Engine;
  before(async () => {
    parser = await createParser(join(root, "dist/grammars"));
    await parser.load(["javascript", "typescript", "python"]);
    engine = createEngine({ rules, parse: parser.parse });
  });

  for (const [title, files, count] of [
    ["generated JavaScript", [{ path: "a.js", text: generateFile(kinds.javascript, 250, 5) }], 150],
    ["generated Python", [{ path: "a.py", text: generateFile(kinds.python, 250, 5) }], 150],
    [
      "JavaScript of functions that call one another",
      [
        {
          path: "a.js",
          text: `const child_process = require("child_process");\nconst app = express();\n${callingOneAnother.js}`,
        },
      ],
      250,
    ],
    [
      "Python of functions that call one another",
      [{ path: "a.py", text: `import os\nfrom flask import request\n${callingOneAnother.py}` }],
      250,
    ],
    ["the JavaScript of the rules' tests", sourcesIn("rules/javascript", ".js"), 12],
    ["the Python of the rules' tests", sourcesIn("rules/python", ".py"), 12],
    // Twice, since every file gets other edits.
    [
      "the sample",
      [...sourcesIn("samples/shop/change/src/routes", ".ts"), ...sourcesIn("samples/shop/change/src/routes", ".ts")],
      40,
    ],
  ] as const) {
    it(`gives what a whole analysis gives: ${title}`, () => {
      let parts = 0;
      let seed = 1;
      for (const original of files) {
        const edit = editor(seed++);
        // Trees take over from one another what an edit left as it was.
        const memo = new TreeMemo();
        let tree = engine.treeOf(original, undefined, memo);
        let analysis = engine.analyze(original);
        let text = original.text;
        for (let i = 0; i < count; i++) {
          const file = { ...original, text: edit(text) };
          const fresh = engine.treeOf(file);
          // What cannot be read any more is taken back, as a person would.
          if (fresh?.errors.length) {
            expect(shapeOf(engine.treeOf(file, undefined, memo)), file.text).to.equal(shapeOf(fresh));
            tree = engine.treeOf({ ...original, text }, undefined, memo);
            continue;
          }
          const edited = tree && analysis.notReviewed.length === 0 ? editIn(tree, file.text) : undefined;
          const now = engine.treeOf(file, undefined, memo);
          expect(shapeOf(now), file.text).to.equal(shapeOf(fresh));
          const part = edited && now && editedPart(edited, now);
          const whole = engine.analyze(file);
          if (part) {
            parts++;
            const merged = mergeEdit(analysis, engine.analyze(file, undefined, part.tree), part, readsText);
            expect(facts(merged), file.text).to.deep.equal(facts(whole));
          }
          tree = now;
          analysis = whole;
          text = file.text;
        }
      }
      expect(parts).to.be.greaterThan(20);
    });
  }

  it("leaves a decorator that stands nowhere with no later statement", () => {
    const memo = new TreeMemo();
    const file = (text: string): SourceFile => ({ path: "a.ts", text });
    const rest = "f();\nlog(1);\nfunction g() {}\n";
    for (const text of [`@dec ${rest}`, rest, `@dec ${rest}`, `const a = 1;\n${rest}`, rest])
      expect(shapeOf(engine.treeOf(file(text), undefined, memo)), text).to.equal(shapeOf(engine.treeOf(file(text))));
  });
  for (const [end, isPart] of [
    ["raise SystemExit()", false],
    ["        return 1", true],
    ["with open('a') as f:\n        x = 1\n        return x", true],
    ["class A:\n    def g(self):\n        x = 1\n      go()\n        return 1", true],
  ] as const)
    it(`gives what a whole analysis gives behind ${JSON.stringify(end)}`, () => {
      const file = (value: string): SourceFile => ({
        path: "a.py",
        text: `import os\nfrom flask import request\n${"# nothing\n".repeat(40)}${end}\ndef f():\n    n = ${value}\n    os.system("ls " + request.args["q"])\n`,
      });
      const [first, second] = [file("1"), file("2")];
      const tree = engine.treeOf(first);
      const edited = tree && editIn(tree, second.text);
      const now = engine.treeOf(second);
      const part = edited && now && editedPart(edited, now);
      expect(part !== undefined).to.equal(isPart);
      const whole = engine.analyze(second);
      expect(whole.findings.length > 0).to.equal(isPart);
      if (part)
        expect(
          facts(mergeEdit(engine.analyze(first), engine.analyze(second, undefined, part.tree), part, readsText)),
        ).to.deep.equal(facts(whole));
    });
  it("looks at everything when what an edit leads to is silenced", () => {
    const filler = Array.from({ length: 60 }, (_, n) => `function other${n}(a) {\n  return a + ${n};\n}\n`).join("");
    const text = (value: string): string =>
      `const cp = require("child_process");\nfunction helper(q) {\n  const n = ${value};\n  return n;\n}\n${filler}// linewarden-ignore javascript.os-command-injection: known\napp.get("/h", (req, res) => { cp.exec(helper(req.query.q)); });\n`;
    const tree = engine.treeOf({ path: "a.js", text: text("q") });
    const next = { path: "a.js", text: text("'q'") };
    const edited = tree && editIn(tree, next.text);
    const now = engine.treeOf(next);
    expect(edited && now).to.not.equal(undefined);
    expect(edited && now && editedPart(edited, now)).to.equal(undefined);
    const said = (one: SourceFile) => engine.analyze(one).findings.map(({ ruleId }) => ruleId);
    expect(said(next)).to.not.deep.equal(said({ path: "a.js", text: text("q") }));
  });
  it("looks at what another function leaves with `global` in a variable that the edited one reads", () => {
    const filler = Array.from({ length: 60 }, (_, n) => `def other${n}(a):\n    return a + ${n}\n\n`).join("");
    const text = (value: string): string =>
      `import os\nfrom flask import request\nlast = ""\ndef keep():\n    global last\n    last = request.args["q"]\n\n${filler}def run():\n    n = ${value}\n    os.system("ls " + last)\n    return n\n`;
    const [first, second] = [
      { path: "a.py", text: text("1") },
      { path: "a.py", text: text("2") },
    ] as const;
    const tree = engine.treeOf(first);
    const edited = tree && editIn(tree, second.text);
    const now = engine.treeOf(second);
    expect(edited && now).to.not.equal(undefined);
    const part = edited && now && editedPart(edited, now);
    const whole = facts(engine.analyze(second));
    const told = part
      ? facts(mergeEdit(engine.analyze(first), engine.analyze(second, undefined, part.tree), part, readsText))
      : whole;
    expect(told).to.deep.equal(whole);
    expect(engine.analyze(second).findings.map(({ ruleId }) => ruleId)).to.include("python.os-command-injection");
  });
});
