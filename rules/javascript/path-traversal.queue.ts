import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { Worker } from "bullmq";

new Worker("digest", async ({ data }) => {
  // ruleid: javascript.path-traversal
  const { size } = await stat(path.join("/var/spool/digest", data.file));
  // ruleid: javascript.path-traversal
  await rm(path.join("/var/spool/digest", data.file));
  // ok: javascript.path-traversal
  await rm(path.join("/var/spool/digest", path.basename(data.file)));
  return size;
});
