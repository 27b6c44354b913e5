const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve("notes");

exports.register = (server) =>
  server.tool("read_note", { name: String }, async ({ name }) => {
    const text = fs.readFileSync(path.join(ROOT, name), "utf8");
    return { content: [{ type: "text", text }] };
  });
