import { loadParser } from "../findings/engineFor.ts";
import { cases } from "./flowCases.ts";

describe("flow into what a class is given, TypeScript", () => {
  before(loadParser);

  cases("a.ts", [
    [
      "a parameter that is a field",
      "class Shell {\n run(c: string) { sink(c); }\n}\nclass Pages {\n constructor(private shell: Shell) {}\n show() { this.shell.run(source()); }\n}",
      [2],
    ],
    [
      "a parameter that is a field, of another type",
      "class Shell {\n run(c: string) { sink(c); }\n}\nclass Log {\n run(c: string) {}\n}\nclass Pages {\n constructor(private log: Log) {}\n show() { this.log.run(source()); }\n}",
      [],
    ],
    [
      "a field with a type",
      "class Shell {\n run(c: string) { sink(c); }\n}\nclass Pages {\n @Inject() shell: Shell;\n show() { this.shell.run(source()); }\n}",
      [2],
    ],
  ]);
});

describe("flow between functions that do not call one another, JavaScript", () => {
  before(loadParser);

  cases("a.js", [
    ["a variable of the file", "let last = 'a';\non('x', () => { last = source(); });\non('y', () => { sink(last); });", [3]],
    [
      "a variable of the file that is only given what stands in the program",
      "let last = 'a';\non('x', () => { last = 'b'; source(); });\non('y', () => { sink(last); });",
      [],
    ],
    [
      "a field of an object of the file",
      "const now = { a: 1 };\non('x', () => { now.a = source(); });\non('y', () => { sink(now.a); });",
      [3],
    ],
    [
      "another field of an object of the file",
      "const now = { a: 1, b: 2 };\non('x', () => { now.a = source(); });\non('y', () => { sink(now.b); });",
      [],
    ],
    [
      "a variable of the same name in a function",
      "let last = 'a';\non('x', () => { let last; last = source(); });\non('y', () => { sink(last); });",
      [],
    ],
    ["an event", "bus.on('run', (job) => {\n sink(job.a);\n});\nfunction go() { bus.emit('run', { a: source() }); }", [2]],
    [
      "an event that an object of a class tells itself",
      "class W extends E {\n go(job) { this.emit('run', job); }\n}\nconst w = new W();\nw.on('run', (job) => {\n sink(job); });\nw.go(source());",
      [6],
    ],
    [
      "an event of an object of another class",
      "class W extends E {\n go(job) { this.emit('run', job); }\n}\nclass V extends E {}\nconst w = new W(), v = new V();\nv.on('run', (job) => sink(job));\nw.go(source());",
      [],
    ],
    ["another event", "bus.on('run', (job) => {\n sink(job.a);\n});\nfunction go() { bus.emit('stop', { a: source() }); }", []],
    ["an event of something else", "bus.on('run', (a) => sink(a));\nfunction go() { other.emit('run', source()); }", []],
    ["another argument of an event", "bus.on('run', (a, b) => sink(b));\nfunction go() { bus.emit('run', source(), 1); }", []],
    [
      "an event of a variable of the same name in another function",
      "function a() { const bus = make();\n bus.on('run', (c) => sink(c)); }\nfunction b() { const bus = make(); bus.emit('run', source()); }",
      [],
    ],
    [
      "an event of a parameter of the same name in another function",
      "function a(bus) { bus.on('run', (c) => sink(c)); }\nfunction b(bus) { bus.emit('run', source()); }",
      [],
    ],
    [
      "an event of the same variable of a function",
      "function a() {\n const bus = make();\n bus.on('run', (c) => sink(c));\n return () => { const x = 1; bus.emit('run', source()); };\n}",
      [3],
    ],
    [
      "an event of a variable of the file, beside one of the same name",
      "const bus = make();\nfunction a() { const bus = make(); bus.on('run', (c) => sink(c)); }\nfunction b() {\n bus.on('run', (c) => sink(c)); }\nfunction d() { bus.emit('run', source()); }",
      [4],
    ],
    [
      "an event of what is imported",
      "import { bus } from './bus';\nfunction a() {\n bus.on('run', (c) => sink(c)); }\nfunction b() { bus.emit('run', source()); }",
      [3],
    ],
    [
      "an event of a field of the class",
      "class A {\n constructor() {\n this.bus.on('run', (c) => sink(c)); }\n go = () => { this.bus.emit('run', source()); };\n}",
      [3],
    ],
    [
      "an event of the same field of another class",
      "class A {\n constructor() { this.bus.on('run', (c) => sink(c)); }\n}\nclass B {\n go() { this.bus.emit('run', source()); }\n}",
      [],
    ],
    [
      "an event of the class",
      "class Jobs {\n constructor() { this.on('run', this.run); }\n run(c) { sink(c); }\n go() { this.emit('run', source()); }\n}",
      [3],
    ],
    ["an event for another program", "socket.on('run', (a) => sink(a));\nfunction go() { socket.emit('run', source()); }", []],
    [
      "what a middleware keeps",
      "app.use((req, res, next) => {\n res.locals.a = source();\n res.locals.b = 1;\n next();\n});\napp.get('/', (req, res) => {\n sink(res.locals.a);\n sink(res.locals.b);\n});",
      [7],
    ],
    [
      "what a middleware keeps in the request",
      "function load(req, res, next) { req.tenant = source(); if (!req.tenant) return res.end(); next(); }\nfunction show(req, res) { sink(req.tenant); sink(req.other); }\nrouter.use(load);\nrouter.get('/', [show]);",
      [2],
    ],
    [
      "what a middleware of one route keeps",
      "function load(req, res, next) { req.a = source(); next(); }\napp.get('/a', load, wrap((req, res) => sink(req.a)));\napp.get('/b', (req, res) => sink(req.a));\napp.use(load);\napp.get('/c', (req, res) => sink(req.a));",
      [2, 5],
    ],
    [
      "what a middleware keeps in the context",
      "app.use(async (ctx, next) => { ctx.state.a = source(); await next(); });\nrouter.get('/', (ctx) => { sink(ctx.state.a); });",
      [2],
    ],
    [
      "what a middleware lets through after a check",
      "app.use((req, res, next) => { req.a = source(); if (!['x'].includes(req.a)) return res.end(); next(); });\napp.use((req, res, next) => { req.b = source(); if (isNaN(req.b)) { res.end(); } else { req.b = Number(req.b); next(); } });\napp.use((req, res, next) => { req.c = source(); if (!looksGood(req.c)) return res.end(); next(); });\napp.use((req, res, next) => { req.d = source(); if (req.d === 'x') return next(); res.end(); });\napp.use((req, res, next) => { req.e = source(); res.end(); });\napp.get('/', (req, res) => { sink(req.a); sink(req.b); sink(req.c); sink(req.d); sink(req.e); });",
      [],
    ],
    [
      "what a later middleware makes of a field",
      "app.use((req, res, next) => { req.a = source(); req.b = source(); next(); });\napp.get('/1', (req, res) => sink(req.a));\napp.use((req, res, next) => { req.a = Number(req.a) || 1; req.b = req.b.trim(); next(); });\napp.get('/2', (req, res) => sink(req.a));\napp.get('/3', (req, res) => sink(req.b));",
      [2, 5],
    ],
    [
      "a function that no server is given",
      "app.use((req, res, next) => { req.where = source(); next(); });\nfunction nightly(req) { sink(req.where); }\nnightly(job);",
      [],
    ],
    [
      "a list of the file",
      "const jobs = [];\nfunction put() { jobs.push(source()); }\nfunction take() { sink(jobs.shift()); }",
      [3],
    ],
    [
      "a table of the file",
      "const jobs = { a: 1 };\nfunction put() { jobs.b = source(); }\nfunction take() { sink(jobs.a); }",
      [],
    ],
    [
      "a table of functions",
      "const commands = {\n list: (a) => sink(a),\n show(a) { sink(a); },\n};\nfunction go(name) { commands[name](source()); }",
      [2, 3],
    ],
    [
      "a map of functions",
      "const commands = new Map([\n ['list', (a) => sink(a)],\n ['none', () => sink('x')],\n]);\nfunction go(name) {\n const run = commands.get(name);\n run(source());\n}",
      [2],
    ],
    [
      "functions of a list, one after the other",
      "const steps = [(s) => s.trim(), (s) => clean(s)];\nlet a = source();\nfor (const step of steps) a = step(a);\nsink(a);\nsink(steps.reduce((text, step) => step(text), source()));",
      [],
    ],
    [
      "functions of a list that leave it as it is",
      "const steps = [(s) => s.trim(), (s) => s + 'x'];\nlet a = source();\nfor (const step of steps) { a = step(a); }\nsink(a);\nsink(steps.reduce((text, step) => { return step(text); }, source()));",
      [4, 5],
    ],
    [
      "functions of a list that nobody knows, or that grows",
      "const steps = [clean, own];\nlet a = source();\nfor (const step of steps) a = step(a);\nsink(a);\nconst more = [(s) => clean(s)];\nmore.push(raw);\nsink(more.reduce((text, step) => step(text), source()));",
      [4, 7],
    ],
    ["what functions of a table give", "const names = { a: (q) => 'x', b: (q) => 'y' };\nsink(names[kind](source()));", []],
    [
      "a field through then",
      "async function go() {\n const { a, b } = await load().then(() => ({ a: source(), b: 1 }));\n sink(a);\n sink(b);\n}",
      [3],
    ],
  ]);
});

describe("flow into functions that share a variable, JavaScript", () => {
  before(loadParser);

  const make =
    "function make() {\n const parts = [];\n return {\n  add(p) { parts.push(p); return this; },\n  text: () => parts.join(' '),\n };\n}\n";
  cases("a.js", [
    ["what one of them put there", `${make}function f() { const b = make(); b.add(source());\nsink(b.text()); }`, [9]],
    [
      "what one of them put there in a chain",
      `${make}function f() { const b = make().add('a').add(source());\nsink(b.text()); }`,
      [9],
    ],
    ["nothing untrusted", `${make}function f() { const b = make().add('a'); b.add('b');\nsink(b.text()); source(); }`, []],
    ["those of another call", `${make}function f() { make().add(source()); const c = make();\nsink(c.text()); }`, []],
    [
      "those of another function",
      `${make}on('x', () => { const b = make(); b.add(source()); });\non('y', () => { const b = make();\nsink(b.add('a').text()); });`,
      [],
    ],
  ]);
});

describe("flow into a function that names no parameter, JavaScript", () => {
  before(loadParser);

  cases("a.js", [
    ["by position", "function f() {\n sink(arguments[0]); }\nf(source(), 'a');", [2]],
    ["another position", "function f() {\n sink(arguments[1]); }\nf(source(), 'a');", []],
    ["all of them", "function f() { const all = [...arguments];\n sink(all.join(' ')); }\nf('a', source());", [2]],
    ["in a function inside", "function f() { return () =>\n sink(arguments[1]); }\nf('a', source())();", [2]],
    ["no untrusted one", "function f() {\n sink(arguments[0]); }\nf('a'); source();", []],
  ]);
});

describe("flow through parts that the program fills itself, JavaScript", () => {
  before(loadParser);

  cases("a.js", [
    ["a default that is overwritten", "const d = { a: 1 };\nconst o = { ...d, ...source() };\nsink(o.a);", [3]],
    ["a default that overwrites", "const d = { a: 1 };\nconst o = { ...source(), ...d };\nsink(o.a);", []],
    ["another key than those of the default", "const d = { a: 1 };\nconst o = { ...source(), ...d };\nsink(o.b);", [3]],
    ["what Object.assign overwrites", "const d = { a: 1 };\nsink(Object.assign({}, source(), d).a);", []],
    ["what Object.assign does not overwrite", "const d = { a: 1 };\nsink(Object.assign({}, d, source()).a);", [2]],
    ["a key that is known", "const k = 'a';\nconst o = { [k]: source(), b: 1 };\nsink(o.a);", [3]],
    ["a key that is not known", "const o = { [k()]: source(), b: 1 };\nsink(o.a);", [2]],
    ["a value of a map", "const m = new Map([['a', 1], ['b', source()]]);\nsink(m.get('b'));", [2]],
    ["another value of a map", "const m = new Map([['a', 1], ['b', source()]]);\nsink(m.get('a'));", []],
    ["a value of a map by a key that is not known", "const m = new Map([['a', 1], [k(), source()]]);\nsink(m.get('a'));", [2]],
    ["the text of what is thrown", "try { throw new Error(source()); } catch (e) {\n sink(e.message); }", [2]],
    ["what is thrown and taken apart", "try { throw new Error(source()); } catch ({ message }) {\n sink(message); }", [2]],
    ["another error", "try { source(); throw new Error('a'); } catch (e) {\n sink(e.message); }", []],
    [
      "what was caught before",
      "try { try { throw new Error(source()); } catch (e) {} throw new Error('a'); } catch (f) {\n sink(f.message); }",
      [],
    ],
    ["a format for numbers", "const util = require('util');\nsink(util.format('%d %i', source(), source()));", []],
    ["a format for numbers, and more values", "const util = require('util');\nsink(util.format('%d', 1, source()));", [2]],
    ["a format for text", "const util = require('util');\nsink(util.format('%s', source()));", [2]],
    ["the scheme and the port of an address", "const u = new URL(source());\nsink(u.protocol + u.port);", []],
    ["the path of an address", "const u = new URL(source());\nsink(u.pathname);", [2]],
  ]);
});

describe("methods of a class that a method of its base gives, JavaScript", () => {
  before(loadParser);

  const classes =
    "class Base { with(p) { this.p = p; return this; } line() { return this.p; } }\nclass Own extends Base { line() { return 'a'; } }\nclass Same extends Base {}\n";
  cases("a.js", [
    ["its own", `${classes}sink(new Own().with(source()).line());`, []],
    ["that of the base", `${classes}sink(new Same().with(source()).line());`, [4]],
    ["in a variable", `${classes}const o = new Own().with(source());\nsink(o.line());`, []],
  ]);
});

describe("flow into functions that a function inside another one calls, JavaScript", () => {
  before(loadParser);

  const wrap = "const wrap = (fn) => (req) => fn(source(req), req);\n";
  cases("a.js", [
    ["the first parameter", `${wrap}on('x', wrap((body, req) => {\n sink(body); }));`, [3]],
    ["another parameter", `${wrap}on('x', wrap((body, req) => {\n sink(req); }));`, []],
    [
      "one that is called by another name",
      "function route(read, use) { on('x', (req) => { use(read(req)); }); }\nroute((r) => source(r), (d) => {\n sink(d); });",
      [3],
    ],
    [
      "one that is called with nothing untrusted",
      "const wrap = (fn) => (req) => { source(req); fn(1); };\non('x', wrap((body) => {\n sink(body); }));",
      [],
    ],
  ]);
});
