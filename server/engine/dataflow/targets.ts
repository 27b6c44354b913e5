/** What a name or an expression stands for, as far as it is a function, a class, or an object: what a call runs. */

import { exportsIn, submodule } from "../modules/exports.ts";
import type { MatchContext } from "../patterns/match.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { type Definition, definitionsFor, requiredModule } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { argumentsFor, classAround } from "./callers.ts";
import { valuesIn } from "./tables.ts";

/** A file of the program, made ready for matching. */
export interface Module {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly context: MatchContext;
  /** The file that an import of this one means; undefined for a library, and for what cannot be read. */
  imported(specifier: string): Module | undefined;
}

/** Something that can be called, or that holds what can be called. */
export interface Target {
  readonly kind: "function" | "class" | "object" | "instance" | "module";
  /** Of a module its root. */
  readonly node: Node;
  readonly module: Module;
}

/** Work for one question; what it does not answer is unknown. */
interface Effort {
  left: number;
}

const mostTargets = 4;
const known = new Notes<Module, Map<Node, readonly Target[]>>();

/** @returns Nothing when it is not known, or could be something else as well. */
export function targetsOf(node: Node, module: Module): readonly Target[] {
  const byNode = known.get(module) ?? new Map<Node, readonly Target[]>();
  known.set(module, byNode);
  const before = byNode.get(node);
  if (before) return before;
  // A question inside its own answer: a variable that is defined by itself.
  byNode.set(node, []);
  const targets = find(node, module, { left: 60 });
  byNode.set(node, targets);
  return targets;
}

/** The methods of this name of what an expression stands for. */
export function methodsOf(object: Node, name: string, module: Module): readonly Target[] {
  return targetsOf(object, module)
    .flatMap((holder) => memberOf(holder, name, { left: 60 }))
    .filter(({ kind }) => kind === "function");
}

function find(node: Node | undefined, module: Module, effort: Effort): readonly Target[] {
  if (!node || --effort.left < 0) return [];
  switch (node.kind) {
    case "function":
    case "class":
    case "object":
      return [{ kind: node.kind, node, module }];
    case "name":
      return findName(node, module, effort);
    case "member": {
      const members = membersOf(node.children[0], node.text, module, effort);
      return members.length > 0 ? members : findDotted(node, module, effort);
    }
    case "index": {
      const [object, key] = node.children;
      const held = key?.kind === "string" ? membersOf(object, key.text, module, effort) : anyInTable(object, key, module, effort);
      // `Repository[User]` is the class `Repository`.
      return held.length > 0 ? held : find(object, module, effort).filter(({ kind }) => kind === "class");
    }
    case "new":
      return instancesOf(find(node.children[0], module, effort));
    case "call":
      return findResult(node, module, effort);
    case "await":
    case "assign":
      return find(node.children.at(-1), module, effort);
    case "conditional":
      return [childOf(node, "then"), childOf(node, "else")].flatMap((way) => find(way, module, effort)).slice(0, mostTargets);
    case "binary":
      if (node.text !== "||" && node.text !== "??" && node.text !== "or") return [];
      return node.children.flatMap((way) => find(way, module, effort)).slice(0, mostTargets);
    default:
      return [];
  }
}

function membersOf(holder: Node | undefined, name: string, module: Module, effort: Effort): readonly Target[] {
  return find(holder, module, effort).flatMap((one) => memberOf(one, name, effort));
}

function findName(node: Node, module: Module, effort: Effort): readonly Target[] {
  if (node.text === "this" || node.text === "super" || (node.text === "cls" && module.context.tree.language === "python"))
    return selfOf(node, module, effort);
  const { definitions } = factsOf(module.context);
  let found = definitionsFor(definitions, node, node.text);
  if (found.length === 0) return findUndeclared(node, module, effort);
  if (found.length > mostTargets) return [];
  const [only] = found;
  // `let run; if (...) run = a; else run = b;`
  if (only && found.length === 1 && only.kind === "variable" && !only.value && only.node.parent?.kind === "declare")
    found = (definitions.get(node.text) ?? []).filter(({ kind, value }) => kind === "assignment" && value).slice(0, mostTargets);
  return found.flatMap((definition) => findDefinition(definition, module, effort)).slice(0, mostTargets);
}

/** In Python, a name of `from module import *`, or of `import module`; in JavaScript `exports`. */
function findUndeclared(node: Node, module: Module, effort: Effort): readonly Target[] {
  const { tree } = module.context;
  if (tree.language !== "python") return node.text === "exports" ? wholeOf(module, effort) : [];
  const whole = findDotted(node, module, effort);
  if (whole.length > 0) return whole;
  for (const one of exportsIn(tree).get("*") ?? []) {
    const given = one.kind === "elsewhere" ? importedFrom(module, one.specifier, node.text, effort) : [];
    if (given.length > 0) return given;
  }
  return [];
}

/** `package.module` of `import package.module`. */
function findDotted(node: Node, module: Module, effort: Effort): readonly Target[] {
  const { tree } = module.context;
  if (tree.language !== "python") return [];
  const dotted = module.context.resolveName(node);
  const isImported = tree.root.children.some(
    ({ kind, text, children }) =>
      kind === "import" && text === dotted && children.some((binding) => binding.text === "" && !childOf(binding, "name")),
  );
  return isImported && dotted !== undefined ? importedFrom(module, dotted, "", effort) : [];
}

function findDefinition(definition: Definition, module: Module, effort: Effort): readonly Target[] {
  const { node, value } = definition;
  if (value) return find(value, module, effort);
  const { parent } = node;
  if (!parent) return [];
  if (definition.kind === "import") return findImport(parent, module, effort);
  if ((parent.kind === "function" || parent.kind === "class") && node.role === "name")
    return [{ kind: parent.kind, node: parent, module }];
  if (parent.kind === "pair") return findImport(parent, module, effort);
  if (parent.kind === "parameter") return findParameter(parent, module, effort);
  return [];
}

/** `import {a as b} from "m"`, `const {a: b} = require("m")`, `const m = require("m").a`. */
function findImport(parent: Node, module: Module, effort: Effort): readonly Target[] {
  if (parent.kind === "binding" && parent.parent) return importedFrom(module, parent.parent.text, parent.text, effort);
  const isPair = parent.kind === "pair";
  const value = childOf((isPair ? parent.parent?.parent : parent) ?? parent, "value");
  const holders = find(value, module, effort);
  const [key] = parent.children;
  return isPair && key ? holders.flatMap((holder) => memberOf(holder, key.text, effort)) : holders;
}

/** @param name As a binding of an import has it: "" and "*" the module itself. */
function importedFrom(module: Module, specifier: string, name: string, effort: Effort): readonly Target[] {
  if (--effort.left < 0) return [];
  const file = module.imported(specifier);
  const isWhole = name === "" || name === "*";
  if (file && isWhole) return wholeOf(file, effort);
  const found = file ? exportsOf(file, name, effort) : [];
  if (found.length > 0) return found;
  // `from package import module`; a module of the old kind whose export is imported as the default.
  const inside = submodule(specifier, name, module.context.tree.language);
  const inner = inside === undefined ? undefined : module.imported(inside);
  if (inner) return wholeOf(inner, effort);
  return file && name === "default" ? wholeOf(file, effort) : [];
}

/** A module; or the function or class that `module.exports` is. */
function wholeOf(module: Module, effort: Effort): readonly Target[] {
  const { tree } = module.context;
  for (const one of exportsIn(tree).get("") ?? [])
    if (one.kind === "value") {
      const whole = find(one.node, module, effort).filter(({ kind }) => kind !== "object");
      if (whole.length > 0) return whole;
    }
  return [{ kind: "module", node: tree.root, module }];
}

function exportsOf(module: Module, name: string, effort: Effort): readonly Target[] {
  if (--effort.left < 0) return [];
  const exports = exportsIn(module.context.tree);
  const found = (exports.get(name) ?? []).flatMap((one) =>
    one.kind === "value" ? find(one.node, module, effort) : importedFrom(module, one.specifier, one.name, effort),
  );
  if (found.length > 0) return found;
  // `module.exports = {a, b}`, `module.exports = require("./other")`.
  for (const one of exports.get("") ?? [])
    if (one.kind === "value") {
      const members = find(one.node, module, effort).flatMap((holder) => memberOf(holder, name, effort));
      if (members.length > 0) return members;
    }
  if (name === "default") return [];
  for (const one of exports.get("*") ?? [])
    if (one.kind === "elsewhere") {
      const given = importedFrom(module, one.specifier, name, effort);
      if (given.length > 0) return given;
    }
  return [];
}

/** `self` is what its class makes; another parameter what its type says, or an object that all calls in the file give it. */
function findParameter(parameter: Node, module: Module, effort: Effort): readonly Target[] {
  const owner = parameter.parent && classAround(parameter.parent);
  if (owner && parameter.parent && isReceiver(parameter, parameter.parent, module))
    return [{ kind: "instance", node: owner, module }];
  const type = childOf(parameter, "type");
  if (type && firstName(type)) return ofType(type, module, effort);
  const given = argumentsFor(parameter, module.context.tree).map((argument) => find(argument, module, effort));
  const [first] = given[0] ?? [];
  const isOne = given.every(([one, another]) => one?.kind === "instance" && !another && one.node === first?.node);
  if (first && isOne) return [first];
  return given.length === 0 && parameter.role === "parameter" ? decoratedBy(parameter, module) : [];
}

const decorated = new Notes<Tree, ReadonlyMap<string, readonly Node[]>>();

/** The functions that a decorator of the file is handed, where the parameter is the one that stands for them. */
function decoratedBy(parameter: Node, module: Module): readonly Target[] {
  const { tree } = module.context;
  const owner = parameter.parent;
  if (tree.language !== "python" || !owner || childrenOf(owner, "parameter")[0] !== parameter) return [];
  let byName = decorated.get(tree);
  if (!byName) {
    const found = new Map<string, Node[]>();
    for (const node of tree.root.children)
      for (const { children } of childrenOf(node, "decorator")) {
        const name = children[0]?.kind === "name" && node.kind === "function" ? children[0].text : undefined;
        if (name !== undefined) found.set(name, [...(found.get(name) ?? []), node]);
      }
    byName = found;
    decorated.set(tree, byName);
  }
  const functions = byName.get(childOf(owner, "name")?.text ?? "") ?? [];
  return functions.length > mostTargets ? [] : functions.map((node) => ({ kind: "function", node, module }));
}

function ofType(type: Node | undefined, module: Module, effort: Effort): readonly Target[] {
  const name = type && firstName(type);
  return name ? instancesOf(find(name, module, effort)) : [];
}

/** `constructor(private service: Service)`: a field of that type. */
function parameterProperty(owner: Node, name: string, module: Module, effort: Effort): readonly Target[] {
  if (module.context.tree.language === "python") return [];
  const made = childOf(owner, "body")?.children.find(
    (member) => member.kind === "function" && childOf(member, "name")?.text === "constructor",
  );
  const parameter = made && childrenOf(made, "parameter").find((one) => childOf(one, "target")?.text === name);
  return ofType(parameter && childOf(parameter, "type"), module, effort);
}

function firstName(node: Node): Node | undefined {
  if (node.kind === "name" || node.kind === "member") return node;
  return node.children.length === 1 ? node.children[0] && firstName(node.children[0]) : undefined;
}

/** Whether the parameter is the object that a Python method belongs to. */
export function isReceiver(parameter: Node, method: Node, module: Module): boolean {
  if (module.context.tree.language !== "python" || !classAround(method)) return false;
  if (method.children.find(({ role }) => role === "parameter") !== parameter) return false;
  return !childrenOf(method, "decorator").some((decorator) => decorator.children[0]?.text === "staticmethod");
}

function selfOf(node: Node, module: Module, effort: Effort): readonly Target[] {
  let at: Node | undefined = node.parent;
  while (at && !(at.kind === "function" && !at.text.includes("arrow") && childOf(at, "body"))) {
    if (at.kind === "class") break;
    at = at.parent;
  }
  const owner = at?.kind === "class" ? at : at && classAround(at);
  if (!owner) {
    const object = at?.parent?.kind === "pair" ? at.parent.parent : at?.parent;
    return object?.kind === "object" ? [{ kind: "object", node: object, module }] : [];
  }
  if (node.text !== "super") return [{ kind: "instance", node: owner, module }];
  return instancesOf(childrenOf(owner, "base").flatMap((base) => find(base, module, effort)));
}

function instancesOf(targets: readonly Target[]): readonly Target[] {
  return targets.flatMap((target) => (target.kind === "class" ? [{ ...target, kind: "instance" as const }] : []));
}

/** What a call gives: a module, an instance, or what the function returns where that is plain to see. */
function findResult(call: Node, module: Module, effort: Effort): readonly Target[] {
  const [callee, first] = call.children;
  const required = requiredModule(call);
  if (required !== undefined) return importedFrom(module, required, "", effort);
  if (callee?.kind === "name" && callee.text === "super") return selfOf(callee, module, effort);
  if (callee?.kind === "member" && callee.text === "bind") return find(callee.children[0], module, effort);
  if (callee?.kind === "member" && callee.text === "get" && first) return anyInTable(callee.children[0], first, module, effort);
  const name = callee && module.context.resolveName(callee);
  if (name === "functools.partial" || name === "util.promisify" || name === "useCallback") return find(first, module, effort);
  return find(callee, module, effort).flatMap((target) => {
    if (target.kind === "class") return instancesOf([target]);
    // `return this;` of a base: the object stays what it is.
    if (callee?.kind === "member" && givesSelf(target)) return find(callee.children[0], module, effort);
    return target.kind === "function" ? returnedBy(target.node, target.module, effort) : [];
  });
}

/** Larger tables are not looked at. */
const mostInTable = 8;

/** `COMMANDS[name]`, `routes.get(path)`: any of the functions, or of the objects that hold them, in a table that is written down. */
function anyInTable(table: Node | undefined, key: Node | undefined, module: Module, effort: Effort): readonly Target[] {
  const [held, ...others] = table?.kind === "name" ? definitionsFor(factsOf(module.context).definitions, table, table.text) : [];
  const made = held && others.length === 0 ? held.value : undefined;
  const entries = made ? valuesIn(made, key) : [];
  if (entries.length > mostInTable) return [];
  return entries.flatMap((entry) => find(entry, module, effort)).filter(({ kind }) => kind === "function" || kind === "object");
}

/** Whether a method gives the object back that it was called on, as those of a builder do. */
export function givesSelf({ kind, node, module }: Target): boolean {
  if (kind !== "function") return false;
  const first = node.children.find(({ role }) => role === "parameter");
  const self = first && isReceiver(first, node, module) ? childOf(first, "target")?.text : "this";
  const last = childOf(node, "body")?.children.at(-1);
  return last?.kind === "return" && last.children[0]?.kind === "name" && last.children[0].text === self;
}

function returnedBy(node: Node, module: Module, effort: Effort): readonly Target[] {
  const body = childOf(node, "body");
  if (!body || node.text.includes("generator")) return [];
  if (body.kind !== "block") return find(body, module, effort);
  const last = body.children.at(-1);
  return last?.kind === "return" ? find(last.children[0], module, effort) : [];
}

function memberOf(holder: Target, name: string, effort: Effort): readonly Target[] {
  if (--effort.left < 0) return [];
  const { node, module } = holder;
  if (holder.kind === "module") return exportsOf(module, name, effort);
  if (holder.kind === "object") return memberOfObject(node, name, module, effort);
  if (holder.kind === "function") return name === "bind" || name === "call" || name === "apply" ? [holder] : [];
  const body = childOf(node, "body");
  for (const member of body?.children ?? []) {
    if (member.kind !== "function" && member.kind !== "field" && member.kind !== "assign") continue;
    if ((childOf(member, "name") ?? childOf(member, "target"))?.text !== name) continue;
    if (member.kind === "function") return [{ kind: "function", node: member, module }];
    const value = childOf(member, "value");
    if (value) return find(value, module, effort);
    // `@Inject() service: Service;`
    const typed = ofType(childOf(member, "type"), module, effort);
    if (typed.length > 0) return typed;
  }
  const stored = fieldValue(node, name, module);
  if (stored) return find(stored, module, effort);
  const injected = parameterProperty(node, name, module, effort);
  if (injected.length > 0) return injected;
  return childrenOf(node, "base")
    .flatMap((base) => find(base, module, effort))
    .flatMap((base) => memberOf(base, name, effort));
}

function memberOfObject(node: Node, name: string, module: Module, effort: Effort): readonly Target[] {
  for (const member of node.children) {
    if (member.kind === "function" && childOf(member, "name")?.text === name) return [{ kind: "function", node: member, module }];
    if (member.kind === "pair" && member.children[0]?.text === name) return find(member.children[1], module, effort);
  }
  // `{ ...others }`
  for (const member of node.children) {
    if (member.kind !== "spread") continue;
    const found = find(member.children[0], module, effort).flatMap((holder) => memberOf(holder, name, effort));
    if (found.length > 0) return found;
  }
  return [];
}

const fields = new Notes<Node, Map<string, Node | undefined>>();

/** The value that `this.name` is given in the class, when there is one. */
function fieldValue(owner: Node, name: string, module: Module): Node | undefined {
  let byName = fields.get(owner);
  if (!byName) {
    byName = new Map();
    const receivers = module.context.tree.language === "python" ? ["self", "cls"] : ["this"];
    const stack = [...owner.children];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.kind === "assign" || node.kind === "declare") {
        const target = childOf(node, "target");
        if (target?.kind === "member" && receivers.includes(target.children[0]?.text ?? ""))
          byName.set(target.text, byName.has(target.text) ? undefined : childOf(node, "value"));
      }
      stack.push(...node.children);
    }
    fields.set(owner, byName);
  }
  return byName.get(name);
}
