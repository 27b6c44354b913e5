import { expect } from "chai";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { collectRoutes } from "../../../../server/engine/routes/collectRoutes.ts";
import { compareRoutes, namesOfSiblings, projectRoutesFor } from "../../../../server/engine/routes/compareRoutes.ts";
import { mayComeTogether, routesOfChange } from "../../../../server/engine/routes/newRoutes.ts";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import { verbsFor } from "../../../../server/engine/routes/routeHits.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

let parse: ParseText;

/** As the models have them. */
const words = readModels().routes;

function routesOf(path: string, ...lines: string[]): FileRoutes {
  const language = languageOfPath(path) ?? "javascript";
  return collectRoutes(path, languageById(language).convert(parse(language, lines.join("\n"))), words);
}

/** "GET /orders/:id requireAuth": method, path, and what guards access; "public" where it is open on purpose. */
function shown(path: string, ...lines: string[]): string[] {
  return routesOf(path, ...lines).routes.map(({ method, path: route, guards, isPublic }) =>
    [method, route, guards.authorization ?? (isPublic ? "public" : "open")].join(" "),
  );
}

describe("routes", function () {
  this.timeout(20_000);
  before(async () => {
    parse = await loadParse();
  });

  for (const [title, path, lines, expected] of [
    [
      "Express",
      "a.js",
      ["const app = express();", 'app.get("/a", requireAuth, f);', 'app.post("/a", (req, res) => res.end());'],
      ["GET /a requireAuth", "POST /a open"],
    ],
    [
      "Express: what stands before",
      "a.js",
      ["const r = express.Router();", 'r.get("/a", f);', "r.use(requireLogin);", 'r.get("/b", f);'],
      ["GET /a open", "GET /b requireLogin"],
    ],
    [
      "Express: below a path",
      "a.js",
      ["const app = express();", 'app.use("/admin", isAdmin);', 'app.get("/admin/x", f);', 'app.get("/x", f);'],
      ["GET /admin/x isAdmin", "GET /x open"],
    ],
    [
      "Express: a router of the file",
      "a.js",
      ["const r = express.Router();", 'r.post("/x", f);', 'app.use("/api", checkToken, r);'],
      ["POST /api/x checkToken"],
    ],
    [
      "Express: a chain",
      "a.js",
      ['router.route("/x").all(requireUser).get(f).post(g);', 'router.route("/y").get(f);'],
      ["POST /x requireUser", "GET /x requireUser", "GET /y open"],
    ],
    [
      "Express: a guard told by what it does",
      "a.js",
      ["function gate(req, res, next) { if (!req.user) return res.end(); next(); }", 'router.get("/x", gate, f);'],
      ["GET /x req.user"],
    ],
    [
      "Koa",
      "a.js",
      ["const router = new Router();", 'router.get("/x", async (ctx) => { if (!ctx.state.user) ctx.throw(401); });'],
      ["GET /x ctx.state.user"],
    ],
    [
      "Fastify",
      "a.js",
      [
        'fastify.get("/x", { preHandler: [fastify.authenticate] }, f);',
        'fastify.route({ method: "POST", url: "/y", handler: f });',
      ],
      ["GET /x fastify.authenticate", "POST /y open"],
    ],
    ["Fastify: a hook", "a.js", ['fastify.addHook("onRequest", verifyToken);', 'fastify.get("/x", f);'], ["GET /x verifyToken"]],
    [
      "Hono",
      "a.ts",
      [
        'app.use("/admin/*", bearerAuth({ token }));',
        'app.get("/admin/x", (c) => c.json(1));',
        'app.get("/y", (c) => c.json(all()));',
      ],
      ["GET /admin/x bearerAuth", "GET /y open"],
    ],
    [
      "Nest",
      "a.ts",
      [
        '@Controller("a") @UseGuards(AuthGuard("jwt"))',
        "export class A {",
        '@Get(":id") one() {}',
        "@Public() @Post() two() {}",
        "}",
      ],
      ["GET /a/:id AuthGuard", "POST /a AuthGuard"],
    ],
    [
      "Next",
      "app/api/orders/[id]/route.ts",
      [
        "export async function GET() { const session = await getServerSession(); return session; }",
        "export async function DELETE(request) { return remove(request); }",
      ],
      ["GET /api/orders/:id getServerSession", "DELETE /api/orders/:id open"],
    ],
    [
      "server actions",
      "app/actions.ts",
      [
        '"use server";',
        "export async function save(data) { await requireUser(); }",
        "export async function drop(id) { await db.drop(id); }",
      ],
      ["ACTION save requireUser", "ACTION drop open"],
    ],
    [
      "server actions that only lead elsewhere or keep a choice",
      "app/actions.ts",
      [
        '"use server";',
        'export async function cancel() { redirect("/articles"); }',
        'export async function setTheme(form) { (await cookies()).set("theme", form.get("theme") === "dark" ? "dark" : "light"); }',
        'export async function language(value) { const jar = await cookies(); jar.set("lang", value); redirect("/"); }',
        'export async function become(value) { (await cookies()).set("role", value); }',
        'export async function drop(id) { await db.drop(id); redirect("/"); }',
        "export async function all() { return cookies(); }",
      ],
      [
        "ACTION cancel public",
        "ACTION setTheme public",
        "ACTION language public",
        "ACTION become open",
        "ACTION drop open",
        "ACTION all open",
      ],
    ],
    [
      "Express: called by another service that signs",
      "a.js",
      [
        "const r = express.Router();",
        'r.post("/carrier", (req, res) => { if (!signatureMatches(req.body, req.get("x-sig"))) { res.status(401).end(); return; } });',
        'r.post("/bank", (req, res) => { const ok = isValidSignature(req.body); if (!ok) return res.sendStatus(403); });',
        'r.post("/mail", verifySignature, receive);',
        'r.post("/log", (req, res) => { if (!signatureMatches(req.body)) console.log("odd"); });',
        'r.post("/sign", (req, res) => { if (!req.body.signature) return res.status(400).end(); save(req.body.signature); });',
      ],
      ["POST /carrier public", "POST /bank public", "POST /mail public", "POST /log open", "POST /sign open"],
    ],
    [
      "Flask and FastAPI: called by another service that signs",
      "a.py",
      [
        '@app.post("/bank")',
        "def bank():",
        "    if not verify_signature(request.data, request.headers['X-Sig']):",
        "        abort(401)",
        '@router.post("/carrier")',
        "async def carrier(request: Request):",
        "    if not hmac.compare_digest(sign(await request.body()), request.headers['X-Sig']):",
        "        raise HTTPException(401)",
        '@router.post("/paper")',
        "def paper(signature: str):",
        "    store(signature)",
      ],
      ["POST /bank public", "POST /carrier public", "POST /paper open"],
    ],
    [
      "FastAPI: dependencies behind the name of a type",
      "a.py",
      [
        "from deps import AdminUser, Manager, Page",
        "def member(token: str):",
        "    if token not in known: raise HTTPException(401)",
        "def reader(who = Depends(member)): return who",
        "def rows(): yield connect()",
        "Reader = Annotated[dict, Depends(reader)]",
        '@app.get("/a")',
        "def a(user: AdminUser): pass",
        '@app.get("/b")',
        "def b(caller: Manager): pass",
        '@app.get("/c")',
        "def c(who: Reader): pass",
        '@app.get("/d", dependencies=[Depends(reader)])',
        "def d(): pass",
        '@app.get("/e")',
        "def e(who = Depends(member)): pass",
        '@app.get("/f")',
        "def f(page: Page, db = Depends(rows)): pass",
        '@app.post("/g")',
        "def g(user: AdminUserCreate): pass",
        '@app.get("/h")',
        "def h(one: Annotated[dict, Depends(require_admin)]): pass",
        '@app.get("/i")',
        "def i(one: Annotated[dict, Depends(member)]): pass",
        '@app.get("/j")',
        'def j(one: Annotated[str, Query(description="Admin")], role: str): pass',
      ],
      [
        "GET /a AdminUser",
        "GET /b caller",
        "GET /c member",
        "GET /d member",
        "GET /e member",
        "GET /f open",
        "POST /g open",
        "GET /h require_admin",
        "GET /i member",
        "GET /j open",
      ],
    ],
    [
      "Flask",
      "a.py",
      ['@app.route("/x", methods=["POST"])', "@login_required", "def x(): pass", '@app.get("/y")', "def y(): pass"],
      ["POST /x login_required", "GET /y open"],
    ],
    [
      "Flask: before each request",
      "a.py",
      [
        'bp = Blueprint("b", __name__, url_prefix="/b")',
        "@bp.before_request",
        "def check(): require_login()",
        '@bp.get("/x")',
        "def x(): pass",
      ],
      ["GET /b/x require_login"],
    ],
    [
      "FastAPI: a dependency",
      "a.py",
      [
        'router = APIRouter(prefix="/r")',
        '@router.get("/x")',
        "def x(user = Depends(get_current_user)): pass",
        '@router.get("/y")',
        "def y(db = Depends(get_db)): pass",
      ],
      ["GET /r/x get_current_user", "GET /r/y open"],
    ],
    [
      "FastAPI: of the router",
      "a.py",
      ["router = APIRouter(dependencies=[Depends(require_admin)])", '@router.post("/x")', "def x(): pass"],
      ["POST /x require_admin"],
    ],
    [
      "aiohttp",
      "a.py",
      ['app.router.add_post("/x", handler)', '@routes.get("/y")', "async def y(request): pass"],
      ["POST /x open", "GET /y open"],
    ],
    [
      "Django: functions",
      "views.py",
      [
        "from django.shortcuts import render",
        "@login_required",
        "def orders(request): pass",
        "def export(request): pass",
        "def helper(value): pass",
      ],
      ["ANY orders login_required", "ANY export open"],
    ],
    [
      "Django: classes",
      "views.py",
      [
        "class OrderView(LoginRequiredMixin, View):",
        "    def get(self, request): pass",
        "class ExportView(View):",
        "    def post(self, request): pass",
      ],
      ["GET OrderView LoginRequiredMixin", "POST ExportView open"],
    ],
    [
      "Django: addresses",
      "urls.py",
      ['urlpatterns = [path("a/", login_required(AView.as_view())), path("b/", BView.as_view()), path("c/", include("c.urls"))]'],
      ["ANY /a/ login_required", "ANY /b/ open"],
    ],
    [
      "open on purpose",
      "a.js",
      [
        'app.get("/", f);',
        'app.get("/healthz", f);',
        'app.post("/login", f);',
        'app.post("/webhooks/x", (req) => verifySignature(req));',
      ],
      ["GET / public", "GET /healthz public", "POST /login public", "POST /webhooks/x public"],
    ],
    [
      "what is sent or only written, which asks nobody",
      "a.js",
      [
        'app.post("/a", (req, res) => db.query("UPDATE a SET role = $1", [req.body.role, req.body.permissions]));',
        'app.post("/b", async (req, res) => { const { email, role } = req.body; if (role) await invite(email, role); });',
        'app.post("/c", (req, res) => boards.create({ title: "a", role: "viewer", isAdmin: false }));',
        'app.post("/d", (req, res) => { if (!roles.includes(req.body.role)) return; roles.create(req.body); });',
      ],
      ["POST /a open", "POST /b open", "POST /c open", "POST /d open"],
    ],
    [
      "what is asked of the one who calls",
      "a.js",
      [
        'app.post("/a", (req, res) => { if (person.role !== "admin") throw new Error(); });',
        'app.post("/b", (req, res) => person.isAdmin ? done(res) : deny(res));',
        'app.post("/c", (req, res) => person.isAdmin && done(res));',
        'app.post("/d", (req, res) => create(req.user.id));',
        'app.post("/e", (req, res) => { requireRole(req, req.body.role); });',
      ],
      ["POST /a person.role", "POST /b person.isAdmin", "POST /c person.isAdmin", "POST /d req.user.id", "POST /e requireRole"],
    ],
    [
      "FastAPI: who is filled in, and what is sent",
      "a.py",
      [
        '@app.get("/a")',
        "def a(admin=Depends(current_admin)): pass",
        '@app.get("/b")',
        "def b(who: Annotated[Person, Depends(current_superuser)]): pass",
        '@app.post("/c")',
        "def c(role: Role, db=Depends(get_db)):",
        "    if role: db.add(role)",
      ],
      ["GET /a current_admin", "GET /b current_superuser", "POST /c open"],
    ],
    [
      "FastAPI and Flask: what a decorator says beside the path",
      "a.py",
      [
        '@api.post("/a", status_code=201, tags=["x"])',
        "def a(user=Depends(current_user)): pass",
        '@api.get("/b", response_model=Item)',
        "def b(user=Depends(current_user)): pass",
        '@bp.get("/c", endpoint="x")',
        "@login_required",
        "def c(): pass",
      ],
      ["POST /a current_user", "GET /b current_user", "GET /c login_required"],
    ],
    [
      "the documentation of the interface",
      "a.js",
      [
        'app.get("/docs", f);',
        'app.get("/docs/", f);',
        'app.get("/openapi.json", f);',
        'app.get("/redoc", f);',
        'app.get("/api/docs", f);',
        'app.get("/docs/:id", f);',
        'app.delete("/docs/:id", f);',
        'app.post("/docs", f);',
      ],
      [
        ...["GET /docs public", "GET /docs/ public", "GET /openapi.json public", "GET /redoc public", "GET /api/docs public"],
        ...["GET /docs/:id open", "DELETE /docs/:id open", "POST /docs open"],
      ],
    ],
    [
      "answers that are the same for all",
      "a.js",
      [
        "const app = express();",
        'app.get("/hello", (req, res) => { res.send("hello"); });',
        'app.get("/version", (req, res) => res.status(200).json({ name: "shop", major: 2 }));',
        'app.get("/say", (req, res) => res.send(req.query.text));',
        'app.get("/list", (req, res) => res.json(all()));',
        'app.get("/staff", (req, res) => res.send("admin area"));',
        'app.post("/hello", (req, res) => res.send("hello"));',
        'const hono = new Hono(); hono.get("/hi", (c) => c.text("hi")); hono.get("/you", (c) => c.text(c.req.query("n")));',
      ],
      [
        ...["GET /hello public", "GET /version public", "GET /say open", "GET /list open", "GET /staff open"],
        ...["POST /hello open", "GET /hi public", "GET /you open"],
      ],
    ],
    [
      "no routes",
      "a.js",
      ['const a = map.get("/x", f);', 'axios.post("/orders", { a: 1 });', 'request(app).get("/x");', 'cache.delete("/x", done);'],
      [],
    ],
  ] as const)
    it(title, () => expect(shown(path, ...lines)).to.deep.equal(expected));

  it("ask for the owner by what the sender does not decide", () => {
    const ownerOf = (body: string): string | undefined =>
      routesOf("a.js", `app.put("/a/:id", (req, res) => { ${body} });`).routes[0]?.guards.owner;
    expect(ownerOf("save(req.params.id, req.body.userId);")).to.equal(undefined);
    expect(ownerOf("const { ownerId } = await schema.parse(req.body); save({ ownerId });")).to.equal(undefined);
    expect(ownerOf("save({ ownerId: req.query.ownerId });")).to.equal(undefined);
    expect(ownerOf("save({ userId: req.user.id });")).to.equal("userId");
    expect(ownerOf("if (found.ownerId !== me) deny(res);")).to.equal("found.ownerId");
  });

  describe("that ask less of their caller than their siblings", () => {
    const handler = "async (req, res) => res.json(await done(req.params.id))";
    const admin = (router: string): string[] =>
      ["get", "put", "delete"].map((verb) => `${router}.${verb}("/users/:id", requireAdmin, ${handler});`);
    const weaker = (lines: readonly string[], ...others: FileRoutes[]): string[] => {
      const own = routesOf("src/users.js", "const r = express.Router();", ...lines);
      return compareRoutes(own, projectRoutesFor(own.path, [own, ...others]), "role").map(
        ({ route, own: guard, guard: role }) => `${route.method} ${route.path}: ${guard} for ${role}`,
      );
    };

    for (const [title, lines, expected] of [
      ["are told", [`r.post("/users/import", requireLogin, ${handler});`], ["POST /users/import: requireLogin for requireAdmin"]],
      ["not one of another router", [`app.post("/users/import", requireLogin, ${handler});`], []],
      ["not one that is open, which is another fault", [`r.post("/users/import", ${handler});`], []],
      ["not two that are as weak", ["import", "export"].map((name) => `r.post("/users/${name}", requireLogin, ${handler});`), []],
      ["not one that nobody can look into", ['r.post("/users/import", requireLogin, users.load);'], []],
      ["not one for the caller", ['r.post("/users/x", requireLogin, (req, res) => res.json(load(req.user.id)));'], []],
      [
        "not one that asks for another right",
        [`r.post("/users/import", requireLogin, hasPermission("import"), ${handler});`],
        [],
      ],
      ["not one that reads, where one sibling reads", [`r.get("/users", requireLogin, ${handler});`], []],
      [
        "one that reads, where two read",
        [`r.get("/users/log", requireAdmin, ${handler});`, `r.get("/users", requireLogin, ${handler});`],
        ["GET /users: requireLogin for requireAdmin"],
      ],
    ] as const)
      it(title, () => expect(weaker([...admin("r"), ...lines])).to.deep.equal(expected));

    it("nothing where another file asks for the role before all of them, but where it only asks who is calling", () => {
      const lines = [...admin("r"), `r.post("/users/import", requireLogin, ${handler});`];
      const mount = (guard: string) =>
        routesOf("src/app.js", 'const users = require("./users");', `app.use("/x", ${guard}, users);`);
      expect(weaker(lines, mount("requireStaffRole"))).to.deep.equal([]);
      expect(weaker(lines, mount("authenticate"))).to.have.length(1);
    });
  });

  it("are spoken of as their number asks for", () => {
    expect(verbsFor(1)).to.deep.equal({ $DO: "does", $ASK: "asks", $HAVE: "has", $CHECK: "checks" });
    expect(verbsFor(2)).to.deep.equal({ $DO: "do", $ASK: "ask", $HAVE: "have", $CHECK: "check" });
  });

  it("are compared across files, and named with their place", () => {
    const guarded = routesOf(
      "src/routes/orders.js",
      ...["get", "post", "put", "delete"].map((verb) => `router.${verb}("/orders", requireAuth, f);`),
    );
    const own = routesOf("src/routes/refunds.js", 'router.post("/refunds", f);');
    const [lacking] = compareRoutes(own, projectRoutesFor(own.path, [guarded, own]), "authorization");
    expect(lacking?.sameFile).to.equal(false);
    expect(lacking && namesOfSiblings(lacking, own.path)).to.equal(
      "POST /orders (src/routes/orders.js:2), GET /orders (src/routes/orders.js:1) and PUT /orders (src/routes/orders.js:3)",
    );
    expect(compareRoutes(own, undefined, "authorization")).to.deep.equal([]);
  });

  it("are compared with those of files in languages of the same family only", () => {
    const verbs = ["get", "post", "put", "delete"];
    const guarded = routesOf("src/orders.js", ...verbs.map((verb) => `router.${verb}("/orders", requireAuth, f);`));
    const python = routesOf(
      "src/orders.py",
      ...verbs.flatMap((verb) => [`@app.${verb}("/orders")`, "@login_required", `def ${verb}_order(): pass`]),
    );
    expect(python.routes.filter(({ guards }) => guards.authorization !== undefined)).to.have.length(4);
    const own = routesOf("src/refunds.ts", 'router.post("/refunds", f);');
    const lackAmong = (...others: FileRoutes[]): number =>
      compareRoutes(own, projectRoutesFor(own.path, [...others, own]), "authorization").length;
    expect(lackAmong(guarded)).to.equal(1);
    expect(lackAmong(python)).to.equal(0);
    expect(projectRoutesFor("src/refunds.py", [guarded, own]).others).to.deep.equal([]);
  });

  it("of a file that another one puts behind a guard lack nothing", () => {
    const own = routesOf(
      "src/routes/orders.js",
      'router.get("/a", requireAdmin, f);',
      'router.post("/a", requireAdmin, f);',
      'router.put("/a", f);',
    );
    const lackOf = (...lines: string[]): number =>
      compareRoutes(own, projectRoutesFor(own.path, [own, routesOf("src/app.js", ...lines)]), "authorization").length;
    expect(lackOf('const orders = require("./routes/orders");', 'app.use("/orders", orders);')).to.equal(1);
    expect(lackOf('const orders = require("./routes/orders");', 'app.use("/orders", requireAuth, orders);')).to.equal(0);
    expect(lackOf('import orders from "./routes/orders.js";', "app.use(requireAuth);", 'app.use("/orders", orders);')).to.equal(
      0,
    );
    expect(lackOf('app.use("/orders", requireAuth, require("./routes/orders"));')).to.equal(0);
    expect(lackOf("providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }]")).to.equal(0);
  });

  describe("that a change adds", () => {
    const verbs = ["get", "post", "put", "delete"];
    const guarded = (path: string): FileRoutes =>
      routesOf(path, ...verbs.map((verb) => `router.${verb}("/orders", requireAuth, f);`));
    const open = (path: string, prefix = "/products"): FileRoutes =>
      routesOf(path, ...["post", "put", "delete"].map((verb) => `router.${verb}("${prefix}/:id", f);`));
    const lackingOf = (own: FileRoutes, others: FileRoutes[], before?: FileRoutes[]): number => {
      const all = [own, ...others];
      const change = before && routesOfChange([own.path], all, before);
      return compareRoutes(own, projectRoutesFor(own.path, all, change), "authorization").length;
    };
    let own: FileRoutes;
    before(() => {
      own = open("src/products.js");
    });

    it("are no reason to leave one another open", () => {
      expect(lackingOf(own, [guarded("src/a.js")])).to.equal(0);
      expect(lackingOf(own, [guarded("src/a.js")], [])).to.equal(3);
      expect(mayComeTogether([own.path], [own, guarded("src/a.js")])).to.equal(true);
      expect(mayComeTogether([own.path], [own])).to.equal(false);
    });

    it("are compared with those that were open before", () => {
      const others = [guarded("src/a.js"), open("src/c.js", "/c"), open("src/d.js", "/d")];
      expect(lackingOf(own, others, [])).to.equal(0);
      expect(lackingOf(own, [guarded("src/a.js")], [open("src/products.js")])).to.equal(0);
    });

    it("are told from those that moved with a part of their path", () => {
      const moved = [guarded("src/a.js")];
      expect(lackingOf(open("src/products.js", ""), moved, [open("src/app.js")])).to.equal(0);
    });

    it("count where they lost their guard in the change", () => {
      const before = routesOf(
        "src/products.js",
        ...["post", "put", "delete"].map((verb) => `router.${verb}("/products/:id", requireAuth, f);`),
      );
      expect(lackingOf(own, [guarded("src/a.js")], [before])).to.equal(3);
    });
  });

  it("of many files cost no more than their number", () => {
    const files = Array.from({ length: 300 }, (_, n) => routesOf(`src/routes/r${n}.js`, `router.get("/r${n}", requireAuth, f);`));
    const { others } = projectRoutesFor("src/routes/r7.js", files);
    expect(others).to.have.length(30);
    expect(others.some(({ path }) => path === "src/routes/r7.js")).to.equal(false);
  });
});
