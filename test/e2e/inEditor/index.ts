// Entry that the extension host loads: runs the mocha suites of one kind of workspace and counts them.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** Called by the editor; rejects when a test failed, which makes the editor end with an error code. */
export function run(): Promise<void> {
  const suite = process.env.LINEWARDEN_E2E_SUITE ?? "folder";
  const mocha = new Mocha({
    ui: "bdd",
    color: false,
    reporter: "spec",
    timeout: 60_000,
    ...(process.env.LINEWARDEN_E2E_GREP ? { grep: process.env.LINEWARDEN_E2E_GREP } : {}),
  });
  const folder = join(__dirname, suite);
  for (const file of readdirSync(folder).sort()) if (file.endsWith(".test.js")) mocha.addFile(join(folder, file));
  return new Promise((resolve, reject) => {
    const failed: string[] = [];
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      if (process.env.LINEWARDEN_E2E_COUNTS)
        writeFileSync(process.env.LINEWARDEN_E2E_COUNTS, JSON.stringify({ passes, failures, pending, failed, repeated: [] }));
      if (failures) reject(new Error(`${failures} failed`));
      else resolve();
    });
    runner.on("fail", (test) => failed.push(test.fullTitle()));
  });
}
