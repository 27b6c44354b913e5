/** Messages between the editor's client and the language server, beside the standard ones. Plain data, imports nothing. */

export interface LineSpan {
  /** Zero-based, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface EditOrigin {
  readonly kind: "human" | "agent" | "mixed" | "unknown";
  /** Why, in words: "typed at the caret of the focused editor". */
  readonly evidence: string;
}

/** Client to server, after each change of a document: where it came from. */
export interface EditNotice {
  readonly uri: string;
  readonly version: number;
  /** Lines of the text after the change. */
  readonly lines: readonly LineSpan[];
  readonly origin: EditOrigin;
}

/** Client to server: lines that stood on screen, in focus, long enough to be read. */
export interface LookedNotice {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly LineSpan[];
}

export interface ViewEvidence {
  readonly text: string;
  readonly uri?: string;
  readonly line?: number;
  readonly fingerprint?: string;
}

export interface ViewItem {
  readonly id: string;
  readonly title: string;
  readonly state: "problem" | "needs a person" | "looks fine" | "not touched";
  readonly summary: string;
  readonly evidence: readonly ViewEvidence[];
  readonly answer?: { readonly answer: "fine" | "problem"; readonly note: string; readonly by: string; readonly at: string };
}

export interface ViewStep {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly role: "source" | "step" | "sink";
  readonly note: string;
  /** The source line. */
  readonly code: string;
}

export interface ViewFinding {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly message: string;
  readonly why: string;
  readonly severity: "critical" | "high" | "medium" | "low";
  readonly confidence: "high" | "medium" | "low";
  readonly evidence: string;
  readonly cwe: readonly string[];
  readonly owasp: readonly string[];
  readonly references: readonly string[];
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly path: readonly ViewStep[];
  /** Lines that the change took away, where that is the fault; zero-based, of the text before it. */
  readonly removed?: readonly { readonly line: number; readonly text: string }[];
  readonly fixTitle?: string;
  /** How many findings of its rule a person marked as not useful in this folder. */
  readonly notUsefulOfRule?: number;
}

export interface ViewHunk {
  readonly lines: LineSpan;
  /** Name of the function it stands in, or "lines 3-9". */
  readonly label: string;
  /** Lines that nobody has looked at. */
  readonly unseen: number;
  /** Exactly these lines, for the marks in the editor. */
  readonly unseenSpans?: readonly LineSpan[];
}

export interface ViewFile {
  readonly uri: string;
  readonly path: string;
  readonly status: string;
  readonly changedLines: number;
  readonly unseenLines: number;
  readonly reviewed: boolean;
  readonly findings: readonly ViewFinding[];
  /** Findings that the setting `disabledRules` keeps out of the editor; the verdict and the gate count them all the same. */
  readonly hiddenFindings: number;
  /** Findings that a person marked as not useful; the same holds for them. */
  readonly notUseful?: readonly ViewFinding[];
  readonly hunks: readonly ViewHunk[];
}

/** The state of one workspace folder, as the views show it. */
export interface FolderReview {
  readonly folderUri: string;
  readonly folderName: string;
  readonly baseLabel: string;
  /** "none" and "snapshot": the folder is not in git. */
  readonly baseKind?: string;
  readonly gateInstalled?: boolean;
  /** Commits that did not pass the gate and were not pushed, oldest first; `review` is the command that looks at them. */
  readonly passedCommits?: readonly { readonly commit: string; readonly reason: string; readonly review: string }[];
  readonly verdict: { readonly blocked: boolean; readonly summary: string; readonly reasons: readonly string[] };
  readonly changedLines: number;
  readonly unseenLines: number;
  readonly files: readonly ViewFile[];
  readonly checklist: readonly ViewItem[];
  readonly coverage: {
    readonly filesChanged: number;
    readonly filesReviewed: number;
    readonly lines: number;
    readonly bytes: number;
    readonly rules: number;
    readonly milliseconds: number;
  };
  readonly notReviewed: readonly { readonly path: string; readonly reason: string; readonly detail: string }[];
  /** Why the change could not be read, for a person: no such base, no right to the folder. Nothing here is an all-clear then. */
  readonly failure?: string;
  /** True while files are still being read or analysed. */
  readonly busy: boolean;
}

export interface AnswerParams {
  readonly folderUri: string;
  readonly item: string;
  readonly answer: "fine" | "problem" | "none";
  readonly note: string;
}

/** Argument of the command `linewarden.ignoreFinding`, which asks for the reason and then sends `ignoreEdit`. */
export interface IgnoreParams {
  readonly uri: string;
  /** Version of the document that the finding was seen in. */
  readonly version: number;
  readonly ruleId: string;
  readonly fingerprint: string;
}

/** A standard LSP edit; several of one document are applied at once. */
export interface ViewEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** The verified fixes of one rule in these documents are asked for. */
export interface RuleFixesParams {
  readonly ruleId: string;
  readonly uris: readonly string[];
}

/** Documents without a fix are left out. */
export interface RuleFixes {
  readonly files: readonly {
    readonly uri: string;
    /** Of an open document. */
    readonly version?: number;
    readonly count: number;
    readonly edits: readonly ViewEdit[];
  }[];
}

/** Why this finding has no verified fix is asked for. */
export interface NoFixParams {
  readonly uri: string;
  readonly fingerprint: string;
}

export interface NoFix {
  readonly refused?: string;
}

/** How a suppression comment is put in place; `edit` is empty when there is none, and `refused` says why. */
export interface IgnoreResult {
  readonly edit?: {
    readonly uri: string;
    readonly version: number;
    readonly edits: readonly ViewEdit[];
  };
  readonly refused?: string;
}

/** A person marks lines as looked at, also of a closed file, or takes it back. */
export interface MarkSeenParams {
  readonly uri: string;
  readonly lines: readonly LineSpan[];
  readonly seen: boolean;
}

/** A person marks a finding as not useful, or takes it back. Answered with why it could not be kept, if so. */
export interface UsefulnessParams {
  readonly uri: string;
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly useful: boolean;
}

/** Method names. `request` methods answer, `notice` methods do not. */
export const methods = {
  /** request {folderUri?} -> FolderReview[] */
  review: "linewarden/review",
  /** notice server -> client: FolderReview[] changed; at most 4 a second. */
  reviewChanged: "linewarden/reviewChanged",
  /** notice client -> server: EditNotice */
  edited: "linewarden/edited",
  /** notice client -> server: LookedNotice */
  looked: "linewarden/looked",
  /** request MarkSeenParams -> nothing; reviewChanged follows */
  markSeen: "linewarden/markSeen",
  /** request UsefulnessParams -> {refused?: string}; reviewChanged follows */
  markUsefulness: "linewarden/markUsefulness",
  /** request AnswerParams -> FolderReview */
  answer: "linewarden/answer",
  /** request {folderUri} -> {message: string, installed: boolean} */
  installGate: "linewarden/installGate",
  /** request {folderUri} -> {message: string} */
  removeGate: "linewarden/removeGate",
  /** request IgnoreParams & {reason: string} -> IgnoreResult */
  ignoreEdit: "linewarden/ignoreEdit",
  /** request {uri} -> nothing, once an open document is analysed as it is now, or five seconds later */
  analysed: "linewarden/analysed",
  /** request RuleFixesParams -> RuleFixes */
  ruleFixes: "linewarden/ruleFixes",
  /** request NoFixParams -> NoFix */
  whyNoFix: "linewarden/whyNoFix",
  /** notice client -> server: whether the workspace is trusted, sent on change. */
  trustChanged: "linewarden/trustChanged",
} as const;

/** What the client passes as `initializationOptions`. */
export interface InitializationOptions {
  readonly trusted: boolean;
  /** Editor storage folder for folders without git, absolute path. */
  readonly storagePath: string;
  readonly clientName: string;
  /** Commands of the client that the server may put into code actions: "linewarden.ignoreFinding". */
  readonly commands?: readonly string[];
}

/** The section `linewarden` of the settings that the server reads. */
export interface ServerSettings {
  /** "HEAD" (the default), "merge-base", or a ref. */
  readonly base: string;
  readonly showExistingFindings: boolean;
  /** Folders or files with rules of the team's own, relative to the workspace folder; ignored in restricted mode. */
  readonly rules: readonly string[];
  readonly disabledRules: readonly string[];
  readonly maxFileSizeMb: number;
}
