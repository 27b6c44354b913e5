import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Database, workFolder } from "./databases.ts";
import { builders } from "./queryBuilders.ts";
import { drivers, type Form, forms } from "./queryDrivers.ts";

const cli = join(__dirname, "../../dist/cli.js");
type Answer = readonly (readonly unknown[])[] | string;

for (const driver of [...drivers, ...builders]) {
  describe(`the query fix with ${driver.name}`, function () {
    this.timeout(90000);
    const own = driver.forms ?? forms;
    let database: Database | undefined;
    let old: Record<string, readonly Answer[]>;
    let now: Record<string, readonly Answer[]>;
    let fixed = "";

    before(async () => {
      database = await driver.start?.();
      const folder = join(workFolder, driver.name.replace(/\W+/g, "-"));
      mkdirSync(folder, { recursive: true });
      const { file, text } = driver.program(own);
      const path = join(folder, file);
      writeFileSync(path, text);
      old = await execute(path, own, database);
      const result = spawnSync(process.execPath, [cli, "fix", path], { encoding: "utf8" });
      fixed = readFileSync(path, "utf8");
      if (fixed === text) throw new Error(`Nothing was fixed:\n${result.stdout}${result.stderr}`);
      now = await execute(path, own, database);
    });
    after(async () => database?.stop());

    own.forEach((form, index) => {
      it(`${form.name}: good input gives the same, the attack fails`, () => {
        const unfixed = old[`/${index}`] ?? [];
        const answers = now[`/${index}`] ?? [];
        const goods = form.good.length;
        expect(answers.slice(0, goods), fixed).to.deep.equal(unfixed.slice(0, goods));
        expect(unfixed[0], "good input finds something").to.have.length(1);
        expect(unfixed[goods], "the attack worked before").to.have.length.greaterThan(1);
        // PostgreSQL refuses text for a number with an error; MariaDB and SQLite compare it.
        if (typeof answers[goods] !== "string") expect((answers[goods] ?? []).length, fixed).to.be.lessThan(2);
      });
    });
  });
}

/** Asynchronously, because PostgreSQL is served by this very process. */
function execute(path: string, own: readonly Form[], database: Database | undefined): Promise<Record<string, readonly Answer[]>> {
  const [program, script] = path.endsWith(".py") ? ["/usr/bin/python3", "runViews.py"] : [process.execPath, "runHandlers.cjs"];
  const inputs = Object.fromEntries(own.map(({ good, attack }, index) => [`/${index}`, [...good, attack]]));
  const env = { ...process.env, ...database?.env, NODE_PATH: join(__dirname, "stubs") };
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [join(__dirname, script), path, JSON.stringify(inputs)],
      { env, encoding: "utf8" },
      (error: Error | null, stdout: string, stderr: string) =>
        error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(JSON.parse(stdout)),
    );
    child.stdin?.end();
  });
}
