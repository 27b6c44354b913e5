import { expect } from "chai";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createDocumentsFirst } from "../../../server/lsp/documentsFirst.ts";
import { type OpenDocument, openDocument } from "../../../server/lsp/openDocument.ts";

const document = (): OpenDocument => openDocument(TextDocument.create("file:///a.js", "javascript", 1, "x"));

describe("the first reading of a folder", () => {
  it("waits for nothing where no document is open", async () => {
    await createDocumentsFirst(new Set()).shown();
  });

  it("comes after the findings of what is open, kept ones included", async () => {
    const one = document();
    const first = createDocumentsFirst(new Set([one]));
    let isOver = false;
    const waiting = first.shown().then(() => {
      isOver = true;
    });
    first.update();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).to.equal(false);
    one.analysis = { version: 1, isKept: true } as OpenDocument["analysis"];
    first.update();
    await waiting;
  });

  it("does not wait for ever", async () => {
    await createDocumentsFirst(new Set([document()])).shown();
  });
});
