/** The rule files that the editor has open: checked as one types, compiled and run on their test files when the typing rests. */

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "vscode-languageserver/node";
import type { Analyzer } from "../../host/analyzer.ts";
import { readTextFile } from "../../host/files.ts";
import { isRuleFile, rulesIn, workspaceRuleFolder } from "../../host/ruleFiles.ts";
import { readRuleTest, ruleFilesTestedBy, testFilesOf } from "../../host/ruleTestFiles.ts";
import { type Coalesced, coalesce } from "../coalesce.ts";
import type { OpenDocument } from "../openDocument.ts";
import { pathWithin } from "../uris.ts";
import { problemDiagnostics, type RuleTestState, testDiagnostics, testFileDiagnostics } from "./ruleDiagnostics.ts";

export interface RuleDocuments {
  /** Whether the team's rules are in use and this file holds some. @param file Absolute. */
  holdsRules(file: string | undefined): boolean;
  /** Call when a document was opened or changed. */
  update(document: OpenDocument): void;
  /** A file was written, made or deleted: perhaps a test of a rule file that is open. */
  changedOnDisk(file: string): void;
  /** Settings, trust or rules changed: everything that is open is looked at again. */
  refresh(): void;
  /** What the editor shows beside the findings; empty for other documents. */
  diagnosticsOf(document: OpenDocument): Diagnostic[];
  /** How the tests of a rule went, in words; `undefined` while that is not known. */
  testResultOf(document: OpenDocument, ruleId: string): string | undefined;
  /** A review came to its end: what waited for it is shown. */
  settle(): void;
  dispose(): void;
}

export interface RuleDocumentsHost {
  readonly documents: ReadonlyMap<string, OpenDocument>;
  /** Folders of the workspace that are trusted, with their setting `rules`. */
  ruleFolders(): readonly { readonly dir: string; readonly rules: readonly string[] }[];
  analyzerFor(dir: string): Promise<Analyzer>;
  /** @returns False while the document waits for its review: nothing is shown then. */
  publish(uri: string): boolean;
  report(error: unknown): void;
}

/** A longer text is not checked while one types. */
const maxLength = 500_000;
const restMs = 400;

export function createRuleDocuments(host: RuleDocumentsHost): RuleDocuments {
  return new Documents(host);
}

class Documents implements RuleDocuments {
  private readonly host: RuleDocumentsHost;
  /** By rule file. */
  private readonly states = new Map<string, RuleTestState>();
  private readonly loops = new Map<string, Coalesced>();
  private waiting = new Set<string>();

  constructor(host: RuleDocumentsHost) {
    this.host = host;
  }

  holdsRules(file: string | undefined): boolean {
    return file !== undefined && this.folderOf(file) !== undefined;
  }

  update({ file }: OpenDocument): void {
    if (file === undefined) return;
    for (const ruleFile of this.holdsRules(file) ? [file] : this.testedBy(file)) this.loopOf(ruleFile).request(restMs);
  }

  changedOnDisk(file: string): void {
    const tested = new Set(ruleFilesTestedBy(file));
    for (const document of this.host.documents.values())
      if (document.file !== undefined && tested.has(document.file)) this.update(document);
  }

  refresh(): void {
    for (const document of this.host.documents.values()) this.update(document);
  }

  diagnosticsOf(document: OpenDocument): Diagnostic[] {
    const { file, text } = document;
    if (file === undefined) return [];
    const content = text.getText();
    if (!this.holdsRules(file)) {
      const state = this.testedBy(file).map((ruleFile) => this.states.get(ruleFile));
      return state.flatMap((one) => (one ? testFileDiagnostics(one, file, content) : []));
    }
    if (content.length > maxLength) return [];
    const state = this.states.get(file);
    const current = state?.text === content ? state : undefined;
    const { problems } = rulesIn(content, document.path);
    return [
      ...problemDiagnostics([...problems, ...(current?.problems ?? [])], content),
      ...(current ? testDiagnostics(current) : []),
    ];
  }

  testResultOf({ file, text }: OpenDocument, ruleId: string): string | undefined {
    const state = file === undefined ? undefined : this.states.get(file);
    if (state?.text !== text.getText()) return undefined;
    const results = state.tests.flatMap(({ name, run }) =>
      (run?.results ?? []).filter((one) => one.ruleId === ruleId).map((one) => ({ name, ...one })),
    );
    const spoken = results.filter(
      ({ expected, okLines, todoLines, seen }) => expected.length + okLines + todoLines + seen.length > 0,
    );
    if (spoken.length === 0) return "No test file beside this one speaks of the rule.";
    return spoken
      .map(
        ({ name, passed, expected, seen, okLines }) =>
          `${name}: ${passed ? "passed" : "failed"} (${expected.length} expected, ${seen.length} found, ${okLines} rightly not found).`,
      )
      .join(" ");
  }

  settle(): void {
    if (this.waiting.size === 0) return;
    const uris = this.waiting;
    this.waiting = new Set();
    for (const uri of uris) this.publish(uri);
  }

  dispose(): void {
    for (const loop of this.loops.values()) loop.dispose();
  }

  private folderOf(file: string): { readonly dir: string } | undefined {
    if (!isRuleFile(file)) return undefined;
    return this.host.ruleFolders().find(({ dir, rules }) => {
      const places = [join(dir, workspaceRuleFolder), ...rules.map((name) => resolve(dir, name))];
      return places.some((place) => place === file || pathWithin(place, file) !== undefined);
    });
  }

  /** The rule files that a file is a test of. */
  private testedBy(file: string): string[] {
    return ruleFilesTestedBy(file).filter((ruleFile) => this.holdsRules(ruleFile) && existsSync(ruleFile));
  }

  private shownText(file: string): string | undefined {
    for (const document of this.host.documents.values()) if (document.file === file) return document.text.getText();
    return undefined;
  }

  private loopOf(ruleFile: string): Coalesced {
    const known = this.loops.get(ruleFile);
    if (known) return known;
    const fresh = coalesce(
      () => this.run(ruleFile),
      (error) => this.host.report(error),
    );
    this.loops.set(ruleFile, fresh);
    return fresh;
  }

  private async run(ruleFile: string): Promise<void> {
    const folder = this.folderOf(ruleFile);
    const text = this.shownText(ruleFile) ?? (await textOnDisk(ruleFile));
    if (!folder || text === undefined || text.length > maxLength) {
      this.states.delete(ruleFile);
    } else {
      const shown = pathWithin(folder.dir, ruleFile) ?? ruleFile;
      const { rules } = rulesIn(text, shown);
      const tests = [];
      for (const test of testFilesOf(ruleFile)) {
        const read = await readRuleTest(test, (file) => this.shownText(file));
        tests.push({ name: pathWithin(dirname(ruleFile), test) ?? test, path: test, read });
      }
      const readable = tests.flatMap(({ read }) => ("complaint" in read ? [] : [read]));
      const analyzer = await this.host.analyzerFor(folder.dir);
      const tested = rules.length > 0 ? await analyzer.testRules(rules, readable) : { problems: [], runs: [] };
      this.states.set(ruleFile, {
        text,
        rules,
        problems: tested?.problems ?? [],
        crashed: tested === undefined,
        tests: tests.map(({ name, path, read }) => {
          if ("complaint" in read) return { name, path, complaint: read.complaint };
          const run = tested?.runs[readable.indexOf(read)];
          return { name, path, text: read.text, ...(run ? { run } : {}) };
        }),
      });
    }
    for (const { uri, file } of this.host.documents.values())
      if (file === ruleFile || (file !== undefined && ruleFilesTestedBy(file).includes(ruleFile))) this.publish(uri);
  }

  private publish(uri: string): void {
    if (!this.host.publish(uri) && this.host.documents.has(uri)) this.waiting.add(uri);
  }
}

async function textOnDisk(file: string): Promise<string | undefined> {
  const read = await readTextFile(file);
  return "unread" in read ? undefined : read.text;
}
