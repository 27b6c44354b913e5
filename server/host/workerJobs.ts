/** What a worker thread can do, one function per kind of job; keeps the trees of open documents. */
import { join } from "node:path";
import { createEngine, type Engine, type SourceFile } from "../engine/analyze.ts";
import { editedPart, editIn, looksAtWholeFile, mergeEdit } from "../engine/editedPart.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { applyFix } from "../engine/fixes/applyFix.ts";
import { offerFix } from "../engine/fixes/offerFix.ts";
import { codeOf, languageOfFile, mayEmbedCode } from "../engine/languages/embeddedCode.ts";
import { TreeMemo } from "../engine/languages/treeMemo.ts";
import type { ReadText } from "../engine/modules/resolveModule.ts";
import { embeddedLanguages } from "../engine/rules/embeddedLanguages.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { Tree } from "../engine/tree/node.ts";
import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";
import type { ParsedDocument, Parser } from "../parser/parser.ts";
import { ignoreEdits } from "./ignoreEdits.ts";
import { createModuleReader, type ProjectSource } from "./moduleReader.ts";
import type { RuleTestText } from "./ruleTestFiles.ts";
import { runRuleTest } from "./runRuleTest.ts";
import type { FixedFile, JobResults, TestedRules, WorkerJob } from "./workerMessages.ts";

interface OpenDocument {
  readonly language: LanguageId;
  readonly parsed: ParsedDocument;
  readonly memo: TreeMemo;
  /** What was analysed last; absent before the first time. */
  last?: { readonly path: string; readonly tree: Tree; readonly analysis: FileAnalysis };
}

/** Larger documents are left to the engine, which may refuse them, and are not kept parsed. */
const maxDocumentLength = 5_000_000;
const maxFixesPerFile = 100;

/** @returns Does one job at a time. Throws what the engine throws, which is a bug of ours. */
export function createJobs(engine: Engine, parser: Parser): (job: WorkerJob) => JobResults[WorkerJob["kind"]] {
  const documents = new Map<string, OpenDocument>();

  const openTexts = new Map<string, string>();
  const places = new Map<string, string>();
  const reader = createModuleReader(openTexts);
  const close = (key: string): undefined => {
    openTexts.delete(places.get(key) ?? "");
    places.delete(key);
    documents.get(key)?.parsed.close();
    documents.delete(key);
  };
  const parseDocument = (key: string, file: SourceFile): RawTree | undefined => {
    const language = languageOfFile(file);
    const text = codeOf(file);
    const known = documents.get(key);
    if (known && known.language === language && file.text.length <= maxDocumentLength) {
      try {
        return known.parsed.update(text);
      } catch (error) {
        // Its tree may have moved on without its text.
        close(key);
        throw error;
      }
    }
    close(key);
    if (!language || file.text.length > maxDocumentLength) return undefined;
    const parsed = parser.openDocument(language, text);
    documents.set(key, { language, parsed, memo: new TreeMemo() });
    return parsed.raw();
  };
  const textRules = new Set(engine.rules.filter(looksAtWholeFile).map(({ id }) => id));
  const analyzeDocument = (document: OpenDocument, file: ProjectSource, raw: RawTree, whole: boolean): FileAnalysis => {
    const { last, memo } = document;
    const usable = !whole && !mayEmbedCode(file.path) && last?.path === file.path && last.analysis.notReviewed.length === 0;
    const edit = usable ? editIn(last.tree, file.text) : undefined;
    // From here on its nodes may be part of the next tree.
    delete document.last;
    const tree = engine.treeOf(file, raw, memo);
    const read = reader(file.imports);
    if (!tree) return engine.analyze(file, raw);
    const part = edit && editedPart(edit, tree);
    let analysis = part && engine.analyze(file, raw, part.tree, read);
    if (part && last && analysis?.notReviewed.length === 0)
      analysis = mergeEdit(last.analysis, analysis, part, (id) => textRules.has(id));
    else analysis = engine.analyze(file, raw, tree, read);
    document.last = { path: file.path, tree, analysis };
    return analysis;
  };
  const analyze = (file: ProjectSource, key: string | undefined, whole: boolean): FileAnalysis => {
    const raw = key === undefined ? undefined : parseDocument(key, file);
    const document = key === undefined ? undefined : documents.get(key);
    if (key !== undefined && file.imports?.root !== undefined) {
      const place = join(file.imports.root, file.path);
      if (places.get(key) !== place) openTexts.delete(places.get(key) ?? "");
      openTexts.set(place, file.text);
      places.set(key, place);
    }
    return raw && document
      ? analyzeDocument(document, file, raw, whole)
      : engine.analyze(file, undefined, undefined, reader(file.imports));
  };
  return (job) => {
    switch (job.kind) {
      case "analyze":
        return analyze(job.file, job.document, job.whole === true);
      case "fix":
        return offerFix(engine, parser.parse, job.file, job.finding, reader(job.file.imports));
      case "fixAll":
        return fixAll(engine, parser, job.file, new Set(job.fingerprints), reader(job.file.imports));
      case "ignore":
        return ignoreEdits(engine, job.file, job.finding, job.reason, reader(job.file.imports));
      case "testRules":
        return testRules(job.rules, job.tests, parser);
      case "routes":
        return engine.routesOf(job.file) ?? null;
      case "close":
        return close(job.document);
      case "liveTrees":
        return parser.liveTrees();
    }
  };
}

/** @returns The languages whose grammars must be loaded before the job runs. */
export function languagesOfJob(job: WorkerJob): LanguageId[] {
  if (job.kind === "testRules") {
    const ofTests = job.tests.flatMap((test) => languageOfFile(test) ?? []);
    return [...new Set([...job.rules.flatMap((rule) => rule.languages), ...embeddedLanguages(job.rules), ...ofTests])];
  }
  const language = "file" in job ? languageOfFile(job.file) : undefined;
  return language ? [language] : [];
}

function testRules(rules: readonly Rule[], tests: readonly RuleTestText[], parser: Parser): TestedRules {
  const { problems } = createEngine({ rules, parse: parser.parse });
  return { problems, runs: tests.map((test) => runRuleTest(rules, test, parser)) };
}

/** Each fix is built and verified on the text that the one before left, so that the file as a whole is verified too. */
function fixAll(
  engine: Engine,
  parser: Parser,
  file: SourceFile,
  wanted: ReadonlySet<string>,
  read: ReadText | undefined,
): FixedFile | undefined {
  let current = file;
  const titles: string[] = [];
  while (titles.length < maxFixesPerFile) {
    const next = firstFix(engine, parser, current, wanted, read);
    if (!next) break;
    current = { ...current, text: next.text };
    titles.push(next.title);
  }
  return titles.length > 0 ? { text: current.text, titles } : undefined;
}

function firstFix(engine: Engine, parser: Parser, file: SourceFile, wanted: ReadonlySet<string>, read: ReadText | undefined) {
  for (const finding of engine.analyze(file, undefined, undefined, read).findings) {
    if (!wanted.has(finding.fingerprint) || finding.suppression) continue;
    const fix = offerFix(engine, parser.parse, file, finding, read);
    if (fix && "edits" in fix) return { title: fix.title, text: applyFix(file.text, fix) };
  }
  return undefined;
}
