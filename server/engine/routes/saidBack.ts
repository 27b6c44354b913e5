/** Tells handlers that answer with what the caller sent and with words of the code, and look nothing up. Pure. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { forSome } from "./constantAnswer.ts";
import type { RouteDraft } from "./draft.ts";

/** Nodes of a handler's body that are looked at; a longer one does more than that. */
const most = 120;

const answers = /^_?(?:res|response|reply|h|ctx|c|context)$/;
const requests = /^_?(?:req|request|ctx|c|context)$/;

/** What of a request says nothing of who sent it. */
const sent = /^(?:query|params?|args|query_params|path_params|match_info|GET|request|req)$/;

/** Functions that make a value or an answer of what they are given, and read nothing. */
const makes =
  /^(?:jsonify|JSONResponse|PlainTextResponse|HTMLResponse|HttpResponse|JsonResponse|Response|NextResponse|str|int|float|bool|len|min|max|abs|round|sum|sorted|reversed|range|list|tuple|set|dict|escape|String|Number|Boolean|parseInt|parseFloat|encodeURIComponent)$/;

/** Methods of texts, numbers, lists, requests and answers. */
const plain =
  /^(?:get|getlist|getAll|query|param|json|text|html|send|status|type|end|strip|lstrip|rstrip|lower|upper|title|capitalize|replace|split|join|format|startswith|endswith|trim|toLowerCase|toUpperCase|toString|toFixed|slice|padStart|startsWith|endsWith|includes|isdigit|append)$/;

/** Given by the framework as a text or a number of the request, and not looked up before. */
const ofRequest = /^(?:Query|Path|Header|Annotated)$/;
const plainTypes = /^(?:str|int|float|bool|Optional|Annotated|Query|Path|Union|None|string|number|Request|HttpRequest)$/;

/** @returns Whether nothing in the answer comes from anywhere but the caller and the code, as in a greeting or a sum. */
export function saysBack({ handler, method, path }: Pick<RouteDraft, "handler" | "method" | "path">): boolean {
  const body = handler && childOf(handler, "body");
  if (!body || method !== "GET" || forSome.test(path)) return false;
  const known = new Set<string>();
  for (const parameter of childrenOf(handler, "parameter")) {
    const name = childOf(parameter, "target");
    if (name?.kind === "name" && isPlain(parameter)) known.add(name.text);
  }
  const stack: Node[] = [body];
  let left = most;
  const nodes: Node[] = [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (--left < 0) return false;
    const target =
      node.kind === "assign" || node.kind === "declare" || node.kind === "loop" ? childOf(node, "target") : undefined;
    if (target?.kind === "name") known.add(target.text);
    else if (target) return false;
    nodes.push(node);
    stack.push(...node.children);
  }
  return nodes.every((node) => isSaid(node, known));
}

/** A parameter without a type and a default, or with those of a part of the request. */
function isPlain(parameter: Node): boolean {
  const byDefault = childOf(parameter, "default");
  if (byDefault?.kind === "call" && !ofRequest.test(childOf(byDefault, "callee")?.text ?? "")) return false;
  const type = childOf(parameter, "type");
  return !type || (type.text.match(/[A-Za-z_]\w*/g) ?? []).every((word) => plainTypes.test(word));
}

function isSaid(node: Node, known: ReadonlySet<string>): boolean {
  const { kind, text, role } = node;
  if (kind === "name")
    return role === "property" || role === "target" || known.has(text) || isOfAnswer(node) || answers.test(text);
  if (kind === "member") return isMember(node);
  if (kind === "call") return ["name", "member"].includes(childOf(node, "callee")?.kind ?? "");
  if (kind === "string" || kind === "stringPart") return !forSome.test(text) || role === "key";
  return !/^(?:new|function|class|with|yield|await|delete|global|import|other|spread|jsxElement)$/.test(kind);
}

function isOfAnswer({ role, text, parent }: Node): boolean {
  return (
    makes.test(text) ||
    (role === "object" && requests.test(text) && parent?.kind === "member" && (sent.test(parent.text) || plain.test(parent.text)))
  );
}

/** `request.args`, `name.upper()`, `res.json(...)`; not `request.user`, nor the field of anything else. */
function isMember(node: Node): boolean {
  const [object] = node.children;
  if (node.role === "callee") return plain.test(node.text);
  if (object?.kind === "name" && requests.test(object.text)) return sent.test(node.text);
  return object?.kind === "member" && sent.test(object.text);
}
