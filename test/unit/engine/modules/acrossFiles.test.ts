import { expect } from "chai";
import { engineOf, loadParser } from "../findings/engineFor.ts";
import { found, type Project, precise, sinkModule } from "./findAcross.ts";

describe("flow across files", () => {
  before(loadParser);

  for (const [title, project, expected] of [
    [
      "CommonJS, an object of functions",
      {
        "a.js": "const db = require('./lib/db');\ndb.run(source());\ndb.run('x');",
        "lib/db.js": `${sinkModule}module.exports = { run };`,
      },
      ["a.js:2"],
    ],
    [
      "CommonJS, taken apart",
      { "a.js": "const { run: go } = require('./db');\ngo(source());", "db.js": "exports.run = (c) => sink(c);" },
      ["a.js:2"],
    ],
    [
      "CommonJS, a function",
      { "a.js": "const go = require('./db');\ngo(source());", "db.js": "module.exports = function (c) { sink(c); };" },
      ["a.js:2"],
    ],
    [
      "CommonJS, a class",
      {
        "a.js": "const Db = require('./db');\nnew Db().run(source());",
        "db.js": "class Db { run(c) { sink(c); } }\nmodule.exports = Db;",
      },
      ["a.js:2"],
    ],
    ["ES, named", { "a.js": "import { run as go } from './db.js';\ngo(source());", "db.js": `export ${sinkModule}` }, ["a.js:2"]],
    ["ES, default", { "a.js": "import go from './db';\ngo(source());", "db.js": `export default ${sinkModule}` }, ["a.js:2"]],
    [
      "ES, the namespace",
      { "a.js": "import * as db from './db';\ndb.run(source());", "db.js": `export ${sinkModule}` },
      ["a.js:2"],
    ],
    [
      "ES, a folder with an index",
      { "a.js": "import { run } from './db';\nrun(source());", "db/index.js": `export ${sinkModule}` },
      ["a.js:2"],
    ],
    [
      "re-exports",
      {
        "a.js": "import { go } from './lib';\nimport { run } from './all';\ngo(source());\nrun(source());",
        "lib.js": "export { run as go } from './db';",
        "all.js": "export * from './db';",
        "db.js": `export ${sinkModule}`,
      },
      ["a.js:3", "a.js:4"],
    ],
    [
      "ES imports CommonJS",
      {
        "a.mjs": "",
        "a.js": "import db from './db.cjs';\ndb.run(source());",
        "db.cjs": `${sinkModule}module.exports = { run };`,
      },
      ["a.js:2"],
    ],
    [
      "TypeScript, with .js in the import",
      {
        "a.ts": "import { run } from './db.js';\nrun(source());",
        "db.ts": "export function run(c: string): void {\n  sink(c);\n}",
      },
      ["a.ts:2"],
    ],
    [
      "tsconfig paths",
      {
        "src/a.ts": "import { run } from '@lib/db';\nrun(source());",
        "src/lib/db.ts": `export ${sinkModule}`,
        "tsconfig.json": '{\n  // paths\n  "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["src/lib/*"], }, },\n}',
      },
      ["src/a.ts:2"],
    ],
    [
      "tsconfig that extends another",
      {
        "app/a.ts": "import { run } from '~/db';\nrun(source());",
        "app/db.ts": `export ${sinkModule}`,
        "app/tsconfig.json": '{"extends": "../base.json"}',
        "base.json": '{"compilerOptions": {"paths": {"~/*": ["./app/*"]}}}',
      },
      ["app/a.ts:2"],
    ],
    [
      "a workspace's package",
      {
        "packages/web/a.js": "import { run } from '@shop/db';\nrun(source());",
        "packages/db/src/index.js": `export ${sinkModule}`,
        "packages/db/package.json": '{"name": "@shop/db", "main": "dist/index.js"}',
        "package.json": '{"workspaces": ["packages/*"]}',
      },
      ["packages/web/a.js:2"],
    ],
    ["a library", { "a.js": "import { run } from 'db';\nrun(source());" }, []],
    [
      "a source in another file",
      {
        "a.js": "import { read } from './input';\nsink(read());\nsink(read().length);",
        "input.js": "export const read = () => source();",
      },
      ["a.js:2"],
    ],
    [
      "source and sink in other files",
      {
        "a.js": "import { read } from './input';\nimport { run } from './db';\nrun(read());",
        "input.js": "export const read = () => source();",
        "db.js": `export ${sinkModule}`,
      },
      ["a.js:3"],
    ],
    [
      "through three files",
      {
        "a.js": "import { one } from './b';\none(source());",
        "b.js": "import { two } from './c';\nexport function one(x) { two(x + '!'); }",
        "c.js": "export function two(x) { sink(x); }",
      },
      ["a.js:2"],
    ],
    [
      "a helper that cleans",
      {
        "a.js": "import { tidy } from './tidy';\nsink(tidy(source()));",
        "tidy.js": "export function tidy(x) { return clean(x); }",
      },
      [],
    ],
    [
      "a helper that passes on",
      {
        "a.js": "import { trim } from './trim';\nsink(trim(source()));",
        "trim.js": "export function trim(x) { return x.trim(); }",
      },
      ["a.js:2"],
    ],
    [
      "a guard",
      {
        "a.js": "import { allowed } from './guard';\nconst q = source();\nif (!allowed(q)) throw new Error();\nsink(q);",
        "guard.js": "const list = ['a', 'b'];\nexport function allowed(x) { return list.includes(x); }",
      },
      [],
    ],
    [
      "equality with what the other file holds",
      {
        "a.js":
          "import { inside, within, same, last } from './guard';\nsink(inside(source()));\nsink(within(source()));\nsink(same(source()));\nsink(last(source()));",
        "guard.js":
          "const root = read('uploads');\nlet seen = '';\nexport function inside(x) { if (x !== root && !isPart(x)) return null; return x; }\nexport function within(x) { if (x === root || isPart(x)) return x; throw new Error(); }\nexport function same(x) { if (x !== x.trim() && !isPart(x)) return null; return x; }\nexport function last(x) { if (x !== seen && !isPart(x)) return null; seen = x; return x; }\nfunction isPart(x) { return ['a', 'b'].includes(x); }",
      },
      ["a.js:4", "a.js:5"],
    ],
    [
      "an imported list",
      {
        "a.js": "import { names } from './names';\nconst q = source();\nif (names.includes(q)) sink(q);",
        "names.js": "export const names = ['a', 'b'];",
      },
      [],
    ],
    [
      "a callback into another file",
      {
        "a.js": "import { each } from './each';\neach((x) => {\n  sink(x);\n});",
        "each.js": "export function each(f) { f(source()); }",
      },
      ["a.js:3"],
    ],
    [
      "files that import one another",
      {
        "a.js": "import { b } from './b';\nexport function a(x, n) { return n ? b(x, n - 1) : x; }\nsink(b(source(), 2));",
        "b.js": "import { a } from './a';\nexport function b(x, n) { return a(x, n); }",
      },
      ["a.js:3"],
    ],
    [
      "what another file does by itself",
      { "a.js": "import { go } from './b';\ngo();", "b.js": "export function go() { sink(source()); }" },
      ["b.js:1"],
    ],
    ["outside of the root", { "a.js": "import { run } from '../db';\nrun(source());" }, []],
    [
      "Python, from a module",
      { "a.py": "from lib.db import run as go\ngo(source())", "lib/db.py": "def run(c):\n    sink(c)", "lib/__init__.py": "" },
      ["a.py:2"],
    ],
    [
      "Python, from a package",
      { "a.py": "from lib import db\ndb.run(source())", "lib/db.py": "def run(c):\n    sink(c)", "lib/__init__.py": "" },
      ["a.py:2"],
    ],
    [
      "Python, relative",
      {
        "app/views.py": "from .db import run\nfrom ..lib.other import go\nrun(source())\ngo(source())",
        "app/db.py": "def run(c):\n    sink(c)",
        "lib/other.py": "def go(c):\n    sink(c)",
      },
      ["app/views.py:3", "app/views.py:4"],
    ],
    [
      "Python, what a package gives on",
      {
        "a.py": "from lib import run\nrun(source())",
        "lib/__init__.py": "from .db import run",
        "lib/db.py": "def run(c):\n    sink(c)",
      },
      ["a.py:2"],
    ],
    [
      "Python, everything of a module",
      { "a.py": "from db import *\nrun(source())", "db.py": "def run(c):\n    sink(c)" },
      ["a.py:2"],
    ],
    [
      "Python, a class",
      { "a.py": "from db import Db\nd = Db()\nd.run(source())", "db.py": "class Db:\n    def run(self, c):\n        sink(c)" },
      ["a.py:3"],
    ],
    [
      "Python, a base class",
      {
        "a.py": "from base import Base\nclass Sub(Base):\n    def go(self):\n        self.run(source())",
        "base.py": "class Base:\n    def run(self, c):\n        sink(c)",
      },
      ["a.py:4"],
    ],
    [
      "Python, a source",
      { "a.py": "import forms\nsink(forms.read())", "forms.py": "def read():\n    return source()" },
      ["a.py:2"],
    ],
    [
      "Python, below a source folder",
      { "src/app/a.py": "from app.db import run\nrun(source())", "src/app/db.py": "def run(c):\n    sink(c)" },
      ["src/app/a.py:2"],
    ],
  ] as readonly (readonly [string, Project, readonly string[]])[])
    it(title, () => expect(found(project)).to.deep.equal(expected));

  for (const [title, project, expected] of [
    ["from its source to its sink in one file", { "a.js": "sink(source());" }, ["a.js:1"]],
    [
      "through a function of another file",
      { "a.js": "const { same } = require('./b');\nsink(same(source()));", "b.js": "exports.same = (x) => x;" },
      ["a.js:2"],
    ],
    [
      "with a function of another file that gives something else",
      { "a.js": "const { other } = require('./b');\nsink(other(source()));", "b.js": "exports.other = (x) => 1;" },
      [],
    ],
    [
      "from a source in another file",
      { "a.js": "const { read } = require('./b');\nsink(read());\nsource();", "b.js": "exports.read = () => source();" },
      [],
    ],
    [
      "to a sink in another file",
      { "a.js": "const { run } = require('./b');\nrun(source());\nsink('x');", "b.js": "exports.run = (x) => sink(x);" },
      [],
    ],
  ] as const)
    it(`a rule that looks at functions by themselves: ${title}`, () =>
      expect(found(project, { ...precise, metadata: { "within-file": true } })).to.deep.equal(expected));
  it("says where in the other file", () => {
    const project: Project = {
      "a.js": "import { run } from './lib/db';\nconst q = source();\nrun(q);",
      "lib/db.js": `// first\nexport ${sinkModule}`,
    };
    const text = project["a.js"] ?? "";
    const [finding] = engineOf([precise]).analyze({ path: "a.js", text }, undefined, undefined, (path) => project[path]).findings;
    expect(finding?.evidence).to.equal("flow across files");
    expect(finding?.path.map(({ role, note, span }) => `${role} ${text.slice(span.start, span.end)}: ${note}`)).to.deep.equal([
      "source source(): untrusted: `source()`",
      "step q: assigned to `q`",
      "step run(q): handed to `run`",
      "step run(q): handed over as `c` (lib/db.js:2)",
      "sink run(q): runs here: `sink` (lib/db.js:3)",
    ]);
    expect(finding?.path.at(-1)?.elsewhere).to.deep.equal({
      path: "lib/db.js",
      start: { line: 2, character: 2 },
      end: { line: 2, character: 9 },
    });
  });

  it("offers no fix for what stands in another file", () => {
    const project: Project = { "db.js": `export ${sinkModule}` };
    const rule = { ...precise, "pattern-sinks": [{ pattern: "sink($X)" }], fix: "safe($X)" };
    const text = "import { run } from './db';\nrun(source());\nsink(source());";
    const { findings } = engineOf([rule]).analyze({ path: "a.js", text }, undefined, undefined, (path) => project[path]);
    expect(findings.map(({ fixText }) => fixText)).to.deep.equal([undefined, "safe(source())"]);
  });

  it("keeps its fingerprint when something moves in the other file", () => {
    const text = "import { run } from './db';\nrun(source());";
    const of = (other: string) =>
      engineOf([precise]).analyze({ path: "a.js", text }, undefined, undefined, (path) => (path === "db.js" ? other : undefined))
        .findings;
    const [before] = of(`export ${sinkModule}`);
    const [after] = of(`// moved\n\nexport ${sinkModule}`);
    expect(before?.fingerprint).to.be.a("string").that.equals(after?.fingerprint);
  });

  it("names every path that the findings depend on", () => {
    const project: Project = { "db.js": "" };
    const { imports } = engineOf([precise]).analyze(
      { path: "a.js", text: "import { run } from './db';\nimport { no } from './no.js';\nrun(source());" },
      undefined,
      undefined,
      (path) => project[path],
    );
    expect(imports).to.include.members(["db.js", "no.js", "no.ts"]);
  });

  it("sees a change of the other file", () => {
    const engine = engineOf([precise]);
    let other = "export function run(c) {}";
    const analyze = () =>
      engine.analyze({ path: "a.js", text: "import { run } from './db';\nrun(source());" }, undefined, undefined, (path) =>
        path === "db.js" ? other : undefined,
      ).findings.length;
    expect(analyze()).to.equal(0);
    other = `export ${sinkModule}`;
    expect(analyze()).to.equal(1);
  });

  it("follows imports over a bounded number of files", () => {
    const project: Record<string, string> = { "a.js": "import { f0 } from './m0';\nf0(source());" };
    for (let i = 0; i < 200; i++)
      project[`m${i}.js`] = `import { f${i + 1} } from './m${i + 1}';\nexport function f${i}(x) { f${i + 1}(x); sink(x); }`;
    const read: string[] = [];
    engineOf([precise]).analyze({ path: "a.js", text: project["a.js"] ?? "" }, undefined, undefined, (path) => {
      read.push(path);
      return project[path];
    });
    expect(new Set(read.filter((path) => path in project)).size).to.be.within(2, 20);
  });
});
