/** Tells which router of the file a guard holds for, so that it does not stand in for one of another router. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/** What a file makes of its own beside the application; a guard of the application holds for all. */
const makesRouter = /^(?:Router|APIRouter|Blueprint|APIBlueprint|KoaRouter|Hono|OpenAPIHono|Elysia)$/;

/** Methods by which one router takes in another. */
const mounts = /^(?:use|route|register|mount|group|include_router|register_blueprint)$/;

/** Methods of a plugin's application. */
const declares = /^(?:addHook|register|route|get|post|put|patch|delete|all)$/;

/** The routers of a file by name, each with those that take it in. */
type Routers = ReadonlyMap<string, Set<string>>;

const known = new Notes<Node, Routers>();

/** @returns The router, and those around it; empty where that cannot be told, or where the guard holds for the whole application. */
export function routersOf(node: Node): readonly string[] {
  let root = node;
  while (root.parent) root = root.parent;
  let routers = known.get(root);
  if (!routers) {
    routers = routersIn(root);
    known.set(root, routers);
  }
  const own = routers.size > 0 ? ownRouter(node, routers) : undefined;
  if (own === undefined) return pluginsAround(node);
  const found = new Set([own]);
  for (const name of found) for (const outer of routers.get(name) ?? []) found.add(outer);
  return [...found];
}

/** Names of the functions of plugins of Fastify around a node, from the inside out: a hook holds for the plugin that it was added to. */
function pluginsAround(node: Node): readonly string[] {
  const found: string[] = [];
  let receiver: string | undefined;
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === "call" && receiver === undefined) {
      if (lastName(childOf(at, "callee")) === "use") return [];
      const name = firstName(childOf(at, "callee"));
      if (declares.test(lastName(childOf(at, "callee"))) && givenAsParameter(name, at)) receiver = name;
    }
    if (at.kind !== "function" || receiver === undefined) continue;
    const [first] = childrenOf(at, "parameter");
    const name = first && (childOf(first, "target") ?? first).text;
    if (name === receiver || found.length > 0) found.push(`${childOf(at, "name")?.text ?? ""}(${name ?? ""})`);
  }
  return found;
}

function givenAsParameter(name: string, node: Node): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === "function" && childrenOf(at, "parameter").some((one) => (childOf(one, "target") ?? one).text === name))
      return (
        at.parent?.kind === "file" || at.parent?.kind === "export" || at.role === "argument" || at.parent?.kind === "declare"
      );
  return false;
}

function routersIn(root: Node): Routers {
  const routers = new Map<string, Set<string>>();
  for (const statement of root.children) {
    const inner = statement.kind === "export" ? (statement.children[0] ?? statement) : statement;
    const [target, value] = [childOf(inner, "target"), childOf(inner, "value")];
    if (target?.kind === "name" && value && isMade(value)) routers.set(target.text, new Set());
  }
  if (routers.size === 0) return routers;
  for (const statement of root.children)
    if (statement.kind === "call" && mounts.test(lastName(childOf(statement, "callee"))))
      for (const argument of childrenOf(statement, "argument"))
        routers.get(firstName(argument))?.add(firstName(childOf(statement, "callee")));
  return routers;
}

function isMade(value: Node): boolean {
  return (value.kind === "call" || value.kind === "new") && makesRouter.test(lastName(childOf(value, "callee")));
}

function ownRouter(node: Node, routers: Routers): string | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === "call") {
      // `app.use("/admin", requireAuth, admin)` guards what it takes in.
      const callee = childOf(at, "callee");
      const taken = mounts.test(lastName(callee)) ? childrenOf(at, "argument").map(firstName) : [];
      const name = taken.find((one) => routers.has(one)) ?? firstName(callee);
      if (routers.has(name)) return name;
    } else if (at.kind === "function") {
      for (const { children } of childrenOf(at, "decorator")) {
        const name = firstName(children[0]);
        if (routers.has(name)) return name;
      }
    } else if (at.kind === "declare" || at.kind === "assign") {
      const name = childOf(at, "target")?.text ?? "";
      if (routers.has(name)) return name;
    }
  }
  return undefined;
}

/** "router" of `router.route("/x").get(...)`. */
function firstName(node: Node | undefined): string {
  let at = node;
  while (at && (at.kind === "call" || at.kind === "member")) at = childOf(at, at.kind === "call" ? "callee" : "object");
  return at?.kind === "name" ? at.text : "";
}

function lastName(node: Node | undefined): string {
  if (node?.kind === "member") return node.text;
  const name = dottedName(node);
  return name.slice(name.lastIndexOf(".") + 1);
}
