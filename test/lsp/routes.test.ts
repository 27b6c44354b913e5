/** Routes in the editor are compared with their siblings in files that the change does not touch. */

import { expect } from "chai";
import { orders, refunds } from "../support/routeFiles.ts";
import { useEditor } from "./editor.ts";

describe("routes in the editor", () => {
  const { project, start } = useEditor();

  it("lack what their siblings in other files have, in a closed file and in an open one", async () => {
    const { dir, path, write } = project({ "src/orders.js": orders });
    write("src/refunds.js", refunds);
    const client = await start({ folders: [dir] });
    await client.untilLines(path("src/refunds.js"), [2]);
    client.open(path("src/refunds.js"), refunds);
    await client.quiet();
    await client.untilLines(path("src/refunds.js"), [2]);
    const guard = { start: { line: 1, character: 24 }, end: { line: 1, character: 24 } };
    client.edit(path("src/refunds.js"), [{ range: guard, newText: "requireAuth, " }]);
    await client.untilLines(path("src/refunds.js"), []);
  });

  it("lack nothing once another file puts the guard before them", async () => {
    const { dir, path, write } = project({ "src/orders.js": orders });
    write("src/refunds.js", refunds);
    const client = await start({ folders: [dir] });
    client.open(path("src/refunds.js"), refunds);
    await client.untilLines(path("src/refunds.js"), [2]);
    write("src/app.js", 'const app = require("express")();\napp.use("/refunds", requireAuth, require("./refunds"));\n');
    client.filesChanged([path("src/app.js")]);
    await client.untilLines(path("src/refunds.js"), []);
  });

  it("of a very long closed file are compared with what the others are now, not with what they were when its analysis began", async function () {
    this.timeout(240_000);
    const { dir, path, write } = project({ "src/orders.js": orders.replaceAll("requireAuth, ", "") });
    const client = await start({ folders: [dir] });
    await client.quiet();
    const piece = "function part0(rows) {\n  return rows.filter((row) => row.id > 10).map((row) => [row.id, row.name]);\n}\n";
    const long = Array.from({ length: 7_000 }, (_, index) => piece.replace("part0", `part${index}`)).join("");
    client.filesChanged([write("src/refunds.js", `${refunds}${long}`)]);
    await client.until("the very long file in the change", () => client.reviews[0]?.files.length === 1);
    client.filesChanged([write("src/orders.js", orders)]);
    await client.until("the other file in the change", () => client.reviews[0]?.files.length === 2);
    expect(client.reviews[0]?.busy).to.equal(true);
    await client.quiet();
    expect(client.shown(path("src/refunds.js")).map(({ range }) => range.start.line + 1)).to.deep.equal([2]);
  });
});
