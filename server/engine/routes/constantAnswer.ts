/** Tells handlers that answer everybody with the same words, which stand in the code, and those that only lead elsewhere. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { RouteDraft } from "./draft.ts";

/** Nodes of a handler's body that are looked at; a longer one does more than that. */
const most = 80;

const answers = /^_?(?:res|response|reply|h|ctx|c|context)$/;
const makers = /^(?:jsonify|JSONResponse|PlainTextResponse|HttpResponse|JsonResponse|Response|NextResponse|JSON)$/;
const ofRequest = /^(?:req|request|query|params|headers|cookies|state|get|var|user|session|locals|auth)$/;

/** What hardly is for everybody, even where it is only read or the words are fixed. */
export const forSome =
  /admin|intern|secret|private|protected|confidential|restricted|dashboard|panel|manage|account|profile|setting|member|user|customer|patient|employee|staff|client|order|invoice|payment|salar|message|mail|note|file|document|upload|export|report|backup|log|audit|token|key|session|config|billing|only|\bme\b|\bmy/i;

/** What a server action does to the caller's own browser, and what only makes a text of another. */
const ownBrowser = /^(?:redirect|permanentRedirect|notFound|cookies|String|Number|Boolean|parseInt)$/;
const ownCookies = /^(?:get|set|has|delete|toString|trim|toLowerCase|includes)$/;

/** Cookies that say who somebody is, or what they may do. */
const speaksOfCaller = /sess|token|auth|jwt|sid\b|user|account|role|admin|perm|tenant/i;

/** How a route of Express, Koa or Fastify does that, and ends its answer without telling anything. */
const answersCookie = /^(?:cookie|clearCookie|setCookie)$/;
const endsAnswer = /^(?:redirect|sendStatus|status|code|end|send|json)$/;

/** @returns Whether a server action only leads elsewhere, or a route only keeps a choice in the caller's own cookies. */
export function staysInBrowser({ handler, method }: Pick<RouteDraft, "handler" | "method">): boolean {
  const body = handler && childOf(handler, "body");
  if (!body) return false;
  return method === "ACTION" ? consistsOf(body, isOfBrowser) : consistsOf(body, isOfAnswer, answersCookie);
}

/** @param counts Names of calls of which there has to be one; then one may be returned, too. */
function consistsOf(body: Node, allowed: (call: Node) => boolean, counts?: RegExp): boolean {
  const stack: Node[] = [body];
  let [left, calls] = [most, 0];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (--left < 0 || node.kind === "new" || node.kind === "function") return false;
    if (node.kind === "return" && !(counts && node.children[0]?.kind === "call")) return false;
    if (node.kind === "assign" && childOf(node, "target")?.kind !== "name") return false;
    if (node.kind === "call") {
      if (!allowed(node)) return false;
      if (counts === undefined || counts.test(calledName(node))) calls++;
    }
    stack.push(...node.children);
  }
  return calls > 0;
}

function isOfAnswer(call: Node): boolean {
  const callee = childOf(call, "callee");
  if (callee?.kind === "name") return ownBrowser.test(callee.text);
  const given = childrenOf(call, "argument");
  if (callee?.kind !== "member" || !ofAnswer(childOf(callee, "object"))) return false;
  if (answersCookie.test(callee.text)) return given[0]?.kind === "string" && !speaksOfCaller.test(given[0].text);
  return endsAnswer.test(callee.text) && given.every(({ kind }) => kind === "string" || kind === "number");
}

/** `res`, and what its methods give back: `res.status(204)`. */
function ofAnswer(node: Node | undefined): boolean {
  if (node?.kind === "call") return ofAnswer(childOf(childOf(node, "callee") ?? node, "object"));
  return node?.kind === "name" && answers.test(node.text);
}

function isOfBrowser(call: Node): boolean {
  const callee = childOf(call, "callee");
  if (callee?.kind === "name") return ownBrowser.test(callee.text);
  if (callee?.kind !== "member" || !ownCookies.test(callee.text)) return false;
  if (callee.text !== "set" && callee.text !== "delete") return true;
  const [key] = childrenOf(call, "argument");
  const holder = dottedName(childOf(callee, "object"));
  return /^$|cookie|store|jar/i.test(holder) && key?.kind === "string" && !speaksOfCaller.test(key.text);
}

/** What a visit should not set off, or shows more than where to go. */
const does =
  /delet|remov|approv|reject|cancel|revok|reset|confirm|impersonat|switch|login|logout|sign|verif|accept|invit|pay|run|start|stop/i;
const redirects = /^(?:redirect|RedirectResponse|HttpResponseRedirect)$/;
const sends = /^(?:send|end|text|sendStatus|abort|throw|notFound|code|status|HTTPException|NotFound)$/;
const shows =
  /^(?:json|html|render|view|sendFile|download|pipe|write|jsonify|render_template|send_file|FileResponse|JSONResponse|HTMLResponse)$/;

/** @returns Whether a visit only leads on to an address that was looked up, as a short link does. */
export function leadsOnward({ handler, method, path }: Pick<RouteDraft, "handler" | "method" | "path">): boolean {
  const body = handler && childOf(handler, "body");
  if (!body || method !== "GET" || forSome.test(path) || does.test(path)) return false;
  const stack: Node[] = [body];
  let [left, leads] = [most, false];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (--left < 0 || node.kind === "function") return false;
    if (node.kind === "assign" && childOf(node, "target")?.kind !== "name") return false;
    const [value] = node.kind === "return" ? node.children : [];
    if (value && value.kind !== "call" && value.kind !== "await") return false;
    if (node.kind === "call") {
      const called = calledName(node);
      const given = childrenOf(node, "argument");
      if (shows.test(called)) return false;
      if (redirects.test(called)) {
        if (given.at(-1)?.kind !== "member") return false;
        leads = true;
      } else if (sends.test(called) && !given.every(({ kind }) => kind === "string" || kind === "number")) return false;
    }
    stack.push(...node.children);
  }
  return leads;
}

function calledName(call: Node): string {
  const callee = childOf(call, "callee");
  return callee?.kind === "member" || callee?.kind === "name" ? callee.text : "";
}

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
