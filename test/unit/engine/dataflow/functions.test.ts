import { expect } from "chai";
import { loadParser } from "../findings/engineFor.ts";
import { cases, lines } from "./flowCases.ts";

describe("flow through functions, JavaScript", () => {
  before(loadParser);

  cases("a.js", [
    ["a parameter to a sink", "function run(c) {\n  sink(c);\n}\nrun(source());\nrun('ls');", [2]],
    ["only the parameter that is used", "function run(a, b) {\n  sink(b);\n}\nrun(source(), 'x');", []],
    ["a function that is declared later", "run(source());\nfunction run(c) {\n  sink(c);\n}", [3]],
    ["a parameter to the result", "const same = (x) => x;\nsink(same(source()));", [2]],
    ["a result that is not the parameter", "function kind(x) { return x ? 'a' : 'b'; }\nsink(kind(source()));", []],
    ["a source in a function", "function read() { return source(); }\nsink(read());", [2]],
    [
      "a source through two functions",
      "function read() { return source(); }\nfunction both() { return 'x' + read(); }\nsink(both());",
      [3],
    ],
    ["a sanitizer in a function", "function tidy(x) { return clean(x); }\nsink(tidy(source()));", []],
    ["a number made in a function", "function num(x) { return parseInt(x, 10); }\nsink(num(source()));", []],
    [
      "a field of the result",
      "function pair(x) { return { a: x, b: 1 }; }\nsink(pair(source()).a);\nsink(pair(source()).b);",
      [2],
    ],
    ["a field of a parameter", "function run(o) { sink(o.a); }\nrun({ a: 1, b: source() });\n", []],
    ["a field of a parameter, the other", "function run(o) {\n sink(o.b); }\nrun({ a: 1, b: source() });\n", [2]],
    ["a parameter that is taken apart", "function run({ a, b }) {\n sink(a);\n sink(b); }\nrun({ a: 1, b: source() });\n", [3]],
    [
      "rest parameters",
      "function run(first, ...rest) {\n sink(first);\n sink(rest[0]);\n sink(rest[1]);}\nrun(1, 2, source());\n",
      [4],
    ],
    ["an argument that is spread", "function run(a, b) {\n sink(b);}\nrun(...[source()]);\n", [2]],
    [
      "a write to a field of the parameter",
      "function fill(o) { o.q = source(); }\nconst o = {};\nfill(o);\nsink(o.q);\nsink(o.r);",
      [4],
    ],
    ["a write that cleans a field", "function fix(o) { o.q = 'x'; }\nconst o = { q: source() };\nfix(o);\nsink(o.q);", []],
    ["a parameter that is replaced", "function fix(o) { o = 'x'; sink(o); }\nconst o = source();\nfix(o);\nsink(o);", [4]],
    ["a push into a parameter", "function put(list, x) { list.push(x); }\nconst l = [];\nput(l, source());\nsink(l[0]);", [4]],
    [
      "recursion",
      "function down(n, x) {\n if (n === 0) { sink(x); return; }\n down(n - 1, x + '/');\n}\ndown(3, source());",
      [2],
    ],
    [
      "recursion to the result",
      "function wrap(n, x) { return n === 0 ? x : wrap(n - 1, '(' + x + ')'); }\nsink(wrap(3, source()));",
      [2],
    ],
    [
      "two functions that call one another",
      "function a(n, x) { return n ? b(n - 1, x) : x; }\nfunction b(n, x) { return a(n, x); }\nsink(a(3, source()));\nsink(a(3, 'x'));",
      [3],
    ],
    ["a function that always throws", "function fail(x) { throw new Error(x); }\nlet q = source();\nfail(q);\nsink(q);", []],
    [
      "a variable of the file that is written",
      "let last;\nfunction keep(x) { last = x; }\nfunction run() {\n keep(source());\n sink(last);\n}",
      [5],
    ],
    ["a callback with a source", "function withIt(cb) { cb(source()); }\nwithIt((x) => sink(x));\nwithIt(() => sink('x'));", [2]],
    ["a callback by name", "function withIt(cb) { cb(source()); }\nfunction show(x) {\n sink(x);\n}\nwithIt(show);", [3]],
    [
      "a callback that is passed on",
      "function inner(cb, x) { cb(x); }\nfunction outer(cb) { inner(cb, source()); }\nouter((x) => sink(x));",
      [3],
    ],
    [
      "the result of a callback",
      "function apply(cb) { return cb(); }\nsink(apply(() => source()));\nsink(apply(() => 'x'));",
      [2],
    ],
    [
      "a function that makes functions",
      "function adder(a) { return (b) => a + b; }\nconst add = adder('x');\nsink(add(source()));\nsink(add('y'));",
      [3],
    ],
    [
      "map",
      "sink(source().map((x) => x + 1));\nsink(source().map((x) => parseInt(x)));\nsink(source().map(() => 'x').join());",
      [1],
    ],
    ["map by name", "const up = (x) => x + '!';\nconst one = (x) => 1;\nsink(source().map(up));\nsink(source().map(one));", [3]],
    ["forEach by name", "function run(x) {\n sink(x);\n}\n[source()].forEach(run);", [2]],
    [
      "filter and find",
      "sink(source().filter((x) => x.ok));\nsink([1].filter((x) => source()));\nsink(source().find((x) => x.id === 1));",
      [1, 3],
    ],
    ["reduce", "sink(source().reduce((all, x) => all + x, ''));\nsink(source().reduce((n, x) => n * x.length, 0));", [1]],
    [
      "then",
      "source().then((x) => { sink(x); });\nsource().then(() => 'x').then((x) => sink(x));\nsource().then((x) => x.a).then((x) => sink(x));",
      [1, 3],
    ],
    [
      "an async function",
      "async function read() { return source(); }\nasync function run() { sink(await read()); read().then((x) => sink(x)); }",
      [2, 2],
    ],
    ["Promise.all", "async function run() {\n const [a, b] = await Promise.all([source(), 'x']);\n sink(a);\n sink(b);\n}", [3]],
    ["a generator", "function* all() { yield 'x'; yield source(); }\nfor (const x of all()) sink(x);", [2]],
    [
      "a method of a class",
      "class Shell {\n run(c) { sink(c); }\n}\nnew Shell().run(source());\nconst s = new Shell();\ns.run('x');",
      [2],
    ],
    ["this.method", "class Shell {\n run(c) { sink(c); }\n go() { this.run(source()); }\n}", [2]],
    [
      "a field that the constructor sets",
      "class Shell {\n constructor(c) { this.c = c; this.d = 1; }\n run() { sink(this.c); }\n other() { sink(this.d); }\n}\nconst s = new Shell(source());\ns.run();\ns.other();",
      [3],
    ],
    [
      "a field of another object",
      "class Shell {\n constructor(c) { this.c = c; }\n run() { sink(this.c); }\n}\nconst s = new Shell(source());\nconst t = new Shell('x');\nt.run();",
      [],
    ],
    [
      "a setter method",
      "class Box {\n put(x) { this.x = x; }\n get() { return this.x; }\n}\nconst b = new Box();\nb.put(source());\nsink(b.get());\nconst c = new Box();\nc.put('x');\nsink(c.get());",
      [7],
    ],
    ["a field across methods", "class View {\n load() { this.q = source(); }\n show() { sink(this.q); }\n}", [3]],
    ["a base class", "class Base {\n run(c) { sink(c); }\n}\nclass Sub extends Base {\n go() { this.run(source()); }\n}", [2]],
    [
      "super",
      "class Base {\n constructor(c) { this.c = c; }\n}\nclass Sub extends Base {\n constructor(c) { super(c); sink(this.c); }\n}\nnew Sub(source());",
      [5],
    ],
    ["a static method", "class Shell {\n static run(c) { sink(c); }\n}\nShell.run(source());", [2]],
    [
      "an object with methods",
      "const shell = {\n run(c) { sink(c); },\n go: (c) => sink(c),\n no: (c) => sink('x'),\n};\nshell.run(source());\nshell.go(source());\nshell.no(source());",
      [2, 3],
    ],
    ["bind", "function run(a, b) { sink(a); }\nconst go = run.bind(null);\ngo(source());", [1]],
    [
      "a guard in a function",
      "const ok = (x) => ['a', 'b'].includes(x);\nconst q = source();\nif (ok(q)) sink(q);\nsink(q);",
      [4],
    ],
    [
      "a guard that throws",
      "function check(x) { if (!/^[a-z]+$/.test(x)) throw new Error(); }\nconst q = source();\ncheck(q);\nsink(q);",
      [],
    ],
    [
      "a check that says nothing",
      "function check(x) { if (!x) throw new Error(); }\nconst q = source();\ncheck(q);\nsink(q);",
      [4],
    ],
    [
      "a guard with a block",
      "function isName(x) {\n if (typeof x !== 'string') return false;\n return /^[a-z]+$/.test(x);\n}\nconst q = source();\nif (!isName(q)) throw new Error();\nsink(q);",
      [],
    ],
    [
      "a helper inside the function",
      "function outer() {\n const q = source();\n function inner() { sink(q); }\n inner();\n}",
      [3],
    ],
    [
      "a helper before the value",
      "function outer() {\n let q = 'x';\n function inner() { sink(q); }\n q = source();\n inner();\n}",
      [3],
    ],
    ["a function that nobody knows", "sink(unknown(source()));", [1]],
    ["a function without a body", "class A { abstract(x) {} }\nsink(new A().abstract(source()));", []],
    [
      "a getter",
      "class A {\n constructor(x) { this.x = x; }\n get both() { return this.x + '!'; }\n}\nsink(new A(source()).both);",
      [5],
    ],
  ]);
});

describe("flow through functions, Python", () => {
  before(loadParser);

  cases("a.py", [
    ["a parameter to a sink", "def run(c):\n    sink(c)\n\nrun(source())\nrun('ls')", [2]],
    ["keyword arguments", "def run(a, b='x'):\n    sink(b)\n\nrun(b=source(), a=1)", [2]],
    ["keyword arguments, the other", "def run(a, b='x'):\n    sink(b)\n\nrun(a=source())", []],
    ["*args", "def run(*args):\n    sink(args[0])\n    sink(args[1])\n\nrun('x', source())", [3]],
    ["**kwargs", "def run(**kw):\n    sink(kw['a'])\n    sink(kw['b'])\n\nrun(a='x', b=source())", [3]],
    ["spread arguments", "def run(a, b):\n    sink(b)\n\nrun(*source())", [2]],
    ["a result", "def read():\n    return source()\n\nsink(read())", [4]],
    ["a tuple result", "def both():\n    return source(), 'x'\n\na, b = both()\nsink(a)\nsink(b)", [5]],
    ["a sanitizer in a function", "def tidy(x):\n    return clean(x)\n\nsink(tidy(source()))", []],
    ["a method", "class Shell:\n    def run(self, c):\n        sink(c)\n\nShell().run(source())\ns = Shell()\ns.run('x')", [3]],
    ["self.method", "class Shell:\n    def run(self, c):\n        sink(c)\n    def go(self):\n        self.run(source())", [3]],
    [
      "a field",
      "class Shell:\n    def __init__(self, c):\n        self.c = c\n        self.d = 1\n    def run(self):\n        sink(self.c)\n        sink(self.d)\n\ns = Shell(source())\ns.run()",
      [6],
    ],
    [
      "a field across methods",
      "class View:\n    def load(self):\n        self.q = source()\n    def show(self):\n        sink(self.q)",
      [5],
    ],
    [
      "super",
      "class Base:\n    def __init__(self, c):\n        self.c = c\nclass Sub(Base):\n    def __init__(self, c):\n        super().__init__(c)\n        sink(self.c)\n\nSub(source())",
      [7],
    ],
    [
      "a class method",
      "class A:\n    @classmethod\n    def run(cls, c):\n        sink(c)\n    @staticmethod\n    def go(c):\n        sink(c)\n\nA.run(source())\nA.go(source())",
      [4, 7],
    ],
    ["a generator", "def all():\n    yield source()\n\nfor x in all():\n    sink(x)", [5]],
    [
      "a decorator that wraps",
      "import functools\ndef logged(f):\n    @functools.wraps(f)\n    def inner(*args, **kw):\n        return f(*args, **kw)\n    return inner\n@logged\ndef run(c):\n    sink(c)\n\nrun(source())",
      [9],
    ],
    [
      "a decorator that hands something over",
      "def given(f):\n    def inner(*args):\n        return f(source(), *args)\n    return inner\n@given\ndef run(c, d):\n    sink(c)\n    sink(d)",
      [7],
    ],
    [
      "a decorator that checks what it hands over",
      "KINDS = ('a', 'b')\ndef given(f):\n    def inner():\n        kind = source()\n        if kind not in KINDS:\n            raise ValueError()\n        return f(kind)\n    return inner\n@given\ndef run(c):\n    sink(c)",
      [],
    ],
    [
      "pairs of zip and enumerate",
      "for i, v in enumerate(source()):\n    sink(i)\n    sink(v)\nfor a, b in zip(['x'], source()):\n    sink(a)\n    sink(b)\nfor i, (a, b) in enumerate(zip(['x'], source())):\n    sink(i + a)\n    sink(b)",
      [3, 6, 9],
    ],
    [
      "map with a function",
      "def up(x):\n    return x + '!'\ndef one(x):\n    return 1\nsink(list(map(up, source())))\nsink(list(map(one, source())))",
      [5],
    ],
    ["sorted and filter", "sink(sorted(source(), key=lambda x: x.id))\nsink(list(filter(lambda x: x.ok, source())))", [1, 2]],
    [
      "a comprehension with a function",
      "def up(x):\n    return x + '!'\nsink([up(x) for x in source()])\nsink([len(x) for x in source()])",
      [3],
    ],
    [
      "a context manager",
      "from contextlib import contextmanager\n@contextmanager\ndef opened(x):\n    yield x\n\nwith opened(source()) as f:\n    sink(f)",
      [7],
    ],
    [
      "a class as a context manager",
      "class Opened:\n    def __init__(self, x):\n        self.x = x\n    def __enter__(self):\n        return self.x\n    def __exit__(self, *a):\n        pass\nwith Opened(source()) as f:\n    sink(f)",
      [9],
    ],
    ["a callback", "def with_it(cb):\n    cb(source())\n\nwith_it(lambda x: sink(x))\nwith_it(lambda x: sink(1))", [4]],
    ["functools.partial", "import functools\ndef run(a):\n    sink(a)\ngo = functools.partial(run)\ngo(source())", [3]],
    [
      "a property",
      "class A:\n    def __init__(self, x):\n        self.x = x\n    @property\n    def both(self):\n        return self.x + '!'\nsink(A(source()).both)",
      [7],
    ],
    ["a guard in a function", "def ok(x):\n    return x in ('a', 'b')\nq = source()\nif ok(q):\n    sink(q)\nsink(q)", [6]],
    [
      "a guard that raises",
      "import re\ndef check(x):\n    if not re.fullmatch('[a-z]+', x):\n        raise ValueError()\nq = source()\ncheck(q)\nsink(q)",
      [],
    ],
    [
      "a field and its guard",
      "class V:\n    def ok(self, x):\n        return x in ('a', 'b')\n    def run(self):\n        q = source()\n        if not self.ok(q):\n            return\n        sink(q)",
      [],
    ],
    ["a nested function", "def outer():\n    q = source()\n    def inner():\n        sink(q)\n    inner()", [4]],
    ["async and await", "async def read():\n    return source()\nasync def run():\n    sink(await read())", [4]],
    [
      "asyncio.gather",
      "import asyncio\nasync def run():\n    a, b = await asyncio.gather(source(), 1)\n    sink(a)\n    sink(b)",
      [4],
    ],
    [
      "a variable of the file",
      "last = None\ndef keep(x):\n    global last\n    last = x\ndef run():\n    keep(source())\n    sink(last)",
      [7],
    ],
    ["a dataclass", "@dataclass\nclass A:\n    x: str\n    y: int\nsink(A(source(), 1))", [5]],
    [
      "the object that all calls give a parameter",
      "class A:\n    def x(self):\n        return 1\n    def y(self):\n        return self.v\ndef show(a):\n    sink(a.x())\n    sink(a.y())\na = A()\na.v = source()\nshow(a)",
      [8],
    ],
    [
      "several objects for one parameter",
      "class A:\n    def x(self):\n        return 1\ndef show(a):\n    sink(a.x())\na = A()\na.v = source()\nshow(a)\nshow(other(source()))",
      [5],
    ],
    [
      "a pool",
      "def run(x):\n    sink(x)\ndef safe(x):\n    return 1\npool.map(run, source())\nsink(pool.map(safe, source()))",
      [2],
    ],
    [
      "a queue between functions",
      "jobs = queue.Queue()\ndef work():\n    sink(jobs.get())\ndef ask():\n    jobs.put(source())\nothers = queue.Queue()\ndef rest():\n    others.put(1)\n    sink(others.get())",
      [3],
    ],
    [
      "a list of the file",
      "seen = []\nKNOWN = ['a']\n@get\ndef show():\n    for one in seen:\n        sink(one)\n    for one in KNOWN:\n        sink(one)\n@post\ndef add():\n    seen.append(source())",
      [6],
    ],
  ]);
});

describe("functions that call one another in circles", () => {
  before(loadParser);

  /** Each hands its object on to all others, with another field set. */
  const circle = (count: number): string =>
    [...Array(count).keys()]
      .map((n) => {
        const calls = [...Array(count).keys()].map((other) => `  if (o.p${other}) f${other}(o, o.p${n});`).join("\n");
        return `function f${n}(o, v) {\n  o.p${n} = v;\n${calls}\n  return o;\n}`;
      })
      .join("\n");

  it("are followed as far as it is worth, and the rest of the file is looked at", () => {
    const text = `${circle(14)}\nsink(source());\nf0({}, source());\nsink(source());\n`;
    const last = text.split("\n").length - 1;
    expect(lines(text, "a.js")).to.include.members([last - 2, last]);
  });
});
