/** An agent that writes faster than anyone reads: bursts, branches, renames, crashes; the end state equals a cold scan. */

import { renameSync } from "node:fs";
import { expect } from "chai";
import { FileChangeType } from "vscode-languageserver/node";
import { LspClient, sleep } from "../lsp/client.ts";
import { createProject, type Project } from "../lsp/project.ts";
import { coldScan, shownState } from "./coldScan.ts";

const base = "export function run(value) {\n  return value;\n}\n";

/** A text whose number decides how many dangerous lines it has, and where. */
function textOf(number: number): string {
  const dangers = Array.from({ length: number % 4 }, (_, i) => `  danger(value + ${number} + ${i});\n`).join("");
  return `// ${number}\nexport function run(value) {\n${dangers}  return value;\n}\n`;
}

describe("an agent's storm", () => {
  let project: Project;
  let client: LspClient;
  const files = ["a.js", "b.js", "lib/c.js", "lib/d.js", "lib/deep/e.js"];
  const write = (name: string, text: string): void => client.filesChanged([project.write(name, text)]);

  beforeEach(async () => {
    project = createProject(Object.fromEntries(files.map((name) => [name, base])));
    client = await new LspClient({ folders: [project.dir] }).start();
    await client.quiet();
  });
  afterEach(async () => {
    await client.stop();
    project.dispose();
  });

  async function expectColdState(...args: readonly string[]): Promise<void> {
    const cold = coldScan(project.dir, ...args);
    await client
      .until("the state of a cold scan", () => shownState(client, project.dir).join() === cold.findings.join(), 30_000)
      .catch(() => {});
    expect(shownState(client, project.dir)).to.deep.equal(cold.findings);
  }

  it("200 writes: at most four publishes for a file in any second, and the state of a cold scan", async () => {
    const from = client.publishes.length;
    for (let i = 0; i < 200; i++) {
      write(files[i % files.length] ?? "a.js", textOf(i));
      if (i % 10 === 0) await sleep(15);
    }
    await client.quiet();
    const storm = client.publishes.slice(from);
    expect(storm.length).to.be.greaterThan(0);
    for (const one of storm) {
      const same = storm.filter((other) => other.uri === one.uri && other.at >= one.at && other.at < one.at + 1_000);
      expect(same.length, one.uri).to.be.at.most(4);
    }
    await expectColdState();
    expect(shownState(client, project.dir)).to.have.length.greaterThan(3);
  });

  it("200 edits of an open document: at most four publishes in any second, and the last text counts", async () => {
    client.open(project.path("a.js"), base);
    const from = client.publishes.length;
    for (let i = 0; i < 200; i++) {
      client.replace(project.path("a.js"), textOf(i));
      if (i % 10 === 0) await sleep(15);
    }
    await client.untilLines(project.path("a.js"), [3, 4, 5]);
    const storm = client.publishes.slice(from);
    for (const one of storm)
      expect(storm.filter((other) => other.at >= one.at && other.at < one.at + 1_000).length).to.be.at.most(4);
    project.write("a.js", textOf(199));
    await expectColdState();
  });

  it("create, delete and create again, and a rename, leave nothing stale", async () => {
    for (let i = 1; i < 12; i++) {
      write("new.js", textOf(i));
      if (i % 3 === 0) {
        project.remove("new.js");
        client.filesChanged([project.path("new.js")], FileChangeType.Deleted);
      }
    }
    write("new.js", textOf(2));
    await client.untilLines(project.path("new.js"), [3, 4]);
    renameSync(project.path("new.js"), project.path("moved.js"));
    client.filesChanged([project.path("new.js")], FileChangeType.Deleted);
    client.filesChanged([project.path("moved.js")], FileChangeType.Created);
    await client.untilLines(project.path("moved.js"), [3, 4]);
    await client.untilLines(project.path("new.js"), []);
    project.remove("moved.js");
    client.filesChanged([project.path("moved.js")], FileChangeType.Deleted);
    await client.untilLines(project.path("moved.js"), []);
    await expectColdState();
  });

  it("branch switches under its feet end in the state of the branch", async () => {
    project.git("checkout", "-q", "-b", "other");
    project.write("a.js", textOf(3));
    project.commit("other");
    project.git("checkout", "-q", "main");
    for (let i = 0; i < 6; i++) {
      project.write("b.js", textOf(i + 1));
      project.git("checkout", "-q", i % 2 ? "main" : "other");
      await sleep(i * 30);
    }
    project.git("checkout", "-q", "other");
    client.changeSettings({ base: "main" });
    await client.until("a.js", () => client.shown(project.path("a.js")).length === 3);
    await expectColdState("--base", "main");
    client.changeSettings({});
    await client.untilLines(project.path("a.js"), []);
    await expectColdState();
  });

  it("twenty crashes of the server, each in the middle of writes: the next one knows everything", async () => {
    for (let i = 0; i < 20; i++) {
      write(files[i % files.length] ?? "a.js", textOf(i));
      client.open(project.path("a.js"), textOf(i));
      if (i % 2) await sleep(100);
      await client.kill();
      client = await new LspClient({ folders: [project.dir] }).start();
    }
    await client.quiet();
    await expectColdState();
    expect(shownState(client, project.dir)).to.have.length.greaterThan(3);
  }).timeout(180_000);

  it("a file that hangs the analysis is named, and the rest goes on", async () => {
    const slow =
      "rules:\n  - id: test.slow\n    languages: [javascript]\n    severity: INFO\n    message: slow\n    pattern-regex: '(?=slow)(?:slow:)(a+)+(?=!)'\n";
    write(".linewarden/rules/slow.yaml", slow);
    write("a.js", `// slow:${"a".repeat(60)}\n${textOf(1)}`);
    write("b.js", textOf(1));
    await client.until("b.js", () => client.shown(project.path("b.js")).length === 1, 60_000);
    await client.until(
      "the name of the file",
      async () =>
        (await client.review())[0]?.notReviewed.some(
          (one) => one.path === "a.js" && one.reason === "timed out" && one.detail.includes("test.slow"),
        ) ?? false,
      60_000,
    );
    write("b.js", textOf(2));
    await client.untilLines(project.path("b.js"), [3, 4]);
    write("a.js", textOf(1));
    await client.untilLines(project.path("a.js"), [3]);
  }).timeout(180_000);
});
