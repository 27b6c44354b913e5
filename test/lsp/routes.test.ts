/** Routes in the editor are compared with their siblings in files that the change does not touch. */

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
});
