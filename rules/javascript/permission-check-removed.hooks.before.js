export async function reports(app) {
  app.addHook("onRequest", app.authenticate);
  app.addHook("onRequest", app.requireAdmin);
  app.get("/", async () => all());
}

export async function jobs(work) {
  work.addHook("preHandler", requireRole("admin"));
  work.post("/", async (request) => start(request.body));
}
