/** Status bar, welcome texts and the pages of the panel, for each state of server and change. */

import { expect } from "chai";
import { changeRows } from "../../../client/review/changeRows.ts";
import { emptyState } from "../../../client/review/emptyState.ts";
import { pageHtml } from "../../../client/review/pageHtml.ts";
import { findingPage, verdictPage } from "../../../client/review/pageModel.ts";
import { statusText } from "../../../client/review/statusText.ts";
import { firstSentence, withoutFirstSentence } from "../../../client/review/words.ts";
import { untranslated as t } from "../../../server/review/translate.ts";
import { sampleFile, sampleFinding, sampleItem, sampleReview } from "./sampleReview.ts";

const passed = { blocked: false, summary: "nothing stands before the commit", reasons: [] };
const trusted = { folders: 1, trusted: true };
const nowhere = { folders: 0, trusted: true };
const quiet = [sampleFile({ findings: [] })];
const clean = sampleReview({ files: [], checklist: [], changedLines: 0, unseenLines: 0, verdict: passed });

describe("status bar", () => {
  const cases: readonly (readonly [string, ReturnType<typeof statusText>, string, string])[] = [
    [
      "lines left and a finding",
      statusText("running", [sampleReview()], t),
      "$(error) 8 lines not looked at · 1 finding",
      "error",
    ],
    [
      "one line left",
      statusText("running", [sampleReview({ unseenLines: 1, files: [], verdict: passed })], t),
      "$(eye) 1 line not looked at",
      "normal",
    ],
    [
      "all looked at",
      statusText("running", [sampleReview({ unseenLines: 0, files: [], verdict: passed })], t),
      "$(pass) all looked at",
      "normal",
    ],
    ["no change", statusText("running", [clean], t), "$(shield) no change", "normal"],
    [
      "virtual",
      statusText("running", [{ ...clean, folderUri: "vscode-vfs://github/a/b" }], t),
      "$(shield) open documents only",
      "normal",
    ],
    ["busy", statusText("running", [{ ...clean, busy: true }], t), "$(loading~spin) reading the change", "normal"],
    ["starting", statusText("starting", undefined, t), "$(loading~spin) starting", "normal"],
    ["down", statusText("down", [sampleReview()], t), "$(debug-disconnect) review not running", "warning"],
  ];
  for (const [title, status, text, level] of cases)
    it(title, () => {
      expect(status.text).to.equal(text);
      expect(status.level).to.equal(level);
      expect(status.spoken).to.match(/^Linewarden: [^$]+$/);
    });
  it("counts over all folders", () => {
    expect(statusText("running", [sampleReview(), sampleReview()], t).text).to.contain("16 lines not looked at · 2 findings");
  });
});

describe("welcome text", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["server down", emptyState("down", [sampleReview()]), "down"],
    ["starting", emptyState("starting", undefined), "starting"],
    ["running, nothing heard yet", emptyState("running", undefined), "starting"],
    ["a change", emptyState("running", [sampleReview()]), ""],
    ["no change", emptyState("running", [clean]), "noChange"],
    ["no change yet, still reading", emptyState("running", [{ ...clean, busy: true }]), "busy"],
    ["no git", emptyState("running", [{ ...clean, baseKind: "snapshot" }]), "noGit"],
    ["virtual", emptyState("running", [{ ...clean, folderUri: "vscode-vfs://github/a/b", baseKind: "none" }]), "virtual"],
    ["no folder", emptyState("running", []), "noChange"],
    [
      "only what was not reviewed",
      emptyState("running", [{ ...clean, notReviewed: [{ path: "a", reason: "binary", detail: "" }] }]),
      "",
    ],
  ];
  for (const [title, state, expected] of cases) it(title, () => expect(state).to.equal(expected));
});

describe("verdict page", () => {
  const headline = (page: ReturnType<typeof verdictPage>) => `${page.sections[0]?.mark}: ${page.sections[0]?.headline}`;
  it("says what stands before the commit, then how far the review is, then the button", () => {
    const page = verdictPage("running", [sampleReview()], trusted, t);
    expect(headline(page)).to.equal("problem: 1 problem stands before the commit");
    expect(page.sections[0]?.progress).to.deep.equal({
      label: "Reviewed",
      value: 16,
      max: 24,
      text: "16 of 24 changed lines reviewed",
    });
    expect(page.sections[0]?.state).to.equal("16 of 24 changed lines reviewed · 2 files · base: main");
    expect(page.buttons).to.deep.equal([
      { command: "reviewNextChange", label: "Review next change", enabled: true, primary: true },
    ]);
  });
  it("says what restricted mode leaves out", () => {
    const details = verdictPage("running", [sampleReview()], { folders: 1, trusted: false }, t).sections[0]?.details;
    expect(details?.[0]).to.match(/^Restricted Mode/);
  });
  it("says what a setting hides", () => {
    const review = sampleReview({ files: [sampleFile({ findings: [], hiddenFindings: 1 })] });
    expect(verdictPage("running", [review], trusted, t).sections[0]?.details).to.include(
      "1 finding hidden by a setting; the verdict counts all findings.",
    );
    expect(statusText("running", [review], t).tooltip).to.include("1 finding hidden by a setting");
  });
  it("names the base in short", () => {
    const review = sampleReview({ baseLabel: "the uncommitted change against HEAD (3f2a1c9)" });
    expect(verdictPage("running", [review], trusted, t).sections[0]?.state).to.match(/base: HEAD \(3f2a1c9\)$/);
  });
  it("a block without a problem on the checklist gives its own reason", () => {
    const verdict = { blocked: true, summary: "nothing was scanned", reasons: [] };
    expect(
      headline(verdictPage("running", [sampleReview({ files: [sampleFile({ findings: [] })], verdict })], trusted, t)),
    ).to.equal("problem: nothing was scanned");
  });
  it("is fine only when nothing is left to a person", () => {
    const open = sampleReview({ verdict: passed, files: quiet, checklist: [sampleItem({ state: "needs a person" })] });
    expect(headline(verdictPage("running", [open], trusted, t))).to.equal("person: 1 question is for you");
    const done = sampleReview({ verdict: passed, files: quiet, checklist: [sampleItem()] });
    expect(headline(verdictPage("running", [done], trusted, t))).to.equal("fine: Nothing stands before the commit");
  });
  it("a problem that does not block is not called fine", () => {
    const review = sampleReview({ verdict: { ...passed, summary: "nothing is staged" } });
    const page = verdictPage("running", [review], trusted, t);
    expect(headline(page)).to.equal("problem: 1 problem in the change");
    expect(page.sections[0]?.details[0]).to.equal("A commit now: nothing is staged.");
    const answered = sampleReview({ verdict: passed, files: quiet, checklist: [sampleItem({ state: "problem" })] });
    expect(headline(verdictPage("running", [answered], trusted, t))).to.equal("problem: 1 problem in the change");
  });
  it("shows nothing stale while the server is away, and offers what helps", () => {
    const page = verdictPage("down", [sampleReview()], trusted, t);
    expect(headline(page)).to.equal("problem: The review is not running");
    expect(page.buttons.map(({ command }) => command)).to.deep.equal(["restartServer", "showLog"]);
  });
  it("no folder, no change, busy", () => {
    expect(headline(verdictPage("running", [], nowhere, t))).to.equal("none: No folder is open");
    expect(headline(verdictPage("running", [clean], trusted, t))).to.equal("none: Nothing has changed");
    expect(headline(verdictPage("running", [{ ...clean, busy: true }], trusted, t))).to.equal("none: Reading the change…");
    expect(verdictPage("running", [clean], trusted, t).buttons[0]?.enabled).to.equal(false);
  });
  it("a change that could not be read is no all-clear", () => {
    const failure = 'There is no commit named "mian" in /src/shop.';
    const review = { ...clean, notReviewed: [{ path: "", reason: "not checked", detail: failure }], failure };
    const page = verdictPage("running", [review], trusted, t);
    expect(headline(page)).to.equal("problem: The change could not be read");
    expect(page.sections[0]).to.deep.include({ reasons: [failure], state: "", details: ["Not reviewed: 1"] });
    const status = statusText("running", [review], t);
    expect([status.text, status.level]).to.deep.equal(["$(warning) not reviewed", "warning"]);
    expect(status.tooltip.join()).to.contain(failure);
  });
  it("a virtual folder says what is reviewed, and lists nothing", () => {
    const notReviewed = [{ path: "", reason: "not checked", detail: "virtual" }];
    const review = sampleReview({ files: [], folderUri: "vscode-vfs://github/a/b", notReviewed });
    expect(headline(verdictPage("running", [review], trusted, t))).to.equal("none: Open documents are reviewed");
    expect(emptyState("running", [review])).to.equal("virtual");
    expect(changeRows([review], t)).to.deep.equal([]);
  });
  it("gives the first sentence of each reason: the Finding view has the rest", () => {
    const verdict = {
      blocked: true,
      summary: "1",
      reasons: ["src/a.js:8: high: A request decides it. Put in a placeholder. (x.y)"],
    };
    expect(verdictPage("running", [sampleReview({ verdict })], trusted, t).sections[0]?.reasons).to.deep.equal([
      "src/a.js:8: high: A request decides it",
    ]);
  });
  it("names folders where there are several, and shortens long lists of reasons", () => {
    const verdict = { blocked: true, summary: "5", reasons: ["a", "b", "c", "d", "e"] };
    const page = verdictPage("running", [sampleReview({ verdict }), clean], trusted, t);
    expect(page.sections.map(({ name }) => name)).to.deep.equal(["app", "app"]);
    expect(page.sections[0]?.reasons).to.deep.equal(["a", "b", "c", "and 2 more"]);
  });
});

describe("finding page", () => {
  it("explains with path, certainty and links; never a link that is not https", () => {
    const page = findingPage(sampleFinding(), t);
    expect(page.heading).to.equal("A request decides this SQL query");
    expect(page.paragraphs[0]).to.equal("Pass the values as parameters.");
    expect(page.path.map(({ role, place }) => `${role} ${place}`)).to.deep.equal(["source users.ts:42", "sink users.ts:47"]);
    expect(page.links).to.deep.equal(["https://owasp.org/Top10/"]);
    expect(page.facts.find(({ name }) => name === "CWE")?.href).to.equal("https://cwe.mitre.org/data/definitions/89.html");
    expect(page.grades.map(({ name, value }) => `${name} ${value}`)).to.deep.equal([
      "Severity high",
      "Confidence sure: flow in a function",
    ]);
    expect(page.buttons.map(({ command }) => command)).to.deep.equal([
      "fixFinding",
      "openFinding",
      "copyPrompt",
      "ignoreFinding",
      "markNotUseful",
    ]);
  });
  it("before one is chosen it says how to choose", () => {
    expect(findingPage(undefined, t).empty).to.match(/Choose a finding/);
    expect(findingPage(undefined, t).buttons).to.deep.equal([]);
  });
  it("first sentence and rest keep names with full stops whole", () => {
    const text = "Pass a list to subprocess.run, please. Or wrap it in `shlex.quote`.";
    expect(firstSentence(text)).to.equal("Pass a list to subprocess.run, please");
    expect(withoutFirstSentence(text)).to.equal("Or wrap it in `shlex.quote`.");
    expect(firstSentence("One sentence.")).to.equal("One sentence");
    expect(withoutFirstSentence("One sentence.")).to.equal("");
    const reason = "docs/No. Entry! Über.md:3: A secret. Take it out";
    expect(firstSentence(reason, ["docs/No. Entry! Über.md", "No."])).to.equal("docs/No. Entry! Über.md:3: A secret");
  });
});

describe("frame of a page", () => {
  const frame = {
    language: "de",
    title: 'A "<b>',
    cspSource: "https://x",
    nonce: "abc",
    styleUri: "https://x/a.css",
    scriptUri: "https://x/a.js",
  };
  it("allows its own style and its one script, and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(pageHtml(frame))?.[1];
    expect(policy).to.equal(
      "default-src 'none'; style-src https://x; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    expect(pageHtml(frame)).to.not.match(/unsafe|style="|<style|onclick/);
  });
  it("has a language, a title and a heading, escaped", () => {
    expect(pageHtml(frame)).to.contain('<html lang="de">').and.to.contain('<h1 id="title" class="spoken">A &quot;&lt;b&gt;</h1>');
  });
});

it("a file's share of the change is what its rows say", () => {
  const review = sampleReview({ files: [sampleFile({ unseenLines: 0 })], unseenLines: 0, verdict: passed });
  expect(statusText("running", [review], t).text).to.equal("$(pass) all looked at · 1 finding");
});
