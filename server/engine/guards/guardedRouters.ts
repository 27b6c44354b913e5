/** Tells which router of the file a guard holds for, so that it does not stand in for one of another router. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/** What a file makes of its own beside the application; a guard of the application holds for all. */
const makesRouter = /^(?:Router|APIRouter|Blueprint|APIBlueprint|KoaRouter|Hono|OpenAPIHono|Elysia)$/;

/** Methods by which one router takes in another. */
const mounts = /^(?:use|route|register|mount|group|include_router|register_blueprint)$/;

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
  if (own === undefined) return [];
  const found = new Set([own]);
  for (const name of found) for (const outer of routers.get(name) ?? []) found.add(outer);
  return [...found];
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
