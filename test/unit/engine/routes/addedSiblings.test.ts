// Routes that were open before, and a change that adds others with a guard.
import { expect } from "chai";
import { languageById } from "../../../../server/engine/languages/registry.ts";
import { collectRoutes } from "../../../../server/engine/routes/collectRoutes.ts";
import { compareRoutes, projectRoutesFor } from "../../../../server/engine/routes/compareRoutes.ts";
import { mayComeTogether, routesOfChange } from "../../../../server/engine/routes/newRoutes.ts";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const open = 'router.post("/pages", f);';
const guarded = (name: string): string => `router.post("/${name}", requireAuth, f);`;

describe("routes that were open before a change", function () {
  this.timeout(20_000);
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });
  const words = readModels().routes;
  const routesOf = (path: string, lines: readonly string[]): FileRoutes =>
    collectRoutes(path, languageById("javascript").convert(parse("javascript", lines.join("\n"))), words);

  /** Paths of the routes of a file that lack what their siblings have. */
  const lackingOf = (before: readonly string[], now: readonly string[], others: readonly FileRoutes[] = []): string[] => {
    const own = routesOf("src/a.js", now);
    const all = [own, ...others];
    const isAsked = mayComeTogether([own.path], all);
    const change = isAsked ? routesOfChange([own.path], all, [routesOf("src/a.js", before)]) : undefined;
    return compareRoutes(own, projectRoutesFor(own.path, all, change), "authorization").map(({ route }) => route.path);
  };

  it("are not told because the change adds siblings with a guard", () => {
    expect(lackingOf([open, guarded("a")], [open, guarded("a"), guarded("b"), guarded("c")])).to.deep.equal([]);
    expect(lackingOf([open], [open, guarded("a"), guarded("b"), guarded("c")])).to.deep.equal([]);
  });

  it("are told as before where there were enough siblings with one", () => {
    const before = [open, guarded("a"), guarded("b"), guarded("c")];
    expect(lackingOf(before, [...before, guarded("d")])).to.deep.equal(["/pages"]);
  });

  it("do not hide one that the change adds", () => {
    const before = [open, guarded("a")];
    expect(lackingOf(before, [...before, guarded("b"), guarded("c"), guarded("d"), 'router.put("/new", f);'])).to.deep.equal([
      "/new",
    ]);
  });

  it("do not hide one that lost its guard", () => {
    const before = [guarded("a"), guarded("b"), guarded("c"), guarded("d")];
    expect(lackingOf(before, [...before.slice(1), 'router.post("/a", f);', guarded("e")])).to.deep.equal(["/a"]);
  });

  describe("by who may call them", () => {
    const role = (verb: string, path: string): string => `router.${verb}("${path}", requireAuth, requireRole("admin"), f);`;
    const signedIn = (verb: string, path: string): string =>
      `router.${verb}("${path}", requireAuth, async (req, res) => res.json(await things.drop(req.params.id)));`;

    /** Routes that ask only who is calling. */
    const weakerOf = (before: readonly string[] | undefined, now: readonly string[]): string[] => {
      const own = routesOf("src/a.js", now);
      const change = before && routesOfChange([own.path], [own], [routesOf("src/a.js", before)]);
      return compareRoutes(own, projectRoutesFor(own.path, [own], change), "role").map(
        ({ route: { method, path } }) => `${method} ${path}`,
      );
    };
    const all = [role("get", "/t"), role("post", "/t")];

    it("are told where the change takes the question for the role away, even with few siblings", () => {
      const now = [...all, signedIn("delete", "/t/:id")];
      expect(weakerOf([...all, role("delete", "/t/:id")], now)).to.deep.equal(["DELETE /t/:id"]);
      expect(weakerOf(now, now)).to.deep.equal([]);
      expect(weakerOf(undefined, now)).to.deep.equal([]);
    });

    it("are told beside one that lost the question", () => {
      const now = [...all, signedIn("put", "/t/:id"), signedIn("delete", "/t/:id")];
      expect(weakerOf([...all, role("delete", "/t/:id")], now)).to.deep.equal(["PUT /t/:id", "DELETE /t/:id"]);
    });

    it("say nothing where no sibling asks for a role any longer", () => {
      expect(weakerOf([role("delete", "/t/:id")], [signedIn("delete", "/t/:id")])).to.deep.equal([]);
      expect(weakerOf(all, [signedIn("get", "/t"), signedIn("post", "/t")])).to.deep.equal([]);
    });
  });
});
