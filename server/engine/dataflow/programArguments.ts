/** What a program's arguments can hold: one that `add_argument` makes a number or one of a list holds nothing else. */

import { latestWrite } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { argumentsFor } from "./callers.ts";
import type { Run } from "./run.ts";
import { type Module, targetsOf } from "./targets.ts";

const known = new Notes<Module, ReadonlyMap<string, boolean>>();

/** @param member `args.count`. */
export function isHarmlessArgument(run: Run, member: Node): boolean {
  const [object] = member.children;
  if (object?.kind !== "name" || run.dialect.keysAreFields || argumentsOf(run.module).get(member.text) !== true) return false;
  return isParsed(object, run.module, 0);
}

const mostSteps = 4;

/** `parser.parse_args()`, what a function of the file returns of it, and a parameter that every call gives it. */
function isParsed(node: Node, module: Module, steps: number): boolean {
  if (steps > mostSteps) return false;
  const { definitions } = factsOf(module.context);
  if (node.kind === "call") {
    const callee = childOf(node, "callee");
    if (callee?.kind === "member") return callee.text === "parse_args";
    const [made, another] = callee ? targetsOf(callee, module) : [];
    const last = made?.kind === "function" && made.module === module ? childOf(made.node, "body")?.children.at(-1) : undefined;
    const returned = last?.kind === "return" && !another ? last.children[0] : undefined;
    return returned !== undefined && isParsed(returned, module, steps + 1);
  }
  if (node.kind !== "name") return false;
  const [declared] = definitionsFor(definitions, node, node.text);
  const parameter = declared?.node.parent?.kind === "parameter" ? declared.node.parent : undefined;
  if (parameter) {
    const given = argumentsFor(parameter, module.context.tree);
    return given.length > 0 && given.every((one) => isParsed(one, module, steps + 1));
  }
  const value = latestWrite(node, definitions)?.value;
  return value !== undefined && isParsed(value, module, steps + 1);
}

/** The arguments that the file declares, and whether each is harmless. */
function argumentsOf(module: Module): ReadonlyMap<string, boolean> {
  const before = known.get(module);
  if (before) return before;
  const declared = new Map<string, boolean>();
  const stack: Node[] = [module.context.tree.root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "call" && childOf(node, "callee")?.text === "add_argument") {
      const name = nameOf(node);
      // Two parsers of one file may have arguments of the same name.
      if (name !== undefined) declared.set(name, isHarmless(node) && declared.get(name) !== false);
    }
    stack.push(...node.children);
  }
  known.set(module, declared);
  return declared;
}

/** `dest`, the first long option, or the first of any. */
function nameOf(call: Node): string | undefined {
  const given = childrenOf(call, "argument");
  const named = given.find(({ kind, text }) => kind === "keywordArgument" && text === "dest")?.children[0];
  const options = given.filter(({ kind }) => kind === "string").map(({ text }) => text);
  const name = named?.kind === "string" ? named.text : (options.find((text) => text.startsWith("--")) ?? options[0]);
  return name?.replace(/^-+/, "").replaceAll("-", "_");
}

function isHarmless(call: Node): boolean {
  return call.children.some(({ kind, text, children: [value] }) => {
    if (kind !== "keywordArgument" || !value) return false;
    if (text === "type") return value.kind === "name" && (value.text === "int" || value.text === "float");
    if (text === "action") return /^(store_true|store_false|count)$/.test(value.text);
    const isList = value.kind === "array" || value.kind === "tuple" || value.kind === "set";
    return text === "choices" && isList && value.children.every((child) => child.kind === "string" || child.kind === "number");
  });
}
