/** Where edits of open documents came from, and what counts as typed. */

import { expect } from "chai";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { LineRange } from "../../../server/changes/change.ts";
import { createLiveLedgers, type DocumentEdit } from "../../../server/lsp/liveLedger.ts";
import { openDocument } from "../../../server/lsp/openDocument.ts";

const uri = "file:///a.js";

describe("liveLedger", () => {
  function start(known = true) {
    const typed: LineRange[][] = [];
    const ledgers = createLiveLedgers((_, lines) => void typed.push([...lines]));
    const document = openDocument(TextDocument.create(uri, "javascript", 1, "a\nb\nc\n"));
    document.baseText = "a\nb\nc\n";
    if (known) ledgers.ledgerOf(document);
    const insert = (line: number, text: string): number => {
      const place = { line, character: 0 };
      const edit: DocumentEdit = { range: { start: place, end: place }, text };
      document.text = TextDocument.update(document.text, [edit as never], document.text.version + 1);
      ledgers.changed(document, [edit]);
      return document.text.version;
    };
    return { ledgers, document, insert, typed };
  }

  it("hands over what a person typed, at the place where it stands by then", () => {
    const { ledgers, document, insert, typed } = start();
    const version = insert(1, "typed\n");
    ledgers.note(document, { uri, version, lines: [{ start: 1, end: 2 }], origin: { kind: "human", evidence: "typed" } });
    insert(0, "by a program\n");
    ledgers.flush(document);
    expect(typed).to.deep.equal([[{ start: 2, end: 3 }]]);
    expect(ledgers.ledgerOf(document).map((span) => span.origin.kind)).to.deep.equal(["unknown", "human"]);
  });

  it("starts with the text as it is at the first edit", () => {
    const { ledgers, document, insert } = start(false);
    insert(1, "one\n");
    expect(ledgers.ledgerOf(document).map((span) => span.current)).to.deep.equal([{ start: 1, end: 2 }]);
  });

  it("takes a notice that comes before its edit", () => {
    const { ledgers, document, insert, typed } = start();
    ledgers.note(document, { uri, version: 2, lines: [{ start: 1, end: 2 }], origin: { kind: "human", evidence: "typed" } });
    insert(1, "typed\n");
    ledgers.flush(document);
    expect(typed).to.deep.equal([[{ start: 1, end: 2 }]]);
  });

  it("drops a notice about an older version", () => {
    const { ledgers, document, insert, typed } = start();
    insert(1, "one\n");
    insert(0, "two\n");
    ledgers.note(document, { uri, version: 2, lines: [{ start: 1, end: 2 }], origin: { kind: "human", evidence: "typed" } });
    ledgers.flush(document);
    expect(typed).to.deep.equal([]);
  });

  it("does not hand over what a program wrote", () => {
    const { ledgers, document, insert, typed } = start();
    const version = insert(1, "x\n");
    ledgers.note(document, { uri, version, lines: [{ start: 1, end: 2 }], origin: { kind: "agent", evidence: "inferred" } });
    ledgers.flush(document);
    expect(typed).to.deep.equal([]);
  });
});
