import { expect } from "chai";
import { compareRoutes, namesOfSiblings, projectRoutesFor } from "../../../../server/engine/routes/compareRoutes.ts";
import { mayComeTogether, routesOfChange } from "../../../../server/engine/routes/newRoutes.ts";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import { verbsFor } from "../../../../server/engine/routes/routeHits.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";
import { routesIn } from "./routesIn.ts";

let parse: ParseText;
const routesOf = (path: string, ...lines: string[]): FileRoutes => routesIn(parse, path, lines);

describe("routes, compared", function () {
  this.timeout(20_000);
  before(async () => {
    parse = await loadParse();
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

  describe("behind the default of a Hapi server in another file", () => {
    const server = ["const server = Hapi.server();", 'server.auth.default("jwt");'];
    const express = ["get", "post", "put"].map((verb) => `app.${verb}("/orders", requireAuth, (req, res) => load(req, res));`);
    const hapi = (method: string, options: string): string =>
      `server.route({ method: "${method}", path: "/orders", ${options} handler: (request) => load(request.payload) });`;
    const asked = ["GET", "POST", "PUT"].map((method) => hapi(method, 'options: { auth: "jwt" },'));

    for (const [title, lines, others, expected] of [
      ["nothing changes for Express", [...express, 'app.delete("/orders", (req, res) => drop(req.body.id));'], server, 1],
      ["Hapi's own routes need nothing more", [...asked, hapi("DELETE", "")], server, 0],
      [
        "Hapi's own that let everybody through are told",
        [...asked, hapi("DELETE", 'options: { auth: { mode: "try" } },')],
        server,
        1,
      ],
      [
        "nothing is guarded where the default lets everybody through",
        [...asked, hapi("DELETE", "")],
        ['server.auth.default({ strategy: "jwt", mode: "optional" });', hapi("GET", "")],
        1,
      ],
    ] as const)
      it(title, () => {
        const own = routesOf("api/orders.js", ...lines);
        const project = projectRoutesFor(own.path, [own, routesOf("gateway/server.js", ...others)]);
        expect(compareRoutes(own, project, "authorization")).to.have.length(expected);
      });
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

  it("of two programs, each with a server of its own, are not compared with one another", () => {
    const verbs = ["get", "post", "put", "delete"];
    const guarded = verbs.map((verb) => `app.${verb}("/orders", requireAuth, f);`);
    const own = 'app.post("/refunds", f);';
    const lackAmong = (other: readonly string[], lines: readonly string[], ending = "js"): number => {
      const routes = routesOf(`src/shop.${ending}`, ...lines);
      const all = [routes, routesOf(`src/office.${ending}`, ...other)];
      return compareRoutes(routes, projectRoutesFor(routes.path, all), "authorization").length;
    };
    const listens = "app.listen(3000);";
    expect(lackAmong(guarded, [own])).to.equal(1);
    expect(lackAmong([...guarded, listens], [own])).to.equal(1);
    expect(lackAmong(guarded, [own, listens])).to.equal(1);
    expect(lackAmong([...guarded, listens], [own, "const server = app.listen(process.env.PORT);"])).to.equal(0);
    const flask = verbs.flatMap((verb) => [`@app.${verb}("/orders")`, "@login_required", `def ${verb}_order(): pass`]);
    const refunds = ['@app.post("/refunds")', "def refund(): pass"];
    const runs = ['if __name__ == "__main__":', "    app.run()"];
    expect(lackAmong([...flask, ...runs], refunds, "py")).to.equal(1);
    expect(lackAmong([...flask, ...runs], [...refunds, ...runs], "py")).to.equal(0);
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
