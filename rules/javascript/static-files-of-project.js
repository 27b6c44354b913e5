const express = require("express");
const path = require("path");
const app = express();

// ruleid: javascript.static-files-of-project
app.use(express.static(__dirname));
// ruleid: javascript.static-files-of-project
app.use("/files", express.static("/"));
// ruleid: javascript.static-files-of-project
app.use(express.static(path.join(__dirname, "..")));
// ruleid: javascript.static-files-of-project
app.use(express.static(process.cwd()));
// ok: javascript.static-files-of-project
app.use(express.static("public"));
// ok: javascript.static-files-of-project
app.use(express.static(path.join(__dirname, "public")));
// ok: javascript.static-files-of-project
app.use("/uploads", express.static(UPLOADS));
