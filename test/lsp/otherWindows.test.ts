/** Looks at lines, as windows on one repository tell each other through its record. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type LspClient, uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";

describe("a look at lines in another window", () => {
  const { project, start } = useEditor();

  async function windows() {
    const made = project({ "größe/прибор.js": base });
    const path = made.path("größe/прибор.js");
    const [first, second] = [await start({ folders: [made.dir] }), await start({ folders: [made.dir] })];
    made.write("größe/прибор.js", bad);
    for (const window of [first, second]) {
      window.filesChanged([path]);
      await window.untilLines(path, [2]);
    }
    const look = (window: LspClient, seen: boolean) =>
      window.request("linewarden/markSeen", { uri: uriOf(path), lines: [{ start: 0, end: 4 }], seen });
    const until = (window: LspClient, unseen: number) =>
      window.until(`${unseen} unseen lines without being asked`, () => window.reviews[0]?.unseenLines === unseen);
    return { record: join(made.dir, ".git", "linewarden"), first, second, look, until };
  }

  it("counts at once, and so does one that is taken back", async () => {
    const { first, second, look, until } = await windows();
    await until(second, 1);
    await look(first, true);
    await until(second, 0);
    await look(second, false);
    await until(first, 1);
    await look(first, true);
    await until(second, 0);
  });

  it("is forgotten with the record's folder, and counts again in a new one", async () => {
    const { record, first, second, look, until } = await windows();
    await look(first, true);
    await until(second, 0);
    rmSync(record, { recursive: true });
    await until(second, 1);
    await until(first, 1);
    await look(second, true);
    await until(first, 0);
    await look(first, false);
    await until(second, 1);
  });

  it("is nothing but a look: what is told stays", async () => {
    const { first, second, look, until } = await windows();
    await look(first, true);
    await until(second, 0);
    expect((await second.review())[0]?.files[0]?.findings.length).to.equal(1);
  });
});
