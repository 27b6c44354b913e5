/** Tells handlers that answer everybody with the same words, which stand in the code. Pure. */

import { childOf, type Node } from "../tree/node.ts";
import type { RouteDraft } from "./draft.ts";

/** Nodes of a handler's body that are looked at; a longer one does more than that. */
const most = 80;

const answers = /^_?(?:res|response|reply|h|ctx|c|context)$/;
const makers = /^(?:jsonify|JSONResponse|PlainTextResponse|HttpResponse|JsonResponse|Response|NextResponse|JSON)$/;
const ofRequest = /^(?:req|request|query|params|headers|cookies|state|get|var|user|session|locals|auth)$/;

/** What hardly is for everybody, even where it is only read or the words are fixed. */
export const forSome =
  /admin|intern|secret|private|protected|confidential|restricted|dashboard|panel|manage|account|profile|setting|member|user|customer|patient|employee|staff|client|order|invoice|payment|salar|message|mail|note|file|document|upload|export|report|backup|log|audit|token|key|session|config|billing|only|\bme\b|\bmy/i;

/** @returns Whether there is nothing in the answer that a caller could be kept from. */
export function answersAlike({ handler, method, path }: Pick<RouteDraft, "handler" | "method" | "path">): boolean {
  const body = handler && childOf(handler, "body");
  if (!body || method !== "GET" || forSome.test(path)) return false;
  const stack: Node[] = [body];
  let left = most;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (--left < 0 || !isConstant(node)) return false;
    stack.push(...node.children);
  }
  return true;
}

function isConstant({ kind, text, role }: Node): boolean {
  if (kind === "name") return role === "property" || answers.test(text) || makers.test(text);
  if (kind === "member") return !ofRequest.test(text);
  if (kind === "string" || kind === "stringPart") return !forSome.test(text);
  return kind !== "index" && kind !== "other";
}
