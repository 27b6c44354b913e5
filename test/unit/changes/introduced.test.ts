// What a change introduced.
import { expect } from "chai";
import { markIntroduced } from "../../../server/changes/introduced.ts";
import type { Finding } from "../../../server/engine/findings/finding.ts";

/** "a" is a finding with that fingerprint, "a!" a suppressed one, "a~s" one in a function of shape s, "a@C.f" content a in the method f. */
function finding(name: string, at = 0): Finding {
  return {
    ruleId: "rule",
    span: { start: at, end: at + 1 },
    message: name,
    severity: "high",
    confidence: "high",
    evidence: "direct match",
    metadata: { cwe: [], owasp: [], confidence: "high", references: [], checklist: [], other: {} },
    path: [],
    captures: {},
    fingerprint: name.replace("!", ""),
    ...(name.includes("~") ? { shapeFingerprint: name.replace(/^.*~/, "") } : {}),
    within: name.split("@")[1] ?? "",
    ...(name.includes("@") ? { contentFingerprint: name.replace(/@.*/, "") } : {}),
    ...(name.endsWith("!") ? { suppression: { kind: "linewarden-ignore", span: { start: 0, end: 1 } } } : {}),
  };
}

/** "path: a b" */
function file(text: string): { path: string; basePath?: string; findings: Finding[] } {
  const [names = "", list = ""] = text.split(":");
  const [path = "", basePath] = names.trim().split("<");
  const findings = list
    .split(" ")
    .filter(Boolean)
    .map((name, i) => finding(name, i));
  return { path, ...(basePath ? { basePath } : {}), findings };
}

describe("markIntroduced", () => {
  for (const [title, base, current, expected] of [
    ["what was there before is not introduced", ["f: a b"], ["f: a b"], [""]],
    ["a new finding is", ["f: a"], ["f: a b"], ["b"]],
    ["everything of a new file is", [], ["f: a b"], ["a b"]],
    ["order does not matter", ["f: a b"], ["f: b a"], [""]],
    ["a second copy is introduced", ["f: a"], ["f: a a"], ["a"]],
    ["a removed guard shows, though the line is old", ["f:"], ["f: a"], ["a"]],
    ["a renamed file introduces nothing", ["f: a"], ["g<f: a"], [""]],
    ["code moved to another file introduces nothing", ["f: a", "g:"], ["f:", "g: a"], ["", ""]],
    ["code moved out of a deleted file introduces nothing", ["f: a"], ["g: a"], [""]],
    ["a copy in another file is introduced", ["f: a"], ["f: a", "g: a"], ["", "a"]],
    ["moved and copied: one of two is introduced", ["f: a"], ["g: a", "h: a"], ["", "a"]],
    ["the own file's finding stays its own before another's moves in", ["f: a", "g: a"], ["g: a a"], [""]],
    ["a suppression that was taken away is a new danger", ["f: a!"], ["f: a"], ["a"]],
    ["a suppression that was added is not", ["f: a"], ["f: a!"], [""]],
    ["a renamed function introduces nothing", ["f: a~s"], ["f: b~s"], [""]],
    ["a copy under another name does", ["f: a~s"], ["f: b~s a~s"], ["b~s"]],
    ["a function that was renamed and moved introduces nothing", ["f: a~s", "g:"], ["f:", "g: b~s"], ["", ""]],
    ["a suppressed one that stays so is not", ["f: a! a"], ["f: a a!"], [""]],
  ] as const) {
    it(title, () => {
      const marked = markIntroduced(base.map(file), current.map(file));
      expect(marked.map(({ introduced }) => introduced.map(({ message }) => message).join(" "))).to.deep.equal(expected);
      for (const [i, { introduced, existing }] of marked.entries())
        expect(introduced.length + existing.length).to.equal(file(current[i] ?? "").findings.length);
    });
  }

  for (const [title, base, current, expected] of [
    ["moved into a class introduces nothing", "a@f", "a@C.f", ""],
    ["moved out of a class introduces nothing", "a@C.f", "a@f", ""],
    ["in another function introduces nothing where its own is gone", "a@old", "a@C.made", ""],
    ["of a function that stays is introduced in another", "a@kept", "a@C.made", "a@C.made"],
    ["that moved into a function that was there is introduced", "a@old", "a@was", "a@was"],
    ["copied into a class is introduced once", "a@f", "a@f a@C.f", "a@C.f"],
    ["at the top level and in handlers is not paired", 'a@app.get("/a")', 'a@app.get("/b")', 'a@app.get("/b")'],
  ] as const)
    it(`content ${title}`, () => {
      const before = { ...file(`f: ${base}`), isGone: (name: string) => name === "old" };
      const after = { ...file(`f: ${current}`), isNew: (name: string) => name === "made" };
      const [marked] = markIntroduced([before], [after]);
      expect(marked?.introduced.map(({ message }) => message).join(" ")).to.equal(expected);
    });

  it("takes the one on changed lines for the copy", () => {
    const current = { ...file("f: a a"), isChanged: ({ span }: Finding) => span.start === 0 };
    const [marked] = markIntroduced([file("f: a")], [current]);
    expect(marked?.introduced.map(({ span }) => span.start)).to.deep.equal([0]);
    expect(marked?.existing.map(({ span }) => span.start)).to.deep.equal([1]);
  });
});
