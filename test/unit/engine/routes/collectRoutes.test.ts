import { expect } from "chai";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";
import { routesIn } from "./routesIn.ts";

let parse: ParseText;
const routesOf = (path: string, ...lines: string[]): FileRoutes => routesIn(parse, path, lines);

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
      "answers that tell nothing but what was sent",
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
        ...["GET /hello public", "GET /version public", "GET /say public", "GET /list open", "GET /staff open"],
        ...["POST /hello open", "GET /hi public", "GET /you public"],
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
});
