import { expect } from "chai";
import { makeCorpus } from "../secrets/corpus/corpus.ts";
import { folder, git, linewarden, removeFolders, repository } from "./commandLine.ts";

// Made at run time: nothing here is a key of anybody.
const key = ["kX8vQ2mZ7pL4", "rT9wB3nC"].join("");

describe("secrets on the command line", () => {
  after(removeFolders);

  it("are found in every kind of file, code that no rule reads and notebooks among them, and never shown", async () => {
    const files = {
      ".env": `API_KEY=${key}\n`,
      "app.properties": `api.key=${key}\n`,
      "Main.java": `class Main { String apiKey = "${key}"; }\n`,
      "main.tf": `api_key = "${key}"\n`,
      Dockerfile: `FROM node:20\nENV API_KEY=${key}\n`,
      "web.config": `<add key="ApiKey" value="${key}" />\n`,
      "a.ipynb": `{"cells":[{"source":["api_key = \\"${key}\\"\\n"]}]}\n`,
      "a.js": `const apiKey = "${key}";\n`,
      "a.py": `api_key = "${key}"\n`,
    };
    const { stdout, status } = await linewarden(folder(files), "scan", "--format", "json");
    expect(status).to.equal(1);
    expect(stdout).to.not.contain(key);
    const { findings } = JSON.parse(stdout) as { findings: { path: string; ruleId: string }[] };
    expect(findings.map((one) => one.path).sort()).to.deep.equal(Object.keys(files).sort());
    expect(new Set(findings.map(({ ruleId }) => ruleId))).to.deep.equal(new Set(["text.configured-secret"]));
  });

  it("are not shown by the reason for which a finding is silenced", async () => {
    const text = `const password = "k3Jd8s!Lq2Wm5"; // linewarden-ignore text.configured-password: see api_key="${key}"\n`;
    for (const format of ["text", "json", "sarif"]) {
      const { stdout } = await linewarden(folder({ "a.js": text }), "scan", "--format", format);
      expect(stdout).to.contain("see api_key=");
      expect(stdout).to.not.contain(key);
    }
  });

  it("stop a commit that adds one, and not a commit beside one", async () => {
    const where = repository({ "old.env": `API_KEY=${key}\n` }, {});
    const change = async (name: string, text: string) => {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(`${where}/${name}`, text);
      git(where, "add", name);
      return linewarden(where, "gate", "--staged");
    };
    expect((await change("old.env", `API_KEY=${key}\nPORT=80\n`)).status).to.equal(0);
    const added = await change("new.yml", `shop:\n  password: "k3Jd8s!Lq2Wm5"\n`);
    expect(added.status).to.equal(1);
    expect(added.stdout).to.contain("new.yml").and.not.contain("k3Jd8s!Lq2Wm5");
  });

  it("of the corpus are not shown by any output", async () => {
    const cases = makeCorpus().filter(({ secret }) => secret !== undefined && !secret.includes("\n"));
    const files = Object.fromEntries(
      cases.filter((_, index) => index % 8 === 0).map(({ path, text }, index) => [`${index}/${path}`, text]),
    );
    const where = folder(files);
    for (const format of ["text", "json", "sarif"]) {
      const { stdout } = await linewarden(where, "scan", "--format", format);
      let found = 0;
      for (const [index, { secret = "" }] of cases.filter((_, at) => at % 8 === 0).entries()) {
        if (secret.length < 8 || !stdout.includes(`${index}/`)) continue;
        found++;
        expect(stdout.includes(secret), `${format} shows the secret of ${index}`).to.equal(false);
      }
      expect(found, format).to.be.above(80);
    }
  });
});
