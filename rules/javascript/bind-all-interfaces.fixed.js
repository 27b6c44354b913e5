// ruleid: javascript.bind-all-interfaces
app.listen(3000, "127.0.0.1");
// ruleid: javascript.bind-all-interfaces
server.listen(process.env.PORT, "127.0.0.1", () => console.log("up"));
// ruleid: javascript.bind-all-interfaces
await fastify.listen({ port: 3000, host: "127.0.0.1" });
// ok: javascript.bind-all-interfaces
app.listen(3000);
// ok: javascript.bind-all-interfaces
app.listen(3000, "127.0.0.1");
// ok: javascript.bind-all-interfaces
await fastify.listen({ port: 3000, host: process.env.HOST });
