const handler = (err, req, res, next) => {
  // ok: javascript.stack-trace-to-client
  res.status(status).json({ message: "failed", ...(process.env.NODE_ENV === "development" ? { stack: err.stack } : {}) });
  // ok: javascript.stack-trace-to-client
  res.status(500).json({ message: "failed", stack: isDev ? err.stack : undefined });
  // ok: javascript.stack-trace-to-client
  res.status(500).send({ message: "failed", ...(config.debugMode && { stack: err.stack }) });
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json({ message: "failed", stack: wanted ? err.stack : undefined });
};

app.get("/orders", async (req, res) => {
  try {
    res.json(await orders.list());
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    res.status(500).json({ error: error.message });
  }
});

app.get("/files", async (req, res) => {
  try {
    res.json(await files.list());
  } catch (e) {
    if (e instanceof NotFound) {
      // ok: javascript.stack-trace-to-client
      return res.status(500).json({ error: e.message });
    }
    // ok: javascript.stack-trace-to-client
    if (e.expose) return res.status(400).json({ error: e.message });
    // ruleid: javascript.stack-trace-to-client
    res.status(500).send(e.message);
  }
});

exports.handler = async (event) => {
  try {
    return { statusCode: 200, body: await load(event) };
  } catch (error) {
    // ok: javascript.stack-trace-to-client
    if (local) return { statusCode: 500, body: "no" };
    // ruleid: javascript.stack-trace-to-client
    return { statusCode: 500, body: JSON.stringify({ message: error.message, stack: error.stack }) };
  }
};
export async function GET() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    // ok: javascript.stack-trace-to-client
    logger.json(error.message);
    // ruleid: javascript.stack-trace-to-client
    return NextResponse.json({ error: error.stack }, { status: 500 });
  }
}
app.onError((err, c) => {
  // ruleid: javascript.stack-trace-to-client
  if (old) return c.text(err.stack, 500);
  // ok: javascript.stack-trace-to-client
  return c.json({ error: "Internal error" }, 500);
});

app.use((err, req, res, next) => {
  const { stack } = err;
  res.status(500);
  // ruleid: javascript.stack-trace-to-client
  res.type("text").send(stack);
});
app.use((err, req, res, next) => {
  const text = err.stack;
  log.error(text);
  // ok: javascript.stack-trace-to-client
  res.type("text").send("Something went wrong");
});
app.use((err, req, res, next) => {
  const shown = err.stack;
  // ruleid: javascript.stack-trace-to-client
  res.send(shown);
});

function getFile(call, callback) {
  fs.readFile(fileOf(call), (error, content) => {
    // ruleid: javascript.stack-trace-to-client
    if (error) return callback({ code: grpc.status.INTERNAL, message: error.message });
    // ok: javascript.stack-trace-to-client
    if (content.length === 0) return callback({ code: grpc.status.NOT_FOUND, message: "no such file" });
    callback(null, { content });
  });
}
fastify.get("/report", async (request, reply) => {
  try {
    return await report(request.user);
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    return reply.code(500).send(error);
  }
});
fastify.get("/checked", async (request, reply) => {
  try {
    return await checked(request.user);
  } catch (error) {
    // ok: javascript.stack-trace-to-client
    return reply.code(422).send(error);
  }
});
