import { expect } from "chai";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";
import { routesIn } from "./routesIn.ts";

describe("a route that takes a name and a password", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  for (const [path, check, isOpen] of [
    ["/session", "await argon2.verify(account.hash, password)", true],
    ["/api/sessions", "await bcrypt.compare(password, account.hash)", true],
    ["/auth", "verifyPassword(account, password)", true],
    ["/session", "account.open", false],
    ["/orders", "await argon2.verify(account.hash, password)", false],
    ["/sessions/:id", "await argon2.verify(account.hash, password)", false],
  ] as const)
    it(`${isOpen ? "is" : "is not"} open to all: ${path}, ${check}`, () => {
      const [route] = routesIn(parse, "a.js", [
        "const app = express();",
        `app.post("${path}", async (req, res) => { if (!(${check})) return res.sendStatus(401); res.json(make(account)); });`,
      ]).routes;
      expect(route?.isPublic).to.equal(isOpen);
    });
});

describe("a route that keeps a choice in the caller's own cookie", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  const isPublic = (body: string): boolean | undefined =>
    routesIn(parse, "a.js", ["const app = express();", `app.post("/choice", (req, res) => ${body});`]).routes[0]?.isPublic;

  for (const body of [
    '{ res.cookie("theme", req.body.theme, { sameSite: "lax" }); res.sendStatus(204); }',
    '{ return res.cookie("lang", String(req.body.lang)).redirect("/"); }',
    '{ res.clearCookie("theme"); res.status(204).end(); }',
    'res.cookie("theme", req.body.theme === "dark" ? "dark" : "light").end()',
  ])
    it(`is open to all: ${body}`, () => {
      expect(isPublic(body)).to.equal(true);
    });

  for (const body of [
    '{ res.cookie("session", req.body.id); res.sendStatus(204); }',
    '{ res.cookie("theme", req.body.theme); store.save(req.body); res.sendStatus(204); }',
    '{ res.cookie("theme", req.body.theme); res.json(req.app.locals.settings); }',
    "{ res.cookie(req.body.name, req.body.value); res.sendStatus(204); }",
    '{ app.locals.theme = req.body.theme; res.cookie("theme", req.body.theme).end(); }',
    "{ res.sendStatus(204); }",
  ])
    it(`is not where it does something else: ${body}`, () => {
      expect(isPublic(body)).to.equal(false);
    });
});

describe("a route that says back what it was sent", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  const isPublic = (path: string, lines: readonly string[]): boolean | undefined =>
    routesIn(parse, path, lines).routes[0]?.isPublic;

  for (const lines of [
    ["app = FastAPI()", '@app.get("/hello/{name}")', "def hello(name: str):", '    return {"message": f"Hello {name}"}'],
    ["app = FastAPI()", '@app.get("/sum")', "def add(a: int, b: int = 0):", "    total = a + b", '    return {"sum": total}'],
    [
      "app = Flask(__name__)",
      '@app.get("/page")',
      "def page():",
      '    n = min(request.args.get("n", 10, type=int), 100)',
      "    return jsonify(list(range(n)))",
    ],
  ])
    it(`is open to all: ${lines[3]}`, () => expect(isPublic("a.py", lines)).to.equal(true));
  it("is open to all: Express", () =>
    expect(
      isPublic("a.js", ["const app = express();", 'app.get("/hi/:n", (req, res) => res.json({ hi: req.params.n }));']),
    ).to.equal(true));

  for (const lines of [
    [
      "app = FastAPI()",
      '@app.get("/hello/{name}")',
      "def hello(name: str, user=Depends(current)):",
      '    return {"message": user.name}',
    ],
    ["app = FastAPI()", '@app.get("/find/{name}")', "def find(name: str):", "    return lookup(name)"],
    ["app = FastAPI()", '@app.get("/find/{name}")', "def find(name: str):", "    return {'x': known[name]}"],
    ["app = Flask(__name__)", '@app.get("/hello")', "def hello():", "    return jsonify(request.user)"],
    ["app = Flask(__name__)", '@app.get("/hello")', "def hello():", '    return jsonify(request.cookies.get("who"))'],
    ["app = FastAPI()", '@app.get("/orders/{name}")', "def hello(name: str):", '    return {"message": name}'],
    ["app = FastAPI()", '@app.get("/hello")', "def hello(name: Item):", '    return {"message": name}'],
  ])
    it(`is not where it tells something else: ${lines[2]} ${lines[3]}`, () => expect(isPublic("a.py", lines)).to.equal(false));
  it("is not where it tells something else: Express", () =>
    expect(isPublic("a.js", ["const app = express();", 'app.get("/hi", (req, res) => res.json(store.all()));'])).to.equal(false));
});

describe("a handler that compares a password", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  const compared = "if (!(await user.validatePassword(req.body.password))) return res.sendStatus(401);";
  for (const [name, body, isOpen] of [
    ["hands out a token of it", `${compared} res.json({ token: generateToken(user) });`, true],
    [
      "hands out a token that has a name",
      `${compared} const token = generateToken(user.id); res.cookie("t", token).end();`,
      true,
    ],
    ["signs one by name", `${compared} const made = jwt.sign({ sub: user.id }, key); res.json(made);`, true],
    [
      "keeps a token to itself",
      `${compared} await Invitation.create({ token: generateToken(user) }); res.sendStatus(204);`,
      false,
    ],
    [
      "keeps a token that has a name",
      `${compared} const token = generateToken(user); await Key.create({ token }); res.end();`,
      false,
    ],
    ["makes a token of nobody", `${compared} res.json({ token: generateToken() });`, false],
    [
      "asks how good a new one is",
      "if (!validatePassword(req.body.password)) return res.sendStatus(400); res.json({ token: generateToken(req.body.id) });",
      false,
    ],
    [
      "asks who is signed in already once more",
      "if (!(await req.user.validatePassword(req.body.password))) return res.sendStatus(401); res.json(generateToken(req.user));",
      false,
    ],
  ] as const)
    it(`${isOpen ? "is" : "is not"} open to all where it ${name}`, () => {
      const [route] = routesIn(parse, "a.js", [
        "const app = express();",
        `app.post("/members", async (req, res) => { const user = await find(req.body.email); ${body} });`,
      ]).routes;
      expect(route?.isPublic).to.equal(isOpen);
    });
});
