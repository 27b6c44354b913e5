import { expect } from "chai";
import type { Command, CommandIo } from "../../../server/cli/command.ts";
import { parseInvocation } from "../../../server/cli/parseInvocation.ts";
import { UsageError } from "../../../server/host/userError.ts";

const command: Command = {
  usage: ["look [PATH]"],
  description: "",
  options: [{ name: "all", type: "boolean", help: "" }],
  examples: [],
  run: () => Promise.resolve(0),
};
const io: CommandIo = {
  cwd: "/",
  env: {},
  terminal: false,
  width: 80,
  colour: false,
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
};

describe("the words of a command line", () => {
  for (const [words, expected] of [
    ["--jobs -1", '--jobs is a whole number from 1 to 999, not "-1".'],
    ["--jobs 0", '--jobs is a whole number from 1 to 999, not "0".'],
    ["--jobs", "--jobs needs a value: --jobs N."],
    ["--output --all", "--output needs a value: --output FILE."],
    ["--nonsense", "There is no option --nonsense."],
    ["-x", "There is no option -x."],
    ["--all=3", "--all takes no value."],
    ["--format xml", '--format is text, json, sarif, not "xml".'],
  ] as const)
    it(`${words}: a mistake in words of our own`, () =>
      expect(() => parseInvocation(command, words.split(" "), io)).to.throw(UsageError, expected));

  it("has -q for --quiet", () => expect(parseInvocation(command, ["-q", "a"], io).common.quiet).to.equal(true));

  it("are read, a name that begins with a dash behind -- too", () => {
    const { common, flags, positionals } = parseInvocation(command, ["--jobs", "3", "--all", "a", "--", "-1", "--jobs"], io);
    expect([common.jobs, flags.all, positionals]).to.deep.equal([3, true, ["a", "-1", "--jobs"]]);
  });
});
