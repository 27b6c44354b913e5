/** Code that uses every construct of its language once. */

import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";

export const everyConstruct: readonly (readonly [LanguageId, string])[] = [
  [
    "javascript",
    `@dec(1) export class A extends B.C { static #x = 1; a; get b() {return 1} static async *[k](a, {b, c: d, ...e}, [f,,g] = [], ...h) { super.x(); } static { init(); } constructor() {} }
for (const [a,b] of xs) {}
for (let i=0;i<3;i++) {}
for (k in o) ;
for await (var q of r) {}
switch(x){case 1: a(); break; default: b()}
try { a } catch ({message}) {} finally {}
lbl: while(1) { continue lbl; }
do x(); while (y)
import d, {a as b, c} from "m"; import * as ns from 'n'; import "side"; 
export default function () {}
export {a as b} from "reexported"; export * from "reexported"; export * as z from "reexported"; export const q = 1;
let {a: x = 1, b = 2, ...rest} = obj, y;
({a, "b": 1, [c]: 2, m() {}, get x() {return 1}, ...s});
a?.b?.[c]?.(d); new Foo; new a.b.C(1); import("x"); import.meta.url; new.target;
\`a\${b}c\\n\`; tag\`x\`; /re/g; a ? b : c; x = async (a) => a; y => { }; async y => y; void 0, 1;
a ??= b; a++; --b; typeof a; delete a.b; yield; await x; a.#p; #p in a
with (a) b; debugger; if (a) b; else if (c) d; else {}
"use strict"; "a\\x41" + 'b'; throw new Error(); return 
var v = function* g() { yield* x };
var jsx = <div className="q" {...p} y={1} z><A.B/>text {expr} <>frag</></div>;
`,
  ],
  [
    "typescript",
    `import type { X } from "x"; import fs = require("fs"); export type { Y };
enum E { A = 1, B } interface I extends J { a: string; m(): void } type T<U> = U | string; declare const z: number;
namespace N { const a = 1 } abstract class A<T> extends B<T> implements I { private readonly x: string = "a"; constructor(private y: number, public z?: string) { super() } abstract foo(): void; @dec() bar<T>(this: A, a?: string, ...r: any[]): Promise<void> {} [k: string]: any; override m() {} }
const x = y as AsType; z!.a; q satisfies SatisfiesType; foo<CallType>(a); let v: Foo | undefined; function f(x: unknown): x is string; function g(a: number = 1) {}
for (const x of y as AsType) {}
@A @B() class C { @Input() x; foo(@Param("id") id: string) {} }
let m = a < b; import w = N.a; let u!: string;
`,
  ],
  [
    "tsx",
    `const App = ({ name }: Props): JSX.Element => <ul {...rest}>{items.map((item) => <Item key={item.id} on={() => go(item)} />)}</ul>;
`,
  ],
  [
    "python",
    `from . import x
from ..a.b import c as d, e
from m import *
from __future__ import annotations
import a.b, c as d
@dec(1)
@a.b
class A(B, metaclass=C, *args):
    x: int = 1
    y: str
    @property
    async def f(self, a, /, b: int, *, c=1, d: str = "x", **kw) -> int: pass
def g(*args: int): return 1, 2
lambda x, *y: x
lambda: 0
f"a{b!r:>{w}}c{{}}\\n{d=}" "x" b'y' r"\\d" '''t'''
[x for x in y if x for z in w]; {a: b for a, b in c}; {x for x in y}; (x for x in y); f(x for x in y)
a if b else c; not a; a and b or c; a < b < c; a not in b; a is not b; -a; a ** b; x[1:2, ::3]; x[a, b]; x[1]
{1, 2}; {"a": 1, **b}; (1,); (); (a); [*a, b]; 
print("x"); f(*a, **b, c=1)
a = b = c; a += 1; a: int; (x := 1); a, b = c; a, *b = c; a.b[c] = d
with open(x) as f, g(): pass
with (open(x) as f, g() as h): pass
async with a as b: pass
try: pass
except (A, B) as e: pass
except* C: pass
except: pass
else: pass
finally: pass
if a: pass
elif b: pass
else: pass
for x, y in z: pass
else: pass
while a: break
async for x in y: pass
match x:
    case 1 | "a" if y: pass
    case [a, *b]: pass
    case {"k": v, **r}: pass
    case P(a, b=c) as d: pass
    case _: pass
global g1, g2
nonlocal n
del a, b[1]
assert a, "m"
raise A from b
raise
yield; yield x; yield from x; await x
type X = int
...
x = yield
`,
  ],
];
