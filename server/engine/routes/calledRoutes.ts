/** Routes that are declared by calls: Express, Koa, Fastify, Hono, Polka, aiohttp, Django's urlpatterns. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { checksIn } from "./checksIn.ts";
import type { RouteDraft } from "./draft.ts";
import { guardOf, roleOf } from "./guardWords.ts";
import { declarationsOf, namesIn } from "./namesIn.ts";
import type { Mount, OuterGuard } from "./route.ts";
import type { RouteMatchers } from "./routeWords.ts";

/** What is put before routes from a place on. */
interface Layer {
  readonly router: string;
  /** Only routes below this path. */
  readonly prefix: string;
  readonly start: number;
  readonly nodes: readonly Node[];
}

export interface CalledRoutes {
  readonly drafts: RouteDraft[];
  readonly mounts: Mount[];
}

/** @param calls All calls of the file that may concern routes, in source order. */
export function calledRoutes(root: Node, calls: readonly Node[], words: RouteMatchers): CalledRoutes {
  return new Reader(root, words).read(calls);
}

const callKeys = ["methods", "layers", "mounts", "added-routes", "url-patterns", "procedure-ends", "listeners"] as const;

/** By the name of what is called, since most calls of a file have nothing to do with routes. */
export function mayConcernRoutes({ children }: Node, words: RouteMatchers): boolean {
  const callee = children[0];
  if (callee?.kind === "name") return words.has("url-patterns", callee.text);
  return callee?.kind === "member" && callKeys.some((key) => words.has(key, callee.text));
}

class Reader {
  private readonly declared: Map<string, Node>;
  private readonly routers = new Set<string>();
  private readonly imports = new Map<string, string>();
  private readonly layers: Layer[] = [];
  private readonly prefixes = new Map<string, { prefix: string; nodes: Node[] }>();
  private readonly drafts: RouteDraft[] = [];
  private readonly mounts: Mount[] = [];

  private readonly words: RouteMatchers;

  constructor(root: Node, words: RouteMatchers) {
    this.words = words;
    this.declared = declarationsOf(root);
    for (const [name, value] of this.declared) {
      const callee = value.kind === "call" || value.kind === "new" ? childOf(value, "callee") : undefined;
      if (callee && words.has("router-makers", dottedName(callee))) this.routers.add(name);
      if (callee?.kind === "name" && callee.text === "require") this.noteRequire(name, value);
    }
    for (const statement of root.children)
      if (statement.kind === "import")
        for (const binding of childrenOf(statement, "binding")) {
          const local = childOf(binding, "name");
          if (local) this.imports.set(local.text, statement.text);
        }
  }

  read(calls: readonly Node[]): CalledRoutes {
    for (const call of calls) this.readLayer(call);
    for (const call of calls) this.readMount(call);
    for (const call of calls) this.readCall(call);
    return { drafts: this.drafts, mounts: this.mounts };
  }

  private noteRequire(name: string, value: Node): void {
    const [module] = childrenOf(value, "argument");
    if (module?.kind === "string") this.imports.set(name, module.text);
  }

  /** `app.use("/users", requireAuth, users)`: the guards and the prefix hold for a router of this file, or of another. */
  private readMount(call: Node): void {
    const { method, args } = partsOf(call);
    if (!this.words.has("mounts", method)) return;
    const last = method === "use" ? args.at(-1) : args.find(({ kind }) => kind !== "string");
    if (!last) return;
    const others = args.filter((argument) => argument !== last);
    const required =
      last.kind === "call" && dottedName(childOf(last, "callee")) === "require"
        ? childrenOf(last, "argument")[0]?.text
        : undefined;
    const name = dottedName(last.kind === "call" ? childOf(childOf(last, "callee") ?? last, "object") : last);
    const [root = ""] = name.split(".");
    if (this.routers.has(name)) {
      const known = this.prefixes.get(name);
      const nodes = [...others.filter(({ kind }) => kind !== "string"), ...(known?.nodes ?? [])];
      this.prefixes.set(name, { prefix: known?.prefix ?? textOf(args[0]) ?? "", nodes });
      return;
    }
    const module = required ?? this.imports.get(root);
    if (module === undefined) return;
    const around = [...others, ...this.layersFor(routerOf(call), textOf(args[0]) ?? "", call.start)];
    const guards = guardsOf(around, this.words);
    this.mounts.push({ module: module.includes("/") || module.startsWith(".") ? module : `${module}.${name}`, guards });
  }

  private readCall(call: Node): void {
    const { method, args } = partsOf(call);
    const router = routerOf(call);
    const listed = method === "route" ? this.listed(args) : [];
    if (listed[0]?.kind === "object") for (const options of listed) this.readOptions(call, router, options);
    else if (this.words.has("added-routes", method)) this.readAioHttp(call, method, args);
    else if (this.words.has("methods", method)) this.readMethod(call, router, method, args);
    else if (this.words.has("url-patterns", dottedName(childOf(call, "callee")))) this.readDjango(call, args);
  }

  private readLayer(call: Node): void {
    const { method, args } = partsOf(call);
    const router = routerOf(call);
    if (!this.words.has("layers", method) || !this.isRouter(router)) return;
    const prefix = method === "use" ? (textOf(args[0]) ?? "") : "";
    const nodes = args.filter(({ kind }) => kind !== "string").map((node) => this.bodyOf(node));
    this.layers.push({ router, prefix: prefix.replace(/\/?\*.*$/, ""), start: call.start, nodes });
  }

  private readMethod(call: Node, router: string, method: string, args: readonly Node[]): void {
    const chained = chainedPath(call);
    if (chained) {
      // What a chain puts before all of its methods is no route.
      if (!this.isRouter(chained.router) || method === "all") return;
      const around = [...args.slice(0, -1), ...chained.all];
      this.add(call, chained.router, method, chained.path, around, args.at(-1));
      return;
    }
    const path = textOf(args[0]);
    // What has a name is no handler: a Python decorator may say more of the route than its path.
    const handler = args.findLast(({ kind }) => kind !== "keywordArgument");
    if (path === undefined || handler === args[0] || !handler || !/^(?:[/*:{^].*|)$/.test(path)) return;
    const answers = handler.kind === "function" || this.routers.has(router);
    if (!(answers || this.isRouter(router)) || this.words.has("not-routers", router.slice(router.lastIndexOf(".") + 1))) return;
    if (handler.kind === "object" || handler.kind === "string" || handler.kind === "template") return;
    this.add(call, router, method, path, args.slice(1, -1), handler);
  }

  /** Fastify's `route({ method, url, preHandler, handler })`, and Hapi's with a path and options. */
  private readOptions(call: Node, router: string, options: Node): void {
    const optionOf = (key: string): Node | undefined => pairOf(options, key);
    const path = textOf(optionOf("url") ?? optionOf("path"));
    if (path === undefined || !this.isRouter(router)) return;
    const method = textOf(optionOf("method")) ?? "ANY";
    const given = optionOf("options") ?? optionOf("config");
    const inner = given?.kind === "function" ? answerOf(given) : given;
    const optsOut = [options, inner].some((one) => one?.kind === "object" && lets(pairOf(one, "auth")));
    const around = [options, ...(optsOut && inner?.kind === "object" ? [inner] : [])]
      .flatMap(({ children }) => children)
      .filter((child) => child.parent !== options || childOf(child, "value") !== given || !optsOut)
      .filter((child) => childOf(child, "key")?.text !== "handler" && !(optsOut && childOf(child, "key")?.text === "auth"));
    const handler = optionOf("handler") ?? (inner?.kind === "object" ? pairOf(inner, "handler") : undefined);
    this.add(call, router, method, path, around, handler, {
      optsOut,
      ofHapi: optionOf("url") === undefined,
      ...(childrenOf(call, "argument")[0] === options ? {} : { span: { start: options.start, end: options.end } }),
    });
  }

  private readAioHttp(call: Node, method: string, args: readonly Node[]): void {
    const at = method === "add_route" ? 1 : 0;
    const path = textOf(args[at]);
    if (path !== undefined)
      this.add(
        call,
        "",
        method === "add_route" ? (textOf(args[0]) ?? "ANY") : method.slice(4),
        path,
        args.slice(at + 2),
        args[at + 1],
      );
  }

  /** `path("orders/<int:pk>/", login_required(OrderView.as_view()))`; views of other files are compared where they stand. */
  private readDjango(call: Node, args: readonly Node[]): void {
    const path = textOf(args[0]);
    const view = args[1];
    if (path === undefined || view?.kind !== "call" || dottedName(childOf(view, "callee")) === "include") return;
    this.add(call, "", "any", `/${path}`, [view], undefined);
  }

  private add(
    call: Node,
    router: string,
    method: string,
    path: string,
    around: readonly Node[],
    handler: Node | undefined,
    said: { readonly span?: Span; readonly optsOut?: boolean; readonly ofHapi?: boolean } = {},
  ): void {
    const mounted = this.prefixes.get(router);
    const whole = `${(mounted?.prefix ?? "").replace(/\/$/, "")}${path}`;
    const layers = this.layersFor(router, path, call.start);
    const answer = handler && this.functionOf(handler);
    const between = around.map((node) => this.bodyOf(node));
    this.drafts.push({
      method: method === "del" ? "DELETE" : method === "all" || method === "any" ? "ANY" : method.toUpperCase(),
      path: whole === "" ? "/" : whole,
      group: router,
      span: said.span ?? { start: call.start, end: firstArgumentEnd(call) },
      around: [...between, ...around, ...layers, ...(mounted?.nodes ?? []), ...(handler && handler !== answer ? [handler] : [])],
      handler: answer,
      ...(said.optsOut ? { optsOut: true as const } : {}),
      ...(said.ofHapi ? { ofHapi: true as const } : {}),
    });
  }

  private layersFor(router: string, path: string, before: number): Node[] {
    return this.layers
      .filter((layer) => layer.router === router && layer.start < before)
      .filter(({ prefix }) => prefix === "" || path.startsWith(prefix))
      .flatMap(({ nodes }) => nodes);
  }

  private isRouter(name: string): boolean {
    return this.routers.has(name) || this.words.has("routers", name);
  }

  /** A guard with a name of its own may be told by what it does. */
  /** Routes of a list that has a name stand where they are written. */
  private listed(args: readonly Node[]): readonly Node[] {
    return args.flatMap((one) => {
      const held = this.bodyOf(one);
      return held.kind === "array" ? held.children : [held];
    });
  }

  private bodyOf(node: Node): Node {
    return node.kind === "name" ? (this.declared.get(node.text) ?? node) : node;
  }

  /** The handler itself, out of wrappers such as `asyncHandler(...)`, where the file has it. */
  private functionOf(node: Node): Node | undefined {
    if (node.kind === "function") return node;
    if (node.kind === "name") return this.declared.get(node.text)?.kind === "function" ? this.declared.get(node.text) : undefined;
    if (node.kind !== "call") return undefined;
    for (const argument of childrenOf(node, "argument")) {
      const inner = this.functionOf(argument);
      if (inner) return inner;
    }
    return undefined;
  }
}

function guardsOf(nodes: readonly Node[], words: RouteMatchers): OuterGuard[] {
  const names = namesIn(nodes);
  const kinds = ["authorization", "validation", "rate limit", "csrf"] as const;
  const { authorization } = checksIn(nodes, words);
  const found = kinds.filter((kind) => guardOf(kind, kind === "authorization" ? authorization : names, words) !== undefined);
  return roleOf(authorization, words) === undefined ? found : [...found, "role"];
}

function partsOf(call: Node): { readonly method: string; readonly args: readonly Node[] } {
  const callee = childOf(call, "callee");
  const args = childrenOf(call, "argument").flatMap((argument) => (argument.kind === "array" ? argument.children : [argument]));
  return { method: callee?.kind === "member" ? callee.text : "", args };
}

function routerOf(call: Node): string {
  return dottedName(childOf(childOf(call, "callee") ?? call, "object"));
}

/** Express's `router.route("/x").all(guard).get(...)`. */
function chainedPath(call: Node): { readonly router: string; readonly path: string; readonly all: readonly Node[] } | undefined {
  const all: Node[] = [];
  let inner = childOf(childOf(call, "callee") ?? call, "object");
  for (let depth = 0; inner?.kind === "call" && depth < 20; depth++) {
    const { method, args } = partsOf(inner);
    if (method === "route") return args[0]?.kind === "string" ? { router: routerOf(inner), path: args[0].text, all } : undefined;
    if (method === "all") all.push(...args);
    inner = childOf(childOf(inner, "callee") ?? inner, "object");
  }
  return undefined;
}

function firstArgumentEnd(call: Node): number {
  return (childOf(call, "argument") ?? call).end;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "string" ? node.text : undefined;
}

/** What a function does nothing but give back: `() => ({ auth: false })`. */
function answerOf(made: Node): Node | undefined {
  const body = childOf(made, "body");
  const [only, more] = body?.kind === "block" ? body.children : [body];
  return more ? undefined : only?.kind === "return" ? only.children[0] : only;
}

/** `auth: false`, and what asks but lets everybody through: `auth: { mode: "try" }`. */
function lets(auth: Node | undefined): boolean {
  return (auth?.kind === "boolean" && auth.text === "false") || (auth !== undefined && letsAllThrough(auth));
}

/** What Hapi is told with the modes in which nobody is turned away. */
export function letsAllThrough(auth: Node): boolean {
  return auth.kind === "object" && /^(?:try|optional)$/.test(textOf(pairOf(auth, "mode")) ?? "");
}

function pairOf(object: Node, key: string): Node | undefined {
  const pair = object.children.find((child) => child.kind === "pair" && childOf(child, "key")?.text === key);
  if (pair) return childOf(pair, "value");
  return object.children.find((child) => child.kind === "function" && childOf(child, "name")?.text === key);
}
