/** What an edit in one file does to the diagnostics of files that import it. */

import { rmSync } from "node:fs";
import { expect } from "chai";
import { FileChangeType } from "vscode-languageserver/node";
import { useEditor } from "./editor.ts";
import { flowRule } from "./project.ts";

const rule = `${flowRule}    options: { linewarden: precise }\n`;
const harmless = "export function run(value) {\n  return value;\n}\n";
const dangerous = "export function run(value) {\n  sink(value);\n}\n";
const caller = 'import { run } from "./lib.js";\nexport const go = () => run(source());\n';

describe("imports in the editor", () => {
  const { project, start } = useEditor();
  const files = { ".linewarden/rules/flow.yaml": rule, "a.js": "", "lib.js": harmless };

  it("an edit of an open module changes the diagnostics of a document that imports it", async () => {
    const { dir, path } = project(files);
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    client.open(path("a.js"), caller);
    await client.quiet();
    await client.untilLines(path("a.js"), []);
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    await client.untilLines(path("a.js"), [2]);
    const back = { start: { line: 1, character: 2 }, end: { line: 1, character: 14 } };
    client.edit(path("lib.js"), [{ range: back, newText: "return value;" }]);
    await client.untilLines(path("a.js"), []);
  });

  it("an edit of a module changes the diagnostics of a component that imports it, and so does one of the component", async () => {
    const { dir, path } = project({ ...files, "a.vue": "" });
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    const component = `<template>\n  <p>{{ a }}</p>\n</template>\n<script setup>\n${caller}</script>\n`;
    client.open(path("a.vue"), component);
    await client.quiet();
    await client.untilLines(path("a.vue"), []);
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    await client.untilLines(path("a.vue"), [6]);
    const head = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.edit(path("a.vue"), [{ range: head, newText: "<!-- 𝒳 -->\n" }]);
    await client.untilLines(path("a.vue"), [7]);
    const source = { start: { line: 6, character: 29 }, end: { line: 6, character: 37 } };
    client.edit(path("a.vue"), [{ range: source, newText: "'a'" }]);
    await client.untilLines(path("a.vue"), []);
  });

  it("so does a change on disk", async () => {
    const { dir, path, write } = project(files);
    const client = await start({ folders: [dir] });
    client.open(path("a.js"), caller);
    await client.quiet();
    await client.untilLines(path("a.js"), []);
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    await client.untilLines(path("a.js"), [2]);
  });

  it("modules that import one another come to rest", async () => {
    const { dir, path } = project({ ...files, "b.js": 'import { go } from "./a.js";\nexport const run = () => go();\n' });
    const client = await start({ folders: [dir] });
    const both = 'import { run } from "./b.js";\nexport const go = () => run(source());\n';
    client.open(path("a.js"), both);
    client.open(path("b.js"), 'import { go } from "./a.js";\nexport const run = (x) => sink(x);\n');
    await client.untilLines(path("a.js"), [2]);
    await client.quiet();
  });

  it("a closed file keeps its findings when a module that it imports is opened", async () => {
    const { dir, path, write } = project({ ...files, "lib.js": dangerous });
    write("a.js", caller);
    const client = await start({ folders: [dir] });
    await client.quiet();
    const found = async () => (await client.review()).flatMap(({ files }) => files).flatMap(({ findings }) => findings).length;
    expect(await found()).to.equal(1);
    client.open(path("lib.js"), dangerous);
    await client.untilLines(path("lib.js"), []);
    await client.quiet();
    expect(await found()).to.equal(1);
    // The document that was opened is analysed in its own thread.
    await client.until("all reviewed", async () => (await client.review()).every(({ notReviewed }) => notReviewed.length === 0));
  });

  it("a closed file gets its finding when a module that it imports changes on disk, and loses it again", async () => {
    const { dir, path, write } = project(files);
    write("a.js", caller);
    const client = await start({ folders: [dir] });
    await client.quiet();
    expect(client.shown(path("a.js"))).to.deep.equal([]);
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    await client.untilLines(path("a.js"), [2]);
    write("lib.js", harmless);
    client.filesChanged([path("lib.js")]);
    await client.untilLines(path("a.js"), []);
  });

  it("so it does in an editor that does not tell of files, also before the module is changed for the first time", async () => {
    const { dir, path, write } = project({ ...files, "b.js": caller });
    write("a.js", caller);
    const client = await start({ folders: [dir], watches: false });
    await client.quiet();
    write("lib.js", dangerous);
    await client.untilLines(path("a.js"), [2]);
    await client.untilLines(path("b.js"), [2]);
    write("lib.js", dangerous.replace("sink(value)", "return value"));
    await client.untilLines(path("a.js"), []);
    await client.untilLines(path("b.js"), []);
    write("lib.js", dangerous);
    await client.untilLines(path("a.js"), [2]);
    write("lib.js", harmless);
    await client.untilLines(path("a.js"), []);
    await client.untilLines(path("b.js"), []);
  });

  it("a document does not import what is open though its file was deleted, until the file is back", async () => {
    const { dir, path, write } = project({ ...files, "lib.js": dangerous });
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), dangerous);
    client.open(path("a.js"), caller);
    await client.untilLines(path("a.js"), [2]);
    rmSync(path("lib.js"));
    client.filesChanged([path("lib.js")], FileChangeType.Deleted);
    await client.untilLines(path("a.js"), []);
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")], FileChangeType.Created);
    await client.untilLines(path("a.js"), [2]);
  });

  it("the text of a document whose file was deleted does not come back through an analysis that was under way", async function () {
    this.timeout(120_000);
    const { dir, path } = project({ ...files, "lib.js": harmless });
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    client.open(path("a.js"), caller);
    await client.quiet();
    await client.untilLines(path("a.js"), []);
    const much = Array.from(
      { length: 2_000 },
      (_, at) => `export const part${at} = (rows) => rows.filter((row) => row > ${at});\n`,
    );
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    client.edit(path("lib.js"), [{ range: all, newText: `${dangerous}sink(source());\n${much.join("")}` }]);
    // Its analysis has begun, and takes a while.
    await new Promise((done) => setTimeout(done, 150));
    expect(client.shown(path("lib.js")), "it is not over yet").to.deep.equal([]);
    rmSync(path("lib.js"));
    client.filesChanged([path("lib.js")], FileChangeType.Deleted);
    await client.quiet();
    await new Promise((done) => setTimeout(done, 3_000));
    await client.quiet();
    expect(client.shown(path("a.js"))).to.deep.equal([]);
    expect(client.shown(path("lib.js"))).to.deep.equal([]);
  });

  it("so it does when the module is imported by another one", async () => {
    const { dir, path, write } = project({ ...files, "between.js": 'export { run } from "./lib.js";\n' });
    write("a.js", caller.replace("./lib.js", "./between.js"));
    const client = await start({ folders: [dir] });
    await client.quiet();
    expect(client.shown(path("a.js"))).to.deep.equal([]);
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    await client.untilLines(path("a.js"), [2]);
  });

  it("what is typed in a module is introduced in the files that import it, also in one that changed before", async () => {
    const { dir, path, write } = project({ ...files, "a.js": caller });
    write("a.js", `${caller}// changed\n`);
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    await client.quiet();
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    await client.untilLines(path("a.js"), [2]);
    await client.quiet();
    expect(client.shown(path("a.js"))).to.have.lengthOf(1);
    // What was not saved is gone.
    client.close(path("lib.js"));
    await client.untilLines(path("a.js"), []);
  });

  it("a document that imports another one reads the disk again when that one is closed without being saved", async () => {
    const { dir, path } = project(files);
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    client.open(path("a.js"), caller);
    await client.quiet();
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    await client.untilLines(path("a.js"), [2]);
    client.close(path("lib.js"));
    await client.untilLines(path("a.js"), []);
  });

  it("a closed file outside of the change gets its finding when a module that it imports changes, on disk or in the editor", async () => {
    const { dir, path, write } = project({ ...files, "a.js": caller });
    const client = await start({ folders: [dir] });
    await client.quiet();
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    await client.untilLines(path("a.js"), [2]);
    const [review] = await client.review();
    expect(review?.files.map(({ path: file, status }) => `${file} ${status}`)).to.deep.equal([
      "a.js unchanged",
      "lib.js modified",
    ]);
    expect(review?.coverage.filesChanged).to.equal(1);
    client.open(path("lib.js"), dangerous);
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 14 } };
    client.edit(path("lib.js"), [{ range: line, newText: "return value;" }]);
    await client.untilLines(path("a.js"), []);
    await client.quiet();
    expect((await client.review())[0]?.files.map(({ path: file }) => file)).to.deep.equal([]);
  });

  it("what a program wrote into a module before the start is introduced in the document that imports it", async () => {
    const { dir, path, write } = project({ ...files, "a.js": caller });
    write("lib.js", dangerous);
    const client = await start({ folders: [dir] });
    client.open(path("a.js"), caller);
    await client.untilLines(path("a.js"), [2]);
    await client.quiet();
    expect(client.shown(path("a.js"))).to.have.lengthOf(1);
  });

  it("a commit makes it part of the base, in a document, in a closed file and in one that changed itself", async () => {
    const { dir, path, write, commit } = project({ ...files, "a.js": caller, "b.js": caller, "c.js": caller });
    write("lib.js", dangerous);
    write("c.js", `${caller}// changed\n`);
    const client = await start({ folders: [dir] });
    client.open(path("a.js"), caller);
    for (const name of ["a.js", "b.js", "c.js"]) await client.untilLines(path(name), [2]);
    commit();
    for (const name of ["a.js", "b.js", "c.js"]) await client.untilLines(path(name), []);
    await client.quiet();
    write("lib.js", harmless);
    write("c.js", caller);
    client.filesChanged([path("lib.js"), path("c.js")]);
    commit();
    await client.quiet();
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    for (const name of ["a.js", "b.js", "c.js"]) await client.untilLines(path(name), [2]);
  });

  it("a module that is closed at once after it was typed in, or after it was saved, counts as it stands on disk", async () => {
    const { dir, path, write } = project(files);
    const client = await start({ folders: [dir] });
    client.open(path("lib.js"), harmless);
    client.open(path("a.js"), caller);
    await client.quiet();
    const line = { start: { line: 1, character: 2 }, end: { line: 1, character: 15 } };
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    client.close(path("lib.js"));
    await client.quiet();
    expect(client.shown(path("a.js"))).to.deep.equal([]);
    client.open(path("lib.js"), harmless);
    client.edit(path("lib.js"), [{ range: line, newText: "sink(value);" }]);
    write("lib.js", dangerous);
    client.filesChanged([path("lib.js")]);
    client.close(path("lib.js"));
    await client.untilLines(path("a.js"), [2]);
    await client.quiet();
    expect(client.shown(path("a.js"))).to.have.lengthOf(1);
  });
});
