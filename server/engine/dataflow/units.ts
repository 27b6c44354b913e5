/** Where a rule's sources and sinks are in a file and in the files that it imports, and which calls lead there. */

import type { ProjectFile } from "../modules/program.ts";
import type { Budget, MatchContext } from "../patterns/match.ts";
import type { Near } from "../patterns/ranges.ts";
import { type CompiledTaint, occurs } from "../rules/compileRule.ts";
import type { Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { type CallsLeading, callIndexOf, callsLeadingTo } from "./callIndex.ts";
import { dialectOf } from "./dialects.ts";
import { findRoles, findSanitizers, hasPlace, PlaceIndex, type Roles } from "./roles.ts";
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
      return module !== undefined && body !== undefined && this.hasPlaceIn(module, body[side]);
    });
  }

  private hasPlaceIn(module: Module, parts: CompiledTaint[Side]): boolean {
    return this.once(placed, module, parts, () => hasPlace(parts, module));
  }

  /** What is found out about another file: the same for all that import it, at the same price. */
  private once<Key, Found>(notes: Notes<Module, Map<Key, Paid<Found>>>, module: Module, key: Key, work: () => Found): Found {
    const byKey = notes.get(module) ?? new Map<Key, Paid<Found>>();
    notes.set(module, byKey);
    const known = byKey.get(key);
    if (known) {
      this.budget.left -= known.steps;
      return known.found;
    }
    const before = this.budget.left;
    const found = this.lent(module.context, work);
    // What a used-up budget cut short is not for others.
    if (this.budget.left > 0) byKey.set(key, { found, steps: before - this.budget.left });
    return found;
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
      const places = mayHold && this.hasPlaceIn(module, body[side]) ? this.rolesIn(module, body)[side] : nowhere;
      const found = callsElsewhere(module, places, imported);
      if (found.names.size > 0)
        names.set(file, imported.size > 0 && file.givesOn ? united([imported, found.names]) : found.names);
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
    const parts: unknown[] = [roles];
    const leading = (side: Side): Starts & { readonly any: boolean } => {
      const places = roles[side];
      if (this.plain) return placesOnly(places);
      const imported = file ? this.importedNames(file, side) : noNames;
      const calls = (isMain ? callsTo : callsElsewhere)(module, places, imported);
      parts.push(calls.key);
      return withCalls(places, calls, context);
    };
    return {
      parts: isMain || sanitizers ? undefined : parts,
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

  private rolesElsewhere(module: Module, body: CompiledTaint): Roles {
    return this.once(elsewhere, module, body, () => findRoles(body, module, { alone: false, origin: this.origin }));
  }

  /** The places of sinks, and the calls that lead to one here or in another file. */
  private leadingTo(sinks: PlaceIndex<unknown>, module: Module): Near {
    const { mainFile } = this.files;
    const calls = callsTo(module, sinks, mainFile ? this.importedNames(mainFile, "sinks") : noNames);
    const { startsIn } = withCalls(sinks, calls, module.context);
    return { contains: startsIn, touches: startsIn };
  }

  private importedNames(file: ProjectFile, side: Side): ReadonlySet<string> {
    const names = this.names[side];
    if (names.size === 0) return noNames;
    const sets = new Set(file.imports.flatMap((one) => names.get(one) ?? []));
    // What the importing file calls by a name of its own.
    return sets.size === 0 ? noNames : united([ownNames, ...sets]);
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

interface Paid<Found> {
  readonly found: Found;
  readonly steps: number;
}

const placed = new Notes<Module, Map<CompiledTaint[Side], Paid<boolean>>>();
const elsewhere = new Notes<Module, Map<CompiledTaint, Paid<Roles>>>();

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
function withCalls(places: PlaceIndex<unknown>, calls: CallsLeading, { tree }: MatchContext): Starts & { readonly any: boolean } {
  return {
    any: !places.isEmpty() || calls.startsIn(0, tree.text.length + 1),
    startsIn: (start, end) => places.startsIn(start, end) || calls.startsIn(start, end),
  };
}

const nowhere = new PlaceIndex<unknown>();
const noNames: ReadonlySet<string> = new Set();
const ownNames: ReadonlySet<string> = new Set(["default", "require"]);
const unions = new WeakMap<ReadonlySet<string>, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>();

/** Always the same set for the same sets in the same order, so that it stands for what it holds. */
function united([first = noNames, ...others]: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  let all = first;
  for (const one of others) {
    const known = unions.get(all) ?? new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
    unions.set(all, known);
    const union = known.get(one) ?? new Set([...all, ...one]);
    known.set(one, union);
    all = union;
  }
  return all;
}

const led = new Notes<Module, Map<PlaceIndex<unknown> | undefined, Map<ReadonlySet<string>, CallsLeading>>>();
/** A module that stays while a file that it imports in a circle is edited meets other names with each edit. */
const mostNames = 16;
/** Above the number of rules. */
const mostPlaces = 2_000;

/** As `callsTo`, asked once for each, since many files import the same. */
function callsElsewhere(module: Module, places: PlaceIndex<unknown>, imported: ReadonlySet<string>): CallsLeading {
  const byPlaces = led.get(module) ?? new Map<PlaceIndex<unknown> | undefined, Map<ReadonlySet<string>, CallsLeading>>();
  led.set(module, byPlaces);
  const key = places.isEmpty() ? undefined : places;
  if (byPlaces.size >= mostPlaces && !byPlaces.has(key)) byPlaces.clear();
  const byNames = byPlaces.get(key) ?? new Map<ReadonlySet<string>, CallsLeading>();
  byPlaces.set(key, byNames);
  const found = byNames.get(imported) ?? callsTo(module, places, imported);
  if (byNames.size >= mostNames && !byNames.has(imported)) byNames.clear();
  byNames.set(imported, found);
  return found;
}

/** The calls that lead to a place, or to a name that another file gives. */
function callsTo(module: Module, places: PlaceIndex<unknown>, imported: ReadonlySet<string>): CallsLeading {
  const startsIn = places.isEmpty() ? undefined : (start: number, end: number): boolean => places.startsIn(start, end);
  return callsLeadingTo(callIndexOf(module.context.tree), startsIn, imported, (call) => leadsOut(call, module));
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
