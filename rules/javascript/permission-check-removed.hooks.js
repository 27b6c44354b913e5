export async function reports(app) {
  app.addHook("onRequest", app.authenticate);
  // ruleid: javascript.permission-check-removed
  app.get("/", async () => all());
}

export async function jobs(work) {
  // ruleid: javascript.permission-check-removed
  work.post("/", async (request) => start(request.body));
}
