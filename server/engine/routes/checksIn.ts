/** The names in a piece of code by which it can ask who is calling, or whose an object is: not those that are only written or passed on. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { RouteMatchers } from "./routeWords.ts";
import { isInjected, isSent, sentNames } from "./sentValues.ts";

export interface Checks {
  /** Called, asked in a condition, or the caller itself; all that stands outside of a function's body. */
  readonly authorization: readonly string[];
  /** All that the sender of the request does not decide. */
  readonly owner: readonly string[];
  /** Those of them that do not only go into a new record. */
  readonly beyondNew: readonly string[];
}

/** What a name is where it stands: configuration of a route, called, asked in a condition, written into a new record, or none of them. */
type Use = "around" | "called" | "asked" | "written" | "passed";

/** Nodes that are looked at in one piece. */
const most = 4000;

const comparison = /^(?:[=!]==?|[<>]=?|(?:not )?in|is(?: not)?|instanceof)$/;
const logical = /^(?:&&|\|\||and|or)$/;
const membership = /^(?:includes|has|indexOf|contains)$/;

/** `roles.create()` keeps a role and asks for none. */
const stores =
  /^(?:set|add|create|insert|update|upsert|save|store|delete|remove|destroy|assign|grant|revoke|push|find|list|select|count)(?![a-z])/;

const makesRecord = /^(?:create|createMany|insert|insertOne|insertMany|values)$/;
const adds = /^\$(?:push|addToSet)$/;
/** Which record a new one belongs to is looked up. */
const looksUp = /^(?:where|connect)$/;

/** @param nodes Handlers, middleware, decorators, parameters. */
export function checksIn(nodes: readonly Node[], words: RouteMatchers): Checks {
  const all = nodes.map((node) => {
    const before = known.get(node);
    if (before?.words === words) return before.checks;
    const checks = new Reader(node, words).read(node);
    known.set(node, { words, checks });
    return checks;
  });
  return {
    authorization: all.flatMap((one) => one.authorization),
    owner: all.flatMap((one) => one.owner),
    beyondNew: all.flatMap((one) => one.beyondNew),
  };
}

/** A router's guards are asked about for each of its routes. */
const known = new Notes<Node, { readonly words: RouteMatchers; readonly checks: Checks }>();

class Reader {
  private readonly authorization: string[] = [];
  private readonly owner: string[] = [];
  private readonly beyondNew: string[] = [];
  private readonly stack: (readonly [Node, Use])[] = [];
  private readonly sent: ReadonlySet<string>;
  private readonly words: RouteMatchers;

  constructor(top: Node, words: RouteMatchers) {
    this.words = words;
    this.sent = sentNames(top, words, most);
  }

  read(top: Node): Checks {
    this.stack.push([top, "around"]);
    let left = most;
    for (let next = this.stack.pop(); next && left > 0; next = this.stack.pop()) {
      left--;
      this.readNode(...next);
    }
    const [authorization, owner, beyondNew] = [this.authorization, this.owner, this.beyondNew].map((names) => [
      ...new Set(names),
    ]);
    return { authorization: authorization ?? [], owner: owner ?? [], beyondNew: beyondNew ?? [] };
  }

  private readNode(node: Node, use: Use): void {
    const { kind } = node;
    if (kind === "parameter") this.readParameter(node);
    else if (kind === "function")
      for (const child of node.children) this.visit(child, child.role === "body" ? "passed" : "around");
    else if (kind === "call") this.readCall(node, use);
    else if (kind === "binary") this.readBinary(node, use);
    else if (kind === "member" || kind === "name") this.readName(node, use);
    else if (kind === "pair" || kind === "keywordArgument") this.readPair(node, use);
    else {
      if (kind === "type") this.note(node.text, use);
      const asks = kind === "assert" || kind === "throw";
      for (const child of node.children)
        this.visit(child, use !== "around" && (asks || isCondition(child)) ? "asked" : use === "called" ? "passed" : use);
    }
  }

  private visit(node: Node, use: Use): void {
    this.stack.push([node, use]);
  }

  private note(name: string, use: Use): void {
    if (name === "" || this.words.has("sent", name)) return;
    this.noteOwner(name, use);
    const isCheck =
      use !== "passed" && use !== "written" && !(use === "called" && stores.test(name.slice(name.lastIndexOf(".") + 1)));
    if (isCheck || this.words.has("callers", name)) this.authorization.push(name);
  }

  private noteOwner(name: string, use: Use): void {
    this.owner.push(name);
    if (use !== "written") this.beyondNew.push(name);
  }

  private readName(node: Node, use: Use): void {
    if (node.role === "property" || isSent(node, this.sent, this.words)) return;
    this.note(dottedName(node) || node.text, use);
    if (node.kind === "member") for (const child of node.children) this.visit(child, use === "called" ? "passed" : use);
  }

  /** A parameter that a framework fills in asks by what fills it in; the name of another is the sender's. */
  private readParameter(node: Node): void {
    const isFilled = isInjected(node, this.words);
    for (const child of node.children) {
      const isPlain = child.role === "target" || child.role === "type";
      this.visit(child, isPlain && !isFilled ? "passed" : "around");
    }
  }

  private readCall(call: Node, use: Use): void {
    const [callee, args] = [childOf(call, "callee"), childrenOf(call, "argument")];
    const [asked] = args;
    if (asked?.kind === "string" && callee?.kind === "member" && callee.text === "get" && asked.text.length < 20)
      this.note(`${dottedName(childOf(callee, "object"))}.${asked.text}`, use);
    // Whether what was sent is one of a list says nothing of who sent it.
    const isList =
      callee?.kind === "member" && membership.test(callee.text) && args.some((one) => isSent(one, this.sent, this.words));
    const isPassed = use === "passed" || use === "written";
    const makes = use !== "around" && callee?.kind === "member" && makesRecord.test(callee.text);
    for (const child of call.children) {
      const given =
        makes && /^(?:object|array|keywordArgument)$/.test(child.kind) ? "written" : use === "called" ? "passed" : use;
      const called = child === callee ? (isPassed ? "called" : use) : given;
      this.visit(child, isList && use !== "around" ? "passed" : called);
    }
  }

  private readBinary(node: Node, use: Use): void {
    const [left] = node.children;
    const isList = /in$/.test(node.text) && left !== undefined && isSent(left, this.sent, this.words);
    for (const child of node.children) {
      const asks = comparison.test(node.text) || (logical.test(node.text) && child === left);
      this.visit(child, use === "around" ? use : isList ? "passed" : asks ? "asked" : use);
    }
  }

  /** A key names whose an object is where its value is not what was sent, nor a literal. */
  private readPair(node: Node, use: Use): void {
    const [key, value] = [childOf(node, "key"), childOf(node, "value")];
    const name = node.kind === "keywordArgument" ? node.text : key?.kind === "string" ? key.text : "";
    const isGiven = value && !/^(?:string|number|boolean|null)$/.test(value.kind) && !isSent(value, this.sent, this.words);
    if (use === "around") this.note(name, use);
    else if (isGiven && name !== "") this.noteOwner(name, use);
    const inner = use === "written" && looksUp.test(name) ? "passed" : use === "passed" && adds.test(name) ? "written" : use;
    for (const child of node.children) if (child !== key || child.kind !== "string") this.visit(child, inner);
  }
}

function isCondition({ role, parent }: Node): boolean {
  return role === "condition" || (role === "value" && parent?.kind === "switch");
}
