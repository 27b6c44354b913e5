/** What functions that a server asks before a handler have checked of the request when they let it run. */

import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { type Checked, guardsOf } from "./functionGuards.ts";
import { functionsByName, verbOf } from "./registrations.ts";
import { checkedByRoute } from "./routeSchemas.ts";
import type { Run } from "./run.ts";
import { nameIn } from "./state.ts";
import { type Target, targetsOf } from "./targets.ts";

/** A call that hands functions to a server: `router.get("/x", check, handler)`. */
interface Registration {
  readonly verb: string;
  /** What the method is called on. */
  readonly receiver: string;
  /** The function of the file around it: another one may have a router of the same name. */
  readonly within: Node | undefined;
  /** A path, the name of a parameter, or a function. */
  readonly first: Node | undefined;
  readonly handed: readonly Node[];
}

/** Marks what was checked before a handler that is followed now as checked. */
export function takeChecks(run: Run, node: Node): void {
  const [parameter] = childrenOf(node, "parameter");
  const request = parameter && childOf(parameter, "target");
  if (!run.state || !request) return;
  const id = request.kind === "name" ? nameIn(run.scope, request.text) : undefined;
  for (const path of checkedBefore(run, node)) {
    if (id !== undefined) run.state.guard(`${id} ${path.join("")}`);
    // `({ params }, res) => ...`
    const [first, ...rest] = path;
    for (const { kind, children } of request.kind === "object" && rest.length > 0 ? request.children : []) {
      const [key, local] = children;
      const own =
        kind === "pair" && local?.kind === "name" && `.${key?.text}` === first ? nameIn(run.scope, local.text) : undefined;
      if (own !== undefined) run.state.guard(`${own} ${rest.join("")}`);
    }
  }
}

function checkedBefore(run: Run, node: Node): readonly (readonly string[])[] {
  const { tree } = run.module.context;
  if (tree.language === "python") return [];
  const all = registrationsOf(tree);
  let checked: readonly (readonly string[])[] | undefined;
  for (const [index, one] of all.entries()) {
    const at = one.handed.findIndex((expression) => standsFor(expression, node, tree));
    if (at < 0) continue;
    const before = all
      .slice(0, index)
      .flatMap((other) => (isAskedBefore(run, other, one) ? checksOf(run, other, other.handed) : []));
    const options = one.handed.slice(0, at + 1).flatMap((expression) => checkedByRoute(run, expression));
    const here = [...before, ...checksOf(run, one, one.handed.slice(0, at)), ...options];
    // A handler of several routes: what all of them check.
    checked = checked?.filter((path) => here.some((other) => other.join("") === path.join(""))) ?? here;
  }
  return checked ?? [];
}

function isAskedBefore(run: Run, { verb, receiver, within, first }: Registration, route: Registration): boolean {
  if (receiver !== route.receiver || within !== route.within) return false;
  return verb === "param" ? first?.kind === "string" : verb === "use" && first !== undefined && isFunction(run, first);
}

/** Anything else before the functions is a path, for which alone they are asked. */
function isFunction(run: Run, first: Node): boolean {
  if (first.kind === "array") return first.children.length > 0 && first.children.every((one) => isFunction(run, one));
  if (first.kind === "name" || first.kind === "member")
    return targetsOf(first, run.module).some(({ kind }) => kind === "function");
  return first.kind === "function" || first.kind === "call";
}

function functionAround(node: Node): Node | undefined {
  let at = node.parent;
  while (at && at.kind !== "function") at = at.parent;
  return at;
}

function checksOf(run: Run, { verb, first }: Registration, handed: readonly Node[]): readonly (readonly string[])[] {
  return handed.flatMap((expression) => {
    const targets = middlewareOf(run, expression);
    const [target, ...others] = targets;
    if (!target || others.length > 0) return [];
    return guardsOf(run, target).whenPassed.flatMap(({ key, path }: Checked) => {
      // Asked only where the path has the parameter.
      if (verb === "param") return key === "3" && path.length === 0 ? [[".params", `.${first?.text ?? ""}`]] : [];
      return key === "0" && path.length > 0 ? [path] : [];
    });
  });
}

/** The function that an expression stands for, or that a call of one makes: `allow(["a", "b"])`. */
function middlewareOf(run: Run, expression: Node): readonly Target[] {
  const callee = expression.kind === "call" ? childOf(expression, "callee") : undefined;
  const targets = targetsOf(callee ?? expression, run.module).filter(({ kind }) => kind === "function");
  if (!callee) return targets;
  return targets.flatMap((target) => {
    const made = madeBy(target.node);
    return made ? [{ ...target, node: made }] : [];
  });
}

function madeBy(node: Node): Node | undefined {
  const body = childOf(node, "body");
  if (body?.kind === "function") return body;
  const last = body?.children.at(-1);
  const [value] = last?.kind === "return" ? last.children : [];
  return value?.kind === "function" ? value : undefined;
}

const registered = new Notes<Tree, readonly Registration[]>();

function registrationsOf(tree: Tree): readonly Registration[] {
  const known = registered.get(tree);
  if (known) return known;
  const calls: Node[] = [];
  const stack: Node[] = [tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "call" && verbOf(node) !== undefined) calls.push(node);
    stack.push(...node.children);
  }
  const found = calls.map((call): readonly [number, Registration] => {
    const callee = childOf(call, "callee");
    const [object] = callee?.children ?? [];
    const args = childrenOf(call, "argument");
    const handed = args.flatMap((one) => (one.kind === "array" ? one.children : [one]));
    return [
      callee?.end ?? call.start,
      {
        verb: verbOf(call) ?? "",
        receiver: object ? tree.text.slice(object.start, object.end) : "",
        within: functionAround(call),
        first: args[0],
        handed: handed.filter(({ kind }) => kind !== "string" && kind !== "template" && kind !== "regex"),
      },
    ];
  });
  const inOrder = found.sort(([a], [b]) => a - b).map(([, registration]) => registration);
  registered.set(tree, inOrder);
  return inOrder;
}

/** An expression that is the function, names it, wraps it (`catchAsync(handler)`), or has it in a field. */
function standsFor(expression: Node, node: Node, tree: Tree): boolean {
  if (expression === node) return true;
  if (expression.kind === "name") return functionsByName(tree).get(expression.text)?.includes(node) === true;
  if (expression.kind === "call") return childrenOf(expression, "argument").some((one) => standsFor(one, node, tree));
  if (expression.kind !== "object") return false;
  // `app.route({ schema, handler })`, also where the handler is a method of the literal.
  return (
    expression.children.some(
      ({ kind, children }) => kind === "pair" && children[1] !== undefined && standsFor(children[1], node, tree),
    ) || expression.children.includes(node)
  );
}
