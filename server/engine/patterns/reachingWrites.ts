/** Which writes of a variable reach a use of it on some way through its function, as Semgrep's flow analysis sees the ways. */

import { childOf, childrenOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Definition, Definitions } from "./scopes.ts";

export interface Reaching {
  readonly writes: readonly Definition[];
  /** Some way leads to the use without any write. */
  readonly unset: boolean;
}

/** Absent where no way leads. */
type State = Reaching | undefined;

const notes = new Notes<Definitions, Map<Node, Map<string, ReadonlyMap<Node, Reaching>>>>();

/**
 * @param within The function or file that has the use and all of the writes.
 * @param scope What the variable belongs to.
 * @returns `undefined` where no way leads to the use.
 */
export function reachingWrites(
  use: Node,
  writes: readonly Definition[],
  within: Node,
  scope: Node,
  definitions: Definitions,
): Reaching | undefined {
  const byScope = notes.get(definitions) ?? new Map<Node, Map<string, ReadonlyMap<Node, Reaching>>>();
  notes.set(definitions, byScope);
  const byName = byScope.get(scope) ?? new Map<string, ReadonlyMap<Node, Reaching>>();
  byScope.set(scope, byName);
  let found = byName.get(use.text);
  if (!found) {
    found = new Walk(use.text, writes).of(within);
    byName.set(use.text, found);
  }
  return found.get(use);
}

const throwing: ReadonlySet<Kind> = new Set(["call", "new", "throw", "jsxElement"]);

/** What leaves a loop or a switch, or a body of `try`, before its end. */
interface Around {
  breaks: State;
  continues: State;
}

/** One pass over a function, for one variable. Only the part between its first write and the end is looked at. */
class Walk {
  private readonly name: string;
  private readonly writes: ReadonlyMap<Node, Definition>;
  private readonly from: number;
  private readonly found = new Map<Node, Reaching>();
  private readonly tries: { thrown: State }[] = [];
  private readonly loops: Around[] = [];

  constructor(name: string, writes: readonly Definition[]) {
    this.name = name;
    this.writes = new Map(writes.map((write) => [write.node, write]));
    this.from = Math.min(...writes.map(({ node }) => node.start));
  }

  of(within: Node): ReadonlyMap<Node, Reaching> {
    const body = within.kind === "file" ? within : (childOf(within, "body") ?? within);
    this.visit(body, { writes: [], unset: true });
    return this.found;
  }

  private visit(node: Node | undefined, state: State): State {
    if (!node || !state || (node.end < this.from && this.tries.length === 0)) return state;
    switch (node.kind) {
      case "name":
        return this.name === node.text && node.role !== "property" ? this.meet(node, state) : state;
      case "function":
      case "type":
        return state;
      case "comprehension":
        return this.comprehension(node, state);
      case "branch":
      case "conditional":
        return this.branch(node, state);
      case "binary":
        return this.binary(node, state);
      case "loop":
        return this.loop(node, state);
      case "try":
        return this.tried(node, state);
      case "switch":
        return this.switched(node, state);
      case "declare":
      case "assign":
        return this.assigned(node, state);
      default:
        return this.other(node, state);
    }
  }

  private all(nodes: readonly Node[], state: State): State {
    return nodes.reduce((before, node) => this.visit(node, before), state);
  }

  private meet(node: Node, state: Reaching): State {
    this.found.set(node, joined(this.found.get(node), state) ?? state);
    const write = this.writes.get(node);
    return write ? { writes: [write], unset: false } : state;
  }

  private other(node: Node, state: State): State {
    const after = this.all(node.children, state);
    const loop = this.loops.at(-1);
    if (throws(node)) this.mayThrow(after);
    if (node.kind === "return" || node.kind === "throw") return undefined;
    if (node.kind === "break" && loop) loop.breaks = joined(loop.breaks, after);
    if (node.kind === "continue" && loop) loop.continues = joined(loop.continues, after);
    return node.kind === "break" || node.kind === "continue" ? undefined : after;
  }

  private mayThrow(after: State): void {
    const around = this.tries.at(-1);
    if (around) around.thrown = joined(around.thrown, after);
  }

  /** The calls in it are not counted. */
  private comprehension(node: Node, state: State): State {
    const around = { thrown: undefined };
    this.tries.push(around);
    const after = this.all(node.children, state);
    this.tries.pop();
    return after;
  }

  /** What a call gives is written before the call can be left by an exception. */
  private assigned(node: Node, state: State): State {
    const [target, value] = [childOf(node, "target"), childOf(node, "value")];
    const call = value && throws(value) ? value : undefined;
    const before = call ? this.all(call.children, state) : this.visit(value, state);
    const after = this.visit(target, before);
    if (call) this.mayThrow(after);
    return after;
  }

  private branch(node: Node, state: State): State {
    const after = this.visit(childOf(node, "condition"), state);
    return joined(this.visit(childOf(node, "then"), after), this.visit(childOf(node, "else"), after));
  }

  private binary({ text, children }: Node, state: State): State {
    const left = this.visit(children[0], state);
    const right = this.visit(children[1], left);
    return ["&&", "||", "??", "and", "or"].includes(text) ? joined(left, right) : right;
  }

  private loop(node: Node, state: State): State {
    const around: Around = { breaks: undefined, continues: undefined };
    const [target, body] = [childOf(node, "target"), childOf(node, "body")];
    let head = target ? this.visit(childOf(node, "value"), state) : this.visit(childOf(node, "init"), state);
    let left: State;
    this.loops.push(around);
    // What the second turn finds, a third would find too.
    for (let turn = 0; turn < 2; turn++) {
      const first = node.text === "do" ? this.visit(body, head) : head;
      const tested = this.visit(childOf(node, "condition"), joined(first, node.text === "do" ? around.continues : undefined));
      left = joined(left, tested);
      const inside = target ? this.visit(target, tested) : tested;
      const ended = node.text === "do" ? inside : joined(this.visit(body, inside), around.continues);
      head = joined(head, this.visit(childOf(node, "update"), ended));
    }
    this.loops.pop();
    return joined(this.visit(childOf(node, "else"), joined(left, head)), around.breaks);
  }

  private tried(node: Node, state: State): State {
    const handlers = childrenOf(node, "catch");
    const around: { thrown: State } = { thrown: undefined };
    if (handlers.length > 0) this.tries.push(around);
    const body = this.visit(childOf(node, "body"), state);
    if (handlers.length > 0) this.tries.pop();
    let after = this.visit(childOf(node, "else"), body);
    for (const handler of handlers) after = joined(after, this.visit(childOf(handler, "body"), around.thrown));
    return this.visit(childOf(node, "finally"), after);
  }

  private switched(node: Node, state: State): State {
    const around: Around = { breaks: undefined, continues: this.loops.at(-1)?.continues };
    const value = this.visit(childOf(node, "value"), state);
    const python = node.type === "match_statement";
    let [fallen, after]: State[] = [];
    let open = true;
    this.loops.push(around);
    for (const one of node.children) {
      if (one.kind !== "case") continue;
      if (!childOf(one, "value")) open = false;
      const statements = one.children.filter(({ role }) => role === "statement");
      const ended = this.all(statements, joined(value, python ? undefined : fallen));
      if (python) after = joined(after, ended);
      else fallen = ended;
    }
    this.loops.pop();
    const outer = this.loops.at(-1);
    if (outer) outer.continues = joined(outer.continues, around.continues);
    return joined(joined(joined(after, fallen), around.breaks), open ? value : undefined);
  }
}

/** Only calls are known to throw, and `delete` in JavaScript. */
function throws({ kind, type }: Node): boolean {
  return throwing.has(kind) || (kind === "delete" && type !== "delete_statement");
}

function joined(one: State, other: State): State {
  if (!one || !other || one === other) return one ?? other;
  const writes = [...new Set([...one.writes, ...other.writes])];
  return { writes, unset: one.unset || other.unset };
}
