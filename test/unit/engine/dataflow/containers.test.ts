import { loadParser } from "../findings/engineFor.ts";
import { cases } from "./flowCases.ts";

describe("flow through the containers of Python", () => {
  before(loadParser);

  cases("a.py", [
    ["an element from the end", "a = ['x', source(), 'y']\nsink(a[-1])\nsink(a[-2])", [3]],
    ["an element from the end of a list that grew", "a = ['x']\na.append(source())\nsink(a[-1])\nsink(a[-2])", [3]],
    ["a slice", "a = [source(), 'x', source()]\nb = a[1:]\nsink(b[0])\nsink(b[1])\nsink(a[:1][0])\nsink(a[1:2][0])", [4, 5]],
    ["a slice from the end", "a = [source(), 'x', 'y']\nsink(a[-2:][0])\nsink(a[:-1][0])\nsink(a[:-2])", [3, 4]],
    ["a slice whose beginning is not known", "a = ['x', source()]\nsink(a[n:][0])", [2]],
    ["an element that is deleted", "a = [source(), 'x']\ndel a[0]\nsink(a[0])\nb = ['x', source()]\ndel b[0]\nsink(b[0])", [6]],
    ["an entry that is deleted", "d = {'a': source(), 'b': source()}\ndel d['a']\nsink(d)\ndel d['b']\nsink(d)", [3]],
    ["something that is deleted", "a = [source(), 'x']\ndel a[n]\nsink(a[0])", [3]],
    ["dict", "d = dict(a=source(), b='x')\nsink(d['b'])\nsink(d['a'])\nsink(d.get('b'))", [3]],
    ["a deque", "from collections import deque\nd = deque([source(), 'x'])\nsink(d.popleft())\nsink(d.popleft())", [3]],
    [
      "tuples in a list that is not known",
      "def f(a):\n    for _ in a:\n        a.append(('x', source()))\n    for k, v in a:\n        sink(k)\n        sink(v)\nf([])",
      [6],
    ],
    [
      "tuples in a field",
      "class A:\n    def __init__(self):\n        self.a = []\n    def add(self, k, v):\n        self.a.append((k, v))\n    def show(self):\n        for k, v in self.a:\n            sink(k)\n            sink(v)\na = A()\na.add('x', source())\na.show()",
      [9],
    ],
    [
      "a list of tuples",
      "a = [(k, source()) for k in ks]\nfor k, v in a:\n    sink(k)\n    sink(v)\nsink(a[0][0])\nsink(a)",
      [4, 6],
    ],
    [
      "% with names",
      "d = {'a': source(), 'b': 'x'}\nsink('%(b)s' % d)\nsink('%(a)s %(b)s' % d)\nsink('%(a)d' % d)\nsink('%s' % d)",
      [3, 5],
    ],
    [
      "% with positions",
      "sink('%d %s' % (source(), 'x'))\nsink('%s %d' % (source(), 1))\nd = (source(), 'x')\nsink('%d %s' % d)",
      [2, 4],
    ],
    [
      "format",
      "d = {'a': source(), 'b': 'x'}\nsink('{b}'.format(**d))\nsink('{a}'.format(**d))\nsink('{b}'.format_map(d))\nsink('{a!r:>4}'.format_map(d))",
      [3, 5],
    ],
    [
      "format with positions",
      "sink('{0}'.format('x', source()))\nsink('{1}'.format('x', source()))\nsink('{} {}'.format('x', source()))\nsink('{{{0}}}'.format('x', source()))\nsink('{b}'.format(a=source(), b='x'))\nsink('{:{}}'.format('x', source()))",
      [2, 3, 6],
    ],
    ["format of a list that is spread", "a = ['x', source()]\nsink('{0}'.format(*a))", [2]],
  ]);
});

describe("flow into functions whose branch a constant decides", () => {
  before(loadParser);

  cases("a.py", [
    [
      "an argument",
      "def f(flag, a, b):\n    return a if flag else b\nsink(f(True, 'x', source()))\nsink(f(False, 'x', source()))",
      [4],
    ],
    [
      "a default",
      "def f(a, raw=False):\n    if raw:\n        return a\n    return 'x'\nsink(f(source()))\nsink(f(source(), raw=True))\nsink(f(source(), raw=n))\nsink(f(source(), **n))",
      [6, 7, 8],
    ],
    [
      "a mode",
      "def f(a, mode):\n    if mode == 'raw':\n        return a\n    return 'x'\nsink(f(source(), 'raw'))\nsink(f(source(), 'safe'))",
      [5],
    ],
    [
      "match on a mode",
      "def f(a, mode):\n    match mode:\n        case 'raw':\n            return a\n        case _:\n            return 'x'\nsink(f(source(), 'raw'))\nsink(f(source(), 'safe'))",
      [7],
    ],
    [
      "a method",
      "class A:\n    def m(self, a, raw):\n        if not raw:\n            a = 'x'\n        return a\nsink(A().m(source(), True))\nsink(A().m(source(), False))",
      [6],
    ],
    ["a sink inside", "def f(a, run=True):\n    if run is None or run:\n        sink(a)\nf(source(), False)", []],
    [
      "a parameter that is given another value",
      "def f(a, raw):\n    if n:\n        raw = True\n    if raw:\n        return a\nsink(f(source(), False))",
      [6],
    ],
    [
      "a variable",
      "SAFE = True\ndef f(a, safe):\n    return 'x' if safe else a\nsink(f(source(), SAFE))\nfor s in (True, False):\n    sink(f(source(), s))",
      [6],
    ],
    [
      "many modes",
      "def f(a, mode):\n    if mode == 'raw':\n        return a\n    return 'x'\n" +
        Array.from({ length: 12 }, (_, at) => `f(source(), 'm${at}')\n`).join("") +
        "sink(f(source(), 'raw'))",
      [17],
    ],
  ]);
  cases("a.js", [
    [
      "an argument",
      "function f(flag, a, b) { return flag ? a : b; }\nsink(f(true, 'x', source()));\nsink(f(false, 'x', source()));",
      [3],
    ],
    [
      "a default",
      "function f(a, { b }, raw = false) {\n if (raw) return a;\n return 'x';\n}\nsink(f(source(), {}));\nsink(f(source(), {}, true));",
      [6],
    ],
  ]);
});
