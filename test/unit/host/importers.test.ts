/** Files that a change leaves alone and that import what it changed. */

import { expect } from "chai";
import { createModuleReader } from "../../../server/host/moduleReader.ts";
import { type ChangeRequest, readChangeSet } from "../../../server/host/readChange.ts";
import { type ReviewRequest, reviewChange } from "../../../server/host/reviewChange.ts";
import { makeRepository, type TestRepository } from "../../support/gitRepository.ts";
import { engineOf, loadParser, taintRule } from "../engine/findings/engineFor.ts";
import { staged, working } from "./changeCases.ts";

const app = 'const { prepared, given } = require("./lib/help");\nsink(prepared(source()));\nsink(given());\n';
const helps = (prepared: string, given: string) =>
  `exports.prepared = (value) => ${prepared};\nexports.given = () => ${given};\n`;

/** An analyzer without threads. */
function analyzer(): ReviewRequest["analyzer"] {
  const engine = engineOf([{ ...taintRule, options: { linewarden: "precise" } }]);
  const reader = createModuleReader(new Map());
  return {
    rules: [],
    problems: [],
    analyzeAll: async (files) => files.map((file) => engine.analyze(file, undefined, undefined, reader(file.imports))),
    routesOf: async () => [],
  };
}

/** What the change introduced, as `path:line status`, each with the places in other files. */
async function introduced({ root }: TestRepository, request: ChangeRequest): Promise<string[]> {
  const change = await readChangeSet(root, request);
  const review = await reviewChange({ change, analyzer: analyzer(), answers: [], now: () => 0 });
  const texts = new Map(change.files.map(({ path, text }) => [path, text ?? ""]));
  expect(review.coverage.filesChanged).to.equal(change.files.filter(({ status }) => status !== "unchanged").length);
  return review.files.flatMap(({ path, status, introduced: findings }) =>
    findings.map(({ span, path: steps }) => {
      const line = texts.get(path)?.slice(0, span.start).split("\n").length;
      const other = steps.flatMap(({ elsewhere }) => (elsewhere ? [` ${elsewhere.path}:${elsewhere.start.line + 1}`] : []));
      return `${path}:${line} ${status}${other.join("")}`;
    }),
  );
}

describe("files that import what changed", function () {
  this.timeout(60_000);
  let repository: TestRepository;
  before(loadParser);
  beforeEach(() => {
    repository = makeRepository();
    repository.write("app.js", app);
    repository.write("lib/help.js", helps("clean(value)", '"all"'));
    repository.write("other.js", 'require("./elsewhere/help");\nsink(source());\n');
    repository.commit();
  });
  afterEach(() => repository.dispose());

  it("a sanitizer that is taken out of a helper is found where the helper is called", async () => {
    expect(await introduced(repository, working)).to.deep.equal([]);
    repository.write("lib/help.js", helps("value", '"all"'));
    expect(await introduced(repository, working)).to.deep.equal(["app.js:2 unchanged lib/help.js:1"]);
  });

  it("so is a helper that gives untrusted data now, with the place in its file", async () => {
    repository.write("lib/help.js", helps("clean(value)", "source()"));
    expect(await introduced(repository, working)).to.deep.equal(["app.js:3 unchanged lib/help.js:2"]);
  });

  it("what was there before the change is not", async () => {
    repository.write("lib/help.js", helps("value", '"all"'));
    repository.commit();
    repository.write("lib/help.js", helps("value.trim()", '"all"'));
    expect(await introduced(repository, working)).to.deep.equal([]);
  });

  it("the staged bytes decide, not those on disk", async () => {
    repository.write("lib/help.js", helps("value", "source()"));
    repository.git("add", ".");
    repository.write("lib/help.js", helps("clean(value)", '"all"'));
    repository.write("app.js", "");
    expect(await introduced(repository, staged)).to.deep.equal([
      "app.js:2 unchanged lib/help.js:1",
      "app.js:3 unchanged lib/help.js:2",
    ]);
    repository.git("add", "lib");
    repository.write("lib/help.js", helps("value", "source()"));
    expect(await introduced(repository, staged)).to.deep.equal([]);
  });

  it("a range is read from its own tree", async () => {
    repository.write("lib/help.js", helps("value", '"all"'));
    const bad = repository.commit();
    repository.write("app.js", "");
    repository.write("lib/help.js", helps("clean(value)", '"all"'));
    repository.commit();
    expect(await introduced(repository, { kind: "range", from: `${bad}~1`, to: bad })).to.deep.equal([
      "app.js:2 unchanged lib/help.js:1",
    ]);
    expect(await introduced(repository, { kind: "range", from: bad, to: "HEAD" })).to.deep.equal([]);
  });

  it("a changed file of a range is looked at with what it imports in that tree", async () => {
    repository.write("app.js", `${app}sink(prepared(source()) + "x");\n`);
    const good = repository.commit();
    repository.write("lib/help.js", helps("value", '"all"'));
    expect(await introduced(repository, { kind: "range", from: `${good}~1`, to: good })).to.deep.equal([]);
  });

  it("imports of imports are followed, and files that git does not know yet", async () => {
    repository.write("pages/index.js", 'export { prepared } from "../between";\n');
    repository.write("between/index.js", 'export { prepared } from "../lib/help.js";\n');
    repository.commit();
    repository.write("new.js", 'import { prepared } from "./pages";\nsink(prepared(source()));\n');
    repository.git("add", "-N", "new.js");
    repository.write("deep.js", 'import { prepared } from "./pages";\nsink(prepared(source()));\n');
    repository.git("add", "deep.js");
    repository.git("commit", "-q", "-m", "deep");
    repository.write("lib/help.js", helps("value", '"all"'));
    expect(await introduced(repository, working)).to.have.members([
      "app.js:2 unchanged lib/help.js:1",
      "deep.js:2 unchanged lib/help.js:1",
      "new.js:2 added lib/help.js:1",
    ]);
  });

  it("Python modules and packages", async () => {
    repository.write("shop/__init__.py", "from .help import prepared\n");
    repository.write("shop/help.py", "def prepared(value):\n    return clean(value)\n");
    repository.write("shop/views.py", "from . import (\n    help,\n)\nsink(help.prepared(source()))\n");
    repository.write("main.py", "from shop import prepared\n\nsink(prepared(source()))\n");
    repository.commit();
    repository.write("shop/help.py", "def prepared(value):\n    return value\n");
    expect(await introduced(repository, working)).to.deep.equal([
      "main.py:3 unchanged shop/help.py:1",
      "shop/views.py:4 unchanged shop/help.py:1",
    ]);
  });

  it("a suppression that was there before does not count for what the change brings", async () => {
    repository.write("app.js", app.replace("sink(prepared", "// linewarden-ignore r: checked by hand\nsink(prepared"));
    repository.commit();
    repository.write("lib/help.js", helps("value", '"all"'));
    const change = await readChangeSet(repository.root, working);
    const { files } = await reviewChange({ change, analyzer: analyzer(), answers: [], now: () => 0 });
    const found = files.flatMap(({ introduced: findings }) => findings);
    // The comment is older than the danger.
    expect(found.map(({ suppression, passedOver }) => [suppression, passedOver?.reason])).to.deep.equal([
      [undefined, "checked by hand"],
    ]);
  });

  it("says when there are too many of them", async () => {
    for (let i = 0; i < 45; i++) repository.write(`many/m${i}.js`, 'require("../lib/help");\n');
    repository.commit();
    repository.write("lib/help.js", helps("value", '"all"'));
    const { files, notReviewed } = await readChangeSet(repository.root, working);
    expect(files.filter(({ status }) => status === "unchanged")).to.have.length(40);
    expect(notReviewed.map(({ detail }) => detail)).to.deep.equal([
      "46 files or more import what changed; 40 of them were looked at again.",
    ]);
  });
});
