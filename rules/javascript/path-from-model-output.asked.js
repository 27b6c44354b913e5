import fs from "node:fs/promises";
import path from "node:path";
import { generateText } from "ai";

app.post("/ask", async (req, res) => {
  const { text } = await generateText({ model, prompt: req.body.question });
  // ruleid: javascript.path-from-model-output
  await fs.writeFile(path.join("/srv/notes", text), "");
  // ok: javascript.path-from-model-output
  await fs.writeFile(path.join("/srv/notes", req.body.name), "");
});

export const readNote = new DynamicStructuredTool({
  name: "read_note",
  schema: z.object({ file: z.string() }),
  // ruleid: javascript.path-from-model-output
  func: async ({ file }) => fs.readFile(path.join(ROOT, file), "utf8"),
});
export const readBare = new DynamicStructuredTool({
  name: "read_bare",
  schema: z.object({ file: z.string() }),
  // ok: javascript.path-from-model-output
  func: async ({ file }) => fs.readFile(path.join(ROOT, path.basename(file)), "utf8"),
});
