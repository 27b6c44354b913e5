// Code with an old finding that a change moves to another file or into a function.
import { expect } from "chai";
import { moveCases } from "../support/movedCode.ts";
import { git, linewarden, removeFolders, repository } from "./commandLine.ts";

describe("review of moved code", function () {
  this.timeout(120000);
  after(removeFolders);

  for (const { title, before, after: files, introduced } of moveCases)
    it(title, async () => {
      const gone = Object.keys(before).filter((name) => !(name in files));
      const where = repository(before, files);
      for (const name of gone) git(where, "rm", "-qf", name);
      const { stdout, status } = await linewarden(where, "review", "--format", "json");
      const { findings } = JSON.parse(stdout) as { findings: { path: string; start: { line: number } }[] };
      expect(findings.map(({ path, start }) => `${path}:${start.line}`)).to.deep.equal(introduced);
      expect(status).to.equal(introduced.length > 0 ? 1 : 0);
    });

  it("had a finding before it was moved", async () => {
    for (const { title, before } of moveCases.filter((one) => one.introduced.length === 0)) {
      const { stdout } = await linewarden(repository(before), "scan", "--format", "json");
      expect((JSON.parse(stdout) as { findings: unknown[] }).findings, title).to.not.be.empty;
    }
  });
});
