/** Suppressions that were in the text before the change, and what the change puts under them. */

import { expect } from "chai";
import type { FileChange } from "../../../server/changes/change.ts";
import { compareAnalyses } from "../../../server/changes/compareAnalyses.ts";
import { diffHunks } from "../../../server/changes/hunks.ts";
import type { FileAnalysis, Finding } from "../../../server/engine/findings/finding.ts";
import { ignoreEdits } from "../../../server/host/ignoreEdits.ts";
import { engineOf, loadParser } from "../engine/findings/engineFor.ts";

const rule = { id: "js.bad-call", pattern: "bad(...)" };
const comment = "// linewarden-ignore js.bad-call: tested by hand\n";

function introduced(base: string, text: string, status: FileChange["status"] = "modified"): Finding[] {
  const engine = engineOf([rule]);
  const analyze = (one: string): FileAnalysis => engine.analyze({ path: "a.js", text: one });
  const change: FileChange = { path: "a.js", status, baseText: base, text, hunks: diffHunks(base, text) };
  const files = [{ change, base: base === "" ? undefined : analyze(base), current: analyze(text) }];
  return compareAnalyses(files).flatMap((file) => [...file.introduced]);
}

/** "silenced", "passed over" or "open" for each. */
function states(base: string, text: string): string[] {
  return introduced(base, text).map(({ suppression, passedOver }) =>
    suppression ? "silenced" : passedOver ? "passed over" : "open",
  );
}

describe("suppressions that are older than what stands under them", () => {
  before(loadParser);

  for (const [title, base, text, expected] of [
    ["other code under it", `${comment}bad(1);\n`, `${comment}bad(2);\n`, ["passed over"]],
    ["other code beside it", `bad(1); ${comment}`, `bad(2); ${comment}`, ["passed over"]],
    ["the same code, laid out otherwise", `${comment}bad(1);\n`, `// x\n${comment}bad( 1 );\n`, []],
    ["a comment of the change", "bad(1);\n", `bad(1);\n${comment}bad(2);\n`, ["silenced"]],
    [
      "a comment that the change gives another reason",
      `${comment}bad(1);\n`,
      `${comment.replace("hand", "me")}bad(2);\n`,
      ["silenced"],
    ],
    ["a second one of the same words", `${comment}bad(1);\n`, `${comment}bad(1);\n${comment}bad(2);\n`, ["silenced"]],
    ["a new file", "", `${comment}bad(2);\n`, ["silenced"]],
    ["another runner's comment", "// nosemgrep\nbad(1);\n", "// nosemgrep\nbad(2);\n", ["silenced"]],
  ] as const)
    it(title, () => expect(states(base, text)).to.deep.equal(expected));

  it("ignoring it anew binds the comment to this code, and that survives the next change around it", () => {
    const [before, text] = [`${comment}bad(1);\n`, `${comment}bad(2);\n`];
    const [finding] = introduced(before, text);
    if (!finding) throw new Error("There is no finding.");
    const [edit] = ignoreEdits(engineOf([rule]), { path: "a.js", text }, finding, "looked at again") ?? [];
    expect(edit?.text).to.match(/js\.bad-call@[0-9a-f]{8}: looked at again/);
    const now = text.slice(0, edit?.span.start) + edit?.text + text.slice(edit?.span.end);
    expect(states(before, now)).to.deep.equal(["silenced"]);
    expect(states(before, `function f() {\n${now}}\n`)).to.deep.equal(["silenced"]);
  });
});
