const serveIndex = require("serve-index");
const fastifyStatic = require("@fastify/static");

// ruleid: javascript.directory-listing
app.use("/files", express.static("files"), serveIndex("files"));
// ruleid: javascript.directory-listing
app.use("/icons", serveIndex("icons", { icons: true }));
// ruleid: javascript.directory-listing
server.register(fastifyStatic, { root: "/srv/files", list: true });
// ok: javascript.directory-listing
server.register(fastifyStatic, { root: "/srv/files", list: false });
// ok: javascript.directory-listing
server.register(fastifyStatic, { root: "/srv/files" });
// ok: javascript.directory-listing
app.use("/files", express.static("files", { index: false }));
// ruleid: javascript.directory-listing
app.use("/copies", require("serve-index")("copies"));
