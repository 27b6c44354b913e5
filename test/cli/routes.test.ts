import { expect } from "chai";
import { orders, refunds } from "../support/routeFiles.ts";
import { folder, linewarden, removeFolders, repository } from "./commandLine.ts";

interface Found {
  readonly path: string;
  readonly ruleId: string;
  readonly message: string;
}

async function foundBy(where: string, ...words: string[]): Promise<Found[]> {
  const { stdout } = await linewarden(where, ...words, "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: Found[] };
  return findings.filter(({ ruleId }) => ruleId.startsWith("routes."));
}

describe("routes on the command line", () => {
  after(removeFolders);

  it("a new one without the guard of its siblings is found, and names them", async () => {
    const added = orders.replace("module.exports", 'router.delete("/orders/:id", removeOrder);\nmodule.exports');
    const where = repository({ "src/orders.js": orders }, { "src/orders.js": added });
    const [finding, ...others] = await foundBy(where, "review");
    expect(others).to.deep.equal([]);
    expect(finding).to.include({ path: "src/orders.js", ruleId: "routes.missing-authorization" });
    expect(finding?.message).to.match(
      /^The route DELETE \/orders\/:id can be called by anyone, while PUT \/orders\/:id \(line 4\), .* \(requireAuth\)/,
    );
  });

  it("one that was there before is not introduced", async () => {
    const before = orders.replace("module.exports", 'router.delete("/orders/:id", removeOrder);\nmodule.exports');
    const where = repository({ "src/orders.js": before }, { "src/orders.js": `${before}// more\n` });
    expect(await foundBy(where, "review")).to.deep.equal([]);
  });

  it("one that was open before is not introduced by others with a guard", async () => {
    const head = "from django.contrib.auth.decorators import login_required\n";
    const view = (name: string): string =>
      `\n\n@login_required\ndef ${name}(request):\n    return render(request, "${name}.html")\n`;
    const open = '\n\ndef go(request):\n    return render(request, "go.html")\n';
    const urls = (...names: string[]): string =>
      `from . import views\nurlpatterns = [\n${names.map((name) => `    path("${name}/", views.${name}),\n`).join("")}]\n`;
    const where = repository(
      { "shop/views.py": head + view("invoice") + open, "shop/urls.py": urls("invoice", "go") },
      {
        "shop/views.py": head + view("invoice") + view("history") + view("orders") + open,
        "shop/urls.py": urls("invoice", "history", "orders", "go"),
      },
    );
    expect(await foundBy(where, "review")).to.deep.equal([]);
  });

  it("a guard that is taken away is introduced where it was", async () => {
    const where = repository(
      { "src/orders.js": orders },
      { "src/orders.js": orders.replace('put("/orders/:id", requireAuth, ', 'put("/orders/:id", ') },
    );
    expect((await foundBy(where, "review")).map(({ ruleId }) => ruleId)).to.deep.equal(["routes.missing-authorization"]);
  });

  it("are compared with files that the change does not touch", async () => {
    const where = repository({ "src/orders.js": orders }, { "src/refunds.js": refunds });
    const [finding] = await foundBy(where, "review");
    expect(finding).to.include({ path: "src/refunds.js", ruleId: "routes.missing-authorization" });
    expect(finding?.message).to.contain("POST /orders (src/orders.js:3)");
  });

  it("of a file that the application puts behind a guard lack nothing", async () => {
    const app = 'const app = require("express")();\napp.use("/refunds", requireAuth, require("./refunds"));\n';
    const where = repository({ "src/orders.js": orders, "src/app.js": app }, { "src/refunds.js": refunds });
    expect(await foundBy(where, "review")).to.deep.equal([]);
  });

  it("are compared by a scan of a folder, and of one file with those of the file alone", async () => {
    const where = folder({ "src/orders.js": orders, "src/refunds.js": refunds });
    expect((await foundBy(where, "scan")).map(({ path }) => path)).to.deep.equal(["src/refunds.js"]);
    expect(await foundBy(where, "scan", "src/refunds.js")).to.deep.equal([]);
  });

  it("of one file are said to be compared with nothing else", async () => {
    const where = folder({ "src/orders.js": orders, "src/refunds.js": refunds, "plain.js": "const a = 1;\n" });
    const says = async (...words: string[]) =>
      (await linewarden(where, ...words)).stdout
        .replace(/\s+/g, " ")
        .includes("Routes were compared with nothing else of the project");
    expect(await says("scan", "src/refunds.js")).to.equal(true);
    expect(await says("fix", "src/refunds.js", "--dry-run")).to.equal(true);
    for (const words of [["scan"], ["scan", "src"], ["scan", "plain.js"], ["fix", "plain.js"]])
      expect(await says(...words), words.join(" ")).to.equal(false);
  });
});
