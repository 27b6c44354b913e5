import path from "node:path";
import { expect } from "chai";
import {
  after as changed,
  cli,
  folder,
  linewarden,
  onlyEval,
  before as original,
  removeFolders,
  repository,
  run,
  withProgramOnPath,
} from "./commandLine.ts";

/** Runs in a pseudo terminal of a given width and prints everything that the terminal saw. */
const inTerminal = `
import fcntl, os, pty, struct, sys, termios
width = int(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
seen = b""
while True:
    try:
        part = os.read(fd, 65536)
    except OSError:
        break
    if not part:
        break
    seen += part
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.stdout.buffer.write(seen.replace(b"\\r\\n", b"\\n"))
sys.exit(status)
`;

function terminal(where: string, width: number, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const words = ["-c", inTerminal, String(width), process.execPath, cli, ...args];
  return run("python3", words, where, { ...withProgramOnPath(), TERM: "xterm-256color", ...env });
}

const escapes = /\u001b\[[0-9;]*[A-Za-z]/g;

describe("the text output on a terminal", () => {
  let shop: string;
  before(() => {
    shop = repository({ "src/users.js": original }, { "src/users.js": changed });
  });
  after(removeFolders);

  it("colours the severity, the markers and the diff, and nothing else", async () => {
    const { status, stdout } = await terminal(shop, 100, ["review"]);
    expect(status).to.equal(1);
    expect(stdout).to.contain("\u001b[31mhigh\u001b[0m");
    expect(stdout).to.match(/\u001b\[35m\^\^\^ runs here/);
    expect(stdout).to.match(/\u001b\[31m +7 - .*\u001b\[0m\n\u001b\[32m +7 \+ /);
    const painted = stdout.match(/\u001b\[\d[^m]*m[^\u001b]*\u001b\[0m/g) ?? [];
    for (const piece of painted)
      expect(piece.replaceAll(escapes, "")).to.match(/^(critical|high|medium|low|[~^]+.*| +\d+ [+-].*)$/);
  });

  it("says that the result cannot be written, instead of ending with half of it", async () => {
    for (const args of [["scan"], ["scan", "--format", "sarif"], ["--help"]]) {
      const { status, stderr } = await run(
        "sh",
        ["-c", `"$0" "$@" > /dev/full`, process.execPath, cli, ...args],
        shop,
        process.env,
      );
      expect([status, stderr]).to.deep.equal([
        2,
        "linewarden: The result cannot be written: ENOSPC: no space left on device, write\n",
      ]);
    }
  });

  it("says the same without colour", async () => {
    const piped = await run(process.execPath, [cli, "review"], shop, withProgramOnPath());
    expect(piped.stdout).not.to.match(/\u001b/);
    const { stdout } = await terminal(shop, 100, ["review"]);
    const still = (text: string) => text.replaceAll(/\d+\.\d\d s/g, "");
    const shown = stdout.slice(stdout.indexOf("Reviewed:")).replaceAll(escapes, "");
    expect(still(shown)).to.equal(still(piped.stdout));
  });

  it("obeys NO_COLOR and a terminal that is dumb", async () => {
    for (const env of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
      const { stdout } = await terminal(shop, 100, ["review"], env);
      expect(stdout).not.to.match(/\u001b\[\d+(;\d+)?m/);
      expect(stdout).to.contain("high");
    }
  });

  it("shows progress on standard error of a terminal only", async () => {
    const { stdout } = await terminal(shop, 100, ["review"]);
    expect(stdout).to.contain("\r\u001b[2KReading the change");
    expect((await terminal(shop, 100, ["review", "--quiet"])).stdout).not.to.contain("Reading the change");
    expect((await terminal(shop, 100, ["scan"])).stdout).to.match(/^\r\u001b\[2KReading the files/);
    expect((await linewarden(shop, "review")).stderr).to.equal("");
  });

  for (const width of [60, 80, 140])
    it(`fits into ${width} columns`, async () => {
      const { stdout } = await terminal(shop, width, ["review", "--checklist"]);
      const lines = stdout.slice(stdout.indexOf("Reviewed:")).replaceAll(escapes, "").split("\n");
      expect(lines.filter((line) => line.length > width)).to.deep.equal([]);
      expect(lines.join("\n")).to.contain("runs here");
    });

  it("puts the checklist in one line, as wide as it likes, on a wide terminal", async () => {
    const { stdout } = await terminal(shop, 140, ["review"]);
    expect(stdout).to.match(
      / {2}Checklist +\d+ problems? · \d+ for you · \d+ fine · \d+ not touched {8}\(linewarden review --checklist shows all\)/,
    );
  });
});

describe("text of a hostile workspace", () => {
  after(removeFolders);
  const rules = () => onlyEval();

  it("reaches the terminal without control characters, whatever it is", async () => {
    const evil = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2066\u200b\ufeff\u{e0041}\u2028";
    const where = repository(
      {},
      {
        "evil\u001b[2J\u202ename\n.js": `eval("${evil}");\n`,
        "plain.js": `eval(x); // ${evil}\n`,
        "silent.js": `// linewarden-ignore team.no-eval: ${evil}\neval(x);\n`,
        "bad\u001b[2J.bin": "\0",
      },
    );
    for (const args of [
      ["review", "--checklist", "--all"],
      ["scan", "--all"],
      ["scan", "--format", "json"],
      ["scan", "--format", "sarif"],
      ["scan", `gone${evil}`],
    ]) {
      const { stdout, stderr } = await linewarden(where, ...args, ...rules());
      const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]|\u{e0041}/u;
      expect(forbidden.exec(stdout + stderr), args.join(" ")).to.equal(null);
    }
    const { stdout } = await linewarden(where, "review", ...rules());
    expect(stdout).to.contain("evil\\x1b[2J\\u{202e}name\\n.js");
  });

  it("keeps markers under the code for tabs, wide and combining characters", async () => {
    const where = folder({ "wide.js": '\tconst 名前 = "日本語"; eval(名前);\nconst e\u0301 = "👩‍👩‍👧"; eval(e\u0301);\n' });
    const { stdout } = await linewarden(where, "scan", ...rules());
    // Eight and more columns before the marker: four for the tab, two for each wide character.
    expect(stdout).to.contain(
      '      1 │     const 名前 = "日本語"; eval(名前);\n        │                            ^^^^^^^^^^\n',
    );
    expect(stdout).to.contain('      2 │ const e\u0301 = "👩‍👩‍👧"; eval(e\u0301);\n        │                 ^^^^^^^\n');
  });

  it("cuts a line of a megabyte around the place", async () => {
    const where = folder({ "bundle.js": `${"a=1;".repeat(250_000)}eval(x);${"b=2;".repeat(1000)}\n` });
    const { stdout } = await linewarden(where, "scan", ...rules());
    expect(stdout.length).to.be.lessThan(2000);
    expect(stdout).to.match(/ 1 │ …[ab=0-9;]+eval\(x\);b=2;.*…\n +│ +\^{7}\n/);
  });

  it("never shows a secret, neither in the finding nor in a line near another one", async () => {
    const secret = ["ghp", "16C7e42F292c6912E7710c838347Ae178B4a"].join("_");
    const where = repository(
      {},
      {
        "a.js": `const { Pool } = require("pg");\nconst token = "${secret}";\nmodule.exports = (req) => { const password = "${secret}"; return new Pool().query("SELECT '${secret}' " + req.query.id); };\n`,
      },
    );
    for (const format of ["text", "json", "sarif"]) {
      const { stdout, status } = await linewarden(where, "review", "--checklist", "--format", format);
      expect(status).to.equal(1);
      expect(stdout, format).not.to.contain(secret);
      expect(stdout, format).to.contain("a.js");
    }
  });

  it("writes commands that can be pasted, whatever the file's name", async () => {
    const where = repository({ "it's $(x) here.js": original }, { "it's $(x) here.js": changed });
    const { stdout } = await run(process.execPath, [cli, "review"], where, withProgramOnPath());
    expect(stdout).to.match(/Apply it: linewarden fix 'it'\\''s \$\(x\) here\.js:7@[0-9a-f]{8}'\n/);
    expect(path.isAbsolute(where)).to.equal(true);
  });
});

describe("help and version", () => {
  after(removeFolders);
  const commands = ["scan", "review", "gate", "fix", "rules", "lsp"];

  it("prints the version", async () => {
    for (const word of ["--version", "version", "-v"]) expect((await linewarden("/", word)).stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  it("prints an overview with every command and the exit statuses", async () => {
    const { status, stdout } = await linewarden("/", "--help");
    expect(status).to.equal(0);
    for (const command of commands) expect(stdout).to.match(new RegExp(`^ {2}${command} +\\S`, "m"));
    expect(stdout).to.contain("Exit status: 0 done");
    const bare = await linewarden("/");
    expect([bare.status, bare.stdout]).to.deep.equal([2, ""]);
    expect(bare.stderr).to.contain("Usage: linewarden");
  });

  it("guesses which option was meant", async () => {
    const { status, stderr } = await linewarden("/", "scan", "--formt", "json");
    expect(status).to.equal(2);
    expect(stderr).to.contain("There is no option --formt; did you mean `--format`?");
  });

  for (const command of commands)
    it(`explains ${command} with options and examples`, async () => {
      const { status, stdout } = await linewarden("/", command, "--help");
      expect(status).to.equal(0);
      expect(stdout).to.match(new RegExp(`^Usage: linewarden ${command}`));
      expect(stdout).to.contain(`Examples:\n  linewarden ${command}`).and.contain("Exit status");
      expect(stdout.includes("json or sarif"), "the formats that it prints").to.equal(
        ["scan", "review", "gate"].includes(command),
      );
      // The others look at no code.
      const reports = command !== "lsp" && command !== "rules";
      expect(stdout.includes("--rules FILE|DIR")).to.equal(reports);
      if (!reports) {
        const refused = await linewarden("/", command, "--rules", "team.yaml");
        expect([refused.status, refused.stderr.includes("This command has no option --rules")]).to.deep.equal([2, true]);
      }
      expect((await linewarden("/", "help", command)).stdout).to.equal(stdout);
    });
});
