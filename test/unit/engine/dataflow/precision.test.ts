import { loadParser } from "../findings/engineFor.ts";
import { cases } from "./flowCases.ts";

describe("what a condition of constants decides", () => {
  before(loadParser);

  cases("a.py", [
    ["arithmetic that is true", "num = 106\nif 7 * 42 - num > 200:\n    bar = 'x'\nelse:\n    bar = source()\nsink(bar)", [6]],
    ["arithmetic that is false", "num = 86\nif 7 * 42 - num > 200:\n    bar = 'x'\nelse:\n    bar = source()\nsink(bar)", []],
    [
      "a conditional expression",
      "n = 106\nbar = 'x' if 7 * 18 + n > 200 else source()\nsink(bar)\nbaz = source() if 7 * 18 + n > 200 else 'x'\nsink(baz)",
      [5],
    ],
    ["a number that is not known", "if count() > 200:\n    bar = 'x'\nelse:\n    bar = source()\nsink(bar)", [5]],
    [
      "a variable that is written twice",
      "n = 1\nif x:\n    n = 2\nif n == 1:\n    bar = source()\nelse:\n    bar = 'x'\nsink(bar)",
      [8],
    ],
    [
      "match on a character",
      "text = 'ABC'\nmatch text[1]:\n    case 'A':\n        bar = source()\n    case 'B':\n        bar = 'x'\n    case _:\n        bar = source()\nsink(bar)",
      [],
    ],
    [
      "match on another character",
      "text = 'ABC'\nmatch text[0]:\n    case 'A':\n        bar = source()\n    case 'B':\n        bar = 'x'\n    case _:\n        bar = 'y'\nsink(bar)",
      [9],
    ],
    [
      "match on alternatives of literals",
      "from kinds import Kind\nclass Own:\n    G = 'o'\nq = source()\nmatch q:\n    case 'a' | 'b' | -1 | None:\n        sink(q)\n    case ('c' | 'd'):\n        sink(q)\n    case 'e' | 'f' as k:\n        sink(q + k)\n    case Kind.G | 'h':\n        sink(q)\n    case Own.G:\n        sink(q)\nmatch source():\n    case 'a' | 'b' as k:\n        sink(k)",
      [],
    ],
    [
      "match on alternatives that let anything pass",
      "q = source()\nmatch q:\n    case ('a' | 'b', x):\n        sink(x)\n    case ('c',):\n        sink(q)\n    case [_] | 'd':\n        sink(q)\n    case ['e' | 'f'] as k:\n        sink(k)\n    case q.other:\n        sink(q)\n    case 'g' | _:\n        sink(q)",
      [4, 6, 8, 10, 12, 14],
    ],
    ["and, or", "bar = False and source()\nsink(bar)\nbaz = True and source()\nsink(baz)\nsink('x' or source())", [4]],
    ["a loop that never runs", "bar = 'x'\nwhile 1 > 2:\n    bar = source()\nsink(bar)", []],
    ["membership in a literal", "bar = source()\nif 'a' in ['a', 'b']:\n    bar = 'x'\nsink(bar)", []],
    [
      "integer division and remainder",
      "if 7 // 2 == 3 and -7 % 3 == 2:\n    bar = 'x'\nelse:\n    bar = source()\nsink(bar)",
      [],
    ],
  ]);
  cases("a.js", [
    ["arithmetic", "const n = 86;\nlet bar;\nif (7 * 42 - n > 200) bar = 'x';\nelse bar = source();\nsink(bar);", []],
    [
      "arithmetic, the other way",
      "const n = 106;\nlet bar;\nif (7 * 42 - n > 200) bar = 'x';\nelse bar = source();\nsink(bar);",
      [5],
    ],
    [
      "switch on a character",
      "const text = 'ABC';\nlet bar;\nswitch (text.charAt(2)) {\n  case 'A':\n    bar = source();\n    break;\n  case 'C':\n  case 'D':\n    bar = 'x';\n    break;\n  default:\n    bar = source();\n}\nsink(bar);",
      [],
    ],
    [
      "switch that falls through",
      "let bar;\nswitch ('ABC'[0]) {\n  case 'A':\n    bar = 'x';\n  case 'C':\n    bar = source();\n    break;\n  default:\n    bar = 'y';\n}\nsink(bar);",
      [11],
    ],
    [
      "switch on the input",
      "const q = source();\nswitch (q) {\n  case 'a':\n  case 'b':\n    sink(q);\n    break;\n  default:\n    sink(q);\n}",
      [8],
    ],
    ["a ternary in a ternary", "const bar = 1 > 2 ? source() : 2 > 1 ? 'x' : source();\nsink(bar);", []],
    ["a flag", "const strict = true;\nlet q = source();\nif (strict) q = 'x';\nsink(q);", []],
    [
      "a flag that changes",
      "let strict = true;\nfunction off() { strict = false; }\nlet q = source();\nif (strict) q = 'x';\nsink(q);",
      [5],
    ],
    ["a loop counter", "let q = 'x';\nfor (let i = 0; i < 3; i++) {\n  if (i === 2) q = source();\n}\nsink(q);", [5]],
    ["an endless loop", "let q = source();\nwhile (true) {\n  q = 'x';\n  if (done()) break;\n}\nsink(q);", []],
  ]);
});

describe("what stands where in a container", () => {
  before(loadParser);

  cases("a.py", [
    ["append and pop", "l = []\nl.append('a')\nl.append(source())\nl.append('b')\nl.pop(0)\nsink(l[0])\nsink(l[1])", [6]],
    [
      "append and pop, the other",
      "l = []\nl.append('a')\nl.append(source())\nl.append('b')\nl.pop(0)\nbar = l[1]\nsink(bar)",
      [],
    ],
    ["insert", "l = ['a', source()]\nl.insert(0, 'x')\nsink(l[1])\nsink(l[2])", [4]],
    ["pop gives the element", "l = ['a', source()]\nsink(l.pop())\nl = [source(), 'a']\nsink(l.pop())\nsink(l.pop())", [2, 5]],
    ["counted from the end", "l = ['a']\nl.append(source())\nsink(l[-1])\nsink(l[-2])", [3]],
    ["append in a loop", "l = []\nfor x in xs:\n    l.append('a')\nl.append(source())\nsink(l[0])", [5]],
    ["append on one way only", "l = []\nif x:\n    l.append('a')\nl.append(source())\nsink(l[0])", [5]],
    ["append under another name", "l = []\nm = l\nm.append('a')\nl.append(source())\nsink(l[1])", [5]],
    ["sorted in between", "l = ['b', source()]\nl.sort()\nsink(l[0])", [3]],
    ["append in another function", "def add(m):\n    m.append('a')\nl = []\nadd(l)\nl.append(source())\nsink(l[1])", [6]],
    ["an index that is calculated", "l = ['a', source()]\nsink(l[3 - 2])\nsink(l[1 - 1])", [2]],
    [
      "a dictionary",
      "d = {}\nd['a'] = 'x'\nd['b'] = source()\nbar = d['b']\nsink(bar)\nbar = d['a']\nsink(bar)\nsink(d.get('a'))\nsink(d.get('b', 1))",
      [5, 9],
    ],
    ["a key that is calculated", "d = {}\nk = 'a' + 'b'\nd[k] = source()\nsink(d['ab'])\nsink(d['a'])", [4]],
    [
      "configparser",
      "import configparser\nc = configparser.ConfigParser()\nc.add_section('s')\nc.set('s', 'a', 'x')\nc.set('s', 'b', source())\nsink(c.get('s', 'b'))\nsink(c.get('s', 'a'))",
      [6],
    ],
    [
      "StringIO",
      "import io\nb = io.StringIO()\nb.write(source())\nsink(b.getvalue())\nc = io.StringIO(source())\nsink(c.read())",
      [4, 6],
    ],
    [
      "bytes and base64",
      "import base64\nx = base64.b64decode(base64.b64encode(source().encode('utf-8'))).decode()\nsink(x)",
      [3],
    ],
    ["JSON", "import json\nx = json.loads(json.dumps({'a': source(), 'b': 'x'}))\nsink(x['a'])", [3]],
    [
      "a queue and a thread",
      "import queue, threading\nq = queue.Queue()\nq.put(source())\ndef work():\n    sink(q.get())\nthreading.Thread(target=work).start()",
      [5],
    ],
    [
      "a thread's arguments",
      "import threading\ndef work(a, b):\n    sink(a)\n    sink(b)\nthreading.Thread(target=work, args=('x', source())).start()",
      [4],
    ],
    ["an executor", "def work(a):\n    sink(a)\nwith ThreadPoolExecutor() as pool:\n    pool.submit(work, source())", [2]],
    [
      "records",
      "from dataclasses import dataclass\nfrom collections import namedtuple\n@dataclass\nclass Job:\n    name: str\n    target: str\nj = Job('x', target=source())\nsink(j.name)\nsink(j.target)\nP = namedtuple('P', 'a b')\np = P('x', source())\nsink(p.a)\nsink(p.b)\nsink(p[1])\nclass Own(Job):\n    pass\nsink(Own('x', source()).name)",
      [9, 13, 14, 17],
    ],
    [
      "fields that a type makes harmless",
      "from enum import Enum\nclass Kind(str, Enum):\n    A = 'a'\nclass Base(BaseModel):\n    at: datetime.date\nclass Item(Base):\n    name: str\n    size: int | None\n    kind: Kind\n    way: Literal['up', 'down']\n    tags: list[str]\n    ids: list[uuid.UUID]\ndef take(item: Item):\n    item = fill(item, source())\n    sink(item.name)\n    sink(item.size)\n    sink(item.kind.value)\n    sink(item.way)\n    sink(item.tags)\n    sink(item.ids)\n    sink(item.at)\n    sink(item.other)",
      [15, 19, 22],
    ],
    [
      "a compiled regex, and a check of a text that may be absent",
      "import re\nFORM = re.compile(r'^[a-z]+$')\nLOOSE = re.compile(r'[a-z]+')\nx = source()\nif not FORM.match(x):\n    raise ValueError\nsink(x)\ny = source()\nif not LOOSE.match(y):\n    raise ValueError\nsink(y)\nz = source()\nif not re.fullmatch('[a-z]+', z or ''):\n    raise ValueError\nsink(z)\nw = source()\nif LOOSE.fullmatch(str(w)):\n    sink(w)",
      [11],
    ],
    [
      "a match that is compared with None",
      "import re\nfrom bottle import abort\ndef one():\n    x = source()\n    if re.fullmatch('[a-z]+', x) is None:\n        abort(400)\n    sink(x)\ndef two():\n    x = source()\n    found = re.fullmatch('[a-z]+', x)\n    if found is not None:\n        sink(x)\ndef three():\n    x = source()\n    if re.fullmatch('[a-z]+', x) is not None:\n        return\n    sink(x)\ndef four():\n    x = source()\n    if re.match('[a-z]+', x) is None:\n        return\n    sink(x)",
      [17, 22],
    ],
    [
      "a member of an enumeration",
      "from enum import Enum\nclass Sort(Enum):\n    NAME = 'name'\nclass Other:\n    pass\nsink(Sort(source()).value)\nsink(Other(source()).value)",
      [7],
    ],
    [
      "what Flask keeps for a request",
      "from flask import g\nT = {'a': 'b'}\n@app.before_request\ndef set_it():\n    g.name = source()\n    g.other = T.get(source(), 'x')\n@get\ndef show():\n    sink(g.name)\n    sink(g.other)",
      [9],
    ],
    [
      "what Flask lets through after a check",
      "from flask import g\n@app.before_request\ndef load():\n    g.page = source()\n    if not g.page.isdigit():\n        return 'bad', 400\n@app.before_request\ndef other():\n    g.order = source()\n    if not fits(g.order):\n        return 'bad', 400\n@get\ndef one():\n    g.mine = source()\n@get\ndef show():\n    sink(g.page)\n    sink(g.order)\n    sink(g.mine)",
      [],
    ],
    [
      "what Flask keeps when something is there",
      "from flask import g\ndef load():\n    g.page = source()\n    if g.page is None:\n        return 'bad', 400\napp.before_request(load)\n@get\ndef show():\n    sink(g.page)",
      [9],
    ],
    [
      "arguments of the program, parsed elsewhere in the file",
      "def parse():\n    p = argparse.ArgumentParser()\n    p.add_argument('--count', type=int)\n    p.add_argument('--name')\n    return fill(p.parse_args(), source())\ndef read():\n    p = source()\n    return p.parse_args()\ndef run(opts):\n    sink(opts.count)\n    sink(opts.name)\nargs = read()\nsink(args.count)\nsink(args.name)\nrun(args)\nlater = parse()\nsink(later.count)",
      [11, 14, 17],
    ],
    [
      "a task for later",
      "def run(x):\n    sink(x)\ndef safe(x):\n    return x\ntasks.add_task(run, source())\ntasks.add_task(safe, source())",
      [2],
    ],
    [
      "loops over lists and dictionaries",
      "many = ['a', source()]\nfor one in many:\n    sink(one)\nsink([one for one in many])\nnamed = {'a': source()}\nfor key in named:\n    sink(key)\nsink([key for key in named])\nfor value in named.values():\n    sink(value)\nadded = []\nadded.append(source())\nfor one in added:\n    sink(one)\nfor one, other in [('a', source())]:\n    sink(one)\n    sink(other)",
      [3, 4, 10, 14, 17],
    ],
    [
      "a format for numbers",
      "sink('%d-%5.2f%%' % source())\nsink('%d %s' % (1, source()))\nsink('%(n)s' % {'n': source()})",
      [2, 3],
    ],
    [
      "taking out all but plain letters",
      "import re\nsink(re.sub(r'[^a-zA-Z0-9_]', '', source()))\nsink(re.sub(r'[^a-z/]', '', source()))\nsink(re.sub('x', '', source()))",
      [3, 4],
    ],
    [
      "names of what is there",
      "import os\nx = source()\nif x not in os.listdir('d'):\n    raise ValueError\nsink(x)\ny = source()\nT = {'a': 1}\nif y in T.keys():\n    sink(y)\nz = source()\nif z not in os.listdir(z):\n    raise ValueError\nsink(z)",
      [13],
    ],
    [
      "a function that never comes back",
      "from flask import abort\nimport sys\nx = source()\nif x not in ('a', 'b'):\n    abort(404)\nsink(x)\ny = source()\nif not y.isdigit():\n    sys.exit('no')\nsink(y)\nz = source()\nif not z.isdigit():\n    print('no')\nsink(z)",
      [14],
    ],
    [
      "a sink among the arguments of what makes harmless",
      "n = len(sink(source()))\nm = clean(source())\nsink(m)\nk = clean(sink(source()))",
      [1, 4],
    ],
    ["unpacking", "a, (b, *c) = 'x', (source(), 'y')\nsink(a)\nsink(b)\nsink(c)", [3, 4]],
    [
      "a helper class of the file",
      "class Helper:\n    def do(self, p):\n        return p\n    def safe(self, p):\n        return 'x'\nsink(Helper().do(source()))\nsink(Helper().safe(source()))",
      [6],
    ],
  ]);
  cases("a.js", [
    ["push and shift", "const l = [];\nl.push('a');\nl.push(source());\nl.push('b');\nl.shift();\nsink(l[0]);\nsink(l[1]);", [6]],
    ["unshift", "const l = ['a'];\nl.unshift(source());\nsink(l[0]);\nsink(l[1]);", [3]],
    ["a Map", "const m = new Map();\nm.set('a', 'x');\nm.set('b', source());\nsink(m.get('a'));\nsink(m.get('b'));", [5]],
    ["an object's keys", "const o = { a: 'x' };\no['b'] = source();\nsink(o.a);\nsink(o.b);", [4]],
    ["overwriting", "const o = { a: source() };\no.a = 'x';\nsink(o.a);", []],
    [
      "spread",
      "const o = { a: source(), b: 'x' };\nconst p = { ...o, a: 'y' };\nsink(p.a);\nsink(p.b);\nconst r = { ...o };\nsink(r.a);",
      [6],
    ],
    ["JSON", "const x = JSON.parse(JSON.stringify({ a: source() }));\nsink(x.a);", [2]],
    ["Buffer", "const x = Buffer.from(source(), 'base64').toString('utf8');\nsink(x);", [2]],
    ["a table", "const table = { a: 'x', b: 'y' };\nsink(table[source()]);", []],
    ["setTimeout with an argument", "function later(x) {\n  sink(x);\n}\nsetTimeout(later, 10, source());", [2]],
    [
      "an event of our own",
      "const handlers = {};\nfunction on(name, f) { handlers[name] = f; }\non('a', (x) => { sink(source()); });",
      [3],
    ],
    ["Object.assign", "const o = Object.assign({}, { a: source() });\nsink(o.a);", [2]],
  ]);
});

describe("what a schema lets through", () => {
  before(loadParser);

  cases("a.js", [
    [
      "zod, field by field",
      "const Query = z.object({ a: z.string().min(1), b: z.enum(['x', 'y']), c: z.coerce.number() });\nconst q = Query.parse(source());\nsink(q.a);\nsink(q.b);\nsink(q.c);",
      [3],
    ],
    [
      "zod, safeParse",
      "const Q = z.object({ a: z.string(), b: z.uuid() });\nconst { data } = Q.safeParse(source());\nsink(data.a);\nsink(data.b);",
      [3],
    ],
    [
      "zod, in place",
      "sink(z.object({ a: z.enum(['x']) }).parse(source()).a);\nsink(z.object({ a: z.string() }).parse(source()).a);",
      [2],
    ],
    [
      "zod, a host of the program's own",
      "const Q = z.string().refine((v) => new URL(v).hostname === 'a.example');\nsink(Q.parse(source()));",
      [],
    ],
    [
      "zod, a host that may not be an address",
      "const Q = z.string().refine((v) => { try { return new URL(v).hostname.endsWith('.a.example'); } catch { return false; } });\nsink(Q.parse(source()));",
      [],
    ],
    [
      "zod, a part that says little",
      "const Q = z.string().refine((v) => new URL(v).protocol === 'https:');\nsink(Q.parse(source()));",
      [2],
    ],
    ["zod, a length", "const Q = z.string().refine((v) => v.length > 3);\nsink(Q.parse(source()));", [2]],
    [
      "zod, one answer that lets all through",
      "const Q = z.string().refine((v) => { if (a) return true; return LIST.has(v); });\nsink(Q.parse(source()));",
      [2],
    ],
    ["zod, an anchored regex", "const Q = z.string().regex(/^[a-z]+$/);\nsink(Q.parse(source()));", []],
    ["zod, a regex that leaves more", "const Q = z.string().regex(/^[a-z]+/);\nsink(Q.parse(source()));", [2]],
    ["zod, what is made of it", "const Q = z.enum(['a']).transform(more);\nsink(Q.parse(source()));", [2]],
    [
      "zod, either",
      "const Q = z.union([z.enum(['a']), z.string()]);\nsink(Q.parse(source()));\nconst R = z.union([z.enum(['a']), z.number()]);\nsink(R.parse(source()));",
      [2],
    ],
    [
      "zod, an object in it",
      "const Q = z.object({ o: z.object({ a: z.number(), b: z.string() }) });\nsink(Q.parse(source()).o.a);\nsink(Q.parse(source()).o.b);",
      [3],
    ],
    [
      "Joi",
      "const Q = Joi.object({ a: Joi.string().valid('x'), b: Joi.string() });\nconst { value, error } = Q.validate(source());\nsink(value.a);\nsink(value.b);",
      [4],
    ],
    [
      "Yup",
      "const Q = yup.object({ a: yup.string().oneOf(['x']), b: yup.string() });\nconst q = await Q.validate(source());\nsink(q.a);\nsink(q.b);",
      [4],
    ],
    ["no schema", "sink(JSON.parse(source()).a);", [1]],
  ]);
});

describe("equality with what the program holds", () => {
  before(loadParser);

  cases("a.js", [
    ["a variable", "const q = source();\nconst own = read();\nif (q !== own) throw new Error();\nsink(q);", []],
    ["another input", "const q = source();\nconst other = source();\nif (q === other) sink(q);", [3]],
    ["inequality", "const q = source();\nconst own = read();\nif (q !== own) sink(q);", [3]],
    [
      "either of two checks",
      "const q = source();\nconst root = read();\nif (q !== root && q !== 'a') throw new Error();\nsink(q);",
      [],
    ],
  ]);
});

describe("the rest of a pattern", () => {
  before(loadParser);

  cases("a.js", [
    ["of an object", "const { a, ...rest } = { a: source(), b: 1 };\nsink(rest.b);\nsink(rest.a);\nsink(a);", [4]],
    ["of an object, the other way", "const { b, ...rest } = { a: source(), b: 1 };\nsink(rest.a);\nsink(rest);", [2, 3]],
    ["of an object that is not known", "const { b, ...rest } = source();\nsink(rest.a);", [2]],
    ["of a list", "const [first, ...rest] = [1, source()];\nsink(rest[0]);\nsink(first);", [2]],
  ]);
});

describe("what Object.assign puts into an object", () => {
  before(loadParser);

  cases("a.js", [
    ["field by field", "const o = {};\nObject.assign(o, { a: source(), b: 1 });\nsink(o.b);\nsink(o.a);", [4]],
    ["an object that is not known", "const o = {};\nObject.assign(o, source());\nsink(o.b);", [3]],
    [
      "fields of a class",
      "class A {\n constructor({ a, b }) { Object.assign(this, { a, b }); }\n}\nconst o = new A({ a: source(), b: 1 });\nsink(o.b);\nsink(o.a);",
      [6],
    ],
  ]);
});

describe("the keys of an object, JavaScript", () => {
  before(loadParser);

  cases("a.js", [
    ["keys that stand in the program", "for (const [k, v] of Object.entries({ a: source() })) {\nsink(k);\nsink(v);\n}", [3]],
    ["keys that do not", "for (const [k] of Object.entries(source())) {\nsink(k);\n}\nsink(Object.keys(source()));", [2, 4]],
    ["of which only the values matter", "sink(Object.keys({ a: source() }));\nsink(Object.entries({ a: source() }));", [2]],
  ]);
});
