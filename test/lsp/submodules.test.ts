/** What is changed in a submodule and not committed there. */

import { expect } from "chai";
import { uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";

describe("a submodule of a folder", () => {
  const { project, start } = useEditor();
  const opened = async () => {
    const inner = project({ "b.js": base });
    const made = project({ "a.js": base });
    made.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.dir, "lib");
    made.commit("submodule");
    const client = await start({ folders: [made.dir] });
    await client.quiet();
    return { made, client };
  };

  it("is reviewed as a folder beside the one that it lies in, for as long as something is changed in it", async () => {
    const { made, client } = await opened();
    expect((await client.review()).map(({ folderUri }) => folderUri)).to.deep.equal([uriOf(made.dir)]);
    client.filesChanged([made.write("lib/b.js", bad)]);
    await client.untilLines(made.path("lib/b.js"), [2]);
    const [own, submodule] = await client.review();
    expect(own?.notReviewed).to.deep.equal([]);
    expect(submodule?.folderName).to.equal(`${own?.folderName}/lib`);
    expect(submodule?.files.map(({ path }) => path)).to.deep.equal(["b.js"]);
    client.filesChanged([made.write("lib/b.js", base)]);
    await client.untilLines(made.path("lib/b.js"), []);
    await client.until("the folder is gone", async () => (await client.review()).length === 1);
  });

  it("is reviewed as well where it is at another commit than the folder has of it", async () => {
    const { made, client } = await opened();
    client.filesChanged([made.write("lib/b.js", bad)]);
    await client.untilLines(made.path("lib/b.js"), [2]);
    made.git("-C", "lib", "commit", "-qam", "change");
    client.filesChanged([made.write("lib/b.js", `${bad}danger(bad);\n`)]);
    await client.untilLines(made.path("lib/b.js"), [5]);
    await client.quiet();
    expect(await client.review()).to.have.lengthOf(2);
  });
});
