/** The living review of one work tree or folder: what the disk holds, laid over by what the editor has open. */

import { join } from "node:path";
import type { ChangeSet, FileChange } from "../changes/change.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { ProjectRoutes } from "../engine/routes/route.ts";
import type { AnalyzeAllOptions, Analyzer } from "../host/analyzer.ts";
import type { ImportView, ProjectSource } from "../host/moduleReader.ts";
import { declaresRoutes } from "../host/projectRoutes.ts";
import { importsOf } from "../host/reviewChange.ts";
import { type AnalysisCache, type CacheSide, createAnalysisCache, type SidedSource } from "./analysisCache.ts";
import { createAtRest } from "./atRest.ts";
import { asClosed, type ChangedFile, compareFiles, findingsOf, overlay, sameFindings, type Texts } from "./changedFile.ts";
import { basesOfImporters, baseView, distinct, isImporter, shownFirst, textsOf } from "./changeSources.ts";
import { type Coalesced, coalesce } from "./coalesce.ts";
import { createDocumentsFirst, isAwaited } from "./documentsFirst.ts";
import { createKeptAnalyses, type KeptAnalyses } from "./keptAnalyses.ts";
import { createLongWork, type LongWork } from "./longWork.ts";
import { importsPath, isCurrent, type OpenDocument } from "./openDocument.ts";
import type { ReviewProgress } from "./progress.ts";
import { readDocument, readTextNow } from "./readDocument.ts";
import type { FolderRules } from "./ruleSet.ts";
import { createSiblingRoutes, type SiblingRoutes } from "./siblingRoutes.ts";
import { pathWithin, uriOfPath } from "./uris.ts";

/** What a root is reviewed from; both are read in one go. */
export interface RootChanges {
  /** Working tree with untracked files against the base. */
  readonly working: ChangeSet;
  /** What the gate judges; `undefined` in a folder without git. */
  readonly staged: ChangeSet | undefined;
}

export interface RootHost {
  readChanges(dir: string): Promise<RootChanges>;
  /** Text of a file that the change does not name; `undefined` when the base has none. */
  readBase(dir: string, path: string): Promise<string | undefined>;
  rules(dir: string): Promise<FolderRules>;
  /** Waits until a thread runs. */
  analyzer(dir: string): Promise<Analyzer>;
  progress(dir: string): ReviewProgress;
  /** What is compared with an open document is another now. */
  analyzeAgain(document: OpenDocument): void;
  /** The file of an open document was deleted, or is there again. */
  onTurn(root: ReviewRoot, document: OpenDocument, turn: "gone" | "back"): void;
  /** The findings of these files are others than before. */
  onFindings(root: ReviewRoot, uris: readonly string[]): void;
  /** Something that the views show changed. */
  onChange(root: ReviewRoot): void;
  onError(error: unknown): void;
}

export interface ReviewRoot {
  /** Absolute. */
  readonly dir: string;
  readonly changes: RootChanges | undefined;
  /** Every changed file, and open documents without a change, in order of path. */
  readonly files: readonly ChangedFile[];
  readonly documents: ReadonlySet<OpenDocument>;
  readonly busy: boolean;
  /** How long the last pass took. */
  readonly milliseconds: number;
  /** Why there is no review of this folder. */
  readonly failure: string | undefined;
  fileOf(uri: string): ChangedFile | undefined;
  analysisOf(path: string, text: string, side?: CacheSide): FileAnalysis | undefined;
  /** Re-reads the folder, after what is under way. */
  refresh(delayMs?: number): void;
  /** Drops every analysis, because the rules are others. */
  reanalyze(): void;
  /**
   * Makes anew the analyses that a file was read for, because it is another one; they stand until then.
   *
   * @param delayMs Since the last call for this file. @param then Called at that time.
   */
  refreshDependents(path: string, delayMs: number, then: () => void): void;
  attach(document: OpenDocument): Promise<void>;
  detach(document: OpenDocument): void;
  /** The document has a new analysis. */
  update(document: OpenDocument): void;
  /** What the rest of the project says of the document's routes, as it was when the folder was last read. */
  projectOf(document: OpenDocument): ProjectRoutes | undefined;
  /** What an earlier run found in this text, until the folder has been read once. */
  keptOf(file: ProjectSource): Promise<FileAnalysis | undefined>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  dispose(): void;
}

/** Once it is quiet: an editor that ends gives the server little time. */
const keepAfterMs = 2_000;

export function createReviewRoot(dir: string, host: RootHost): ReviewRoot {
  return new Root(dir, host);
}

class Root implements ReviewRoot {
  readonly dir: string;
  readonly documents = new Set<OpenDocument>();
  changes: RootChanges | undefined;
  files: readonly ChangedFile[] = [];
  failure: string | undefined;
  milliseconds = 0;
  private readonly host: RootHost;
  private readonly cache: AnalysisCache = createAnalysisCache();
  private readonly loop: Coalesced;
  private readonly siblings: SiblingRoutes;
  private readonly long: LongWork;
  private byUri = new Map<string, ChangedFile>();
  /** Closed since the folder was last read, with the text that is on disk. */
  private readonly closing = new Set<string>();
  private readonly kept: KeptAnalyses;
  private keeping: NodeJS.Timeout | undefined;
  private readonly atRest = createAtRest();
  private disposed = false;
  private readonly documentsFirst = createDocumentsFirst(this.documents);
  /** False while a pass has not asked yet what the folder holds. */
  private isReading = false;

  constructor(dir: string, host: RootHost) {
    this.dir = dir;
    this.host = host;
    this.siblings = createSiblingRoutes(dir);
    this.kept = createKeptAnalyses(dir, () => host.rules(dir));
    this.loop = coalesce(
      () => this.read(),
      (error) => this.fail(error),
    );
    this.long = createLongWork({
      ensure: (files, progress) => this.ensure(files, { onProgress: progress.report, signal: progress.signal }),
      analysisOf: ({ path, text, side }) => this.cache.get(path, text, side),
      outdate: ({ path, text }) => this.cache.outdate((file) => file.path === path && file.text === text),
      progress: () => host.progress(dir),
      onDone: (isWhole) => (isWhole ? this.refresh() : this.compare()),
      onError: (error) => this.fail(error),
    });
  }

  get busy(): boolean {
    return this.loop.busy || this.long.busy || this.atRest.busy || [...this.documents].some(isAwaited);
  }

  fileOf(uri: string): ChangedFile | undefined {
    return this.byUri.get(uri);
  }

  analysisOf(path: string, text: string, side?: CacheSide): FileAnalysis | undefined {
    return this.cache.get(path, text, side);
  }

  refresh(delayMs = 0): void {
    this.loop.request(delayMs);
  }

  reanalyze(): void {
    this.cache.clear();
    this.kept.reset();
    this.refresh();
  }

  refreshDependents(path: string, delayMs: number, then: () => void): void {
    const isAny = this.cache.outdateDependents(path, delayMs === 0);
    const isImported = isAny || [...this.documents].some((one) => one.path !== path && importsPath(one, path));
    const task = (): void => {
      if (isAny) this.refresh();
      then();
      // `busy` may be over with this, and nothing else says so.
      if (isImported) this.host.onChange(this);
    };
    this.atRest.run(path, delayMs, { task, isBusy: isImported });
  }

  async attach(document: OpenDocument): Promise<void> {
    document.path = pathWithin(this.dir, document.file ?? "") ?? document.path;
    this.documents.add(document);
    await this.readDocument(document);
    this.analyzeBase(document).catch((error: unknown) => this.host.onError(error));
    // A file that was made after the last reading is not ignored by git, it is new.
    const isReadLater = this.loop.busy && !this.isReading;
    if (!isReadLater && !this.changes?.working.files.some((file) => file.path === document.path)) this.refresh();
    this.update(document);
  }

  detach(document: OpenDocument): void {
    if (!this.documents.delete(document)) return;
    if (readTextNow(join(this.dir, document.path)) === document.text.getText()) this.closing.add(document.uri);
    this.compare();
    // The editor may have thrown away what was typed: the disk decides from here on.
    this.refresh();
  }

  update(document: OpenDocument): void {
    const { analysis } = document;
    if (analysis && isCurrent(document)) {
      const shown = [...this.documents].filter(({ path }) => path === analysis.file.path).map(({ text }) => text.getText());
      this.cache.putShown(analysis.file, analysis.result, analysis.begun, shown);
      if (this.isBase(document, analysis.file.text) && !analysis.result.partial)
        this.cache.put({ ...analysis.file, side: "base" }, analysis.result, analysis.begun);
    }
    this.compare(document.uri);
    this.documentsFirst.update();
  }

  projectOf({ path, text }: OpenDocument): ProjectRoutes | undefined {
    return this.siblings.of({ path, text: text.getText() });
  }

  keptOf(file: ProjectSource): Promise<FileAnalysis | undefined> {
    return this.kept.find(file, this.changes === undefined);
  }

  idle(): Promise<void> {
    return this.loop.idle();
  }

  dispose(): void {
    this.keep();
    this.disposed = true;
    this.loop.dispose();
    this.atRest.dispose();
    this.files = [];
    this.byUri = new Map();
  }

  /** One pass: read, analyse what is new, then show all of it at once, so that moved code never looks introduced in between. */
  private async read(): Promise<void> {
    this.host.onChange(this);
    this.isReading = false;
    if (this.changes === undefined) await this.documentsFirst.shown();
    this.isReading = true;
    const begun = performance.now();
    const changes = await this.host.readChanges(this.dir);
    for (const document of this.documents) await this.readDocument(document, changes);
    const sources: SidedSource[] = [];
    const progress = this.host.progress(this.dir);
    try {
      const options = { onProgress: progress.report, signal: progress.signal };
      sources.push(...(await this.withSiblings(this.sourcesOf(changes), changes)));
      this.long.compareRoutes(sources);
      const first = shownFirst(sources, changes);
      await this.ensure(first, options);
      if (!this.disposed) this.long.begin(sources.filter((source) => !first.includes(source)));
      const bases = basesOfImporters(changes, this.documents, (path, text) => this.cache.get(path, text));
      sources.push(...bases);
      await this.ensure(bases, options);
    } finally {
      progress.end();
    }
    if (this.disposed) return;
    // The analyzer was replaced while it worked, because the rules changed.
    const isMissing = (source: SidedSource): boolean =>
      !this.long.holds(source) && !this.cache.get(source.path, source.text, source.side);
    if (!progress.signal.aborted && sources.some(isMissing)) this.refresh();
    this.changes = changes;
    this.closing.clear();
    this.failure = undefined;
    this.milliseconds = Math.round(performance.now() - begun);
    this.cache.keep([...sources, ...textsOf(this.documents)]);
    if (!this.long.busy) this.kept.forget();
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), keepAfterMs).unref();
    this.compare();
    // `busy` is over when this pass has returned.
    setImmediate(() => this.host.onChange(this));
  }

  /** Gives each file what the rest of the project says of its routes; what was compared with other routes is analysed again. */
  private async withSiblings(files: readonly SidedSource[], { working, staged }: RootChanges): Promise<SidedSource[]> {
    const { rules } = await this.host.rules(this.dir);
    const routesOf: Analyzer["routesOf"] = async (asked) =>
      asked.length > 0 ? (await this.host.analyzer(this.dir)).routesOf(asked) : [];
    const open = [...this.documents].filter(({ deleted }) => !deleted);
    const shown = open.map(({ path, text }) => ({ path, text: text.getText() }));
    // Routes that a change adds elsewhere say nothing new of those in a file that it leaves alone.
    const alone = new Set([...working.files, ...(staged?.files ?? [])].filter(isImporter).map(({ path }) => path));
    const changed = [...new Set(working.files.map(({ path }) => path))].filter((path) => !alone.has(path));
    if (await this.siblings.update([...shown, ...files], { rules, routesOf }, changed)) {
      this.cache.outdate((file) => declaresRoutes(file, rules));
      for (const document of open)
        if (declaresRoutes({ path: document.path, text: document.text.getText() }, rules)) this.host.analyzeAgain(document);
    }
    return files.map((file) => {
      const project = alone.has(file.path) ? undefined : this.siblings.of(file, file.side);
      return project ? { ...file, project } : file;
    });
  }

  /** @param anyRoutes See `KeptAnalyses.find`. */
  private ensure(files: readonly SidedSource[], options?: AnalyzeAllOptions, anyRoutes = false): Promise<void> {
    const keptOf = (file: SidedSource) => this.kept.find(file, anyRoutes);
    return this.cache.ensure(() => this.host.analyzer(this.dir), files, keptOf, options);
  }

  /** For the next start of the editor. */
  private keep(): void {
    clearTimeout(this.keeping);
    if (this.changes === undefined) return;
    const open = [...this.documents].map(({ path, text }): [string, string] => [path, text.getText()]);
    this.kept.save(this.cache.known(), new Map(open));
  }

  private fail(error: unknown): void {
    this.failure = error instanceof Error ? error.message : String(error);
    this.host.onError(error);
    this.host.onChange(this);
  }

  private async readDocument(document: OpenDocument, changes = this.changes): Promise<void> {
    const known = changes?.working.files.find((file) => file.path === document.path);
    const base = async () => (known ? known.baseText : await this.baseOf(document, changes !== undefined));
    const turn = await readDocument(this.dir, document, base);
    if (turn) this.host.onTurn(this, document, turn);
  }

  /** Does not wait for the next reading of the folder: the person looks at this document now. */
  private async analyzeBase(document: OpenDocument): Promise<void> {
    const text = document.baseText;
    if (text === undefined || this.isBase(document, document.text.getText())) return;
    const known = this.changes?.working.files.find((file) => file.path === document.path);
    const imports = this.changes ? baseView(this.changes.working, this.documents) : { root: this.dir };
    const file = { path: known?.basePath ?? document.path, text };
    const project = this.siblings.of(file, "base");
    const base = { ...file, imports, side: "base", guards: "too", ...(project ? { project } : {}) } as const;
    await this.ensure([base], undefined, this.changes === undefined);
    if (!document.closed) this.compare(document.uri);
  }

  /** Before the folder is read, both sides import the same files: what is found in one text is found in the other. */
  private isBase({ baseText }: OpenDocument, text: string): boolean {
    return this.changes === undefined && baseText === text;
  }

  /** A file that neither the base nor the change has is one that git ignores: its base is what it held when it was opened. */
  private async baseOf(document: OpenDocument, isRead: boolean): Promise<string | undefined> {
    const base = await this.host.readBase(this.dir, document.path).catch(() => undefined);
    return base ?? (isRead && document.onDisk ? document.openedText : undefined);
  }

  /** Texts to analyse in the pool: what open documents show is analysed in their own thread. */
  private sourcesOf(changes: RootChanges): SidedSource[] {
    const shown = [...this.documents].filter((document) => !document.deleted);
    const open = new Set(shown.map((document) => document.path));
    // What is open counts before what is on disk.
    const imports: ImportView = {
      root: this.dir,
      ...(shown.length > 0 ? { texts: Object.fromEntries(shown.map(({ path, text }) => [path, text.getText()])) } : {}),
    };
    const sources: SidedSource[] = [];
    const add = (path: string, text: string | undefined, imports: ImportView, side: CacheSide = "current"): void => {
      if (text !== undefined) sources.push({ path, text, imports, side, guards: "too" });
    };
    const base = baseView(changes.working, this.documents);
    for (const file of changes.working.files) {
      if (!isImporter(file)) add(file.basePath ?? file.path, file.baseText, base, "base");
      if (!open.has(file.path)) add(file.path, file.text, imports);
    }
    const staged = changes.staged && importsOf(changes.staged);
    for (const file of changes.staged?.files ?? []) {
      if (!staged) break;
      if (!isImporter(file)) add(file.basePath ?? file.path, file.baseText, staged.base, "base");
      add(file.path, file.text, staged.current);
    }
    for (const { path, baseText } of this.documents) add(path, baseText, base, "base");
    return distinct(sources);
  }

  private shownTexts(): Texts[] {
    const changes = new Map<string, FileChange>((this.changes?.working.files ?? []).map((file) => [file.path, file]));
    const texts = new Map<string, Texts>();
    for (const [path, change] of changes) texts.set(path, { uri: uriOfPath(join(this.dir, path)), change });
    for (const document of this.documents) {
      const { path, uri, text } = document;
      const known = changes.get(path);
      if (!document.deleted)
        texts.set(path, { uri, change: overlay(known, path, document.baseText, text.getText()), version: text.version });
      else if (known) texts.set(path, { uri, change: known });
    }
    return [...texts.values()].sort((a, b) => (a.change.path < b.change.path ? -1 : 1));
  }

  /** @param touched A document that is shown again even if its findings are the same: it has another version. */
  private compare(touched?: string): void {
    if (this.disposed) return;
    const before = this.byUri;
    const files = compareFiles(this.shownTexts(), (path, text, side) => this.cache.get(path, text, side));
    // A document that waits for an analysis, of its text or of its base, keeps what it shows; one that was closed, until it is read.
    const waits = ({ uri, version, complete }: ChangedFile): boolean =>
      !complete && (version !== undefined || this.closing.has(uri));
    const closed = [...this.closing].filter((uri) => files.every((file) => file.uri !== uri));
    this.files = [
      ...files.map((file) => (waits(file) ? { ...file, ...findingsOf(before.get(file.uri)) } : file)),
      ...closed.flatMap((uri) => asClosed(before.get(uri))),
    ];
    this.byUri = new Map(this.files.map((file) => [file.uri, file]));
    const uris = new Set([...before.keys(), ...this.byUri.keys()]);
    const changed = [...uris].filter((uri) => uri === touched || !sameFindings(before.get(uri), this.byUri.get(uri)));
    if (changed.length > 0) this.host.onFindings(this, changed);
    this.host.onChange(this);
  }
}
