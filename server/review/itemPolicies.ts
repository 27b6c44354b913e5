/** How each checklist item is judged: one line an item. */

import type { ChecklistItemId } from "./checklistItems.ts";

export type ItemPolicy =
  /**
   * Code that rules recognize. `clean` is what rules without a finding show, absent where no rule can: then a person decides,
   * and `ask` says what.
   */
  | { readonly judge: "topics"; readonly one: string; readonly many: string; readonly clean?: string; readonly ask: string }
  /** Every changed text, looked at by the rules of this item (or by all rules for "no-high-findings"). */
  | { readonly judge: "text" }
  /** Manifests, lock files and the like. */
  | { readonly judge: "dependencies"; readonly kinds: readonly ("manifest" | "lock file" | "image or workflow")[] }
  | { readonly judge: "tests" }
  | { readonly judge: "person" };

export const itemPolicies: Readonly<Record<ChecklistItemId, ItemPolicy>> = {
  "access-control": {
    judge: "topics",
    one: "endpoint",
    many: "endpoints",
    ask: "who may call, and is it checked?",
  },
  "inputs-validated": {
    judge: "topics",
    one: "place that takes input",
    many: "places that take input",
    ask: "are type, length and range checked?",
  },
  "no-secrets": { judge: "text" },
  "dependencies-real": { judge: "dependencies", kinds: ["manifest", "lock file"] },
  "versions-pinned": { judge: "dependencies", kinds: ["manifest", "lock file", "image or workflow"] },
  "no-high-findings": { judge: "text" },
  "no-vulnerable-dependency": { judge: "dependencies", kinds: ["manifest", "lock file", "image or workflow"] },
  "errors-leak-nothing": {
    judge: "topics",
    one: "error answer",
    many: "error answers",
    clean: "without a stack or an internal message",
    ask: "does an error tell a caller anything internal?",
  },
  "security-events-logged": {
    judge: "topics",
    one: "security event",
    many: "security events",
    ask: "is each written to a log, without secrets?",
  },
  headers: {
    judge: "topics",
    one: "header setting",
    many: "header settings",
    clean: "none too broad",
    ask: "is it as narrow as it can be?",
  },
  "queries-parameterized": {
    judge: "topics",
    one: "query",
    many: "queries",
    clean: "all parameterized",
    ask: "are the values passed apart from the text?",
  },
  "uploads-validated": {
    judge: "topics",
    one: "upload",
    many: "uploads",
    clean: "type, size and name checked",
    ask: "are type, size and content checked?",
  },
  "rate-limits": {
    judge: "topics",
    one: "sensitive endpoint",
    many: "sensitive endpoints",
    ask: "is the number of tries limited?",
  },
  "tests-cover-edges": { judge: "tests" },
  "reviewed-by-person": { judge: "person" },
};
