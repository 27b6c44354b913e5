import { expect } from "chai";
import { indexLines } from "../../../../server/engine/tree/lineIndex.ts";
import { analyze, engineOf, findingsOf, loadParser, taintRule } from "../findings/engineFor.ts";

const precise = { ...taintRule, options: { linewarden: "precise" } };

/** One-based lines of the findings. */
function lines(rule: Record<string, unknown>, text: string, path = "a.js"): number[] {
  const index = indexLines(text);
  return findingsOf(rule, text, path).map(({ span }) => index.positionAt(span.start).line + 1);
}

/** The path as `code: note`, source first. */
function steps(rule: Record<string, unknown>, text: string, path = "a.js"): string[] {
  const [finding] = findingsOf(rule, text, path);
  return (finding?.path ?? []).map(({ span, role, note }) => `${role} ${text.slice(span.start, span.end)}: ${note}`);
}

describe("the path of untrusted data", () => {
  before(loadParser);

  it("names source, steps and sink", () => {
    const text = 'function f(req) {\n  const id = source(req);\n  const sql = "x" + id;\n  db.sink(sql);\n}\n';
    const rule = { ...taintRule, "pattern-sinks": [{ pattern: "$DB.sink(...)" }] };
    expect(steps(rule, text)).to.deep.equal([
      "source source(req): comes from the request",
      "step id: assigned to `id`",
      "step sql: assigned to `sql`",
      "sink db.sink(sql): runs here: `db.sink`",
    ]);
    expect(findingsOf(rule, text)[0]?.evidence).to.equal("flow in a function");
  });

  it("is less sure between functions that share a variable", () => {
    const rule = { ...precise, metadata: { confidence: "HIGH" } };
    const text = 'let last = "";\napp.post("/a", (req) => { last = source(); });\napp.get("/a", (req) => { sink(last); });\n';
    const [finding] = findingsOf(rule, text);
    expect(finding?.evidence).to.equal("flow between functions, through what they share");
    expect(finding?.confidence).to.equal("medium");
    expect(finding?.path.map(({ note }) => note)).to.include("left there by another function");
    const [within] = findingsOf(rule, "function f() { const last = source(); sink(last); }");
    expect([within?.evidence, within?.confidence]).to.deep.equal(["flow in a function", "high"]);
  });

  it("names the call that threw it", () => {
    const text = "function f(x) { throw new Error(x); }\ntry { f(source()); } catch (error) { sink(error.message); }\n";
    expect(steps(precise, text)).to.include("step f(source()): thrown by `f`");
    expect(lines(precise, text.replace("throw new Error(x)", "throw new Error(12)"))).to.deep.equal([]);
    expect(lines(precise, text.replace("throw new Error(x);", "try { throw x; } catch { return 1; }"))).to.deep.equal([]);
  });

  it("names calls that it goes through", () => {
    expect(steps(taintRule, "sink(shape(source()));")).to.include("step shape(source()): passed through `shape`");
  });

  it("names a parameter", () => {
    const rule = {
      ...taintRule,
      "pattern-sources": [{ patterns: [{ pattern: "function $F(..., $X, ...) { ... }" }, { "focus-metavariable": "$X" }] }],
    };
    expect(steps(rule, "function f(name) { sink(name); }")[0]).to.equal("source name: parameter `name`");
  });

  it("takes the words of the rule", () => {
    const rule = { ...taintRule, metadata: { "source-note": "from the queue", "sink-note": "runs as SQL" } };
    const path = steps(rule, "sink(source());");
    expect([path[0], path.at(-1)]).to.deep.equal(["source source(): from the queue", "sink sink(source()): runs as SQL"]);
  });

  it("is the shortest that was seen", () => {
    const text = "let a = source();\nif (x) { const b = a; const c = b; a = c; }\nsink(a);";
    expect(steps(taintRule, text).length).to.be.at.most(5);
  });

  it("binds metavariables of source and sink", () => {
    const rule = { ...taintRule, "pattern-sources": [{ pattern: "source($WHAT)" }], message: "$WHAT reaches $...REST" };
    expect(findingsOf(rule, "sink(source(1));")[0]?.message).to.equal("1 reaches $...REST");
  });
});

/** The source is a call, or what is read of a name. */
const preciseSources = {
  ...precise,
  "pattern-sources": [{ pattern: "source(...)" }, { pattern: "source.$KEY" }, { pattern: "source[$KEY]" }],
};

describe("the precise profile", () => {
  before(loadParser);

  for (const [title, text, expected, path] of [
    ["a number", "const a = parseInt(source(), 10);\nsink(a);", [], "a.js"],
    ["a sum of strings", "const a = source() + 1;\nsink(a);", [2], "a.js"],
    ["a path joined with /", "a = base / source()\nsink(a)", [2], "a.py"],
    ["+= in a loop", 'let q = "";\nfor (const x of xs) { q += source(); }\nsink(q);', [3], "a.js"],
    ["-= gives a number", "let q = source();\nq -= 1;\nsink(q);", [], "a.js"],
    ["an element and its neighbour", "const a = [source(), 1];\nsink(a[0]);\nsink(a[1]);", [2], "a.js"],
    ["a key and its neighbour", "a = {}\na['x'] = source()\na['y'] = 1\nsink(a['x'])\nsink(a['y'])", [4], "a.py"],
    ["a hash", "h = hashlib.sha256(source()).hexdigest()\nsink(h)", [], "a.py"],
    [
      "a set of constants",
      'const OK = new Set(["a"]);\nconst a = source();\nif (!OK.has(a)) throw new Error();\nsink(a);',
      [],
      "a.js",
    ],
    ["a literal list", 'const a = source();\nif (["x", "y"].includes(a)) { sink(a); }\nsink(a);', [3], "a.js"],
    [
      "a list that is untrusted too",
      "const l = source();\nconst a = source();\nif (!l.includes(a)) throw 1;\nsink(a);",
      [4],
      "a.js",
    ],
    ["a text is no list", 'const a = source();\nif (!"abc".includes(a)) throw 1;\nsink(a);', [3], "a.js"],
    ["the wrong side of a check", "const a = source();\nif (ALLOWED.includes(a)) throw 1;\nsink(a);", [3], "a.js"],
    ["a check that does not leave", "const a = source();\nif (!ALLOWED.includes(a)) { log(a); }\nsink(a);", [3], "a.js"],
    ["either of two checks", 'const a = source();\nif (a === "x" || ALLOWED.has(a)) { sink(a); }', [], "a.js"],
    ["one of two does not check", "const a = source();\nif (a === 'x' || b) { sink(a); }", [2], "a.js"],
    ["an anchored regex", "const a = source();\nif (!/^[a-z]+$/.test(a)) throw 1;\nsink(a);", [], "a.js"],
    ["a regex without an end", "const a = source();\nif (!/^[a-z]+/.test(a)) throw 1;\nsink(a);", [3], "a.js"],
    ["a regex of anything", "const a = source();\nif (!/^.*$/.test(a)) throw 1;\nsink(a);", [3], "a.js"],
    ["typeof number", 'const a = source();\nif (typeof a !== "number") throw 1;\nsink(a);', [], "a.js"],
    ["typeof string", 'const a = source();\nif (typeof a !== "string") throw 1;\nsink(a);', [3], "a.js"],
    ["isinstance int", "a = source()\nif not isinstance(a, int):\n    raise ValueError()\nsink(a)", [], "a.py"],
    ["isinstance str", "a = source()\nif not isinstance(a, str):\n    raise ValueError()\nsink(a)", [4], "a.py"],
    ["isdigit", "a = source()\nif a.isdigit():\n    sink(a)\nelse:\n    sink(a)", [5], "a.py"],
    ["not in a tuple", "a = source()\nif a not in ('x', 'y'):\n    raise ValueError()\nsink(a)", [], "a.py"],
    ["in a text", "a = source()\nif a in 'xyz':\n    sink(a)", [3], "a.py"],
    ["continue in a loop", "for a in source():\n    if a not in ALLOWED:\n        continue\n    sink(a)", [], "a.py"],
    [
      "a table of constants",
      'TABLE = {"a": "x"}\na = source()\nsink(TABLE[a])\nsink(TABLE.get(a, "y"))\nsink(TABLE.get(a, a))',
      [5],
      "a.py",
    ],
    ["a pushed element", "const a = [];\na.push(source());\nsink(a.join());", [3], "a.js"],
    ["Object.assign", "const o = {};\nObject.assign(o, source());\nsink(o.x);", [3], "a.js"],
    ["a callback's element", "source().forEach((x) => {\n  sink(x);\n});", [2], "a.js"],
    ["what a callback of map returns", "const b = xs.map(() => source());\nsink(b);", [2], "a.js"],
    ["a method of a literal", 'const a = ["x", source()].join("");\nsink(a);', [2], "a.js"],
    ["elements of a member of the source", "source().files.forEach((f) => sink(`rm ${f}`));", [1], "a.js"],
    ["map with a lambda", "x = map(lambda v: sink(v), source())", [1], "a.py"],
    ["a promise", "source().then((x) => sink(x));", [1], "a.js"],
    ["a branch that never runs", "const a = source();\nif (false) { sink(a); }\nwhile (true) { break; }\nsink(a);", [4], "a.js"],
    ["a cleaned part", "const a = source();\na.b = clean(a.b);\nsink(a.b);\nsink(a.c);", [4], "a.js"],
    ["a sanitizer in one branch", "let a = source();\nif (x) { a = clean(a); }\nsink(a);", [3], "a.js"],
    ["the default of a destructured key", "const { a = source() } = x;\nsink(a);", [2], "a.js"],
    ["a rest element", "const [a, ...b] = [1, source()];\nsink(a);\nsink(b);", [3], "a.js"],
    ["with a global of a module", "def f():\n    global g\n    g = source()\n    sink(g)", [4], "a.py"],
    ["an `and` whose left side is untrusted", 'const a = source();\nsink(a && "x");\nsink(a || "x");', [3], "a.js"],
    ["a match on constants", 'a = source()\nmatch a:\n    case "x":\n        sink(a)\n    case _:\n        sink(a)', [6], "a.py"],
    ["a guard on the source itself", 'if (!["x"].includes(source.a)) throw 1;\nsink(source.a);\nsink(source.b);', [3], "a.js"],
    ["a guard and a choice", 'sink(OK.includes(source.a) ? source.a : "x");\nsink(source.a);', [2], "a.js"],
    ["a guard in one branch", "if (x) {\n  if (!OK.has(source.a)) throw 1;\n}\nsink(source.a);", [4], "a.js"],
    ["two guards", "if (!OK.has(source.a)) throw 1;\nif (!OK.has(source.b)) throw 1;\nsink(source.a + source.b);", [], "a.js"],
    ["a guard before a new value", "if (!OK.has(source.a)) throw 1;\nsource.a = f();\nsink(source.a);", [3], "a.js"],
    ["the wrong side of a guard", "if (OK.has(source.a)) throw 1;\nsink(source.a);", [2], "a.js"],
    ["a guard of another key", 'if (!OK.has(source["a"])) throw 1;\nsink(source[a]);', [2], "a.js"],
    [
      "a guard in a loop",
      "for (const x of xs) {\n  if (!OK.has(source.a)) continue;\n  sink(source.a);\n}\nsink(source.a);",
      [5],
      "a.js",
    ],
    ["a guard on a subscript", 'sink(source["a"] if source["a"] in OK else "x")\nsink(source["a"])', [2], "a.py"],
    [
      "a guard on a getter",
      'if source.get("a") not in OK:\n    raise E()\nsink(source.get("a"))\nsink(source.get("b"))',
      [4],
      "a.py",
    ],
    ["a lookup in a literal table", 'sink({"a": "x"}.get(source.a, "y"))\nsink({"a": "x"}.get(source.a, source.b))', [2], "a.py"],
    ["a lookup in a literal map", 'sink(new Map([["a", "x"]]).get(source.a));\nsink(source.get(source.a));', [2], "a.js"],
    ["what a callback adds to a text", 'let s = "";\nsource.a.forEach((x) => {\n  s += x;\n});\nsink(s);', [5], "a.js"],
    ["what a callback puts into a list", "const s = [];\nsource.a.forEach((x) => s.push(x));\nsink(s.join());", [3], "a.js"],
    [
      "a constructor that keeps a parameter in a field",
      "class A {\n constructor(private readonly c: string, private d: string) {}\n run() { sink(this.c); sink2(this.d); }\n}\nnew A(source.a, 'x').run();",
      [3],
      "a.ts",
    ],
    [
      "a constructor that checks what it keeps",
      "class A {\n constructor(private c: string) { if (!OK.has(c)) throw new Error(); }\n run() { sink(this.c); }\n}\nnew A(source.a).run();",
      [],
      "a.ts",
    ],
    [
      "the values of a map",
      'const m = new Map();\nm.set("a", ["x", source.a]);\nfor (const [text, value] of m.values()) {\n  sink(text);\n  sink(value);\n}',
      [5],
      "a.js",
    ],
    [
      "the values of an object",
      "for (const { text, value } of Object.values({ a: { text: 'x', value: source.a } })) {\n  sink(text);\n  sink(value);\n}",
      [3],
      "a.js",
    ],
    ["TypeScript", "const a = source() as string;\nsink(a!);\nsink(<any>a);", [2, 3], "a.ts"],
  ] as const) {
    it(title, () => expect(lines(preciseSources, text, path)).to.deep.equal(expected));
  }
});

describe("a parameter that is taken apart", () => {
  before(loadParser);
  const rule = {
    ...precise,
    "pattern-sources": [{ patterns: [{ pattern: "({..., query: $Q, ...}, $RES) => {...}" }, { "focus-metavariable": "$Q" }] }],
  };

  it("is followed from the part that a source names", () => {
    expect(lines(rule, "app.get(({ query: { q } }, res) => {\n  sink(q);\n});")).to.deep.equal([2]);
    expect(lines(rule, "app.get(({ body: { q }, query: r }, res) => {\n  sink(q);\n  sink(r);\n});")).to.deep.equal([3]);
    expect(lines(rule, "app.get(({ query: [, q = 1] }, res) => {\n  sink(q);\n});")).to.deep.equal([2]);
  });
});

describe("a long flat file", () => {
  before(loadParser);

  for (const [title, statement] of [
    ["branches", "if (q) vN = q;"],
    ["tries", "try { vN = q; } catch { vN = 1; }"],
    ["functions", "f((x) => { vN = q; sink(x); });"],
  ] as const) {
    it(`costs twice the steps for twice the ${title}`, () => {
      const stepsFor = (count: number): number => {
        const code = Array.from({ length: count }, (_, at) => statement.replaceAll("N", String(at)));
        const { steps, notReviewed, findings } = analyze(precise, `const q = source();${code.join("")}sink(q);`);
        expect(notReviewed).to.deep.equal([]);
        expect(findings).to.have.length(1);
        return steps;
      };
      expect(stepsFor(4000) / stepsFor(1000)).to.be.lessThan(5);
    });
  }

  it("knows each of thousands of texts that a source is", () => {
    const rule = { ...precise, "pattern-sources": [{ "pattern-regex": '\\("user_[^)]*\\)' }] };
    const code = Array.from({ length: 3000 }, (_, at) => `sink("user_${at} "); sink("${at}");`);
    const found = lines(rule, code.join("\n"));
    expect(found).to.deep.equal(Array.from({ length: 3000 }, (_, at) => at + 1));
  });

  it("is stopped by counted steps, with the rule named", () => {
    const code = Array.from({ length: 2000 }, (_, at) => `if (q) v${at} = q;`);
    const engine = engineOf([precise], { maxSteps: 40_000 });
    const { notReviewed } = engine.analyze({ path: "a.js", text: `const q = source();${code.join("")}sink(q);` });
    expect(notReviewed).to.have.length(1);
    expect(notReviewed[0]).to.include({ reason: "step limit", ruleId: "r" });
  });
});
