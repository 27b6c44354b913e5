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
