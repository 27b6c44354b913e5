/** What is asked of a document whose analysis is made anew meanwhile, because another file changed: its text is the same. */

import { expect } from "chai";
import { CodeActionKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { handleCodeAction } from "../../../server/lsp/handlers/codeAction.ts";
import { handleIgnoreEdit } from "../../../server/lsp/handlers/ignore.ts";
import { handleRuleFixes } from "../../../server/lsp/handlers/ruleFixes.ts";
import { openDocument } from "../../../server/lsp/openDocument.ts";
import type { Session } from "../../../server/lsp/session.ts";
import { untranslated } from "../../../server/review/translate.ts";

const uri = "file:///a/a.js";
const text = "danger(1);\n";
const edits = [{ span: { start: 0, end: 6 }, text: "safe" }];
const finding = { ruleId: "test.danger", fingerprint: "0f", span: { start: 0, end: 9 } } as Finding;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** A session in which work on a fix ends while the document is analysed once more. @param typed What stands there then. */
function sessionOf(typed = text): Session {
  const document = openDocument(TextDocument.create(uri, "javascript", 1, text));
  document.waits = false;
  const file = { uri, version: 1, change: { path: "a.js", text }, introduced: [finding], existing: [], complete: true };
  let isAnew = false;
  const worked = <T>(result: T) => {
    isAnew = true;
    document.text = TextDocument.create(uri, "javascript", typed === text ? 1 : 2, typed);
    return Promise.resolve(result);
  };
  const session = {
    documents: new Map([[uri, document]]),
    start: { t: untranslated, features: { versionedEdits: true, commands: new Set<string>() } },
    currentFile: () => (isAnew ? undefined : file),
    shownFile: () => file,
    shownFindings: () => (isAnew ? [] : [finding]),
    fixes: {
      of: () => worked({ title: "Call safe", edits }),
      all: () => worked({ edits, count: 1 }),
      ignore: () => worked(edits),
    },
  };
  return session as unknown as Session;
}

const params = { textDocument: { uri }, range, context: { diagnostics: [], only: [CodeActionKind.QuickFix] } };
const ignored = { uri, version: 1, ruleId: "test.danger", fingerprint: "0f", reason: "checked" };

describe("while a document is analysed once more", () => {
  it("the fixes of a rule are given", async () => {
    const { files } = await handleRuleFixes(sessionOf(), { ruleId: "test.danger", uris: [uri] });
    expect(files.map(({ count }) => count)).to.deep.equal([1]);
  });
  it("the light bulb has its actions", async () => {
    const titles = (await handleCodeAction(sessionOf(), params)).map(({ title }) => title);
    expect(titles).to.deep.equal(["Call safe", "Ignore test.danger here, with a reason"]);
  });
  it("a finding is ignored", async () => {
    expect((await handleIgnoreEdit(sessionOf(), ignored)).edit?.edits).to.have.length(1);
  });
});

describe("while somebody types in a document", () => {
  const typed = `// more\n${text}`;
  it("nothing is given that would be stale", async () => {
    expect((await handleRuleFixes(sessionOf(typed), { ruleId: "test.danger", uris: [uri] })).files).to.deep.equal([]);
    expect(await handleCodeAction(sessionOf(typed), params)).to.deep.equal([]);
    expect((await handleIgnoreEdit(sessionOf(typed), ignored)).refused).to.match(/^The document changed/);
  });
});
