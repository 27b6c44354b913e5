import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { FileRoutes } from "../../../server/engine/routes/route.ts";
import { readProjectRoutes } from "../../../server/host/projectRoutes.ts";
import { defaultRules } from "../../../server/host/ruleFiles.ts";

describe("the routes of a project", () => {
  const { now } = Date;
  const cacheBefore = process.env.LINEWARDEN_CACHE;
  let scratch: string;
  let dir: string;
  let parsed: string[];
  const write = (name: string, text: string): void => writeFileSync(path.join(dir, name), text);
  /** What each file declares is its text; what had to be parsed is noted. */
  const read = async (): Promise<string[]> => {
    parsed = [];
    const routes = await readProjectRoutes(dir, new Set(["changed.js"]), {
      rules: defaultRules(),
      routesOf: async (files) => {
        parsed.push(...files.map((file) => file.path));
        return files.map(
          ({ path: name, text }): FileRoutes => ({ path: name, routes: [], mounts: [{ module: text, guards: [] }], global: [] }),
        );
      },
    });
    return routes.map((one) => `${one.path} ${one.mounts[0]?.module}`);
  };
  beforeEach(() => {
    scratch = mkdtempSync(path.join(tmpdir(), "linewarden-routes-"));
    dir = mkdtempSync(path.join(scratch, "project-"));
    process.env.LINEWARDEN_CACHE = path.join(scratch, "cache");
    write("a.js", "app.get('/a', one);");
    write("b.js", "app.get('/b', two);");
    write("changed.js", "app.get('/c', three);");
    write("plain.js", "three();");
  });
  afterEach(() => {
    Date.now = now;
    if (cacheBefore === undefined) delete process.env.LINEWARDEN_CACHE;
    else process.env.LINEWARDEN_CACHE = cacheBefore;
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const [title, later] of [
    ["right after they were written", 0],
    ["when they were written long ago", 60_000],
  ] as const)
    it(`are parsed once, and again when a file changes: ${title}`, async () => {
      Date.now = () => now() + later;
      expect(await read()).to.deep.equal(["a.js app.get('/a', one);", "b.js app.get('/b', two);"]);
      expect(parsed).to.deep.equal(["a.js", "b.js"]);
      expect(await read()).to.deep.equal(["a.js app.get('/a', one);", "b.js app.get('/b', two);"]);
      expect(parsed).to.deep.equal([]);
      write("b.js", "app.get('/b', other);");
      write("plain.js", "app.get('/d', four);");
      expect(await read()).to.deep.equal([
        "a.js app.get('/a', one);",
        "b.js app.get('/b', other);",
        "plain.js app.get('/d', four);",
      ]);
      expect(parsed).to.deep.equal(["b.js", "plain.js"]);
      rmSync(path.join(dir, "a.js"));
      write("b.js", "two();");
      expect(await read()).to.deep.equal(["plain.js app.get('/d', four);"]);
    });
});
