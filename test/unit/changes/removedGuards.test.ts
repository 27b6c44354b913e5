// Guards that a change took away, over several files; single cases stand beside the rules.
import { expect } from "chai";
import type { Engine } from "../../../server/engine/analyze.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import { ignoreEdits } from "../../../server/host/ignoreEdits.ts";
import { catalogEngine, introducedIn, type Texts } from "./introducedIn.ts";

const route = 'router.put("/orders/:id", requireAdmin, saveOrder);\n';
const open = 'router.put("/orders/:id", saveOrder);\n';

const guardedRouter = "const admin = Router();\nconst open = Router();\nadmin.use(requireAdmin);\n";
const publicRoute = 'open.delete("/orders/:id", requireAdmin, removeOrder);\n';
const adminRouter = "admin = APIRouter(dependencies=[Depends(require_admin)])\npublic = APIRouter()\n\n";

const readNote = "@login_required\ndef edit(request, pk):\n    note = get_object_or_404(Note, pk=pk)\n";
const changeNote = '    note.text = request.POST["text"]\n    note.save()\n    return redirect("notes")\n';
const ownNote = `${readNote}    if note.owner != request.user:\n        raise PermissionDenied\n${changeNote}`;

describe("guards that a change took away", () => {
  let engine: Engine;
  before(async () => {
    engine = await catalogEngine();
  });

  const removedIn = (texts: Texts) => introducedIn(engine, texts).filter(({ removed }) => removed !== undefined);

  it("are told where they were, with the removed lines", () => {
    const [finding, ...others] = removedIn({ "a.js": [`// one\n${route}`, `// one\n${open}`] });
    expect(others).to.deep.equal([]);
    expect(finding).to.deep.include({
      ruleId: "javascript.permission-check-removed",
      removed: [{ line: 1, text: route.trimEnd() }],
    });
    expect(indexLines(`// one\n${open}`).positionAt(finding?.span.start ?? 0)).to.deep.equal({ line: 1, character: 0 });
  });

  it("are told each at its own route where neighbours lose theirs in one change", () => {
    const limited = 'router.post("/login", limiter, signIn);\n';
    const text = `${limited.replace("limiter, ", "")}${open}`;
    const found = removedIn({ "a.js": [`${limited}${route}`, text] });
    expect(found.map(({ ruleId, span }) => [ruleId, indexLines(text).positionAt(span.start).line])).to.deep.equal([
      ["javascript.rate-limit-removed", 0],
      ["javascript.permission-check-removed", 1],
    ]);
  });

  it("are told with all their names where several went at one place", () => {
    const headers = ["Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options"];
    const set = headers.map((name) => `  res.setHeader("${name}", value);\n`).join("");
    const page = (lines: string) => `function page(req, res) {\n${lines}  res.setHeader("X-Powered-By", "us");\n  next();\n}\n`;
    const [finding, ...others] = removedIn({ "a.js": [page(set), page("")] });
    expect(others).to.deep.equal([]);
    expect(finding?.message).to.contain(`(${headers.join(", ")})`);
    expect(finding?.removed).to.have.length(3);
  });

  it("are named as they are written where a pattern gives them no name", () => {
    const parsed = "app.post('/a', (req, res) => {\n  const body = schema.parse(req.body);\n  save(body.a);\n  res.end();\n});\n";
    const [finding] = removedIn({ "a.js": [parsed, parsed.replace("schema.parse(req.body)", "req.body")] });
    expect(finding?.message).to.contain("(schema.parse(req.body))");
  });

  for (const [title, texts] of [
    ["of a file that was renamed are told too", { "b.js<a.js": [route, open] }],
    [
      "are told although new code that checks something else relies on the function",
      {
        "deps.py": [
          'def require_manager(caller):\n    if caller.role != "manager":\n        raise HTTPException(403, "no")\n    return caller\n',
          "def require_manager(caller):\n    return caller\n",
        ],
        "stock.py": [
          undefined,
          '@router.post("/stock/{id}", dependencies=[Depends(require_manager)])\ndef restock(id, caller):\n    item = find(id)\n    if item.owner_id != caller.id:\n        raise HTTPException(404)\n    return fill(item)\n',
        ],
      },
    ],
    [
      "are told where a condition that never holds took their place",
      {
        "a.js": [
          "function save(user, order) {\n  if (!user.isAdmin) {\n    throw new Forbidden();\n  }\n  order.state = 2;\n  store(order);\n}\n",
          "function save(user, order) {\n  if (false) {\n    throw new Forbidden();\n  }\n  order.state = 2;\n  store(order);\n}\n",
        ],
      },
    ],
    [
      "are told where a condition can hold no more",
      {
        "a.py": [
          "def save(user, order):\n    if not user.is_admin:\n        raise Forbidden()\n    order.state = 2\n    store(order)\n",
          "def save(user, order):\n    if False and not user.is_admin:\n        raise Forbidden()\n    order.state = 2\n    store(order)\n",
        ],
      },
    ],
    ["are told once, although a rule for the role and one for the sign-in see them", { "a.js": [route, open] }],
    [
      "are told once where both stood in one statement before all of a router",
      {
        "a.js": [
          `const router = Router();\nrouter.use(requireAuth, requireRole("admin"));\n${open}`,
          `const router = Router();\n${open}`,
        ],
      },
    ],
    [
      "are told where one of several goes that stood before all of a router",
      {
        "a.js": [
          `const router = Router();\nrouter.use(requireAuth, requireRole("admin"));\n${open}`,
          `const router = Router();\nrouter.use(requireAuth);\n${open}`,
        ],
      },
    ],
    [
      "are told once of a decorator with arguments",
      {
        "a.py": [
          '@permission_required("notes.view")\ndef overview(request):\n    return render(request, "o.html")\n',
          'def overview(request):\n    return render(request, "o.html")\nx = 1\n',
        ],
      },
    ],
    [
      "are told although another router of the file has the same guard",
      { "a.js": [`${guardedRouter}${publicRoute}`, `${guardedRouter}${publicRoute.replace("requireAdmin, ", "")}`] },
    ],
    [
      "are told although another router of the file asks for it in its dependencies",
      {
        "a.py": [
          `${adminRouter}@public.post("/refund/{id}")\ndef refund(id: int, user=Depends(require_admin)):\n    db.refund(id)\n`,
          `${adminRouter}@public.post("/refund/{id}")\ndef refund(id: int):\n    db.refund(id)\n`,
        ],
      },
    ],
    [
      "are told of a check in a handler although another router asks for more",
      {
        "a.py": [
          `${adminRouter}@public.put("/orders/{id}")\ndef put(id: int, user=Depends(current_user)):\n    o = db.get(id)\n    if o.owner_id != user.id:\n        raise HTTPException(403)\n    o.save()\n`,
          `${adminRouter}@public.put("/orders/{id}")\ndef put(id: int, user=Depends(current_user)):\n    o = db.get(id)\n    o.save()\n`,
        ],
      },
    ],
    [
      "are told where a changed line names the caller for something else",
      { "a.py": [ownNote, `${readNote}    note.editor = request.user\n${changeNote}`] },
    ],
    [
      "are told where a changed line reads something else in the same way",
      {
        "a.py": [
          'def orders():\n    if not session.get("user"):\n        return redirect("/login")\n    limit = 20\n    return load(session, limit)\n',
          'def orders():\n    limit = request.args.get("limit")\n    return load(session, limit)\n',
        ],
      },
    ],
    [
      "a limit of many times as much",
      {
        "a.py": [
          '@bp.route("/login", methods=["POST"])\n@limiter.limit("5/minute")\ndef login():\n    return sign_in(request.form)\n',
          '@bp.route("/login", methods=["POST"])\n@limiter.limit("5000/minute")\ndef login():\n    return sign_in(request.form)\n',
        ],
      },
    ],
  ] as const)
    it(title, () => expect(removedIn(texts)).to.have.length(1));

  for (const [title, texts] of [
    [
      "a test whose assertions went into the one before it",
      {
        "a.test.js": [
          'it("reads", () => {\n  expect(read(a, b)).to.equal(true);\n});\n\nit("keeps a stranger out", () => {\n  expect(read(c, b)).to.equal(false);\n});\n',
          'it("reads", () => {\n  expect(read(a, b)).to.equal(true);\n  expect(read(c, b)).to.equal(false);\n});\n',
        ],
      },
    ],
    [
      "the same list asked in another way",
      {
        "a.js": [
          'function list(sort) {\n  if (!COLUMNS.includes(sort)) throw new Error("bad column");\n  return db.files.sort(sort);\n}\n',
          'function list(sort) {\n  const column = COLUMNS.find((name) => name === sort);\n  if (!column) throw new Error("bad column");\n  return db.files.sort(sort);\n}\n',
        ],
      },
    ],
    [
      "that moved into another file before the whole router",
      {
        "a.js": [route, open],
        "app.js": ["app.use(orders);\n", "app.use(requireAdmin, orders);\n"],
      },
    ],
    ["whose route moved into another file with them", { "a.js": [`${route}// end\n`, "// end\n"], "b.js": [undefined, route] }],
    [
      "that the router has which takes in theirs",
      {
        "a.js": [
          `${guardedRouter}admin.use("/open", open);\n${publicRoute}`,
          `${guardedRouter}admin.use("/open", open);\n${publicRoute.replace("requireAdmin, ", "")}`,
        ],
      },
    ],
    [
      "that the application has before their router",
      {
        "a.js": [
          `const app = express();\napp.use(requireAdmin);\nconst open = Router();\n${publicRoute}`,
          `const app = express();\napp.use(requireAdmin);\nconst open = Router();\n${publicRoute.replace("requireAdmin, ", "")}`,
        ],
      },
    ],
    [
      "that stand where their router is taken in",
      {
        "a.js": [
          `const open = Router();\napp.use("/open", requireAdmin, open);\n${publicRoute}`,
          `const open = Router();\napp.use("/open", requireAdmin, open);\n${publicRoute.replace("requireAdmin, ", "")}`,
        ],
      },
    ],
    ["that go with the router that they stood before", { "a.js": [`app.use("/a", requireAdmin, adminRoutes);\n${open}`, open] }],
    ["of a deleted file", { "a.js": [route, undefined] }],
    [
      "whose question the query asks",
      { "a.py": [ownNote, `${readNote.replace("pk=pk", "pk=pk, owner=request.user")}${changeNote}`] },
    ],
    [
      "of what is read from the caller's own now",
      { "a.py": [ownNote, `${readNote.replace("Note, pk=pk", "request.user.notes, pk=pk")}${changeNote}`] },
    ],
    [
      "that moved into a function of another file that is called now",
      {
        "a.js": [
          "function save(user, order) {\n  if (!user.isAdmin) throw new Error();\n  order.state = 2;\n  store(order);\n}\n",
          "function save(user, order) {\n  onlyForStaff(user);\n  order.state = 2;\n  store(order);\n}\n",
        ],
        "b.js": [undefined, "export function onlyForStaff(user) {\n  if (!user.isAdmin) throw new Error();\n}\n"],
      },
    ],
    [
      "that moved into the caller",
      {
        "a.js": [
          "function save(user, order) {\n  if (!user.isAdmin) throw new Error();\n  order.state = 2;\n  store(order);\n}\nfunction go(user) {\n  save(user, 1);\n}\n",
          "function save(user, order) {\n  order.state = 2;\n  store(order);\n}\nfunction go(user) {\n  if (!user.isAdmin) return;\n  save(user, 1);\n}\n",
        ],
      },
    ],
    ["in a text that cannot be read any more", { "a.js": [route, `${open}function (((\n`] }],
    [
      "that stand there with other spaces",
      { "a.js": [route, 'router.put(\n  "/orders/:id",\n  requireAdmin,\n  saveOrder,\n);\n'] },
    ],
  ] as const)
    it(`nothing is said of those ${title}`, () => expect(removedIn(texts)).to.deep.equal([]));

  it("are silenced by a comment at the place", () => {
    const comment = "// linewarden-ignore javascript.permission-check-removed: open to all since the new plan\n";
    const [finding] = removedIn({ "a.js": [route, comment + open] });
    expect(finding?.suppression?.reason).to.equal("open to all since the new plan");
  });

  it("are ignored with a reason at the place, bound to the guard that went", () => {
    const texts = { "a.js": [`// one\n${route}`, `// one\n${open}`] } as const;
    const [finding] = removedIn(texts);
    if (!finding) throw new Error("There is no finding.");
    const [edit] = ignoreEdits(engine, { path: "a.js", text: texts["a.js"][1] }, finding, "open to all") ?? [];
    expect(edit?.text).to.match(/^\/\/ linewarden-ignore javascript\.permission-check-removed@[0-9a-f]{8}: open to all\n$/);
    const now = `// one\n${edit?.text}${open}`;
    expect(removedIn({ "a.js": [`// one\n${route}`, now] })[0]?.suppression?.reason).to.equal("open to all");
    const other = `// one\n${route.replace("requireAdmin", "requireOwner")}`;
    expect(removedIn({ "a.js": [other, now] }).map(({ suppression }) => suppression)).to.deep.equal([undefined]);
  });

  it("show no secret of the text before", () => {
    const secret = "ghp_deadbeefdeadbeefdeadbeefdeadbeef1234";
    const before = `router.put("/o", requireRole("admin", { key: "${secret}" }), saveOrder);\n`;
    const findings = removedIn({ "a.js": [before, 'router.put("/o", saveOrder);\n'] });
    expect(findings).to.have.length(1);
    expect(JSON.stringify(findings)).to.not.include(secret);
  });

  it("are shown by the finding of a rule that knows more, and not told twice", () => {
    const siblings = 'router.get("/orders", requireAuth, list);\nrouter.post("/orders", requireAuth, add);\n';
    const before = 'router.put("/orders/:id", requireAuth, saveOrder);\n';
    const findings = introducedIn(engine, { "a.js": [siblings + before, siblings + open] });
    expect(findings.map(({ ruleId }) => ruleId)).to.deep.equal(["routes.missing-authorization"]);
    expect(findings[0]?.removed).to.deep.equal([{ line: 2, text: before.trimEnd() }]);
  });
  it("are told once of a route with decorators, and weigh as much as what was there", () => {
    const routeOf = (name: string) =>
      `@app.get("/${name}")\n@login_required\ndef ${name}():\n    return jsonify(db.${name}())\n\n\n`;
    const before = `${routeOf("a")}${routeOf("b")}${routeOf("c")}`;
    const findings = introducedIn(engine, {
      "a.py": [before, before.replace('@app.get("/b")\n@login_required\n', '@app.get("/b")\n')],
    });
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).to.deep.equal([["routes.missing-authorization", "high"]]);
    expect(findings[0]?.removed).to.deep.equal([{ line: 7, text: "@login_required" }]);
  });
});
