/** A folder whose change cannot be read: the review says why, and never that it goes on. */

import { expect } from "chai";
import { bad, base, useEditor } from "./editor.ts";

describe("a change that cannot be read", () => {
  const { project, start } = useEditor();

  it("because the setting names no commit: the reason is told, and gone when the setting is right", async () => {
    const made = project({ "a.js": base });
    made.write("a.js", bad);
    const client = await start({ folders: [made.dir], settings: { base: "mian" } });
    const failure = async () => (await client.review())[0]?.failure ?? "";
    await client.until("the reason", async () => (await failure()) !== "");
    expect(await failure()).to.contain('There is no commit named "mian"');
    expect((await client.review())[0]?.busy).to.equal(false);
    client.changeSettings({ base: "HEAD" });
    await client.untilLines(made.path("a.js"), [2]);
    expect(await failure()).to.equal("");
  });
});
