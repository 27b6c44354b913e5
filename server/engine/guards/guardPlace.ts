/** Tells what a guard stands before, and how far it reaches. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Guard } from "./guard.ts";
import { routersOf } from "./guardedRouters.ts";
import { takenIn } from "./takenIn.ts";

export type GuardPlace = Pick<Guard, "protects" | "unit" | "reach" | "holder" | "routers" | "before">;

/** Statements after a guard that tell whether what it protected is still there. */
const mostFollowing = 20;

/** What is put before everything that a router, an application or a class has. */
const wideCalls =
  /^(?:use|addHook|register|useGlobalGuards|useGlobalPipes|useGlobalInterceptors|add_middleware|before_request|before_app_request|middleware|init_app|include_router|group|guard|hook|onRequest|beforeEach|APIRouter|Blueprint|FastAPI|Starlette|Router|CSRFProtect|SeaSurf|Talisman|Limiter)$/;

/** @param named The guard, in its whole file. The name of a method stands for all of it: it narrows what its class works with. */
export function placeOfGuard(named: Node): GuardPlace {
  const node = named.role === "name" && named.parent?.kind === "function" ? named.parent : named;
  const statement = statementOf(node);
  const decorator = ancestor(node, statement, ({ role }) => role === "decorator");
  const decorated = decorator?.parent;
  const holder = decorated ?? enclosingFunction(node);
  const reach = node === named ? reachOf(node, statement, decorated) : "class";
  const routers = routersOf(node);
  const before = reach === "file" ? takenIn(node, routers[0]) : undefined;
  return {
    protects: decorated ? aroundDecorators(decorated) : protectedBy(node, statement),
    unit: spanOf((reach === "class" ? classAround(node) : undefined) ?? unitOf(decorated ?? node)),
    reach,
    holder: nameOf(holder) || listName(node, statement),
    routers,
    ...(before ? { before } : {}),
  };
}

/** @returns Place of a guard in a text without a tree: it protects the lines below, and what stands near it takes its place. */
export function placeInText(text: string, { start, end }: Span): GuardPlace {
  let stop = end;
  for (let lines = 0; lines < 4 && stop >= 0 && stop < text.length; lines++) {
    const next = text.indexOf("\n", stop + 1);
    stop = next < 0 ? text.length : next;
  }
  let first = start;
  for (let lines = 0; lines < 4 && first > 0; lines++) first = text.lastIndexOf("\n", first - 1) + (lines < 3 ? 0 : 1);
  return {
    protects: [{ start: end, end: stop }],
    unit: { start: Math.max(0, first), end: stop },
    reach: "unit",
    holder: "",
    routers: [],
  };
}

/** The child of a statement list that holds a node. */
function statementOf(node: Node): Node {
  let at = node;
  while (at.parent && at.parent.kind !== "file" && at.parent.kind !== "block" && at.parent.kind !== "case") at = at.parent;
  return at;
}

function ancestor(node: Node, last: Node, fits: (node: Node) => boolean): Node | undefined {
  for (let at: Node | undefined = node; at; at = at === last ? undefined : at.parent) if (fits(at)) return at;
  return undefined;
}

function protectedBy(node: Node, statement: Node): Span[] {
  const branch = unwrapped(node) === unwrapped(statement) && statement.kind === "branch" ? statement : undefined;
  if (branch) {
    const then = childOf(branch, "then");
    if (then && !leaves(then)) return [spanOf(then)];
    const otherwise = childOf(branch, "else");
    return otherwise ? [spanOf(otherwise), ...following(statement)] : following(statement);
  }
  if (node !== statement && (statement.kind === "function" || statement.kind === "class"))
    return withoutIn(aroundDecorators(statement), node);
  if (isAlone(node, statement)) return following(statement);
  const callee = calleeOfGuards(node, statement);
  if (callee) return [spanOf(callee), ...following(statement)];
  // `owner=request.user` goes as a whole.
  const rest = without(statement, node.parent?.kind === "keywordArgument" && node.parent !== statement ? node.parent : node);
  const value = statement.kind === "declare" || statement.kind === "assign" ? childOf(statement, "value") : undefined;
  // The line may go as a whole while the code below it stays.
  return value && unwrapped(value) === unwrapped(node) ? [...rest, ...following(refusalBehind(statement) ?? statement)] : rest;
}

/** Of `const read = schema.safeParse(input)` what refuses by its result: `if (!read.success) return ...` goes with it. */
function refusalBehind(statement: Node): Node | undefined {
  const list = statement.parent?.children ?? [];
  const next = list[list.indexOf(statement) + 1];
  const then = next?.kind === "branch" ? childOf(next, "then") : undefined;
  const condition = next && childOf(next, "condition");
  const name = dottedName(childOf(statement, "target"));
  return then && condition && name !== "" && leaves(then) && asksFor(condition, name) ? next : undefined;
}

function asksFor(node: Node, name: string): boolean {
  return (node.kind === "name" && node.text === name) || node.children.some((child) => asksFor(child, name));
}

/** Whether a statement does nothing but guard: the call of a check, `router.use(guard)` or `server.register(guard, {...})`. */
function isAlone(node: Node, statement: Node): boolean {
  if (unwrapped(statement) === unwrapped(node)) return true;
  const call = unwrapped(statement);
  if (call.kind !== "call" || node.role !== "argument" || node.parent !== call) return false;
  const isPart = (one: Node): boolean => one === node || one.kind === "string" || one.kind === "object";
  return wideCalls.test(methodOf(call)) && childrenOf(call, "argument").every(isPart);
}

/** Of `router.use(requireAuth, requireRole("admin"))`, which takes in no router; the place of one that goes alone is still its statement. */
function calleeOfGuards(node: Node, statement: Node): Node | undefined {
  const call = unwrapped(statement);
  if (call.kind !== "call" || node.role !== "argument" || node.parent !== call || methodOf(call) !== "use") return undefined;
  const last = childrenOf(call, "argument").at(-1);
  const made = last?.kind === "call" ? childOf(last, "callee") : undefined;
  const isGuard = last === node || last?.kind === "function" || (made?.kind === "name" && made.text !== "require");
  return isGuard ? childOf(call, "callee") : undefined;
}

function unwrapped(node: Node): Node {
  const [value] = node.children;
  return node.kind === "await" && value ? value : node;
}

/** The statements behind one; where there is none, all of the function or class around it. */
function following(statement: Node): Span[] {
  const list = statement.parent?.children ?? [];
  const after = list.slice(list.indexOf(statement) + 1, list.indexOf(statement) + 1 + mostFollowing);
  const [first, last] = [after[0], after.at(-1)];
  if (first && last) return [{ start: first.start, end: last.end }];
  const scope = enclosingFunction(statement) ?? classAround(statement.parent);
  return scope ? without(scope, statement) : [];
}

function aroundDecorators(decorated: Node): Span[] {
  const first = decorated.children.find(({ role }) => role !== "decorator");
  return first ? [{ start: first.start, end: decorated.end }] : [];
}

function without(whole: Span, part: Span): Span[] {
  return [
    { start: whole.start, end: part.start },
    { start: part.end, end: whole.end },
  ].filter(({ start, end }) => end > start);
}

function withoutIn(spans: readonly Span[], part: Span): Span[] {
  return spans.flatMap((span) => without(span, part));
}

/** Whether a block ends what goes on around it. */
function leaves(block: Node): boolean {
  const last = block.kind === "block" ? block.children.at(-1) : block;
  if (!last) return false;
  if (last.kind === "return" || last.kind === "throw" || last.kind === "continue" || last.kind === "break") return true;
  return (
    last.kind === "call" && /^(?:abort|exit|next|fail|redirect|notFound|forbidden|unauthorized|reject)$/.test(methodOf(last))
  );
}

/** The method or named function, the route or the test around a node. */
function unitOf(node: Node): Node {
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.kind === "file") return at;
    const isStatement = at.parent.kind === "block";
    if (isStatement && at.kind === "function") return at;
    if (isStatement && unwrapped(at).kind === "call" && childOf(unwrapped(at), "argument")?.kind === "string") return at;
  }
  return node;
}

function reachOf(node: Node, statement: Node, decorated: Node | undefined): Guard["reach"] {
  if (decorated) return decorated.kind === "class" ? "class" : "unit";
  if (ancestor(node, statement, (at) => (at.kind === "call" || at.kind === "new") && wideCalls.test(methodOf(at)))) return "file";
  const scope = enclosingFunction(node);
  if (scope) {
    if (isMiddleware(scope)) return "file";
    const isForAll = childrenOf(scope, "decorator").some(({ children: [value] }) =>
      wideCalls.test(lastName(value?.kind === "call" ? childOf(value, "callee") : value)),
    );
    return isForAll ? "file" : "unit";
  }
  if (statement !== node && (statement.kind === "class" || statement.parent?.parent?.kind === "class")) return "class";
  // A setting of the application.
  return /^[A-Z_]+$/.test(lastName(childOf(statement, "target"))) ? "file" : "unit";
}

/** Of a function that is written where it is given: `app.use((req, res, next) => ...)`, and not for one path. */
function isMiddleware(scope: Node): boolean {
  const call = scope.role === "argument" ? scope.parent : undefined;
  if (call?.kind !== "call") return false;
  const method = methodOf(call);
  return method === "addHook" || (method === "use" && childOf(call, "argument")?.kind !== "string");
}

function classAround(node: Node | undefined): Node | undefined {
  let at = node;
  while (at && at.kind !== "class") at = at.parent;
  return at;
}

function enclosingFunction(node: Node): Node | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.kind === "function") return at;
  return undefined;
}

function nameOf(scope: Node | undefined): string {
  if (!scope) return "";
  const own = childOf(scope, "name");
  if (own) return own.text;
  const { parent } = scope;
  if (parent?.kind === "declare" || parent?.kind === "assign") return lastName(childOf(parent, "target"));
  return parent?.kind === "pair" ? (childOf(parent, "key")?.text ?? "") : "";
}

/** Of a guard in `const signedIn = [requireLogin, ...]`, which routes take in. */
function listName(node: Node, statement: Node): string {
  const isListed = node.parent?.kind === "array" && node.parent.parent === statement;
  return isListed && (statement.kind === "declare" || statement.kind === "assign") ? lastName(childOf(statement, "target")) : "";
}

function methodOf(call: Node): string {
  return lastName(childOf(call, "callee"));
}

function lastName(node: Node | undefined): string {
  if (node?.kind === "member") return node.text;
  const name = dottedName(node);
  return name.slice(name.lastIndexOf(".") + 1);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
