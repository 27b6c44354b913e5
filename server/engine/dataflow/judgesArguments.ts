/** Whether a function of the program judges what it is handed, such as the address of a request. Pure. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { classAround } from "./callers.ts";
import { methodsOf, type Target, targetsOf } from "./targets.ts";

/** What takes a value apart, or writes it another way, and says no more than the value did. */
const takesApart =
  /^(url_?parse|url_?split|URL|parse\w*|str|lower|strip|rstrip|removeprefix|removesuffix|split|gethostbyname|getaddrinfo|ip_address)$/i;
const check = /check|valid|verif|ensure|allow|assert|guard|safe|trust|refus|reject|deny|restrict|polic/i;
const judging: ReadonlySet<string> = new Set(["==", "!=", "===", "!==", "in", "not in"]);
/** How many functions a value may be handed on through. */
const mostCalls = 2;

/** @returns Whether it, or one that it hands an argument to, refuses some arguments, or calls what is named as a check. */
export function judgesArguments({ node, module }: Target, left = mostCalls): boolean {
  const names = namesOfParameters(node);
  let judges = false;
  const visit = (at: Node): void => {
    if (judges || (at !== node && at.kind === "class")) return;
    noteNames(at, names);
    judges = refuses(at, names) || (at.kind === "call" && handsOn(at));
    for (const child of at.children) visit(child);
  };
  const handsOn = (call: Node): boolean => {
    const callee = childOf(call, "callee");
    if (!callee || !childrenOf(call, "argument").some((argument) => speaksOf(argument, names))) return false;
    if (check.test(callee.text)) return true;
    return (
      left > 0 &&
      targetsIn(callee).some((target) => target.kind === "function" && target.node !== node && judgesArguments(target, left - 1))
    );
  };
  const targetsIn = (callee: Node): readonly Target[] => {
    const [object] = callee.children;
    return object?.kind === "name" && object.text === "self" && classAround(node)
      ? methodsOf(object, callee.text, module)
      : targetsOf(callee, module);
  };
  visit(node);
  return judges;
}

function namesOfParameters(node: Node): Set<string> {
  const names = childrenOf(node, "parameter").flatMap((parameter) => childOf(parameter, "target")?.text ?? []);
  return new Set(names.filter((name) => name !== "self" && name !== "cls"));
}

/** `parts = urlparse(url)`: the parts speak of the address too. What was fetched from it does not. */
function noteNames(node: Node, names: Set<string>): void {
  if (node.kind !== "assign" && node.kind !== "declare") return;
  const target = childOf(node, "target");
  const value = childOf(node, "value");
  if (target?.kind !== "name" || !value || !speaksOf(value, names)) return;
  if (value.kind !== "call" || takesApart.test(childOf(value, "callee")?.text ?? "")) names.add(target.text);
}

function refuses(node: Node, names: ReadonlySet<string>): boolean {
  if (node.kind !== "branch" && node.kind !== "assert") return false;
  const condition = node.kind === "assert" ? node : childOf(node, "condition");
  if (!condition || !holds(condition, (one) => one.kind === "call" || judging.has(one.text)) || !speaksOf(condition, names))
    return false;
  return node.kind === "assert" || holds(node, ({ kind }) => kind === "throw" || kind === "return");
}

function speaksOf(node: Node, names: ReadonlySet<string>): boolean {
  return holds(node, ({ kind, text }) => kind === "name" && names.has(text));
}

function holds(node: Node, is: (node: Node) => boolean): boolean {
  return is(node) || node.children.some((child) => holds(child, is));
}
