/** Routes that are functions and classes: Nest, Flask, FastAPI, aiohttp, Next, server actions, Django and DRF views. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { aliasOf } from "./aliases.ts";
import type { RouteDraft } from "./draft.ts";
import { declarationsOf } from "./namesIn.ts";
import { refusingDependencies } from "./refusing.ts";
import type { RouteMatchers } from "./routeWords.ts";

interface File {
  readonly path: string;
  readonly text: string;
  readonly root: Node;
}

export function declaredRoutes(file: File, words: RouteMatchers): RouteDraft[] {
  const declared = declarationsOf(file.root);
  const drafts: RouteDraft[] = [];
  const isDjango = /\bfrom django|\bimport django/.test(file.text);
  const isActions = /^\s*(?:\/\/[^\n]*\n\s*)*["']use server["']/.test(file.text);
  const isNext = /(?:^|\/)route\.[jt]sx?$/.test(file.path) || /from ["']next\/server["']/.test(file.text);
  const before = runBefore(file.root);
  for (const node of definitions(file.root)) {
    if (node.kind === "class") drafts.push(...classRoutes(node, words));
    else if (node.kind === "function") drafts.push(...decoratedRoute(node, declared, before, words));
  }
  for (const [name, value] of declared) {
    if (value.kind !== "function" || value.role === "argument") continue;
    const isExported = value.parent?.kind === "export" || value.parent?.parent?.kind === "export";
    if (isExported && isNext && /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name))
      drafts.push(functionRoute(value, name, nextPath(file.path)));
    else if (isExported && isActions && value.text.includes("async")) drafts.push(functionRoute(value, "ACTION", name));
    else if (isDjango && firstParameter(value) === "request" && !isHelper(name, value))
      drafts.push(functionRoute(value, "ANY", name));
  }
  return drafts;
}

/** Functions and classes of the file and of its classes' and functions' top level. */
function definitions(root: Node): Node[] {
  const found: Node[] = [];
  for (const statement of root.children) {
    const inner = statement.kind === "export" ? (statement.children[0] ?? statement) : statement;
    if (inner.kind !== "class" && inner.kind !== "function") continue;
    found.push(inner);
    // An application factory declares its routes inside.
    const body = inner.kind === "function" ? childOf(inner, "body") : undefined;
    for (const child of body?.children ?? []) if (child.kind === "function") found.push(child);
  }
  return found;
}

function functionRoute(node: Node, method: string, path: string): RouteDraft {
  const name = childOf(node, "name") ?? (node.parent && childOf(node.parent, "target")) ?? node;
  return { method, path, group: "", span: name, around: childrenOf(node, "decorator"), handler: node };
}

/** `app/api/orders/[id]/route.ts` answers at `/api/orders/:id`. */
function nextPath(path: string): string {
  const inner = /(?:^|\/)app\/(.*?)\/?route\.[jt]sx?$/.exec(path)?.[1] ?? "";
  return `/${inner
    .replace(/\[\.{3}(\w+)\]/g, "*")
    .replace(/\[(\w+)\]/g, ":$1")
    .replace(/\([^)]*\)\//g, "")}`;
}

/** `@app.route("/x", methods=["POST"])`, `@router.get("/x", dependencies=[...])`. */
function decoratedRoute(node: Node, declared: ReadonlyMap<string, Node>, before: RunBefore, words: RouteMatchers): RouteDraft[] {
  const decorators = childrenOf(node, "decorator");
  const drafts: RouteDraft[] = [];
  for (const decorator of decorators) {
    const call = childOf(decorator, "value");
    const callee = call?.kind === "call" ? childOf(call, "callee") : undefined;
    const [first] = call ? childrenOf(call, "argument") : [];
    if (!call || callee?.kind !== "member" || !words.has("function-decorators", callee.text) || first?.kind !== "string")
      continue;
    if (first.text !== "" && !/^[/{*<]/.test(first.text)) continue;
    const router = dottedName(childOf(callee, "object"));
    const parameters = childrenOf(node, "parameter");
    const aliases = parameters.flatMap((parameter) => aliasOf(parameter) ?? []);
    const around = [...decorators, ...parameters, ...aliases, ...routerGuards(router, declared, before)];
    drafts.push({
      method: callee.text.includes("route") ? methodsOf(call) : callee.text.toUpperCase(),
      path: `${prefixOf(declared.get(router))}${first.text}` || "/",
      group: router,
      span: decorator,
      around,
      handler: node,
      refusing: refusingDependencies(around, declared, words),
    });
  }
  return drafts;
}

function methodsOf(call: Node): string {
  const list = childrenOf(call, "argument").find(({ kind, text }) => kind === "keywordArgument" && text === "methods");
  const names = (list && childOf(list, "value")?.children.map(({ text }) => text.toUpperCase())) ?? [];
  return names.find((name) => name !== "GET") ?? names[0] ?? "GET";
}

/** `APIRouter(prefix="/x", dependencies=[...])`, `Blueprint("x", __name__, url_prefix="/x")`. */
function prefixOf(router: Node | undefined): string {
  const named =
    router &&
    childrenOf(router, "argument").find(({ kind, text }) => kind === "keywordArgument" && /^(?:url_)?prefix$/.test(text));
  const value = named && childOf(named, "value");
  return value?.kind === "string" ? value.text : "";
}

/** What the router asks of all of its routes: its own arguments, and functions that run before each request. */
function routerGuards(router: string, declared: ReadonlyMap<string, Node>, before: RunBefore): Node[] {
  const made = declared.get(router);
  const guards = made?.kind === "call" ? childrenOf(made, "argument") : [];
  for (const { statement, names } of before)
    if (
      names.some(
        (name) => name === `${router}.before_request` || name === `${router}.middleware` || name === "app.before_request",
      )
    )
      guards.push(statement);
  return guards;
}

/** Functions with the names of their decorators that have them run before requests. */
type RunBefore = readonly { readonly statement: Node; readonly names: readonly string[] }[];

function runBefore(root: Node): RunBefore {
  return root.children.flatMap((statement) => {
    if (statement.kind !== "function") return [];
    const names = childrenOf(statement, "decorator")
      .map(({ children }) => dottedName(children[0]?.kind === "call" ? childOf(children[0], "callee") : children[0]))
      .filter((name) => /\.(?:before_request|middleware)$/.test(name));
    return names.length > 0 ? [{ statement, names }] : [];
  });
}

function classRoutes(node: Node, words: RouteMatchers): RouteDraft[] {
  const decorators = childrenOf(node, "decorator");
  const controller = decorators.map((decorator) => decorated(decorator)).find(({ name }) => words.has("controllers", name));
  const members = childOf(node, "body")?.children ?? [];
  const bases = childrenOf(node, "base");
  const isView = bases.some((base) => words.has("view-bases", dottedName(base)));
  if (!controller && !isView) return [];
  const name = childOf(node, "name")?.text ?? "";
  const shared = [
    ...decorators,
    ...bases,
    ...members.filter(({ kind }) => kind === "assign" || kind === "declare" || kind === "field"),
  ];
  return members.flatMap((member): RouteDraft[] => {
    if (member.kind !== "function") return [];
    const label = childOf(member, "name") ?? member;
    if (!controller) {
      const method = words.methodOf("view-methods", label.text);
      const around = [...shared, ...childrenOf(member, "decorator")];
      return method === undefined ? [] : [{ method, path: name, group: name, span: label, around, handler: member }];
    }
    for (const decorator of childrenOf(member, "decorator")) {
      const { name: method, path } = decorated(decorator);
      const verb = words.methodOf("decorators", method);
      if (verb === undefined) continue;
      const around = [...shared, ...childrenOf(member, "decorator"), ...childrenOf(member, "parameter")];
      return [{ method: verb, path: joined(controller.path, path), group: name, span: decorator, around, handler: member }];
    }
    return [];
  });
}

function decorated(decorator: Node): { readonly name: string; readonly path: string } {
  const value = childOf(decorator, "value");
  const callee = value?.kind === "call" ? childOf(value, "callee") : value;
  const [first] = value?.kind === "call" ? childrenOf(value, "argument") : [];
  return { name: dottedName(callee), path: first?.kind === "string" ? first.text : "" };
}

function joined(...parts: readonly string[]): string {
  return `/${parts
    .map((part) => part.replace(/^\/|\/$/g, ""))
    .filter((part) => part !== "")
    .join("/")}`;
}

const answering = /^(?:Http|Json|render|redirect|Redirect|get_object_or_404|TemplateResponse)|[rR]esponse/;

/** Functions that views call have a request too: one of such a name that speaks of no answer. */
function isHelper(name: string, node: Node): boolean {
  if (!/^_|^(?:get|read|parse|extract|decode|verify|is|has|check|build|make|load)_/.test(name)) return false;
  if (childOf(node, "decorator")) return false;
  const stack = [...node.children];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if ((at.kind === "name" || at.kind === "member") && answering.test(at.text)) return false;
    stack.push(...at.children);
  }
  return true;
}

function firstParameter(node: Node): string {
  const [first] = childrenOf(node, "parameter");
  return (first && childOf(first, "target")?.text) ?? "";
}
