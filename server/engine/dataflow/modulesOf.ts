/** The files of a program made ready for the flow, kept from one analysis to the next as long as they, and what they import, stay what they were. */

import type { ModuleStore, Program, ProjectFile } from "../modules/program.ts";
import type { MatchContext } from "../patterns/match.ts";
import { Notes } from "../tree/notes.ts";
import type { Module } from "./targets.ts";

/** What an import was found to mean. */
interface Answer {
  readonly path: string | undefined;
  /** `undefined` as well where the file could not be read. */
  readonly module: Module | undefined;
}

type ModuleOf = (file: ProjectFile) => Module | undefined;

/** Remembers what its imports mean: all that is found out about it depends on these, and on its own text. */
class ImportingModule implements Module {
  readonly path: string;
  readonly context: MatchContext;
  readonly answers = new Map<string, Answer>();
  private file: ProjectFile;
  private moduleOf: ModuleOf;

  constructor(file: ProjectFile, context: MatchContext, moduleOf: ModuleOf) {
    this.path = file.path;
    this.context = context;
    this.file = file;
    this.moduleOf = moduleOf;
  }

  imported(specifier: string): Module | undefined {
    const known = this.answers.get(specifier);
    if (known) return known.module;
    const found = this.file.imported(specifier);
    const module = found && this.moduleOf(found);
    this.answers.set(specifier, { path: found?.path, module });
    return module;
  }

  /** The program of another moment answers from here on. */
  goOn(file: ProjectFile, moduleOf: ModuleOf): void {
    this.file = file;
    this.moduleOf = moduleOf;
  }
}

/** By path. */
type ModulesByPath = Map<string, ImportingModule>;

interface Kept {
  /** See `Program`. */
  readonly drops: number;
  readonly modules: ModulesByPath;
}

const keptOfProgram = new Notes<Program, Kept>();
const keptOfStore = new Notes<ModuleStore, Kept>();

/** The modules of one analysis. */
export interface AnalysisModules {
  readonly main: Module;
  readonly moduleOf: ModuleOf;
}

/** @param root The analysed file. @param joins It imports others of the program: what imports nothing is imported by none of these. */
export function modulesFor(program: Program, root: ProjectFile, context: MatchContext, joins: boolean): AnalysisModules {
  return program.isStill ? stillModules(program, root, context, joins) : changingModules(program, root, context);
}

/** Nothing changes: what was made ready before stays, unless trees were dropped since or the file itself is another one now. */
function stillModules(program: Program, root: ProjectFile, context: MatchContext, joins: boolean): AnalysisModules {
  const before = keptOfProgram.get(program);
  const own = before?.modules.get(root.path);
  const isKept = before?.drops === program.drops && (!own || own.context === context);
  const modules: ModulesByPath = isKept ? before.modules : new Map();
  if (!isKept) keptOfProgram.set(program, { drops: program.drops, modules });
  const moduleOf = (file: ProjectFile): Module | undefined => modules.get(file.path) ?? make(file, modules, moduleOf);
  const main = modules.get(root.path) ?? new ImportingModule(root, context, moduleOf);
  if (joins) modules.set(root.path, main);
  return { main, moduleOf };
}

/** Any file may be another one than it was at the analysis before. */
function changingModules(program: Program, root: ProjectFile, context: MatchContext): AnalysisModules {
  const before = keptOfStore.get(program.store);
  const kept: ModulesByPath = before?.drops === program.drops ? before.modules : new Map();
  keptOfStore.set(program.store, { drops: program.drops, modules: kept });
  const now: ModulesByPath = new Map();
  const moduleOf = (file: ProjectFile): Module | undefined => {
    const known = now.get(file.path);
    if (known) return known;
    if (kept.has(file.path)) takeOver(file, kept, now, moduleOf);
    const taken = now.get(file.path) ?? make(file, now, moduleOf);
    if (taken) kept.set(file.path, taken);
    return taken;
  };
  const main = new ImportingModule(root, context, moduleOf);
  // Not kept: its tree is that of the document, and perhaps of a part of it.
  now.set(root.path, main);
  return { main, moduleOf };
}

function make(file: ProjectFile, modules: ModulesByPath, moduleOf: ModuleOf): ImportingModule | undefined {
  const { context } = file;
  const module = context && new ImportingModule(file, context, moduleOf);
  if (module) modules.set(file.path, module);
  return module;
}

/** Goes on with a module that was kept, and with those that it imports, except where something changed in them or in what they import. */
function takeOver(file: ProjectFile, kept: ModulesByPath, now: ModulesByPath, moduleOf: ModuleOf): void {
  const met = new Map<string, { readonly file: ProjectFile; readonly importers: string[] }>();
  const changed: string[] = [];
  const pending = [file];
  met.set(file.path, { file, importers: [] });
  for (let one = pending.pop(); one; one = pending.pop()) {
    const module = kept.get(one.path);
    const isTaken = now.get(one.path);
    if (isTaken && isTaken === module) continue;
    if (isTaken || !module || module.context !== one.context) {
      changed.push(one.path);
      continue;
    }
    for (const [specifier, answer] of module.answers) {
      const found = one.imported(specifier);
      if (found?.path !== answer.path || (found && (!answer.module || answer.module !== kept.get(found.path)))) {
        changed.push(one.path);
        break;
      }
      if (!found) continue;
      const known = met.get(found.path);
      if (!known) pending.push(found);
      met.set(found.path, { file: found, importers: [...(known?.importers ?? []), one.path] });
    }
  }
  const others = new Set(changed);
  // A set that grows is walked to its last end.
  for (const path of others) for (const importer of met.get(path)?.importers ?? []) others.add(importer);
  for (const [path, { file: present }] of met) {
    const module = kept.get(path);
    if (others.has(path)) kept.delete(path);
    else if (module && !now.has(path)) {
      module.goOn(present, moduleOf);
      now.set(path, module);
    }
  }
}
