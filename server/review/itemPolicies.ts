/** How each checklist item is judged: one line an item. */

import type { ChecklistItemId } from "./checklistItems.ts";
import type { Translate } from "./translate.ts";

export type ItemPolicy =
  /**
   * Code that rules recognize. `clean` is what rules without a finding show, absent where no rule can: then a person decides,
   * and `ask` says what. `changed` counts the places, `blind` says in which languages no rule looks for them.
   */
  | {
      readonly judge: "topics";
      readonly changed: (t: Translate, count: number) => string;
      readonly blind: (t: Translate, languages: string) => string;
      readonly clean?: (t: Translate, count: number) => string;
      readonly ask: (t: Translate) => string;
    }
  /** Every changed text, looked at by the rules of this item (or by all rules for "no-high-findings"). */
  | { readonly judge: "text" }
  /** Manifests, lock files and the like. */
  | { readonly judge: "dependencies"; readonly kinds: readonly ("manifest" | "lock file" | "image or workflow")[] }
  | { readonly judge: "tests" }
  | { readonly judge: "person" };

export const itemPolicies: Readonly<Record<ChecklistItemId, ItemPolicy>> = {
  "access-control": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed endpoint") : t("{0} changed endpoints", count)),
    blind: (t, languages) => t("not checked: no rule recognizes endpoints in {0}", languages),
    ask: (t) => t("who may call, and is it checked?"),
  },
  "inputs-validated": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed place that takes input") : t("{0} changed places that take input", count)),
    blind: (t, languages) => t("not checked: no rule recognizes places that take input in {0}", languages),
    ask: (t) => t("are type, length and range checked?"),
  },
  "no-secrets": { judge: "text" },
  "dependencies-real": { judge: "dependencies", kinds: ["manifest", "lock file"] },
  "versions-pinned": { judge: "dependencies", kinds: ["manifest", "lock file", "image or workflow"] },
  "no-high-findings": { judge: "text" },
  "no-vulnerable-dependency": { judge: "dependencies", kinds: ["manifest", "lock file", "image or workflow"] },
  "errors-leak-nothing": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed error answer") : t("{0} changed error answers", count)),
    blind: (t, languages) => t("not checked: no rule recognizes error answers in {0}", languages),
    clean: (t) => t("without a stack or an internal message"),
    ask: (t) => t("does an error tell a caller anything internal?"),
  },
  "security-events-logged": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed security event") : t("{0} changed security events", count)),
    blind: (t, languages) => t("not checked: no rule recognizes security events in {0}", languages),
    ask: (t) => t("is each written to a log, without secrets?"),
  },
  headers: {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed header setting") : t("{0} changed header settings", count)),
    blind: (t, languages) => t("not checked: no rule recognizes header settings in {0}", languages),
    clean: (t, count) => (count === 1 ? t("not too broad") : t("none too broad")),
    ask: (t) => t("is it as narrow as it can be?"),
  },
  "queries-parameterized": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed query") : t("{0} changed queries", count)),
    blind: (t, languages) => t("not checked: no rule recognizes queries in {0}", languages),
    clean: (t, count) => (count === 1 ? t("parameterized") : t("all parameterized")),
    ask: (t) => t("are the values passed apart from the text?"),
  },
  "uploads-validated": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed upload") : t("{0} changed uploads", count)),
    blind: (t, languages) => t("not checked: no rule recognizes uploads in {0}", languages),
    clean: (t) => t("type, size and name checked"),
    ask: (t) => t("are type, size and content checked?"),
  },
  "rate-limits": {
    judge: "topics",
    changed: (t, count) => (count === 1 ? t("1 changed sensitive endpoint") : t("{0} changed sensitive endpoints", count)),
    blind: (t, languages) => t("not checked: no rule recognizes sensitive endpoints in {0}", languages),
    ask: (t) => t("is the number of tries limited?"),
  },
  "tests-cover-edges": { judge: "tests" },
  "reviewed-by-person": { judge: "person" },
};
