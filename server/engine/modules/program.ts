/** The files that a file imports, read and made ready when a rule first needs them. */

import { languageOfPath } from "../languages/registry.ts";
import type { Budget, MatchContext } from "../patterns/match.ts";
import { createMatchContext } from "../patterns/matchContext.ts";
import type { Tree } from "../tree/node.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { type ReadText, resolveModule } from "./resolveModule.ts";

/** A file of the program. */
export interface ProjectFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly language: LanguageId;
  /** Names and words in the text, without its being parsed. */
  readonly words: ReadonlySet<string>;
  /** The file made ready for matching; `undefined` when it cannot be read as code. */
  readonly context: MatchContext | undefined;
  /** It gives on all that another module exports (`export * from`, `from x import *`), without naming it. */
  readonly givesOn: boolean;
  /** The files that it imports, in order. */
  readonly imports: readonly ProjectFile[];
  /** The file that an import of this one means; `undefined` for a library, and for what cannot be read. */
  imported(specifier: string): ProjectFile | undefined;
}

/** What is kept of a text between analyses. */
interface Kept {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly givesOn?: boolean;
  readonly specifiers: readonly string[];
  context?: MatchContext | undefined;
}

/** Texts by path; the ones that were asked for last are kept, up to a total length. */
export class ModuleStore {
  /** How often texts were dropped. */
  drops = 0;
  private readonly kept = new Map<string, Kept>();
  private length = 0;

  /** @param language As the file was told to be, which its path alone may not tell. */
  get(path: string, text: string, language: LanguageId): Kept {
    const known = this.kept.get(path);
    if (known?.text === text) {
      this.kept.delete(path);
      this.kept.set(path, known);
      return known;
    }
    if (known) this.drop(path, known);
    const entry = new KeptText(text, language);
    this.kept.set(path, entry);
    this.length += text.length;
    if (this.length > mostKept) this.makeRoom(path);
    return entry;
  }

  /** What is kept of a text, where it is. */
  known(path: string, text: string): Kept | undefined {
    const known = this.kept.get(path);
    return known?.text === text ? known : undefined;
  }

  /** Some of them at once, so that what was found out about the others together can be kept for a while. */
  private makeRoom(path: string): void {
    this.drops++;
    for (const [oldest, other] of this.kept) {
      if (this.length <= keptWhenFull || oldest === path) break;
      this.drop(oldest, other);
    }
  }

  /** A program may hold on to what is dropped: to its words, not to its tree. */
  private drop(path: string, dropped: Kept): void {
    this.kept.delete(path);
    this.length -= dropped.text.length;
    delete dropped.context;
  }
}

/** UTF-16 units of text; a tree takes some fifty times its text. */
const mostKept = 1_500_000;
const keptWhenFull = 1_000_000;
/** Imports of imports are followed so far, and to so many files. */
export const deepestImport = 4;
const mostModules = 40;
const longestModule = 500_000;
/** UTF-16 units of the imported files that one program holds on to. */
const mostHeld = 5_000_000;

/** Files and what they import, as of one moment. */
export class Program {
  /** Languages whose grammar was not loaded. */
  readonly missing = new Set<LanguageId>();
  private readonly read: ReadText;
  /** Where its texts are kept. */
  readonly store: ModuleStore;
  private readonly parse: (path: string, text: string, language: LanguageId) => Tree | undefined;
  private readonly now: number | undefined;
  private readonly modules = new Map<string, ProjectFile | undefined>();
  private held = 0;
  private readonly asked = new Map<string, boolean>();
  /** What the imports of each file mean. */
  private readonly resolved = new Map<string, Map<string, ProjectFile | undefined>>();

  /** @param now As in `MatchContext`. */
  constructor(read: ReadText, store: ModuleStore, parse: Program["parse"], now?: number) {
    this.now = now;
    this.read = read.still
      ? read
      : (path) => {
          const text = read(path);
          this.asked.set(path, text !== undefined);
          return text;
        };
    this.store = store;
    this.parse = parse;
  }

  /** No more files should be looked at with it. */
  get isFull(): boolean {
    return this.held > mostHeld;
  }

  /** Changes when trees of imported files were dropped: who holds on to them keeps them from being freed. */
  get drops(): number {
    return this.store.drops;
  }

  /** The files do not change while it is used, so that what is found out about one holds for all that import it. */
  get isStill(): boolean {
    return this.read.still === true;
  }

  /** Every path that was looked for, whether or not there was a file: when one of them changes, so may the findings. None where nothing changes. */
  get paths(): readonly string[] {
    return [...this.asked.keys()];
  }

  /**
   * The file made ready for matching, where another one that was analysed before imports it, or where it imports others itself: it is there
   * already, or will be wanted again.
   *
   * @throws What parsing throws.
   */
  own(path: string, text: string, language: LanguageId): MatchContext | undefined {
    if (text.length > longestModule || !(this.modules.has(path) || this.joinsOthers(path, text, language))) return undefined;
    const kept = this.store.get(path, text, language);
    kept.context ??= this.makeContext(path, language, kept);
    return kept.context;
  }

  private joinsOthers(path: string, text: string, language: LanguageId): boolean {
    return this.isStill && this.entry(path, text, language).imports.length > 0;
  }

  /** The analysed file itself. */
  root(path: string, text: string, language: LanguageId, context: MatchContext): ProjectFile {
    return this.make(
      path,
      language,
      {
        text,
        words: context.texts,
        specifiers: this.store.known(path, text)?.specifiers ?? specifiersOf(text, language),
        context,
      },
      () => context,
    );
  }

  /** A file of which only the imports are asked for. */
  entry(path: string, text: string, language: LanguageId): ProjectFile {
    return this.make(path, language, { text, words: new Set(), specifiers: specifiersOf(text, language) }, () => undefined);
  }

  /** The files that a module imports, and those that these import, nearest first. */
  closure(root: ProjectFile): readonly ProjectFile[] {
    const found = new Map<string, ProjectFile>();
    let level: readonly ProjectFile[] = [root];
    for (let depth = 0; depth < deepestImport && level.length > 0; depth++) {
      const next: ProjectFile[] = [];
      for (const module of level)
        for (const one of module.imports) {
          if (one.path === root.path || found.has(one.path) || found.size >= mostModules) continue;
          found.set(one.path, one);
          next.push(one);
        }
      level = next;
    }
    return [...found.values()];
  }

  private load(path: string): ProjectFile | undefined {
    if (this.modules.has(path)) return this.modules.get(path);
    const language = languageOfPath(path);
    const text = language && this.read(path);
    const kept =
      language && text !== undefined && text.length <= longestModule ? this.store.get(path, text, language) : undefined;
    // Asked for by its text, since the store may have dropped what was made of it.
    const module =
      language && kept
        ? this.make(path, language, kept, () => this.contextOf(path, language, this.store.get(path, kept.text, language)))
        : undefined;
    this.modules.set(path, module);
    this.held += module ? (text?.length ?? 0) : 0;
    return module;
  }

  private contextOf(path: string, language: LanguageId, kept: Kept): MatchContext | undefined {
    if ("context" in kept) return kept.context;
    try {
      kept.context = this.makeContext(path, language, kept);
    } catch {
      this.missing.add(language);
      return undefined;
    }
    return kept.context;
  }

  private makeContext(path: string, language: LanguageId, { text }: Kept): MatchContext | undefined {
    const tree = this.parse(path, text, language);
    // The steps are lent by the rule that asks.
    const budget: Budget = { left: 0 };
    return tree && createMatchContext(tree, budget, { precise: true, now: this.now });
  }

  private make(path: string, language: LanguageId, kept: Kept, contextOf: () => MatchContext | undefined): ProjectFile {
    const resolved = this.resolved.get(path) ?? new Map<string, ProjectFile | undefined>();
    this.resolved.set(path, resolved);
    return new ImportingFile(path, language, kept, contextOf, (specifier) => {
      if (resolved.has(specifier)) return resolved.get(specifier);
      const found = resolveModule(specifier, path, language, this.read);
      const module = found === undefined || found === path ? undefined : this.load(found);
      resolved.set(specifier, module);
      return module;
    });
  }
}

class ImportingFile implements ProjectFile {
  readonly path: string;
  readonly language: LanguageId;
  readonly imported: ProjectFile["imported"];
  private readonly kept: Kept;
  private readonly contextOf: () => MatchContext | undefined;
  private known: readonly ProjectFile[] | undefined;

  constructor(
    path: string,
    language: LanguageId,
    kept: Kept,
    contextOf: () => MatchContext | undefined,
    imported: ProjectFile["imported"],
  ) {
    this.path = path;
    this.language = language;
    this.kept = kept;
    this.contextOf = contextOf;
    this.imported = imported;
    this.known = undefined;
  }

  get words(): ReadonlySet<string> {
    return this.kept.words;
  }

  get givesOn(): boolean {
    return this.kept.givesOn ?? false;
  }

  get context(): MatchContext | undefined {
    return this.contextOf();
  }

  get imports(): readonly ProjectFile[] {
    this.known ??= this.kept.specifiers.flatMap((specifier) => this.imported(specifier) ?? []);
    return this.known;
  }
}

/** Words and imports are read out when first asked for. */
class KeptText implements Kept {
  readonly text: string;
  /** Absent until the text was parsed, or could not be. */
  declare context?: MatchContext | undefined;
  private readonly language: LanguageId;
  private knownWords: ReadonlySet<string> | undefined;
  private knownSpecifiers: readonly string[] | undefined;
  private knownGivesOn: boolean | undefined;

  constructor(text: string, language: LanguageId) {
    this.language = language;
    this.text = text;
    this.knownWords = undefined;
    this.knownSpecifiers = undefined;
    this.knownGivesOn = undefined;
  }

  get words(): ReadonlySet<string> {
    this.knownWords ??= wordsOf(this.text);
    return this.knownWords;
  }

  get givesOn(): boolean {
    this.knownGivesOn ??= /\bexport\s*\*|\bimport\s*\*(?!\s*as\b)/.test(this.text);
    return this.knownGivesOn;
  }

  get specifiers(): readonly string[] {
    this.knownSpecifiers ??= specifiersOf(this.text, this.language);
    return this.knownSpecifiers;
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}_$]+/gu) ?? []);
}

/** What a text imports, read without parsing it: too much rather than too little. */
function specifiersOf(text: string, language: LanguageId): readonly string[] {
  const found = new Set<string>();
  if (language === "python") {
    for (const [, module = "", names = ""] of text.matchAll(
      /^[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)/gm,
    )) {
      found.add(module);
      // `from package import module`.
      const separator = module.endsWith(".") || module === "" ? "" : ".";
      for (const [name] of names.matchAll(/\w+/g)) found.add(`${module}${separator}${name}`);
    }
    for (const [, modules = ""] of text.matchAll(/^[ \t]*import[ \t]+([^\n#]+)/gm))
      for (const one of modules.split(",")) found.add(one.trim().split(/\s/)[0] ?? "");
  } else
    for (const [, specifier = ""] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'\n]+)["']/g))
      found.add(specifier);
  found.delete("");
  return [...found].slice(0, 200);
}
