import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { FileRoutes } from "../../../server/engine/routes/route.ts";
import { cacheFolder } from "../../../server/store/cacheFolder.ts";
import { openRouteCache } from "../../../server/store/routeCache.ts";

const route = {
  method: "GET",
  path: "/users",
  span: { start: 0, end: 20 },
  line: 0,
  guards: { authorization: "requireAuth" },
  group: "app",
  isPublic: false,
  isPersonal: false,
  servesCaller: false,
  isSensitive: false,
  readsById: false,
  readsBody: false,
  events: {},
};
const file = { path: "src/users.js", text: 'app.get("/users", requireAuth, list);' };
const routes: FileRoutes = { path: file.path, routes: [route], mounts: [], global: [] };
const plain = { path: "src/plain.js", text: "app.use(x);" };

describe("the cache of routes", () => {
  let folder: string;
  const open = (reader = "one") => openRouteCache("/project/project", reader, folder);
  const stored = (): string => path.join(folder, "routes", readdirSync(path.join(folder, "routes"))[0] ?? "");
  const fill = (): void => {
    const cache = open();
    cache.put(file, routes);
    cache.put(plain, null);
    cache.save();
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "linewarden-cache-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("knows a file again by its path and its text", () => {
    expect(open().get(file)).to.equal(undefined);
    fill();
    expect(open().get(file)).to.deep.equal(routes);
    expect(open().get(plain)).to.equal(null);
    expect(open().get({ ...file, text: `${file.text} ` })).to.equal(undefined);
    expect(open().get({ ...file, path: "src/other.js" })).to.equal(undefined);
  });
  it("counts as empty for another reader and for another project", () => {
    fill();
    expect(open("two").get(file)).to.equal(undefined);
    expect(openRouteCache("/project/other", "one", folder).get(file)).to.equal(undefined);
  });
  it("forgets what was not asked for any more", () => {
    fill();
    const next = open();
    next.get(file);
    next.save();
    expect(open().get(plain)).to.equal(undefined);
    expect(open().get(file)).to.deep.equal(routes);
  });
  it("knows a file that was not touched without its text", () => {
    const cache = open();
    cache.put(file, routes);
    cache.stamp(file.path, "1 2 3", file);
    cache.stamp(plain.path, "4 5 6", undefined);
    cache.stamp("src/lost.js", "7 8 9", { path: "src/lost.js", text: "" });
    cache.save();
    expect(open().untouched(file.path, "1 2 3")).to.deep.equal(routes);
    expect(open().untouched(plain.path, "4 5 6")).to.equal(null);
    for (const [name, stamp] of [
      [file.path, "1 2 4"],
      [plain.path, "1 2 3"],
      ["src/lost.js", "7 8 9"],
      ["src/other.js", "1 2 3"],
    ] as const)
      expect(open().untouched(name, stamp), name).to.equal(undefined);
  });
  it("takes nothing from a file that is broken, tampered with or a link", () => {
    fill();
    const whole = readFileSync(stored(), "utf8");
    for (const text of ["", "{", "[]", "null", whole.replaceAll('"GET"', "7"), whole.replaceAll("src/users.js", "src/evil.js")]) {
      writeFileSync(stored(), text);
      expect(open().get(file), text).to.equal(undefined);
    }
    const place = stored();
    writeFileSync(path.join(folder, "elsewhere"), whole);
    rmSync(place);
    symlinkSync(path.join(folder, "elsewhere"), place);
    expect(open().get(file)).to.equal(undefined);
  });
  it("is for nobody else to read, and leaves no other file behind", function () {
    if (process.platform === "win32") return this.skip();
    fill();
    expect(statSync(stored()).mode & 0o777).to.equal(0o600);
    expect(statSync(path.join(folder, "routes")).mode & 0o777).to.equal(0o700);
    expect(readdirSync(path.join(folder, "routes"))).to.have.length(1);
  });
  it("goes on where nothing can be written", () => {
    mkdirSync(folder, { recursive: true });
    const blocked = path.join(folder, "file");
    writeFileSync(blocked, "");
    const cache = openRouteCache("/project/project", "one", blocked);
    cache.put(file, routes);
    expect(() => cache.save()).to.not.throw();
    expect(existsSync(path.join(blocked, "routes"))).to.equal(false);
  });
});

describe("the folder for caches", () => {
  it("is the system's, unless another one is named", () => {
    const places = [
      cacheFolder({ LINEWARDEN_CACHE: "/own", XDG_CACHE_HOME: "/xdg" }, "linux"),
      cacheFolder({ XDG_CACHE_HOME: "/xdg" }, "linux"),
      cacheFolder({ LINEWARDEN_CACHE: "relative", XDG_CACHE_HOME: "relative" }, "linux"),
      cacheFolder({}, "darwin"),
      cacheFolder({ LOCALAPPDATA: "/local" }, "win32"),
    ].map((place) => place.replaceAll("\\", "/"));
    expect(places[0]).to.equal("/own");
    expect(places[1]).to.equal("/xdg/linewarden");
    expect(places[2]).to.match(/\/\.cache\/linewarden$/);
    expect(places[3]).to.match(/\/Library\/Caches\/linewarden$/);
    expect(places[4]).to.equal("/local/linewarden/cache");
  });
});
