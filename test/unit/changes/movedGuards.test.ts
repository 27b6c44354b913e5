// Guards that moved to another place, or that something else stands in for; and those that only seem to.
import { expect } from "chai";
import type { Engine } from "../../../server/engine/analyze.ts";
import { catalogEngine, introducedIn, type Texts } from "./introducedIn.ts";

const own = "    def get_queryset(self):\n        return super().get_queryset().filter(owner=self.request.user)\n";
const twice =
  "    def get_object(self):\n        order = get_object_or_404(Order, pk=self.kwargs['pk'], owner=self.request.user)\n        self.check_object_permissions(self.request, order)\n        return order\n";
const post = "    def post(self, request, pk):\n        self.get_object().approve()\n        return Response()\n";
const ownMixin = `class MineMixin:\n${own}`;
const view = "(LoginRequiredMixin, DetailView):\n    model = Order\n";
const views = `class One${view}${own}class Two${view}${own}`;
const mixed = `class One${view}class Two${view}`.replaceAll("Mixin, D", "Mixin, MineMixin, D");

const plugin = (hook: string): string =>
  `export default async function routes(app) {\n${hook}  app.post("/items", async (req) => Item.create(req.body.name));\n}\n`;
const adminHook = plugin('  app.addHook("preHandler", requireAdmin);\n');
const server = (hook: string): string =>
  `import fastify from "fastify";\nconst app = fastify();\n${hook}app.post("/items", async (req) => Item.create(req.body.name));\n`;
const signedIn = server('app.addHook("onRequest", app.authenticate);\n');

const orders = (guard: string): string =>
  `const router = require("express").Router();\n${guard}router.post("/items", async (req, res) => res.json(await Item.create(req.body.name)));\nmodule.exports = router;\n`;
const guard = "router.use(requireLogin);\n";
const lost: readonly [string, string] = [orders(guard), orders("")];
const users = (more: string): string => orders(more).replaceAll("tem", "ser");

const approve = "\ndef approve(request, pk):\n    order = Order.objects.get(pk=pk)\n    order.approve()\n";

const fastapi = (given: string): string =>
  `from app.routers import orders, users\n\napp = FastAPI()\napp.include_router(orders.router${given})\napp.include_router(users.router)\n`;
const routes = (given: string): string =>
  `router = APIRouter(${given})\n\n@router.post("/items")\ndef make(name: str):\n    return Item.create(name)\n`;
const dependencies = "dependencies=[Depends(require_login)]";
const lostRouter: readonly [string, string] = [routes(dependencies), routes("")];

const silent: Readonly<Record<string, Texts>> = {
  "of two views that take a mixin": { "a.py": [views, ownMixin + mixed] },
  "that went into a base of the file": { "a.py": [ownMixin + views, ownMixin + mixed] },
  "that went into a base of another file": {
    "a.py": [views, `from .bases import MineMixin\n\n${mixed}`],
    "bases.py": [undefined, ownMixin],
  },
  "that a base of an unchanged file is named after": { "a.py": [views, mixed.replaceAll("MineMixin", "OwnedByCaller")] },
  "of a class of TypeScript that takes a base": {
    "a.ts": [
      "class Items {\n  save(req) {\n    if (!req.user.isAdmin) throw new ForbiddenException();\n    return this.items.save(req.body);\n  }\n}\n",
      "class Items extends AdminController {\n  save(req) {\n    return this.items.save(req.body);\n  }\n}\n",
    ],
  },
  "a hook that verifies itself": {
    "a.js": [signedIn, server('app.addHook("onRequest", async (req) => {\n  await req.jwtVerify();\n});\n')],
  },
  "a plugin that asks": { "a.js": [signedIn, server("app.register(authPlugin);\n")] },
  "a list of checks": { "a.js": [adminHook, plugin('  app.addHook("onRequest", app.auth([app.verifyAdmin]));\n')] },
  "a check under another name": { "a.js": [adminHook, plugin('  app.addHook("preHandler", guard.admins);\n')] },
  "a check that is made": { "a.js": [adminHook, plugin('  app.addHook("preHandler", needsRole("admin"));\n')] },
  "a function around the check": { "a.js": [adminHook, plugin('  app.addHook("preHandler", (req) => requireAdmin(req));\n')] },
  "a function that refuses": {
    "a.js": [
      adminHook,
      plugin(
        '  app.addHook("preHandler", async (req, reply) => {\n    if (!req.user.isAdmin) return reply.code(403).send();\n  });\n',
      ),
    ],
  },
  "the application that takes the router in": {
    "routes/orders.js": lost,
    "app.js": [
      'const app = express();\napp.use("/orders", require("./routes/orders"));\n',
      'const app = express();\napp.use(requireLogin);\napp.use("/orders", require("./routes/orders"));\n',
    ],
  },
  "the line that takes the router in": {
    "routes/orders.js": lost,
    "app.js": [
      'const orders = require("./routes/orders");\napp.use("/orders", orders);\n',
      'const orders = require("./routes/orders");\napp.use("/orders", requireLogin, orders);\n',
    ],
  },
  "a router that takes in another by a folder": {
    "api/routes/orders.ts": lost,
    "api/index.ts": [
      'import { Router } from "express";\nimport routes from "./routes";\nconst api = Router();\napi.use(routes);\n',
      'import { Router } from "express";\nimport routes from "./routes";\nconst api = Router();\napi.use(requireLogin);\napi.use(routes);\n',
    ],
  },
  "a function that sets up the application": {
    "app.js": [
      'import express from "express";\nimport { security } from "./security.js";\nconst app = express();\napp.use(requireLogin);\nsecurity(app);\napp.post("/a", (req, res) => res.json(save(req.body.name)));\n',
      'import express from "express";\nimport { security } from "./security.js";\nconst app = express();\nsecurity(app);\napp.post("/a", (req, res) => res.json(save(req.body.name)));\n',
    ],
    "security.js": [
      "export function security(app) {\n  app.use(helmet());\n}\n",
      "export function security(app) {\n  app.use(helmet());\n  app.use(requireLogin);\n}\n",
    ],
  },
  "the line that takes in a router of FastAPI": {
    "app/routers/orders.py": lostRouter,
    "app/main.py": [fastapi(""), fastapi(`, ${dependencies}`)],
  },
  "a decorator for the same method": { "a.py": [`@require_POST${approve}`, `@router.post("/approve")${approve}`] },
  "another comparison of the hash": {
    "a.js": [
      "async function login(req, res) {\n  if (!(await isValidPassword(req.body.password, user.hash))) return res.status(401).end();\n  req.session.user = user.id;\n}\n",
      "async function login(req, res) {\n  const good = await passwords.agrees(user.hash, req.body.password);\n  if (!good) return res.status(401).end();\n  req.session.user = user.id;\n}\n",
    ],
  },
};

const told: Readonly<Record<string, Texts>> = {
  "of a view that takes a base for something else": {
    "a.py": [`class One${view}${own}`, `class One${view.replace("Mixin, D", "Mixin, JsonMixin, D")}`],
  },
  "of a method with two checks": { "a.py": [`class One${view}${twice}`, `class One${view}`] },
  "of a method that leaves each their own and whose view stays": {
    "a.py": [`class One${view}${own}${post}`, `class One${view}${post}`],
  },
  "of one of two views that takes the mixin": {
    "a.py": [views, `${ownMixin}class One${view.replace("Mixin, D", "Mixin, MineMixin, D")}class Two${view}`],
  },
  "a hook that only logs": { "a.js": [adminHook, plugin('  app.addHook("preHandler", app.logRequest);\n')] },
  "a sign-in in the place of a role": { "a.js": [adminHook, plugin('  app.addHook("preHandler", app.authenticate);\n')] },
  "a plugin that only makes ready": { "a.js": [signedIn, server('app.register(require("@fastify/jwt"), { secret });\n')] },
  "a hook of another plugin": {
    "a.js": [adminHook, plugin("")],
    "b.js": [plugin("").replaceAll("tem", "ser"), adminHook.replaceAll("tem", "ser")],
  },
  "a check of an unrelated router": { "orders.js": lost, "users.js": [users(""), users('router.use(hasRole("admin"));\n')] },
  "an application of its own": {
    "a.js": [signedIn, server("")],
    "b.js": [server("").replaceAll("tem", "ser"), signedIn.replaceAll("tem", "ser")],
  },
  "the line that takes in another router": {
    "routes/orders.js": lost,
    "app.js": [
      'const users = require("./routes/users");\napp.use("/users", users);\n',
      'const users = require("./routes/users");\napp.use("/users", requireLogin, users);\n',
    ],
  },
  "the line that takes in another router of FastAPI": {
    "app/routers/users.py": lostRouter,
    "app/main.py": [fastapi(""), fastapi(`, ${dependencies}`)],
  },
  "a decorator for any method": { "a.py": [`@require_POST${approve}`, `@router.get("/approve")${approve}`] },
};

describe("guards in the place of which something stands", () => {
  let engine: Engine;
  before(async () => {
    engine = await catalogEngine();
  });

  const removedIn = (texts: Texts): string[] =>
    introducedIn(engine, texts)
      .filter(({ removed }) => removed !== undefined)
      .map(({ path, ruleId }) => `${path} ${ruleId.replace(/^\w+\./, "")}`);

  for (const [title, texts] of Object.entries(silent))
    it(`are not missed: ${title}`, () => {
      expect(removedIn(texts)).to.deep.equal([]);
    });

  for (const [title, texts] of Object.entries(told))
    it(`are told once all the same: ${title}`, () => {
      expect(removedIn(texts)).to.have.length(1);
    });
});
