/** A folder that is opened again: what was found last time is there at once, and never in the way of what is true today. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { digest } from "../../server/store/contentCache.ts";
import { type LspClient, uriOf } from "./client.ts";
import { bad, base, useEditor } from "./editor.ts";
import { dangerRule } from "./project.ts";

describe("a folder that is opened again", () => {
  const { project, start } = useEditor();
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "linewarden-cache-"));
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  const startIn = (dir: string): Promise<LspClient> =>
    start({ folders: [dir], spawnOptions: { env: { ...process.env, LINEWARDEN_CACHE: cache } } });
  const keptFile = (): string => {
    const folder = join(cache, "editor");
    return join(folder, readdirSync(folder)[0] ?? "nothing was kept");
  };
  /** What only the file can have said. */
  const markKept = (): void => {
    const [head = "", ...rest] = readFileSync(keptFile(), "utf8").split("\n");
    const body = rest.join("\n").replaceAll("is dangerous", "is kept");
    expect(body, "a kept message").to.contain("is kept");
    writeFileSync(keptFile(), `${head.split(" ")[0]} ${digest(body)}\n${body}`);
  };
  const messages = (client: LspClient, file: string): string[] =>
    client.publishes
      .filter(({ uri, diagnostics }) => uri.endsWith(file) && diagnostics.length > 0)
      .map(({ diagnostics }) => String(diagnostics[0]?.message));
  const reviewOnce = async (dir: string, path: string): Promise<void> => {
    const client = await startIn(dir);
    client.open(path, bad);
    await client.untilLines(path, [2]);
    await client.quiet();
    await client.stop();
  };

  it("shows what was found, and what is found now after it", async () => {
    const { dir, path, write } = project({ "a.js": base });
    write("a.js", bad);
    await reviewOnce(dir, path("a.js"));
    markKept();
    const client = await startIn(dir);
    client.open(path("a.js"), bad);
    await client.untilLines(path("a.js"), [2]);
    await client.until("what is found now", () => messages(client, "a.js").at(-1)?.includes("is dangerous") === true);
    expect(messages(client, "a.js")[0]).to.contain("is kept");
  });

  it("shows nothing of what other rules found", async () => {
    const { dir, path, write } = project({ "a.js": base });
    write("a.js", bad);
    await reviewOnce(dir, path("a.js"));
    markKept();
    write(".linewarden/rules/danger.yaml", dangerRule.replace("severity: ERROR", "severity: WARNING"));
    const client = await startIn(dir);
    client.open(path("a.js"), bad);
    await client.untilLines(path("a.js"), [2]);
    await client.quiet();
    expect(messages(client, "a.js").join("\n")).to.not.contain("is kept");
  });

  it("keeps what a document shows when it is closed, also before the folder was read", async () => {
    const { dir, path, write } = project({ "a.js": base });
    write("a.js", bad);
    await reviewOnce(dir, path("a.js"));
    const client = await startIn(dir);
    client.open(path("a.js"), bad);
    await client.untilLines(path("a.js"), [2]);
    client.close(uriOf(path("a.js")));
    await client.quiet();
    await client.untilLines(path("a.js"), [2]);
    const told = client.publishes.filter(({ uri }) => uri.endsWith("a.js")).map(({ diagnostics }) => diagnostics.length);
    expect(told.slice(told.indexOf(1)), "never without it").to.not.include(0);
  });
});
