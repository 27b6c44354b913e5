/** What the engine says of a finding, in the language of the editor: how grave, how sure and why, and the steps of its path. Pure. */

import { type Translate, untranslated } from "./translate.ts";

type Grade = "critical" | "high" | "medium" | "low";

export function gradeWord(t: Translate, grade: Grade): string {
  return { critical: t("critical"), high: t("high"), medium: t("medium"), low: t("low") }[grade];
}

/** How sure a finding is and why, in the words of every place that says it: "sure: flow in a function". */
export function surenessWords(t: Translate, { confidence, evidence }: Sureness): string {
  const word = { high: t("sure"), medium: t("likely"), low: t("maybe") }[confidence];
  return `${word}: ${evidenceWords(t, evidence)}`;
}

interface Sureness {
  readonly confidence: "high" | "medium" | "low";
  readonly evidence: string;
}

/** How the engine knows. @param evidence As in `Finding`; what is not known here stays as it is. */
export function evidenceWords(t: Translate, evidence: string): string {
  return inWordsOf(t, evidence, kindsOfEvidence);
}

/** A step of the path of the data. @param note As in `PathStep`; what a rule says of its source or sink stays as it is. */
export function noteWords(t: Translate, note: string): string {
  // The place in another file stands behind it.
  const [, said = note, place = ""] = /^(.*?)( \([^()]*:\d+\))?$/s.exec(note) ?? [];
  return `${inWordsOf(t, said, steps)}${place}`;
}

/** From here on a rule counts as noisy. */
const noisyFrom = 3;

export function isNoisy(notUsefulOfRule: number): boolean {
  return notUsefulOfRule >= noisyFrom;
}

/** That persons found a rule's findings of no use; empty where none did. @param count How many of them are marked so. */
export function noiseNote(t: Translate, count: number): string {
  if (isNoisy(count)) return t("Noisy rule: {0} of its findings were marked as not useful here.", count);
  if (count === 1) return t("1 finding of this rule was marked as not useful here.");
  return count === 0 ? "" : t("{0} findings of this rule were marked as not useful here.", count);
}

/** A sentence of the engine with at most one part that is not words, such as a name. */
type Form = (t: Translate, part: string) => string;

const kindsOfEvidence: readonly Form[] = [
  (t) => t("direct match"),
  (t) => t("flow in a function"),
  (t) => t("flow through functions"),
  (t) => t("flow across files"),
  (t) => t("flow between functions, through what they share"),
  (t) => t("comparison with the text before the change"),
  (t) => t("comparison with routes of the file"),
  (t) => t("comparison with routes of the project"),
  (t, flow) => t("{0}, assuming that a call passes its input on", flow),
];

const steps: readonly Form[] = [
  (t) => t("comes from the request"),
  (t) => t("comes from the command line"),
  (t) => t("is typed by the user"),
  (t) => t("comes from the environment"),
  (t) => t("comes from the page's address"),
  (t) => t("comes from the network"),
  (t) => t("comes from the caller"),
  (t) => t("comes from a language model"),
  (t) => t("is used here"),
  (t) => t("is returned here"),
  (t) => t("passed on"),
  (t) => t("passed through a call"),
  (t) => t("taken from a table"),
  (t, code) => t("parameter `{0}`", code),
  (t, code) => t("untrusted: `{0}`", code),
  (t, code) => t("is written to `{0}` here", code),
  (t, code) => t("runs here: `{0}`", code),
  (t, code) => t("passed through `{0}`", code),
  (t, code) => t("taken from `{0}`", code),
  (t, code) => t("added to `{0}`", code),
  (t, code) => t("put into `{0}`", code),
  (t, code) => t("handed to `{0}`", code),
  (t, code) => t("handed over as `{0}`", code),
  (t, code) => t("thrown by `{0}`", code),
  (t, code) => t("returned by `{0}`", code),
  (t, code) => t("let through by `{0}`", code),
  (t, code) => t("left in the object by `{0}`", code),
  (t, code) => t("left there by `{0}`", code),
  (t) => t("left there by another function"),
  (t, code) => t("assigned to `{0}`", code),
  (t, code) => t("stored in `{0}`", code),
  (t, note) => t("then {0}", note),
];

function inWordsOf(t: Translate, said: string, forms: readonly Form[]): string {
  for (const form of forms) {
    const part = partOf(said, form);
    // A part may be a sentence itself; code is none, and stays as it is.
    if (part !== undefined) return form(t, part === "" ? "" : inWordsOf(t, part, forms));
  }
  return said;
}

const gap = "\0";

/** What stands for the part when this form was used; empty for a form without one. */
function partOf(said: string, form: Form): string | undefined {
  const [before = "", after] = form(untranslated, gap).split(gap);
  if (after === undefined) return said === before ? "" : undefined;
  const isLongEnough = said.length > before.length + after.length;
  if (!isLongEnough || !said.startsWith(before) || !said.endsWith(after)) return undefined;
  return said.slice(before.length, said.length - after.length);
}
