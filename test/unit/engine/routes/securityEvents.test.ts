import { expect } from "chai";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { collectRoutes } from "../../../../server/engine/routes/collectRoutes.ts";
import { compareRoutes, namesOfSiblings, projectRoutesFor } from "../../../../server/engine/routes/compareRoutes.ts";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const words = readModels().routes;

describe("security events of routes", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  function routesOf(path: string, text: string): FileRoutes {
    const language = languageOfPath(path) ?? "javascript";
    return collectRoutes(path, languageById(language).convert(parse(language, text)), words);
  }

  const denying = (log: string): string => `if (!req.user.may) { ${log} return res.status(403).end(); } res.json(1);`;

  for (const [name, path, text, expected] of [
    [
      "a denial with its log",
      "a.js",
      `router.get("/a", (req, res) => { ${denying("logger.warn('no');")} });`,
      { "denied access": "logger.warn" },
    ],
    ["a denial without one", "a.js", `router.get("/a", (req, res) => { ${denying("")} });`, { "denied access": "" }],
    ["a log of something else", "a.js", `router.get("/a", (req, res) => { ${denying("")} logger.info('done'); });`, {}],
    [
      "somebody who may log under another name",
      "a.js",
      `router.get("/a", (req, res) => { ${denying("trackDenial(req);")} });`,
      {},
    ],
    ["something around it that may log", "a.js", `router.get("/a", auditTrail, (req, res) => { ${denying("")} });`, {}],
    [
      "not signed in, which is no denial of rights",
      "a.js",
      `router.get("/a", (req, res) => { if (!req.user) return res.sendStatus(401); res.json(1); });`,
      {},
    ],
    [
      "an answer of somebody else that is looked at",
      "a.js",
      `router.get("/a", async (req, res) => { const r = await ask(); res.json(r.status === 403); });`,
      {},
    ],
    ["a handler of another file", "a.js", `router.get("/a", orders.list);`, {}],
    [
      "a sign-in",
      "a.py",
      `@app.post("/login")\ndef login():\n    if not check(request.json):\n        return {"error": 1}, 401\n    return {}\n`,
      { "failed sign-in": "" },
    ],
    [
      "an exception that is caught",
      "a.py",
      `@app.post("/a")\ndef a():\n    try:\n        run(request.json)\n    except PermissionDenied:\n        return {}\n`,
      {},
    ],
    [
      "a view of Django",
      "views.py",
      `from django.http import HttpResponseForbidden\ndef change_password(request):\n    if not request.user.may:\n        return HttpResponseForbidden()\n    request.user.set_password(request.POST["p"])\n`,
      { "denied access": "", "password change": "" },
    ],
    [
      "a method of Nest",
      "a.ts",
      `@Controller("users")\nexport class Users {\n  @Patch(":id/role")\n  async role(@Param("id") id: string, @Body() body: Body) {\n    await this.users.update(id, { role: body.role });\n    this.auditLog.write("role", id);\n  }\n}\n`,
      { "role change": "this.auditLog.write" },
    ],
  ] as const)
    it(name, () => expect(routesOf(path, text).routes.map(({ events }) => events)).to.deep.equal([expected]));

  it("are compared with at least two that log, in other files too", () => {
    const logged = (path: string): FileRoutes =>
      routesOf(path, `router.get("/x", (req, res) => { ${denying("logger.warn('no');")} });`);
    const own = routesOf("a.js", `router.get("/a", (req, res) => { ${denying("")} });`);
    const told = (...others: readonly FileRoutes[]): string[] =>
      compareRoutes(own, projectRoutesFor("a.js", [own, ...others]), "log").map(
        (one) => `${one.event}: ${namesOfSiblings(one, "a.js")}, ${one.guard}`,
      );
    expect(told(logged("b.js"))).to.deep.equal([]);
    expect(told(logged("b.js"), logged("c.js"))).to.deep.equal([
      "denied access: GET /x (b.js:1) and GET /x (c.js:1), logger.warn",
    ]);
  });
});
