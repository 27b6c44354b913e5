/** The state of one connection: documents, folders, settings and rules, and how a change in one reaches the others. */

import {
  type Connection,
  type Diagnostic,
  FileChangeType,
  type FileEvent,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import type { Finding } from "../engine/findings/finding.ts";
import type { Analyzer } from "../host/analyzer.ts";
import type { Repository } from "../host/git.ts";
import { createPassedCommits } from "../host/passedCommits.ts";
import { isUserError } from "../host/userError.ts";
import { methods, type ServerSettings } from "../protocol.ts";
import type { RecordPlace } from "../store/recordFolder.ts";
import { type Analyzers, createAnalyzers } from "./analyzers.ts";
import type { ChangedFile } from "./changedFile.ts";
import type { ClientStart } from "./clientFeatures.ts";
import { createDependents } from "./dependents.ts";
import { createDocumentFixes, type DocumentFixes } from "./documentFixes.ts";
import { createDocumentLoop, type DocumentLoop } from "./documentLoop.ts";
import { reviewFolders } from "./folderReview.ts";
import { createLiveLedgers } from "./liveLedger.ts";
import { createLooseDocuments, type LooseDocuments } from "./looseDocuments.ts";
import { mark } from "./marks.ts";
import { importsPath, isCurrent, type OpenDocument, openDocument } from "./openDocument.ts";
import { pollFolders } from "./pollFolders.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { rateLimit } from "./rateLimit.ts";
import type { ReviewRoot } from "./reviewRoot.ts";
import { createRootHost } from "./rootHost.ts";
import { createRootRegistry, type RootRegistry } from "./rootRegistry.ts";
import { createRuleDocuments, type RuleDocuments } from "./ruleFiles/ruleDocuments.ts";
import { type FolderRules, readFolderRules } from "./ruleSet.ts";
import { createSeenLines } from "./seenLines.ts";
import { FolderSettings } from "./settings.ts";
import { publishedOf, type ShownRules } from "./toProto/published.ts";
import { pathOfUri } from "./uris.ts";
import { createUsefulness } from "./usefulness.ts";

/** Documents with these schemes are not the user's own text: the left side of a comparison, output, settings pages. */
const foreignScheme = /^(git|gitlens|output|debug|search-editor|vscode-settings|vscode-userdata|walkThrough.*|comment|chat.*):/;
/** Their contents never reach a commit, and they come in floods. */
const ignoredPath = /[\\/](node_modules|\.git[\\/](objects|logs|linewarden|lfs))([\\/]|$)/;
const rulePath = /[\\/]\.linewarden[\\/]rules([\\/]|$)|\.ya?ml$/;

export class Session {
  readonly connection: Connection;
  readonly start: ClientStart;
  readonly documents = new Map<string, OpenDocument>();
  readonly registry: RootRegistry;
  readonly loose: LooseDocuments;
  readonly publisher: Publisher;
  readonly seen = createSeenLines((dir) => this.recordPlace(dir));
  readonly usefulness = createUsefulness((dir) => this.recordPlace(dir));
  readonly fixes: DocumentFixes;
  readonly ledgers = createLiveLedgers((document, lines) => void mark(this, document.uri, lines, true));
  readonly ruleDocuments: RuleDocuments;
  /** By folder, as of its last reading. */
  readonly repositories = new Map<string, Repository>();
  readonly passedCommits = createPassedCommits();
  trusted: boolean;
  private readonly settings = new FolderSettings();
  private readonly ruleSets = new Map<string, Promise<FolderRules>>();
  private readonly analyzers: Analyzers;
  private readonly loop: DocumentLoop;
  private readonly reviewChanged = rateLimit(() => {
    if (this.start.features.views) void this.sendReviews();
  }, 330);
  private readonly dependents = createDependents((document) => this.loop.analyze(document, true));
  private stopPolling = (): void => {};
  private told = "";

  constructor(connection: Connection, start: ClientStart, jobs: number) {
    this.connection = connection;
    this.start = start;
    this.trusted = start.trusted;
    this.analyzers = createAnalyzers(jobs);
    this.publisher = createPublisher({
      now: () => performance.now(),
      send: (uri, { diagnostics, version }) =>
        void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) }),
    });
    this.registry = createRootRegistry({
      ...createRootHost(this),
      removed: (root) => {
        for (const file of root.files) this.publisher.clear(file.uri);
        this.ruleSets.delete(root.dir);
        this.seen.forget(root.dir);
        this.usefulness.forget(root.dir);
      },
    });
    this.loose = createLooseDocuments({
      publish: (uri) => this.publish(uri),
      analyze: async (file) => (await this.analyzerFor(undefined)).analyze(file),
    });
    this.fixes = createDocumentFixes({
      currentFile: (uri) => this.currentFile(uri),
      shownFile: (uri) => this.shownFile(uri),
      analyzerOf: (uri) => this.analyzerFor(this.rootOfUri(uri)?.dir),
      rootOf: (uri) => this.rootOfUri(uri)?.dir,
      onTitles: () => this.touched(),
    });
    this.ruleDocuments = createRuleDocuments({
      documents: this.documents,
      ruleFolders: () =>
        this.trusted ? this.registry.entries().map(({ root: { dir } }) => ({ dir, rules: this.settingsOf(dir).rules })) : [],
      analyzerFor: (dir) => this.analyzerFor(dir),
      publish: (uri) => {
        this.publish(uri);
        return this.currentFile(uri) !== undefined;
      },
      report: (error) => this.report(error),
    });
    this.loop = createDocumentLoop({
      analyzerFor: async (document) => this.analyzerFor(this.rootOf(document)?.dir),
      maxCharacters: (document) => this.settingsOf(this.rootOf(document)?.dir).maxFileSizeMb * 1024 * 1024,
      importsOf: (document) => {
        const root = this.rootOf(document);
        return root && { root: root.dir };
      },
      projectOf: (document) => this.rootOf(document)?.projectOf(document),
      keptOf: async (document, file) => this.rootOf(document)?.keptOf(file),
      onAnalysis: (document) => {
        const root = this.rootOf(document);
        (root ?? this.loose).update(document);
        if (root) this.dependents.changed(root, document);
      },
      onError: (error) => this.report(error),
    });
  }

  // --- documents ---

  async open(item: { uri: string; languageId: string; version: number; text: string }): Promise<void> {
    if (foreignScheme.test(item.uri)) return;
    this.close(item.uri);
    const document = openDocument(TextDocument.create(item.uri, item.languageId, item.version, item.text));
    this.documents.set(item.uri, document);
    const root = document.file === undefined ? undefined : await this.registry.rootFor(document.file);
    if (document.closed) return;
    if (root && document.file !== undefined) await root.attach(document);
    else this.loose.attach(document);
    this.loop.analyze(document);
    this.ruleDocuments.update(document);
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.documents.get(uri);
    if (!document) return;
    document.text = TextDocument.update(document.text, [...changes], version);
    document.deleted = false;
    this.ledgers.changed(document, changes);
    this.ruleDocuments.update(document);
    if (this.rootOf(document) || this.loose.has(document)) this.loop.analyze(document);
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    this.ledgers.flush(document);
    this.ledgers.forget(document);
    document.closed = true;
    this.documents.delete(uri);
    const root = this.rootOf(document);
    root?.detach(document);
    if (root) this.dependents.closed(root, document);
    if (this.loose.detach(document)) this.publisher.clear(uri);
    this.fixes.forget(uri);
    this.analyzers.closeDocument(uri);
    this.registry.prune();
  }

  /** A file that is gone is imported by none, whatever the editor still shows of it. */
  turned(root: ReviewRoot, document: OpenDocument, turn: "gone" | "back"): void {
    if (turn === "gone") this.analyzers.closeDocument(document.uri);
    else this.loop.analyze(document, true);
    root.refreshDependents(document.path, 0, () => {
      for (const one of root.documents) if (one !== document && importsPath(one, document.path)) this.loop.analyze(one, true);
    });
  }

  save(uri: string): void {
    const document = this.documents.get(uri);
    if (document) this.ledgers.flush(document);
    const path = pathOfUri(uri);
    if (path !== undefined) for (const root of this.registry.rootsOf(path)) root.refresh(30);
  }

  rootOf(document: OpenDocument): ReviewRoot | undefined {
    return this.registry.entries().find(({ root }) => root.documents.has(document))?.root;
  }

  /** The file under review at this URI, as the editor shows it now; `undefined` while its analysis is under way. */
  currentFile(uri: string): ChangedFile | undefined {
    const document = this.documents.get(uri);
    const file = this.shownFile(uri);
    if (document && (!isCurrent(document) || file?.version !== document.text.version || !file.complete)) return undefined;
    return file;
  }

  shownFile(uri: string): ChangedFile | undefined {
    return this.rootOfUri(uri)?.fileOf(uri) ?? this.loose.fileOf(uri);
  }

  /** The root that shows this file; `undefined` for a document without one. */
  rootOfUri(uri: string): ReviewRoot | undefined {
    return this.registry.entries().find(({ root }) => root.fileOf(uri))?.root;
  }

  /** Findings that the editor shows for the text as it stands; empty while its analysis is under way. */
  shownFindings(uri: string): readonly Finding[] {
    const file = this.currentFile(uri);
    if (!file) return [];
    const { existing, isHidden } = this.shownRules(uri);
    const stoodThere = existing ? file.existing.filter((finding) => !isHidden(finding, false)) : [];
    return [...file.introduced.filter((finding) => !isHidden(finding, true)), ...stoodThere];
  }

  shownRules(uri: string): ShownRules {
    const dir = this.rootOfUri(uri)?.dir;
    const { showExistingFindings: existing, disabledRules } = this.settingsOf(dir);
    const disabled = new Set(disabledRules);
    const { usefulness } = this;
    return { existing, isHidden: (one, isNew) => disabled.has(one.ruleId) || (isNew && usefulness.isNotUseful(dir, one)) };
  }

  ruleDiagnostics(uri: string): Diagnostic[] {
    const document = this.documents.get(uri);
    return document && !document.deleted ? this.ruleDocuments.diagnosticsOf(document) : [];
  }

  // --- folders, files, settings ---

  async setFolders(folders: readonly WorkspaceFolder[]): Promise<void> {
    await this.askSettings(folders);
    await this.registry.setFolders(folders);
    // The threads start while the folders are read: one that does not is tried again with the first request.
    for (const { root } of this.registry.entries()) void this.analyzerFor(root.dir).catch(() => {});
    await this.dropUnusedRules();
    // A document may have lost its root, or a root may have come for it.
    for (const document of [...this.documents.values()]) {
      const root = document.file === undefined ? undefined : await this.registry.rootFor(document.file);
      if (root === this.rootOf(document)) continue;
      await this.open({
        uri: document.uri,
        languageId: document.text.languageId,
        version: document.text.version,
        text: document.text.getText(),
      });
    }
    this.touched();
  }

  filesChanged(events: readonly FileEvent[]): void {
    for (const { uri, type } of events) {
      const path = pathOfUri(uri);
      if (path === undefined || ignoredPath.test(path)) continue;
      const roots = this.registry.rootsOf(path);
      for (const root of roots) {
        this.dependents.changedOnDisk(root, path);
        root.refresh(50);
      }
      this.ruleDocuments.changedOnDisk(path);
      const isRule = rulePath.test(path) && roots.some((root) => this.usesRuleFile(root.dir, path));
      if (isRule || (type !== FileChangeType.Changed && path.endsWith(".linewarden"))) void this.reloadRules();
    }
  }

  settingsOf(dir: string | undefined): ServerSettings {
    return this.settings.of(dir);
  }

  async settingsChanged(): Promise<void> {
    if (!(await this.askSettings())) return;
    await this.reloadRules();
    for (const document of this.documents.values()) this.publish(document.uri);
  }

  async setTrusted(trusted: boolean): Promise<void> {
    if (trusted === this.trusted) return;
    this.trusted = trusted;
    await this.reloadRules();
  }

  analyzeAgain(document: OpenDocument): void {
    this.loop.analyze(document, true);
  }

  /** Reads every rule file again and analyses everything with the new rules. */
  async reloadRules(): Promise<void> {
    this.ruleSets.clear();
    for (const { root } of this.registry.entries()) root.reanalyze();
    for (const document of this.documents.values()) this.loop.analyze(document, true);
    this.ruleDocuments.refresh();
    await this.dropUnusedRules();
  }

  /** Where a folder's record is kept; `undefined` without git when the editor names no storage. */
  recordPlace(dir: string): RecordPlace | undefined {
    const repository = this.repositories.get(dir);
    if (repository) return { commonDir: repository.commonDir };
    // Before its first reading, a repository's record must not be looked for in the editor's storage.
    if (this.registry.entries().some((entry) => entry.root.dir === dir && entry.hasGit)) return undefined;
    const storage = this.start.storagePath;
    return storage === undefined ? undefined : { storage, folder: dir };
  }

  ruleSetOf(dir: string | undefined): Promise<FolderRules> {
    const key = dir ?? "";
    const known = this.ruleSets.get(key);
    if (known) return known;
    const fresh = readFolderRules(dir, this.settingsOf(dir), this.trusted);
    this.ruleSets.set(key, fresh);
    return fresh;
  }

  async analyzerFor(dir: string | undefined): Promise<Analyzer> {
    return this.analyzers.forRules(await this.ruleSetOf(dir));
  }

  startedAnalyzer(rules: FolderRules): Analyzer | undefined {
    return this.analyzers.started(rules);
  }

  async liveTrees(): Promise<number> {
    const counts = await Promise.all(this.analyzers.all().map(async (analyzer) => (await analyzer).liveTrees()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  // --- what the editor shows ---

  publish(uri: string): void {
    this.publisher.publish(uri, () => publishedOf(this, uri));
  }

  /** The views are told, at most four times a second. */
  touched(): void {
    this.reviewChanged.call();
  }

  /** An error of ours or of the set-up: in the log always, to the person once. */
  report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const stack = isUserError(error) ? undefined : error instanceof Error ? error.stack : undefined;
    this.connection.console.error(stack ?? message);
    if (message === this.told) return;
    this.told = message;
    if (!this.start.features.views) void this.connection.window.showErrorMessage(`Linewarden: ${message}`);
  }

  startPolling(): void {
    const roots = () => this.registry.entries().map(({ root }) => root);
    this.stopPolling = pollFolders({ roots, changedOnDisk: (root, file) => this.dependents.changedOnDisk(root, file) });
  }

  async dispose(): Promise<void> {
    this.stopPolling();
    this.reviewChanged.dispose();
    this.publisher.dispose();
    this.registry.dispose();
    this.ruleDocuments.dispose();
    await this.analyzers.dispose();
  }

  private async sendReviews(): Promise<void> {
    try {
      await this.connection.sendNotification(methods.reviewChanged, await reviewFolders(this));
    } catch (error) {
      this.report(error);
    }
  }

  private usesRuleFile(dir: string, path: string): boolean {
    if (!this.trusted) return false;
    return (
      path.includes(".linewarden") || this.settingsOf(dir).rules.some((rule) => path.includes(rule.replace(/^\.?[\\/]/, "")))
    );
  }

  /** Folders are reviewed without the settings of an editor that does not tell them, which is said. */
  private async askSettings(folders?: readonly WorkspaceFolder[]): Promise<boolean> {
    if (!this.start.features.configuration) return false;
    return this.settings.ask(this.connection, folders).catch((error: unknown) => {
      this.report(error);
      return false;
    });
  }

  /** Rules may change while these are read: then the reading that is under way for them decides. */
  private async dropUnusedRules(): Promise<void> {
    const wanted = ["", ...this.registry.entries().map(({ root }) => root.dir)].map((dir) => this.ruleSetOf(dir || undefined));
    const sets = await Promise.all(wanted);
    const now = new Set(this.ruleSets.values());
    if (wanted.every((set) => now.has(set))) await this.analyzers.keep(sets);
  }
}
