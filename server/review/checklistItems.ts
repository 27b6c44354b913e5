/** The fifteen items of the review checklist, in the order in which they are shown. */

export const checklistItems = [
  { id: "access-control", title: "Authentication and authorization on new endpoints" },
  { id: "inputs-validated", title: "Inputs are validated" },
  { id: "no-secrets", title: "No secrets" },
  { id: "dependencies-real", title: "New dependencies are real and maintained" },
  { id: "versions-pinned", title: "Versions are pinned and locked" },
  { id: "no-high-findings", title: "No high or critical code finding" },
  { id: "no-vulnerable-dependency", title: "No known vulnerable dependency" },
  { id: "errors-leak-nothing", title: "Errors leak nothing" },
  { id: "security-events-logged", title: "Security events are logged" },
  { id: "headers", title: "CORS, CSP and other headers" },
  { id: "queries-parameterized", title: "Queries are parameterized" },
  { id: "uploads-validated", title: "Uploads are validated" },
  { id: "rate-limits", title: "Rate limits on sensitive endpoints" },
  { id: "tests-cover-edges", title: "Tests cover the security-relevant edges" },
  { id: "reviewed-by-person", title: "Reviewed by a person with security context" },
] as const;

export type ChecklistItemId = (typeof checklistItems)[number]["id"];
