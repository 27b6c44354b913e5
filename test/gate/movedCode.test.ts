import { expect } from "chai";
import { moveCases } from "../support/movedCode.ts";
import { createRepository, type GateRepository, linewarden } from "./gateRepository.ts";

describe("a commit that moves code", function () {
  this.timeout(60000);
  let repo: GateRepository;

  beforeEach(() => {
    repo = createRepository();
    expect(linewarden(repo.dir, ["gate", "install"]).code).to.equal(0);
  });
  afterEach(() => repo.remove());

  for (const { title, before, after, introduced } of moveCases)
    it(`${introduced.length > 0 ? "is stopped" : "passes"}: ${title}`, () => {
      for (const [name, text] of Object.entries(before)) repo.write(name, text);
      repo.git("add", ".");
      repo.git("commit", "-qm", "old", "--no-verify");
      const gone = Object.keys(before).filter((name) => !(name in after));
      if (gone.length > 0) repo.git("rm", "-q", ...gone);
      for (const [name, text] of Object.entries(after)) repo.write(name, text);
      repo.git("add", ".");
      const { code, text } = repo.tryGit(["commit", "-qm", "move"]);
      expect(code === 0, text).to.equal(introduced.length === 0);
      for (const place of introduced) {
        const [name, line] = place.split(":");
        expect(text).to.contain(`${name}\n  ${line}:`);
      }
      expect(repo.git("log", "-1", "--format=%s").trim()).to.equal(introduced.length > 0 ? "old" : "move");
    });
});
