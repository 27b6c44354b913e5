import { expect } from "chai";
import { resolveModule } from "../../../../server/engine/modules/resolveModule.ts";

describe("resolving an import", () => {
  it("never asks for anything outside of the root, or that is not a relative path", () => {
    const asked: string[] = [];
    for (const specifier of ["../../etc/passwd", "/etc/passwd", "./../../x", "..", "C:\\x", "a/../../../x", "....x"])
      for (const language of ["javascript", "python"] as const)
        resolveModule(specifier, "src/a.js", language, (path) => {
          asked.push(path);
          return undefined;
        });
    expect(asked).not.to.be.empty;
    for (const path of asked) expect(path).not.to.match(/^\/|(^|\/)\.\.(\/|$)/);
  });

  it("reads no broken configuration", () => {
    const files: Readonly<Record<string, string>> = {
      "tsconfig.json": '{"compilerOptions": {"paths": [1], "baseUrl": 3}, "extends": {}',
      "package.json": '{"workspaces": [null, {}]}',
    };
    expect(resolveModule("@a/b", "src/a.ts", "typescript", (path) => files[path])).to.equal(undefined);
  });
});
