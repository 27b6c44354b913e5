// Which repository a folder lies in, and how often git is asked for it.
import { rmSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { findRepository } from "../../../server/host/git.ts";
import { makeRepository, type TestRepository } from "../../support/gitRepository.ts";

describe("findRepository", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.dispose());

  it("asks git once for what is asked in one go or a moment later", async () => {
    const [first, second] = await Promise.all([findRepository(repository.root), findRepository(repository.root)]);
    expect(first.kind).to.equal("found");
    expect(second).to.equal(first);
    expect(await findRepository(repository.root)).to.equal(first);
  });

  it("tells the repository of one index from that of another", async () => {
    const plain = await findRepository(repository.root);
    const other = await findRepository(repository.root, {
      hookEnvironment: { GIT_INDEX_FILE: path.join(repository.root, "other") },
    });
    expect([plain, other].map((lookup) => lookup.kind === "found" && lookup.repository.indexFile)).to.deep.equal([
      undefined,
      path.join(repository.root, "other"),
    ]);
  });

  it("sees at once that a folder became a repository, and that it is none any more", async () => {
    const folder = path.join(repository.root, ".git");
    expect((await findRepository(repository.root)).kind).to.equal("found");
    rmSync(folder, { recursive: true });
    expect((await findRepository(repository.root)).kind).to.equal("no repository");
    repository.git("init", "-q");
    expect((await findRepository(repository.root)).kind).to.equal("found");
  });
});
