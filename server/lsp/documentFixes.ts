/** Fixes for open documents, built once for each text and finding, and forgotten with the text. */

import type { Finding } from "../engine/findings/finding.ts";
import type { Fix, FixRefusal, TextEdit } from "../engine/fixes/fix.ts";
import type { Analyzer } from "../host/analyzer.ts";
import type { ProjectSource } from "../host/moduleReader.ts";
import type { ChangedFile } from "./changedFile.ts";
import { changedParts } from "./changedParts.ts";

export interface DocumentFixes {
  /** `undefined`: no fix exists, or the text moved on. Verified. */
  of(uri: string, finding: Finding): Promise<Fix | FixRefusal | undefined>;
  all(
    uri: string,
    findings: readonly Finding[],
  ): Promise<{ readonly edits: readonly TextEdit[]; readonly count: number } | undefined>;
  /** Edits that insert the comment; `undefined` where no comment can stand. */
  ignore(uri: string, finding: Finding, reason: string): Promise<readonly TextEdit[] | undefined>;
  /** Title of the fix for this finding or one with the same fingerprint, if it was built before. */
  knownTitle(finding: Finding): string | undefined;
  /** Builds the fixes of these files a little later, for the views. */
  prepare(uris: readonly string[]): void;
  forget(uri: string): void;
}

export interface FixSource {
  currentFile(uri: string): ChangedFile | undefined;
  shownFile(uri: string): ChangedFile | undefined;
  analyzerOf(uri: string): Promise<Analyzer>;
  /** The folder below which the files that a document imports are read. */
  rootOf(uri: string): string | undefined;
  /** More titles are known. */
  onTitles(): void;
}

/** Long enough that building fixes for the views does not compete with the analysis of what is being written. */
const prepareAfterMs = 700;
const maxTitles = 2000;

interface Built {
  readonly text: string;
  readonly fixes: Map<Finding, Promise<Fix | FixRefusal | undefined>>;
}

export function createDocumentFixes(source: FixSource): DocumentFixes {
  const built = new Map<string, Built>();
  const titles = new Map<string, string | undefined>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const fileOf = (uri: string): ProjectSource | undefined => {
    const file = source.currentFile(uri) ?? source.shownFile(uri);
    if (file?.change.text === undefined) return undefined;
    const root = source.rootOf(uri);
    return { path: file.change.path, text: file.change.text, ...(root === undefined ? {} : { imports: { root } }) };
  };
  const of = async (uri: string, finding: Finding): Promise<Fix | FixRefusal | undefined> => {
    const file = fileOf(uri);
    if (!file) return undefined;
    let known = built.get(uri);
    if (known?.text !== file.text) {
      known = { text: file.text, fixes: new Map() };
      built.set(uri, known);
    }
    const fix = known.fixes.get(finding) ?? source.analyzerOf(uri).then((analyzer) => analyzer.fix(file, finding));
    known.fixes.set(finding, fix);
    const result = await fix;
    if (titles.size > maxTitles) titles.clear();
    titles.set(finding.fingerprint, result && "edits" in result ? result.title : undefined);
    return fileOf(uri)?.text === file.text ? result : undefined;
  };
  const prepareNow = async (): Promise<void> => {
    const uris = [...waiting];
    waiting.clear();
    const before = titles.size;
    for (const uri of uris)
      for (const finding of source.shownFile(uri)?.introduced ?? [])
        if (!titles.has(finding.fingerprint)) await of(uri, finding).catch(() => undefined);
    if (titles.size !== before) source.onTitles();
  };
  return {
    of,
    knownTitle: (finding) => titles.get(finding.fingerprint),
    prepare(uris) {
      for (const uri of uris) waiting.add(uri);
      clearTimeout(timer);
      timer = setTimeout(() => void prepareNow(), prepareAfterMs);
      timer.unref();
    },
    async all(uri, findings) {
      const file = fileOf(uri);
      if (!file) return undefined;
      const analyzer = await source.analyzerOf(uri);
      const fixed = await analyzer.fixAll(
        file,
        findings.map((finding) => finding.fingerprint),
      );
      if (!fixed || fileOf(uri)?.text !== file.text) return undefined;
      return { edits: changedParts(file.text, fixed.text), count: fixed.titles.length };
    },
    async ignore(uri, finding, reason) {
      const file = fileOf(uri);
      if (!file) return undefined;
      const analyzer = await source.analyzerOf(uri);
      const edits = await analyzer.ignore(file, finding, reason);
      return fileOf(uri)?.text === file.text ? edits : undefined;
    },
    forget: (uri) => void built.delete(uri),
  };
}
