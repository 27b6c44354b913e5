export async function wallets(app) {
  // ruleid: javascript.sign-in-check-removed
  app.get("/", async (request) => mine(request.user.sub));
}
