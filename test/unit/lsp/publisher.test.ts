/** Rate, order and emptying of published diagnostics. */

import { expect } from "chai";
import type { Diagnostic } from "vscode-languageserver/node";
import { createPublisher, type Published } from "../../../server/lsp/publisher.ts";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function at(line: number): Diagnostic {
  return { range: { start: { line, character: 0 }, end: { line, character: 1 } }, message: `line ${line}` };
}

describe("publisher", () => {
  const sent: { uri: string; at: number; published: Published }[] = [];
  const create = () =>
    createPublisher({
      now: () => performance.now(),
      send: (uri, published) => void sent.push({ uri, published, at: performance.now() }),
    });
  beforeEach(() => void sent.splice(0));

  it("sends the first state at once", () => {
    create().publish("a", () => ({ diagnostics: [at(1)], version: 1 }));
    expect(sent).to.have.length(1);
  });

  it("sends at most four times a second for a file, and ends with the last state", async () => {
    const publisher = create();
    for (let i = 0; i < 200; i++) {
      publisher.publish("a", () => ({ diagnostics: [at(i)], version: i }));
      if (i % 20 === 0) await wait(30);
    }
    await wait(1_200);
    for (const one of sent)
      expect(sent.filter((other) => other.at >= one.at && other.at < one.at + 1_000).length).to.be.at.most(4);
    expect(sent.at(-1)?.published.version).to.equal(199);
  }).timeout(5_000);

  it("asks for the state when it is the file's turn", async () => {
    const publisher = create();
    let line = 0;
    for (let i = 0; i < 6; i++) {
      line = i;
      publisher.publish("a", () => ({ diagnostics: [at(line)], version: line }));
    }
    line = 99;
    await wait(1_200);
    expect(sent.at(-1)?.published.version).to.equal(99);
  }).timeout(5_000);

  it("does not repeat what is shown, and empties only what shows something", () => {
    const publisher = create();
    publisher.publish("a", () => ({ diagnostics: [] }));
    publisher.clear("a");
    expect(sent, "a closed file without findings").to.have.length(0);
    publisher.publish("a", () => ({ diagnostics: [at(1)] }));
    publisher.publish("a", () => ({ diagnostics: [at(1)] }));
    publisher.clear("a");
    publisher.clear("a");
    expect(sent.map((one) => one.published.diagnostics.length)).to.deep.equal([1, 0]);
    expect(publisher.shown()).to.deep.equal([]);
  });

  it("leaves what is shown while there is nothing to say", () => {
    const publisher = create();
    publisher.publish("a", () => ({ diagnostics: [at(1)], version: 1 }));
    publisher.publish("a", () => undefined);
    expect(sent).to.have.length(1);
    expect(publisher.shown()).to.deep.equal(["a"]);
  });
});
