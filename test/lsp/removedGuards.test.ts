/** Guards that an edit takes away: told while it is made, gone when it is undone. */

import { expect } from "chai";
import { useEditor } from "./editor.ts";

const before = `export async function saveOrder(req, res) {
  const order = await orders.find(req.params.id);
  if (order.ownerId !== req.user.id) return res.sendStatus(403);
  order.note = req.body.note;
  await order.save();
  res.json(order);
}
`;
const guard = "  if (order.ownerId !== req.user.id) return res.sendStatus(403);\n";
const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } });

describe("a guard that an edit takes away", () => {
  const { project, start } = useEditor();

  it("is told at what it protected, with its lines in the hover and in the panel, until it is put back", async () => {
    const { dir, path } = project({ "orders.js": before });
    const client = await start({ folders: [dir] });
    client.open(path("orders.js"), before);
    await client.quiet();
    await client.untilLines(path("orders.js"), []);
    client.edit(path("orders.js"), [{ range: line(2), newText: "" }]);
    await client.untilLines(path("orders.js"), [3]);
    await client.quiet();
    const hover = await client.hover(path("orders.js"), 2, 4);
    expect(hover?.contents.value).to.contain("order.ownerId !== req.user.id");
    const [finding] = (await client.review()).flatMap(({ files }) => files).flatMap(({ findings }) => findings);
    expect(finding?.removed).to.deep.equal([{ line: 2, text: guard.trimEnd() }]);
    client.edit(path("orders.js"), [{ range: { start: line(2).start, end: line(2).start }, newText: guard }]);
    await client.untilLines(path("orders.js"), []);
  });

  it("is told of a closed file too", async () => {
    const { dir, path, write } = project({ "orders.js": before });
    const client = await start({ folders: [dir] });
    await client.quiet();
    write("orders.js", before.replace(guard, ""));
    client.filesChanged([path("orders.js")]);
    await client.untilLines(path("orders.js"), [3]);
  });
});
