/** What the engine says of a finding, in another language. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { translateTo } from "../../../server/lsp/translations.ts";
import { evidenceWords, isNoisy, noiseNote, noteWords } from "../../../server/review/findingWords.ts";
import { untranslated } from "../../../server/review/translate.ts";

const german = translateTo("de");
/** How a step crosses over, which is no note of it. */
const isCrossing = /^unknown call$/;

describe("what the engine says of a finding", () => {
  for (const [note, expected] of [
    ["comes from the request", "kommt aus der Anfrage"],
    ["runs here: `pool.query`", "läuft hier: `pool.query`"],
    ["returned by `find` (src/users.js:12)", "zurückgegeben von `find` (src/users.js:12)"],
    ["comes from the request (src/{0}.js:3)", "kommt aus der Anfrage (src/{0}.js:3)"],
    ["then runs here: `db.run` (a.js:1)", "dann läuft hier: `db.run` (a.js:1)"],
    ["handed over as `rows`", "übergeben als `rows`"],
    ["becomes cells of a table", "becomes cells of a table"],
  ] as const)
    it(note, () => {
      expect(noteWords(german, note)).to.equal(expected);
      expect(noteWords(untranslated, note)).to.equal(note);
    });

  it("how it knows, with what it assumes", () => {
    const evidence = "flow through functions, assuming that a call passes its input on";
    expect(evidenceWords(german, evidence)).to.equal(
      "Datenfluss durch Funktionen, unter der Annahme, dass ein Aufruf seine Eingabe weitergibt",
    );
    expect(evidenceWords(untranslated, evidence)).to.equal(evidence);
  });

  it("every step that the data flow names is known", () => {
    const folder = join(__dirname, "../../../server/engine/dataflow");
    const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const calls = sources.flatMap((text) => [...text.matchAll(/\bstepped(?:Flow)?\([^\n]*/g)].map(([call]) => call));
    const literals = calls.flatMap((call) => [...call.matchAll(/"([a-z][a-z ]+ [a-z ]+)"|`((?:[^`\\]|\\`)+)`/g)]);
    const notes = literals.map(
      ([, plain, template = ""]) => plain ?? template.replace(/\$\{[^}]*\}/g, "x").replaceAll("\\`", "`"),
    );
    const said = notes.map((note) => note.replace(/^x`/, "handed over as `").replace(/ by x$/, " by `x`"));
    expect(said.length).to.be.greaterThan(15);
    for (const note of said)
      if (/^[a-z]+ /.test(note) && !isCrossing.test(note)) expect(noteWords(german, note), note).to.not.equal(note);
  });
});

describe("a rule whose findings were marked as not useful", () => {
  it("says how many, and is noisy from three on", () => {
    expect([0, 1, 2, 3].map((count) => noiseNote(untranslated, count))).to.deep.equal([
      "",
      "1 finding of this rule was marked as not useful here.",
      "2 findings of this rule were marked as not useful here.",
      "Noisy rule: 3 of its findings were marked as not useful here.",
    ]);
    expect([2, 3].map(isNoisy)).to.deep.equal([false, true]);
  });
});
