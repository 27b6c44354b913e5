import { loadParser } from "../findings/engineFor.ts";
import { cases } from "./flowCases.ts";

describe("flow through what JavaScript itself does", () => {
  before(loadParser);

  cases("a.js", [
    ["a promise", "async function f() {\n const a = await new Promise((done) => done(source()));\n sink(a);\n}", [3]],
    [
      "a promise that is kept later",
      "const later = (v) => new Promise((done) => setTimeout(() => done(v), 1));\nasync function f() {\n sink(await later(source()));\n}",
      [3],
    ],
    [
      "a promise that is kept in a listener",
      "function body(req) { return new Promise((resolve, reject) => {\n let text = '';\n req.on('data', () => { text += source(); });\n req.on('end', () => resolve(text)); });\n}\nasync function f(req) { sink(await body(req)); }",
      [6],
    ],
    [
      "a promise of something else",
      "async function f() {\n const a = await new Promise((done) => { note(source()); done(1); });\n sink(a);\n}",
      [],
    ],
    [
      "the other function of a promise",
      "async function f() {\n const a = await new Promise((done, fail) => { done('x'); fail(source()); });\n sink(a);\n}",
      [],
    ],
    ["an element after one that is left out", "const [, b] = ['x', source()];\nsink(b);", [2]],
    ["an element that is left out", "const [, b] = [source(), 'x'];\nsink(b);", []],
    [
      "an element of an element",
      "const [, [, c]] = [['a'], ['b', source()]];\nsink(c);\nconst [a, , d] = ['a', source(), 'd'];\nsink(d);",
      [2],
    ],
    ["call", "function f(a, b) { sink(b); }\nf.call(null, 'x', source());", [1]],
    ["call, another argument", "function f(a, b) { sink(b); }\nf.call(null, source(), 'x');", []],
    ["apply", "function f(a, b) { sink(b); }\nf.apply(this, ['x', source()]);", [1]],
    ["apply, another argument", "function f(a, b) { sink(b); }\nf.apply(this, [source(), 'x']);", []],
    [
      "apply, with all that it was given",
      "function f(a, b) { sink(b); }\nfunction g(a, b) { return f.apply(this, arguments); }\ng('x', source());",
      [1],
    ],
    [
      "apply, with all that it was given, another one",
      "function f(a, b) { sink(b); }\nfunction g(a, b) { return f.apply(this, arguments); }\ng(source(), 'x');",
      [],
    ],
    ["a method of one's own that is named so", "const o = { call(a, b) { sink(a); } };\no.call(source(), 'x');", [1]],
    ["a tag", "const t = (texts, ...values) => texts[0] + values[0];\nsink(t`a ${source()}`);", [2]],
    ["a tag that makes numbers", "const t = (texts, ...values) => texts[0] + Number(values[0]);\nsink(t`a ${source()}`);", []],
    ["a template in brackets", "const t = (text) => text.trim();\nsink(t(`a ${source()}`));", [2]],
    [
      "a setter",
      "class A {\n set x(v) { this.y = v; }\n show() { sink(this.y); }\n}\nconst a = new A();\na.x = source();\na.show();",
      [3],
    ],
    [
      "a setter and a getter of one name",
      "class A {\n set x(v) { this.y = v + 1; }\n get x() { return this.y; }\n}\nconst a = new A();\na.x = source();\nsink(a.x);",
      [7],
    ],
    [
      "a setter that takes the length only",
      "class A {\n set x(v) { this.y = v.length; }\n}\nconst a = new A();\na.x = source();\nsink(a.y);",
      [],
    ],
    [
      "an object that is written down and read again",
      "const a = JSON.parse(JSON.stringify({ b: source(), c: 'x' }));\nsink(a.b);\nsink(a.c);",
      [2],
    ],
    ["a text of an object", "sink(JSON.stringify({ b: source() }));", [1]],
    ["a text that is read", "const a = JSON.parse(source());\nsink(a.b.c);", [2]],
    ["the key of a map", "const names = new Map();\nnames.set('a', 'x');\nsink(names.get(source()));", []],
    [
      "a value of a map under a key that is not known",
      "const names = new Map();\nnames.set(key, source());\nsink(names.get(other));",
      [3],
    ],
    [
      "entries whose keys are known",
      "const e = Object.entries(source()).filter(([k]) => NAMES.has(k));\nsink(e.map(([k]) => k).join());\nsink(e.map(([, v]) => v).join());",
      [3],
    ],
    [
      "objects of which a part is known",
      "const e = source().filter(({ kind, text }) => KINDS.includes(kind));\nfor (const { kind, text } of e) {\n sink(kind);\n sink(text);\n}",
      [4],
    ],
    [
      "entries whose values are known",
      "const e = Object.entries(source()).filter(([, v]) => NAMES.has(v));\nsink(e.map(([k]) => k).join());",
      [2],
    ],
    ["the length in bytes", "sink(Buffer.byteLength(source()));", []],
  ]);
});
