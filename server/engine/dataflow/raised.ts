/** Exceptions as carriers of data: which handler catches what is thrown. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Run } from "./run.ts";
import { targetsOf } from "./targets.ts";
import { clean, join, type Value } from "./value.ts";

/** Before the names of its classes: stands for what is thrown among the variables of `Run.thrown`. */
const prefix = "throw ";
/** Catch whatever a program throws. */
const widest = new Set(["Exception", "BaseException"]);
/** Classes of the language's library, each with those that it is one of. */
const bases: ReadonlyMap<string, string> = new Map([
  ["KeyError", "LookupError"],
  ["IndexError", "LookupError"],
  ["UnicodeError", "ValueError"],
  ["UnicodeDecodeError", "UnicodeError ValueError"],
  ["UnicodeEncodeError", "UnicodeError ValueError"],
  ["JSONDecodeError", "ValueError"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["NotImplementedError", "RuntimeError"],
  ["RecursionError", "RuntimeError"],
  ["FileNotFoundError", "OSError IOError"],
  ["FileExistsError", "OSError IOError"],
  ["PermissionError", "OSError IOError"],
  ["IsADirectoryError", "OSError IOError"],
  ["NotADirectoryError", "OSError IOError"],
  ["ConnectionError", "OSError IOError"],
  ["TimeoutError", "OSError IOError"],
  ["OSError", "IOError"],
  ["ModuleNotFoundError", "ImportError"],
]);
/** Classes above a class of the program that are looked at. */
const mostClasses = 8;

/** @param thrown The expression that is thrown. @returns Names the classes it is of, so far as that is known. */
export function raisedId(run: Run, thrown: Node): string {
  if (run.dialect.keysAreFields) return prefix;
  const named = thrown.kind === "call" ? childOf(thrown, "callee") : thrown;
  // A variable may hold any exception.
  if (!named || !/^[A-Z]\w*$/.test(named.text)) return prefix;
  const names = new Set<string>();
  const waiting = [named];
  for (let node = waiting.pop(); node && names.size < mostClasses; node = waiting.pop()) {
    if (names.has(node.text)) continue;
    names.add(node.text);
    for (const name of bases.get(node.text)?.split(" ") ?? []) names.add(name);
    for (const target of targetsOf(node, run.module))
      if (target.kind === "class" && target.module === run.module) waiting.push(...childrenOf(target.node, "base"));
  }
  return prefix + [...names].join(" ");
}

export function isRaised(id: string): boolean {
  return id.startsWith(prefix);
}

/** Takes what a handler catches out of what was thrown. */
export function takeCaught(handler: Node, raised: Map<string, Value>): Value {
  let caught = clean;
  if (raised.size === 0) return caught;
  const type = childOf(handler, "type");
  const names = (type?.kind === "tuple" ? type.children : type ? [type] : []).map(({ text }) => text);
  const catchesAll = names.length === 0 || names.some((name) => widest.has(name));
  for (const [id, value] of raised) {
    const classes = id.slice(prefix.length).split(" ");
    const isCertain = catchesAll || names.some((name) => classes.includes(name));
    if (!isCertain && id !== prefix) continue;
    caught = join(caught, value);
    if (isCertain) raised.delete(id);
  }
  return caught;
}
