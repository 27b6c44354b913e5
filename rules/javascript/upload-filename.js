const path = require("node:path");

import { createWriteStream } from "node:fs";

app.post("/avatar", upload.single("avatar"), (req, res) => {
  // ruleid: javascript.upload-filename
  fs.writeFileSync(path.join(UPLOADS, req.file.originalname), req.file.buffer);
  // ruleid: javascript.upload-filename
  fs.renameSync(req.file.path, `uploads/${req.file.originalname}`);
  // ok: javascript.upload-filename
  fs.writeFileSync(path.join(UPLOADS, crypto.randomUUID() + path.extname(req.file.originalname)), req.file.buffer);
  // ok: javascript.upload-filename
  fs.renameSync(req.file.path, path.join(UPLOADS, req.file.filename));
  // ok: javascript.upload-filename
  res.json({ name: req.file.originalname });
});

fastify.post("/files", async (request, reply) => {
  const data = await request.file();
  // ruleid: javascript.upload-filename
  await pipeline(data.file, createWriteStream("./uploads/" + data.filename));
  // ok: javascript.upload-filename
  await pipeline(data.file, createWriteStream("./uploads/" + crypto.randomUUID()));
});

app.post("/parts", (req, res) => {
  const parser = busboy({ headers: req.headers });
  parser.on("file", (field, stream, info) => {
    const { filename } = info;
    // ruleid: javascript.upload-filename
    stream.pipe(fs.createWriteStream(path.join(ROOT, filename)));
  });
  req.pipe(parser);
});

const storage = multer.diskStorage({
  destination: "public/uploads",
  filename: (req, file, done) => {
    // ruleid: javascript.upload-filename
    done(null, file.originalname);
  },
});
const named = multer.diskStorage({
  destination: "private/uploads",
  filename: (req, file, done) => {
    // ok: javascript.upload-filename
    done(null, crypto.randomUUID() + path.extname(file.originalname));
  },
});
