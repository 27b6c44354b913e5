/** The routes of a change are read again only where its texts are others. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { FileRoutes } from "../../../server/engine/routes/route.ts";
import { defaultRules } from "../../../server/host/ruleFiles.ts";
import { createSiblingRoutes } from "../../../server/lsp/siblingRoutes.ts";

describe("the routes of a folder in the editor", () => {
  const rules = defaultRules();
  const text = "app.get('/a', one);";
  let dir: string;
  let asked: string[];
  let answers: boolean;
  const analyzer = {
    rules,
    routesOf: async (files: readonly { readonly path: string }[]) => {
      asked.push(...files.map((file) => file.path));
      return files.map((file): FileRoutes | undefined =>
        answers ? { path: file.path, routes: [], mounts: [{ module: "m", guards: [] }], global: [] } : undefined,
      );
    },
  };
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), "linewarden-siblings-"));
    process.env.LINEWARDEN_CACHE = path.join(dir, "cache");
    asked = [];
    answers = true;
  });
  afterEach(() => {
    delete process.env.LINEWARDEN_CACHE;
    rmSync(dir, { recursive: true, force: true });
  });

  it("are read once for a text, and again when it is another", async () => {
    const siblings = createSiblingRoutes(dir);
    const files = (now: string) => [
      { path: "a.js", text: now },
      { path: "a.js", text, side: "base" as const },
      { path: "b.js", text },
    ];
    expect(await siblings.update(files(text), analyzer)).to.equal(true);
    expect(asked.splice(0)).to.deep.equal(["a.js", "b.js"]);
    expect(await siblings.update(files(text), analyzer)).to.equal(false);
    expect(asked).to.deep.equal([]);
    await siblings.update(files(`${text}\n`), analyzer);
    expect(asked.splice(0)).to.deep.equal(["a.js"]);
    expect(siblings.of({ path: "b.js", text })).to.not.equal(undefined);
    await siblings.update(files(text), { ...analyzer, rules: [...rules] });
    expect(asked).to.deep.equal(["a.js", "b.js"]);
  });

  it("are asked for again where no answer came", async () => {
    const siblings = createSiblingRoutes(dir);
    answers = false;
    await siblings.update([{ path: "a.js", text }], analyzer);
    answers = true;
    expect(await siblings.update([{ path: "a.js", text }], analyzer)).to.equal(true);
    expect(asked).to.deep.equal(["a.js", "a.js"]);
  });
});
