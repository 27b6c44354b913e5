/** Code with an old finding that is moved to another file, by a program and while it is typed. */

import { moveCases } from "../support/movedCode.ts";
import { useEditor } from "./editor.ts";

const linesOf = (introduced: readonly string[], name: string): number[] =>
  introduced.filter((place) => place.startsWith(`${name}:`)).map((place) => Number(place.slice(name.length + 1)));

describe("moved code in the editor", () => {
  const { project, start } = useEditor();

  for (const { title, before, after, introduced } of moveCases.filter((one) => "app.js" in one.before))
    it(`on disk: ${title}`, async () => {
      const { dir, path, write, remove } = project(before);
      const client = await start({ folders: [dir] });
      await client.quiet();
      const gone = Object.keys(before).filter((name) => !(name in after));
      for (const [name, text] of Object.entries(after)) write(name, text);
      for (const name of gone) remove(name);
      client.filesChanged([...Object.keys(after), ...gone].map(path));
      await client.quiet();
      for (const name of Object.keys(after)) await client.untilLines(path(name), linesOf(introduced, name));
    });

  it("is told in the copy as long as the original stands, and no more when that is taken away", async () => {
    const [moved] = moveCases;
    if (!moved) throw new Error("no case");
    const { before, after } = moved;
    const { dir, path } = project({ ...before, "users.js": "" });
    const client = await start({ folders: [dir] });
    client.open(path("app.js"), before["app.js"] ?? "");
    client.open(path("users.js"), "");
    await client.quiet();
    const all = (text = "") => ({ start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } });
    client.edit(path("users.js"), [{ range: all(), newText: after["users.js"] ?? "" }]);
    await client.untilLines(path("users.js"), [4]);
    client.edit(path("app.js"), [{ range: all(before["app.js"]), newText: after["app.js"] ?? "" }]);
    await client.untilLines(path("users.js"), []);
  });
});
