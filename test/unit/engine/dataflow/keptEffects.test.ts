import { expect } from "chai";
import type { Effect } from "../../../../server/engine/dataflow/effects.ts";
import { KeptEffects } from "../../../../server/engine/dataflow/keptEffects.ts";
import type { Unit } from "../../../../server/engine/dataflow/run.ts";
import type { Module, Target } from "../../../../server/engine/dataflow/targets.ts";
import { clean } from "../../../../server/engine/dataflow/value.ts";
import type { CompiledTaint } from "../../../../server/engine/rules/compileRule.ts";
import { SyntaxNode } from "../../../../server/engine/tree/syntaxNode.ts";

const effect: Effect = { returned: clean, raised: new Map(), returns: true, writes: new Map(), sinks: [], handed: [] };
const bodyOf = (): CompiledTaint => ({ mode: "taint", sources: [], sinks: [], sanitizers: [], propagators: [] });
const moduleOf = (path: string): Module => ({ path, imported: () => undefined }) as unknown as Module;

describe("what functions of imported files do", () => {
  const body = bodyOf();
  const [lib, deep] = [moduleOf("lib.js"), moduleOf("deep.js")];
  const target: Target = { kind: "function", node: new SyntaxNode("function", "", "", "", 0, 9, []), module: lib };
  const roles = {};
  /** As one analysed file sees the others. */
  const seen = (parts: ReadonlyMap<Module, readonly unknown[] | undefined>, of = body): KeptEffects =>
    new KeptEffects(of, (module) => ({ parts: parts.get(module) }) as unknown as Unit);
  const usual = new Map<Module, readonly unknown[]>([
    [lib, [roles, "3", ""]],
    [deep, [roles, "", "7"]],
  ]);

  it("is kept for others that see the same in all files that it is about", () => {
    seen(usual).keep(target, "0:", effect, [lib, deep], 12);
    const found = seen(new Map(usual)).find(target, "0:");
    expect(found).to.include({ effect, steps: 12 });
    expect(found?.modules).to.deep.equal([lib, deep]);
    expect(seen(usual).find(target, "1:")).to.equal(undefined);
    expect(seen(usual, bodyOf()).find(target, "0:"), "for other rules").to.equal(undefined);
  });

  for (const [about, parts] of [
    ["other calls lead to a sink", [roles, "", "8"]],
    ["there are other places of sources and sinks", [{}, "", "7"]],
    ["it is the file that is analysed", undefined],
  ] as const)
    it(`is found out again where ${about} in one of them`, () => {
      seen(usual).keep(target, "0:", effect, [lib, deep], 12);
      expect(seen(new Map<Module, readonly unknown[] | undefined>([...usual, [deep, parts]])).find(target, "0:")).to.equal(
        undefined,
      );
    });

  it("is not kept where it is about the file that is analysed", () => {
    seen(new Map<Module, readonly unknown[] | undefined>([...usual, [deep, undefined]])).keep(
      target,
      "2:",
      effect,
      [lib, deep],
      1,
    );
    expect(seen(usual).find(target, "2:")).to.equal(undefined);
  });

  it("is kept for several surroundings at once", () => {
    const other = new Map<Module, readonly unknown[]>([...usual, [deep, [roles, "", "9"]]]);
    const second: Effect = { ...effect, returns: false };
    seen(usual).keep(target, "3:", effect, [lib, deep], 1);
    seen(other).keep(target, "3:", second, [lib, deep], 1);
    expect(seen(usual).find(target, "3:")?.effect).to.equal(effect);
    expect(seen(other).find(target, "3:")?.effect).to.equal(second);
  });
});
