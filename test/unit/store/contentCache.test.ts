import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { digest, openContentCache } from "../../../server/store/contentCache.ts";

describe("a cache of contents", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "linewarden-cache-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const isText = (value: unknown): value is string => typeof value === "string";
  const write = (name: string, days: number): string => {
    const file = join(folder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "{}");
    const then = Date.now() / 1000 - days * 24 * 60 * 60;
    utimesSync(file, then, then);
    return file;
  };

  it("takes caches away that nothing has written for a month, and nothing else", () => {
    const [forgotten, torn] = [write(`${digest("a")}.json`, 40), write(`${digest("b")}.json.12.tmp`, 40)];
    const kept = [write(`${digest("c")}.json`, 20), write("notes.json", 40), write(`${digest("d")}.txt`, 40)];
    const file = join(folder, `${digest("mine")}.json`);
    const cache = openContentCache(file, "reader", isText);
    cache.put("key", "value");
    cache.save();
    expect([forgotten, torn].map((one) => existsSync(one))).to.deep.equal([false, false]);
    expect(kept.map((one) => existsSync(one))).to.deep.equal([true, true, true]);
    expect(openContentCache(file, "reader", isText).get("key")).to.equal("value");
  });
});
