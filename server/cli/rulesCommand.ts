/** `linewarden rules check|test`: are rule files right, and do they find what their test files say? */

import { UsageError } from "../host/userError.ts";
import type { Command, Invocation } from "./command.ts";

export const rulesCommand: Command = {
  usage: ["rules check [PATH...]", "rules test [PATH...] [--tests DIR]"],
  description: [
    "check: reads rule files, compiles every pattern and prints what cannot be used, with file, line and column.",
    "test: runs each rule file on the files of the same name beside it (`sql.yaml` on `sql.py`, `sql.test.js`), where a comment",
    "`ruleid: ID` announces a finding on the next line, `ok: ID` none; `todoruleid:` and `todook:` are not held against the rule.",
    "The comment may begin with #, //, /*, <!-- or (*, and name several ids with commas between them.",
    "A match that is not announced fails, and a `.fixed` file must be what the fixes make of the test file.",
    "PATH is a rule file or a folder; without one, .linewarden/rules of the repository.",
  ].join("\n"),
  options: [
    {
      name: "tests",
      type: "string",
      value: "DIR",
      help: "where the test files are, in folders as the rule files have below PATH",
    },
  ],
  takes: ["format", "output", "strict", "quiet"],
  formats: "text (default) or json",
  examples: [
    ["linewarden rules check", "the repository's own rules"],
    ["linewarden rules test team-rules/sql.yaml", "one rule file with its test files"],
    ["linewarden rules test rules --tests tests", "rules/python/sql.yaml on tests/python/sql.py"],
  ],
  async run(invocation: Invocation): Promise<number> {
    const [what, ...paths] = invocation.positionals;
    if (what === "check") return (await import("./checkRules.ts")).checkRules(paths, invocation);
    if (what === "test") return (await import("./testRuleFiles.ts")).testRuleFiles(paths, invocation);
    throw new UsageError(
      `Say what to do with the rules: rules check, or rules test${what === undefined ? "" : `, not ${JSON.stringify(what)}`}.`,
    );
  },
};
