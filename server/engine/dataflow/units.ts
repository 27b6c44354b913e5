/** Where a rule's sources and sinks are in a file and in the files that it imports, and which calls lead there. */

import type { ProjectFile } from "../modules/program.ts";
import type { Budget, MatchContext } from "../patterns/match.ts";
import type { Near } from "../patterns/ranges.ts";
import { type CompiledTaint, occurs } from "../rules/compileRule.ts";
import type { Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { callIndexOf, callsLeadingTo } from "./callIndex.ts";
import { dialectOf } from "./dialects.ts";
import { findRoles, findSanitizers, hasPlace, type PlaceIndex, type Roles } from "./roles.ts";
import type { Starts, Unit } from "./run.ts";
import { openScope } from "./state.ts";
import { type Module, targetsOf } from "./targets.ts";
import type { Origin } from "./value.ts";

/** The files that a rule may follow data into. */
export interface RuleFiles {
  readonly main: Module;
  /** The files that may hold the other side: what the main file imports, directly or not, nearest first. */
  readonly others: readonly ProjectFile[];
  /** Functions of other files can be followed, whether or not a side may be there. */
  readonly reachesOut: boolean;
  readonly mainFile: ProjectFile | undefined;
  moduleOf(file: ProjectFile): Module | undefined;
  /** The rule for another language of the same family. */
  bodyFor(language: LanguageId): CompiledTaint | undefined;
}

type Side = "sources" | "sinks";

/** The parts of one rule in each file, found when first asked for. */
export class Units {
  private readonly body: CompiledTaint;
  private readonly files: RuleFiles;
  private readonly budget: Budget;
  private readonly units = new Map<Module, Unit>();
  private readonly names: Readonly<Record<Side, Map<ProjectFile, ReadonlySet<string>>>> = {
    sources: new Map(),
    sinks: new Map(),
  };
  private readonly withSanitizers: boolean;
  private readonly origin: Origin | undefined;
  private readonly roles = new Map<Module, Roles>();
  private plain = false;

  /** @param withSanitizers They cost, and only take flows away. @param origin As in `RolesWanted`; always the same one for a body. */
  constructor(body: CompiledTaint, files: RuleFiles, budget: Budget, withSanitizers: boolean, origin?: Origin) {
    this.body = body;
    this.files = files;
    this.budget = budget;
    this.withSanitizers = withSanitizers;
    this.origin = origin;
  }

  /** Whether there is a source and a sink, here or, for a rule that looks there, in what is imported. To be called before `of`. */
  isWorthIt(precise: boolean): boolean {
    if (precise && this.files.others.length > 0) {
      if (!this.hasSome("sinks") || !this.hasSome("sources")) return false;
      this.follow("sinks");
      if (this.names.sinks.size === 0 && !hasPlace(this.body.sinks, this.files.main)) return false;
    }
    const roles = this.rolesIn(this.files.main, this.body);
    const lacks = (side: Side): boolean => roles[side].isEmpty();
    this.plain = !precise;
    if (precise) {
      const elsewhere = (side: Side): boolean => this.files.others.some((file) => this.mayHold(file, side));
      if ((lacks("sources") && !elsewhere("sources")) || (lacks("sinks") && !elsewhere("sinks"))) return false;
      if (lacks("sinks") && this.names.sinks.size === 0) return false;
      this.follow("sources");
    }
    const { begins, ends } = this.of(this.files.main);
    return begins.any && ends.any;
  }

  /** Whether there is a place of a side at all, before it is found out which calls lead there. */
  private hasSome(side: Side): boolean {
    if (hasPlace(this.body[side], this.files.main)) return true;
    return this.files.others.some((file) => {
      if (!this.mayHold(file, side)) return false;
      const module = this.files.moduleOf(file);
      const body = this.files.bodyFor(file.language);
      return module !== undefined && body !== undefined && !this.rolesIn(module, body)[side].isEmpty();
    });
  }

  /** Finds the names that lead to a side in other files, the furthest files first. */
  private follow(side: Side): void {
    const names = this.names[side];
    for (const file of [...this.files.others].reverse()) {
      const imported = this.importedNames(file, side);
      const mayHold = this.mayHold(file, side);
      // It names none of what it gives on.
      if (imported.size > 0 && file.givesOn) names.set(file, imported);
      if (!mayHold && ![...imported].some((name) => file.words.has(name))) continue;
      const module = this.files.moduleOf(file);
      const body = this.files.bodyFor(file.language);
      if (!module || !body || this.budget.left <= 0) continue;
      const places = mayHold ? this.rolesIn(module, body)[side] : undefined;
      const found = callsLeadingTo(
        callIndexOf(module.context.tree),
        places && !places.isEmpty() ? (start, end) => places.startsIn(start, end) : undefined,
        imported,
        (call) => leadsOut(call, module),
      );
      if (found.names.size > 0) names.set(file, new Set([...(names.get(file) ?? []), ...found.names]));
    }
  }

  of(module: Module): Unit {
    const known = this.units.get(module);
    if (known) return known;
    const unit = this.make(module);
    this.units.set(module, unit);
    return unit;
  }

  private make(module: Module): Unit {
    const { context } = module;
    const { language } = context.tree;
    const isMain = module === this.files.main;
    const body = isMain ? this.body : (this.files.bodyFor(language) ?? this.body);
    const file = isMain ? this.files.mainFile : this.files.others.find(({ path }) => path === module.path);
    const found = this.rolesIn(module, body);
    const sanitizers = this.withSanitizers ? this.lent(context, () => findSanitizers(body, found, context)) : undefined;
    const roles = sanitizers ? { ...found, ...sanitizers } : found;
    const leading = (side: Side): Starts & { readonly any: boolean } =>
      this.plain ? placesOnly(roles[side]) : withCalls(roles[side], module, file ? this.importedNames(file, side) : new Set());
    return {
      roles,
      begins: leading("sources"),
      ends: leading("sinks"),
      module,
      dialect: dialectOf(language),
      resolveName: (node) => context.resolveName(node),
      resolveConstant: (node) => context.resolveConstant(node),
      fileScope: openScope("file", 0, undefined),
      scopes: new Map(),
    };
  }

  private rolesIn(module: Module, body: CompiledTaint): Roles {
    const known = this.roles.get(module);
    if (known) return known;
    const wanted = {
      alone: this.files.others.length === 0,
      origin: this.origin,
      ...(module === this.files.main ? { leadingTo: (sinks: PlaceIndex<unknown>) => this.leadingTo(sinks, module) } : {}),
    };
    const isOther = module !== this.files.main;
    const roles =
      isOther && this.files.others.length > 0
        ? this.rolesElsewhere(module, body)
        : this.lent(module.context, () => findRoles(isOther ? { ...body, sources: [], sinks: [] } : body, module, wanted));
    this.roles.set(module, roles);
    return roles;
  }

  /** The same for all files that import one, at the same price. */
  private rolesElsewhere(module: Module, body: CompiledTaint): Roles {
    const byBody = elsewhere.get(module) ?? new Map<CompiledTaint, { readonly roles: Roles; readonly steps: number }>();
    elsewhere.set(module, byBody);
    const known = byBody.get(body);
    if (known) {
      this.budget.left -= known.steps;
      return known.roles;
    }
    const before = this.budget.left;
    const roles = this.lent(module.context, () => findRoles(body, module, { alone: false, origin: this.origin }));
    // What a used-up budget cut short is not for others.
    if (this.budget.left > 0) byBody.set(body, { roles, steps: before - this.budget.left });
    return roles;
  }

  /** The places of sinks, and the calls that lead to one here or in another file. */
  private leadingTo(sinks: PlaceIndex<unknown>, module: Module): Near {
    const { mainFile } = this.files;
    const { startsIn } = withCalls(sinks, module, mainFile ? this.importedNames(mainFile, "sinks") : new Set());
    return { contains: startsIn, touches: startsIn };
  }

  private importedNames(file: ProjectFile, side: Side): ReadonlySet<string> {
    const names = new Set<string>();
    if (this.names[side].size === 0) return names;
    for (const one of file.imports) for (const name of this.names[side].get(one) ?? []) names.add(name);
    // What the importing file calls by a name of its own.
    if (names.size > 0) names.add("default").add("require");
    return names;
  }

  private mayHold({ language, words }: ProjectFile, side: Side): boolean {
    return mayHold(this.files.bodyFor(language)?.[side] ?? [], words);
  }

  /** Another file's context counts its own steps: they are this rule's. */
  private lent<T>(context: MatchContext, work: () => T): T {
    if (context.budget === this.budget) return work();
    context.budget.left = this.budget.left;
    const result = work();
    this.budget.left = context.budget.left;
    return result;
  }
}

const elsewhere = new Notes<Module, Map<CompiledTaint, { readonly roles: Roles; readonly steps: number }>>();

const held = new WeakMap<ReadonlySet<string>, Map<readonly unknown[], boolean>>();

/** Whether one of these parts can be in a file with these words; asked once for each, since many files import the same. */
export function mayHold(parts: CompiledTaint[Side], words: ReadonlySet<string>): boolean {
  const known = held.get(words) ?? new Map<readonly unknown[], boolean>();
  held.set(words, known);
  let holds = known.get(parts);
  if (holds === undefined) {
    holds = parts.some((part) => occurs(part.formula, words));
    known.set(parts, holds);
  }
  return holds;
}

function placesOnly(places: PlaceIndex<unknown>): Starts & { readonly any: boolean } {
  return { any: !places.isEmpty(), startsIn: (start, end) => places.startsIn(start, end) };
}

/** The places of a role, and the calls of functions in which there is one. */
function withCalls(
  places: PlaceIndex<unknown>,
  module: Module,
  imported: ReadonlySet<string>,
): Starts & { readonly any: boolean } {
  const { tree } = module.context;
  const startsIn = (start: number, end: number): boolean => places.startsIn(start, end);
  const calls = callsLeadingTo(callIndexOf(tree), places.isEmpty() ? undefined : startsIn, imported, (call) =>
    leadsOut(call, module),
  );
  return {
    any: !places.isEmpty() || calls.startsIn(0, tree.text.length + 1),
    startsIn: (start, end) => startsIn(start, end) || calls.startsIn(start, end),
  };
}

const outward = new Notes<Module, Map<Node, boolean>>();

/** Whether a call runs code of another file, or hands some over; every rule asks it of the same calls. */
function leadsOut(call: Node, module: Module): boolean {
  const known = outward.get(module) ?? new Map<Node, boolean>();
  outward.set(module, known);
  let leads = known.get(call);
  if (leads === undefined) {
    leads = call.children.some((child) => {
      const used = child.kind === "keywordArgument" || child.kind === "spread" ? child.children[0] : child;
      return used !== undefined && targetsOf(used, module).some((target) => target.module !== module);
    });
    known.set(call, leads);
  }
  return leads;
}

/** A file that is looked at alone. */
export function aloneIn(main: Module): RuleFiles {
  return { main, others: [], reachesOut: false, mainFile: undefined, moduleOf: () => undefined, bodyFor: () => undefined };
}

/** Makes the files of a program ready for the flow, each once. @param known Those that are, by path. */
export function modulesOf(known: Map<string, Module>): (file: ProjectFile) => Module | undefined {
  const moduleOf = (file: ProjectFile): Module | undefined => {
    const before = known.get(file.path);
    if (before) return before;
    const { context } = file;
    const module = context && { path: file.path, context, imported: importedBy(file, moduleOf) };
    if (module) known.set(file.path, module);
    return module;
  };
  return moduleOf;
}

/** How a module finds what it imports. */
export function importedBy(file: ProjectFile, moduleOf: (file: ProjectFile) => Module | undefined): Module["imported"] {
  return (specifier) => {
    const found = file.imported(specifier);
    return found && moduleOf(found);
  };
}
