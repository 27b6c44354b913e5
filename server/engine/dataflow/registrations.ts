/** Where a file hands its functions to a server: as middlewares, and as handlers of routes. */

import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";

/** A place in the order in which a server asks functions; `call` is the registration, `isGeneral` that it is for routes after it too. */
export interface Place {
  readonly call: number;
  readonly index: number;
  readonly isGeneral: boolean;
}

const general = new Set(["use", "all", "param", "addHook"]);
const routes = new Set(["get", "post", "put", "patch", "delete", "del", "head", "options", "route"]);
const registered = new Notes<Tree, ReadonlyMap<Node, readonly Place[]>>();

/** @returns All places of a function; none for one that the file hands to no server. */
export function placesOf(tree: Tree, node: Node): readonly Place[] {
  let places = registered.get(tree);
  if (!places) {
    places = findPlaces(tree);
    registered.set(tree, places);
  }
  return places.get(node) ?? [];
}

/** Whether the function at one place runs before the one at another. */
export function runsBefore(a: Place, b: Place): boolean {
  return a.call === b.call ? a.index < b.index : a.isGeneral && a.call < b.call;
}

const named = new Notes<Tree, ReadonlyMap<string, readonly Node[]>>();

/** The functions of a file that have a name, or are what a variable is given. */
export function functionsByName(tree: Tree): ReadonlyMap<string, readonly Node[]> {
  const known = named.get(tree);
  if (known) return known;
  const functions = new Map<string, Node[]>();
  for (let at = tree.root.children.length - 1; at >= 0; at--) {
    const statement = tree.root.children[at];
    for (const { name, node } of statement ? functionsIn(statement) : []) {
      const same = functions.get(name);
      if (same) same.push(node);
      else functions.set(name, [node]);
    }
  }
  named.set(tree, functions);
  return functions;
}

interface NamedFunction {
  readonly name: string;
  readonly node: Node;
}

/** By statement: one that an edit leaves as it is goes over into the next tree. */
const namedIn = new Notes<Node, readonly NamedFunction[]>();

function functionsIn(statement: Node): readonly NamedFunction[] {
  const known = namedIn.get(statement);
  if (known) return known;
  const functions: NamedFunction[] = [];
  const stack: Node[] = [statement];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const name = node.kind === "function" ? nameOf(node) : "";
    if (name !== "") functions.push({ name, node });
    for (const child of node.children) stack.push(child);
  }
  namedIn.set(statement, functions);
  return functions;
}

/** The statements of a file that have a server ask a function of the file before the handlers behind them: `router.use(check)`. */
export function generalStatements(tree: Tree): readonly Node[] {
  if (tree.language === "python") return [];
  const registering = tree.root.children.filter((statement) => generalCalls(statement).length > 0);
  if (registering.length === 0) return registering;
  const functions = functionsByName(tree);
  return registering.filter((statement) =>
    generalCalls(statement).some((call) => childrenOf(call, "argument").some((one) => isOwn(one, functions))),
  );
}

/** Calls of a chain that register for the routes behind them. */
function generalCalls(statement: Node): readonly Node[] {
  const calls: Node[] = [];
  for (let call: Node | undefined = statement; call?.kind === "call"; call = childOf(call, "callee")?.children[0])
    if (general.has(verbOf(call) ?? "")) calls.push(call);
  return calls;
}

/** A function of the file, what one makes, or a list with one. */
function isOwn(argument: Node, functions: ReadonlyMap<string, readonly Node[]>): boolean {
  if (handed([argument], functions).length > 0) return true;
  if (argument.kind === "array") return argument.children.some((one) => isOwn(one, functions));
  return argument.kind === "call" && functions.has(childOf(argument, "callee")?.text ?? "");
}

function findPlaces(tree: Tree): ReadonlyMap<Node, readonly Place[]> {
  const functions = functionsByName(tree);
  const calls: Node[] = [];
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "call" && verbOf(node) !== undefined) calls.push(node);
    stack.push(...node.children);
  }
  const places = new Map<Node, Place[]>();
  for (const call of calls) {
    // Calls of one chain begin at the same place; where the name of the method ends tells them apart.
    const at = childOf(call, "callee")?.end ?? call.start;
    const isGeneral = general.has(verbOf(call) ?? "");
    for (const [index, node] of handed(childrenOf(call, "argument"), functions).entries())
      places.set(node, [...(places.get(node) ?? []), { call: at, index, isGeneral }]);
  }
  return places;
}

/** The method by which a call hands functions to a server. */
export function verbOf(call: Node): string | undefined {
  const callee = childOf(call, "callee");
  return callee?.kind === "member" && (general.has(callee.text) || routes.has(callee.text)) ? callee.text : undefined;
}

function nameOf(node: Node): string {
  const { parent } = node;
  const named = parent?.kind === "declare" || parent?.kind === "assign" ? childOf(parent, "target") : childOf(node, "name");
  return named?.text ?? "";
}

/** The functions in a list of arguments, in their order: also in lists, options and wrappers such as `wrap(handler)`. */
function handed(args: readonly Node[], functions: ReadonlyMap<string, readonly Node[]>): Node[] {
  return args.flatMap((node) => {
    if (node.kind === "function") return [node];
    if (node.kind === "name" || node.kind === "member") return functions.get(node.text) ?? [];
    if (node.kind === "call") {
      const callee = childOf(node, "callee");
      const bound = callee?.kind === "member" && callee.text === "bind" ? callee.children.slice(0, 1) : [];
      return handed(bound.length > 0 ? bound : childrenOf(node, "argument"), functions);
    }
    return node.kind === "array" || node.kind === "object" || node.kind === "pair" ? handed(node.children, functions) : [];
  });
}
