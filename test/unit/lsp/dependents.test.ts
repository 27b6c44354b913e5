/** Which open documents are analysed again when a file that they import is another one. */

import { expect } from "chai";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createDependents } from "../../../server/lsp/dependents.ts";
import { type OpenDocument, openDocument } from "../../../server/lsp/openDocument.ts";
import type { ReviewRoot } from "../../../server/lsp/reviewRoot.ts";

describe("what imports a file", () => {
  let again: string[];
  let asked: { path: string; delayMs: number }[];
  let root: ReviewRoot;
  let documents: Set<OpenDocument>;
  const dependents = () => createDependents((document) => again.push(document.path));
  const open = (path: string, imports?: readonly string[]): OpenDocument => {
    const document = openDocument(TextDocument.create(`file:///nowhere/${path}`, "javascript", 1, path));
    document.path = path;
    if (imports) analysed(document, imports);
    documents.add(document);
    return document;
  };
  const analysed = (document: OpenDocument, imports: readonly string[]): void => {
    document.analysis = { version: document.text.version, result: { imports } } as unknown as OpenDocument["analysis"];
  };
  beforeEach(() => {
    again = [];
    asked = [];
    documents = new Set();
    root = {
      dir: "/nowhere",
      documents,
      refreshDependents(path: string, delayMs: number, then: () => void) {
        asked.push({ path, delayMs });
        then();
      },
    } as unknown as ReviewRoot;
  });

  it("is analysed again when the file changes on disk, and what does not import it is left alone", () => {
    open("a.js", ["lib.js"]);
    open("b.js", ["other.js"]);
    dependents().changedOnDisk(root, "/nowhere/lib.js");
    expect(again).to.deep.equal(["a.js"]);
    expect(asked).to.deep.equal([{ path: "lib.js", delayMs: 0 }]);
  });

  it("that is being analysed is let finish, and analysed again only where it imports what changed meanwhile", () => {
    const own = dependents();
    const [a, b] = [open("a.js"), open("b.js")];
    own.changedOnDisk(root, "/nowhere/lib.js");
    expect(again).to.deep.equal([]);
    analysed(a, ["lib.js"]);
    own.changed(root, a);
    analysed(b, ["other.js"]);
    own.changed(root, b);
    expect(again).to.deep.equal(["a.js"]);
    own.changed(root, a);
    expect(again).to.deep.equal(["a.js"]);
  });

  it("waits while the file is typed in, and is asked once for a text", () => {
    const own = dependents();
    const lib = open("lib.js", []);
    own.changed(root, lib);
    own.changed(root, lib);
    expect(asked).to.deep.equal([{ path: "lib.js", delayMs: 500 }]);
    own.closed(root, lib);
    expect(asked.slice(1)).to.deep.equal([{ path: "lib.js", delayMs: 0 }]);
  });

  it("that is analysed for the first time while the file is typed in is analysed again where it turns out to import it", () => {
    const own = dependents();
    own.changed(root, open("lib.js", []));
    expect(again).to.deep.equal([]);
    const a = open("a.js");
    own.changed(root, open("other.js", []));
    analysed(a, ["other.js"]);
    own.changed(root, a);
    expect(again).to.deep.equal(["a.js"]);
  });
});
