import { expect } from "chai";
import { commentStyleOf } from "../../../../server/engine/findings/commentStyle.ts";

describe("commentStyleOf", () => {
  for (const [path, style] of [
    ["src/main.go", "//"],
    ["C:\\a\\Main.JAVA", "//"],
    ["a/b.sql", "--"],
    ["a.css", "block"],
    ["a.component.html", "markup"],
    ["README.md", "markup"],
    ["views/a.pug", "//-"],
    ["run.cmd", "rem"],
    ["Web.config", "markup"],
    ["package.json", undefined],
    ["a/tsconfig.build.json", "//"],
    [".vscode/launch.json", "//"],
    ["settings.json", undefined],
    ["notebook.ipynb", undefined],
    ["yarn.lock", undefined],
    [".env", "#"],
    ["Dockerfile", "#"],
    ["a.tf", "#"],
    ["some.thing", "#"],
    ["noending", "#"],
  ] as const)
    it(`${path}: ${style ?? "none"}`, () => {
      expect(commentStyleOf(path)).to.equal(style);
    });
});
