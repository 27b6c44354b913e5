import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { readCatalog } from "../rules/ruleCatalog.ts";
import { workFolder } from "./databases.ts";
import { type TemplateCase, templateCases } from "./templateCases.ts";

const cli = join(__dirname, "../../dist/cli.js");
const scratch = join(workFolder, "templates");

interface Outcome {
  readonly good: unknown;
  readonly attack: unknown;
}

describe("the fixes that are templates, run before and after", () => {
  const servers: Server[] = [];
  let env: NodeJS.ProcessEnv;

  before(async () => {
    mkdirSync(scratch, { recursive: true });
    execFileSync("/usr/bin/python3", [join(__dirname, "certificates.py"), scratch]);
    const authority = join(scratch, "authority.crt");
    env = {
      ...process.env,
      SCRATCH: scratch,
      TRUSTED_AUTHORITY: authority,
      NODE_EXTRA_CA_CERTS: authority,
      GOOD_SERVER: await serve("server"),
      ATTACKER: await serve("attacker"),
      PYTHONPATH: join(__dirname, "stubs"),
      PYTHONDONTWRITEBYTECODE: "1",
      no_proxy: "127.0.0.1",
    };
  });
  after(() => {
    for (const server of servers) server.close();
  });

  async function serve(name: string): Promise<string> {
    const [key, cert] = [readFileSync(join(scratch, `${name}.key`)), readFileSync(join(scratch, `${name}.crt`))];
    const server = createServer({ key, cert }, (_request, response) => void response.end(`from the ${name}`));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it("every rule with a template has a program", () => {
    const withTemplate = readCatalog().flatMap(({ rules }) => rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id));
    expect(withTemplate).to.not.deep.equal([]);
    expect(templateCases.map(({ rule }) => rule).sort()).to.deep.equal(withTemplate.sort());
  });

  for (const templateCase of templateCases)
    it(`${templateCase.rule}: ${templateCase.name}`, async () => {
      const { old, now, fixed } = await fixAndRun(templateCase, env);
      expect(old.good, "good use gives something").to.be.ok;
      expect(now.good, fixed).to.deep.equal(old.good);
      expect(old.attack, "the attack worked before").to.be.ok;
      expect(now.attack, fixed).to.equal(null);
    });
});

async function fixAndRun({ rule, program }: TemplateCase, env: NodeJS.ProcessEnv) {
  const file = join(scratch, rule.startsWith("python.") ? `${rule}.py` : `${rule}.cjs`);
  writeFileSync(file, program);
  const old = await outcomeOf(file, env);
  const result = spawnSync(process.execPath, [cli, "fix", file], { encoding: "utf8" });
  const fixed = readFileSync(file, "utf8");
  if (fixed === program) throw new Error(`Nothing was fixed:\n${result.stdout}${result.stderr}`);
  return { old, now: await outcomeOf(file, env), fixed };
}

/** Asynchronously, because this very process serves the requests. */
async function outcomeOf(file: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const program = file.endsWith(".py") ? "/usr/bin/python3" : process.execPath;
  const { stdout } = await promisify(execFile)(program, [file], { env, encoding: "utf8", timeout: 30_000 });
  return JSON.parse(stdout) as Outcome;
}
