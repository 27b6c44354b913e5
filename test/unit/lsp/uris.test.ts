/** URIs of every system, and what lies inside what. */

import { expect } from "chai";
import { nameOfUri, normalUri, pathOfUri, pathWithin, uriOfPath } from "../../../server/lsp/uris.ts";

describe("uris", () => {
  it("one spelling for what editors escape differently", () => {
    expect(normalUri("file:///c%3A/Users/x/a.js")).to.equal(normalUri("file:///C:/Users/x/a.js"));
    expect(normalUri("file:///home/x/a%20b.js")).to.equal(normalUri("file:///home/x/a b.js"));
  });

  it("reads a Windows drive and a network share", () => {
    expect(pathOfUri("file:///c%3A/Users/x/a.js")?.replaceAll("\\", "/")).to.match(/^\/?c:\/Users\/x\/a\.js$/);
    expect(pathOfUri("file://server/share/a.js")?.replaceAll("\\", "/")).to.equal("//server/share/a.js");
  });

  for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/o/r/a.js", "git:/a.js?ref"]) {
    it(`${uri} has no path on this machine`, () => expect(pathOfUri(uri)).to.equal(undefined));
  }

  for (const [dir, path, within] of [
    ["/a", "/a/b.js", "b.js"],
    ["/a", "/a/b/c.js", "b/c.js"],
    ["/a", "/a", undefined],
    ["/a", "/ab/c.js", undefined],
    ["/a/b", "/a/c.js", undefined],
    ["/a", "/a/..b/c.js", "..b/c.js"],
  ] as const) {
    it(`${path} in ${dir}: ${within}`, () => expect(pathWithin(dir, path)).to.equal(within));
  }

  it("goes there and back", () => {
    expect(pathOfUri(uriOfPath("/home/x/a b#ü.js"))).to.equal("/home/x/a b#ü.js");
    expect(nameOfUri("untitled:Untitled-1")).to.equal("Untitled-1");
    expect(nameOfUri("file:///home/x/a%20b.js")).to.equal("a b.js");
  });
});
