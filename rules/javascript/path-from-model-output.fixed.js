import fs from "node:fs";
import path from "node:path";

const ROOT = "/srv/notes";

server.tool("read_note", { name: z.string() }, async ({ name }) => {
  // ruleid: javascript.path-from-model-output
  const file = path.join(ROOT, name);
  if (path.relative(ROOT, file).startsWith("..")) throw new Error("The path leads out of the folder.");
  const text = fs.readFileSync(file, "utf8");
  return { content: [{ type: "text", text }] };
});

server.registerTool("remove_note", { inputSchema: {} }, async ({ name }) => {
  // ruleid: javascript.path-from-model-output
  const file = `${ROOT}/${name}`;
  if (path.relative(ROOT, file).startsWith("..")) throw new Error("The path leads out of the folder.");
  fs.unlinkSync(file);
  return { content: [] };
});

export async function save(call) {
  const { file, text } = JSON.parse(call.function.arguments);
  // ruleid: javascript.path-from-model-output
  fs.writeFileSync(file, text);
}

server.tool("read_checked", { name: z.string() }, async ({ name }) => {
  const target = path.resolve(ROOT, name);
  if (!target.startsWith(ROOT + path.sep)) throw new Error("outside");
  // ok: javascript.path-from-model-output
  const text = fs.readFileSync(target, "utf8");
  return { content: [{ type: "text", text }] };
});

server.tool("read_bare", { name: z.string() }, async ({ name }) => {
  // ok: javascript.path-from-model-output
  const text = fs.readFileSync(path.join(ROOT, path.basename(name)), "utf8");
  return { content: [{ type: "text", text }] };
});

server.tool("read_index", {}, async () => {
  // ok: javascript.path-from-model-output
  const text = fs.readFileSync("/srv/notes/index.txt", "utf8");
  return { content: [{ type: "text", text }] };
});
