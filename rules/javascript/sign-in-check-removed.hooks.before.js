export async function wallets(app) {
  app.addHook("onRequest", app.authenticate);
  app.get("/", async (request) => mine(request.user.sub));
}

export async function purses(app) {
  app.addHook("onRequest", async (request) => {
    await request.jwtVerify();
  });
  app.get("/", async (request) => mine(request.user.sub));
}

export async function boxes(app) {
  app.addHook("onRequest", app.authenticate);
  app.get("/", async (request) => mine(request.user.sub));
}
