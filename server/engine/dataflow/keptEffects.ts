/** What functions of imported files do, kept for every file that calls them: as long as all that it was found out from is the same. */

import type { CompiledTaint } from "../rules/compileRule.ts";
import type { Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Effect } from "./effects.ts";
import type { InputOrigins } from "./inputs.ts";
import type { Unit } from "./run.ts";
import type { Module, Target } from "./targets.ts";

/** By shape of inputs; several where the files around are not the same for all who call it. */
type ByShape = Map<string, readonly KeptEffect[]>;

interface KeptEffect {
  readonly effect: Effect;
  /** Its flows are from these. */
  readonly origins: InputOrigins;
  readonly units: readonly { readonly module: Module; readonly parts: readonly unknown[] }[];
  /** What finding it cost. */
  readonly steps: number;
}

/** It goes with the file, and so when that changes or what it imports. */
const kept = new Notes<Module, Map<CompiledTaint, Map<Node, ByShape>>>();
const originsOf = new WeakMap<CompiledTaint, InputOrigins>();

/** Names of inputs; a program of another kind has others. */
const mostNames = 20_000;
/** Of one function. Above what one file asks for. */
const mostShapes = 100;
const mostVariants = 4;

/** For what all rules of a family look for: where data goes, and neither from which source nor by which path. */
export class KeptEffects {
  readonly origins: InputOrigins;
  private readonly body: CompiledTaint;
  private readonly unitOf: (module: Module) => Unit;

  constructor(body: CompiledTaint, unitOf: (module: Module) => Unit) {
    this.body = body;
    this.unitOf = unitOf;
    const known = originsOf.get(body);
    this.origins = known && known.byName.size < mostNames ? known : { byName: new Map(), pathless: true };
    originsOf.set(body, this.origins);
  }

  /** @returns What was found out for another file, with the files that it is about. */
  find({ module, node }: Target, shape: string): (KeptEffect & { readonly modules: readonly Module[] }) | undefined {
    const variants = kept.get(module)?.get(this.body)?.get(node)?.get(shape) ?? [];
    const found = variants.find(({ origins, units }) => origins === this.origins && units.every((unit) => this.isStill(unit)));
    return found && { ...found, modules: found.units.map((unit) => unit.module) };
  }

  private isStill({ module, parts }: KeptEffect["units"][number]): boolean {
    const now = this.unitOf(module).parts;
    return now !== undefined && now.length === parts.length && now.every((part, at) => part === parts[at]);
  }

  /** @param modules The files that were looked into; with the one that is analysed among them nothing is kept. */
  keep({ module, node }: Target, shape: string, effect: Effect, modules: Iterable<Module>, steps: number): void {
    const units: { module: Module; parts: readonly unknown[] }[] = [];
    for (const one of modules) {
      const { parts } = this.unitOf(one);
      if (!parts) return;
      units.push({ module: one, parts });
    }
    const byBody = kept.get(module) ?? new Map<CompiledTaint, Map<Node, ByShape>>();
    kept.set(module, byBody);
    const byFunction = byBody.get(this.body) ?? new Map<Node, ByShape>();
    byBody.set(this.body, byFunction);
    const byShape: ByShape = byFunction.get(node) ?? new Map();
    byFunction.set(node, byShape);
    if (byShape.size >= mostShapes) byShape.clear();
    const others = (byShape.get(shape) ?? []).filter(({ origins }) => origins === this.origins).slice(0, mostVariants - 1);
    byShape.set(shape, [{ effect, origins: this.origins, units, steps }, ...others]);
  }
}
