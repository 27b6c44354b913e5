import { issue, passwordMatches } from "./passwords.js";

export async function accounts(app) {
  // ok: routes.missing-authorization
  app.post("/", async (request, reply) => {
    const user = await byMail(request.body.mail);
    if (!(await passwordMatches(request.body.password, user?.hash))) return reply.code(401).send();
    return { token: app.jwt.sign({ sub: user.id }) };
  });
  // ok: routes.missing-authorization
  app.get("/", { onRequest: app.authenticate }, async (request) => about(request.user.sub));
  // ok: routes.missing-authorization
  app.put("/", { onRequest: app.authenticate }, async (request) => change(request.user.sub, request.body));
  // ok: routes.missing-authorization
  app.post("/mail", { onRequest: app.authenticate }, async (request) => mail(request.user.sub, request.body));
  // ruleid: routes.missing-authorization
  app.post("/closed", async (request, reply) => {
    if (await passwordMatches(request.body.old, "")) return reply.code(409).send();
    return close(request.body.id);
  });
}
