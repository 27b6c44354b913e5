export async function wallets(app) {
  app.addHook("onRequest", app.authenticate);
  app.get("/", async (request) => mine(request.user.sub));
}
