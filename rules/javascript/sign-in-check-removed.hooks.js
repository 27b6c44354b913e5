export async function wallets(app) {
  // ruleid: javascript.sign-in-check-removed
  app.get("/", async (request) => mine(request.user.sub));
}

export async function purses(app) {
  app.addHook("onRequest", async (request) => {
    // ruleid: javascript.sign-in-check-removed
    request.log.info("asked");
  });
  app.get("/", async (request) => mine(request.user.sub));
}

export async function boxes(app) {
  // ok: javascript.sign-in-check-removed
  app.addHook("onRequest", async (request) => request.jwtVerify());
  app.get("/", async (request) => mine(request.user.sub));
}
