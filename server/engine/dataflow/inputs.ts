/** What a call hands to a function: arguments, the object of a method, and variables around it; made abstract so that one answer serves many calls. */

import { childOf, type Node } from "../tree/node.ts";
import type { Constants } from "./constantInputs.ts";
import { ownNames } from "./namesIn.ts";
import { isReceiver, type Target } from "./targets.ts";
import { anyPart, clean, type Flow, isClean, isTainted, join, type Origin, type Value, withPart } from "./value.ts";

/**
 * Values by input: "0", "1", ... the parameters in order, "this" the object of a method, "arguments" the list of that name in
 * JavaScript, and variables of the code around the function by their id after a "$".
 */
export type Inputs = ReadonlyMap<string, Value>;

/** Inputs whose data was replaced by one origin for each place where there is any. */
export interface AbstractInputs {
  readonly values: Inputs;
  /** Keys of the inputs that are functions. */
  readonly functions: ReadonlySet<string>;
  /** Parameters that are constants and decide which branches run. */
  readonly constants: Constants;
  /** The data that each origin stands for. */
  readonly flows: ReadonlyMap<Origin, readonly Flow[]>;
  /** Equal for inputs with data in the same places. */
  readonly shape: string;
}

/** One origin for each key and label, so that equal inputs are the same. */
export interface InputOrigins {
  readonly byName: Map<string, Origin>;
  /** See `Origin`. */
  readonly pathless: boolean;
}

export function inputOrigin(origins: InputOrigins, key: string, label: string): Origin {
  const name = `${key} ${label}`;
  const known = origins.byName.get(name);
  if (known) return known;
  const origin: Origin = { kind: "input", key, label, pathless: origins.pathless };
  origins.byName.set(name, origin);
  return origin;
}

export function abstractInputs(
  inputs: Inputs,
  functions: ReadonlySet<string>,
  constants: Constants,
  origins: InputOrigins,
): AbstractInputs {
  const flows = new Map<Origin, readonly Flow[]>();
  const keys = [...functions].map((key) => `=${key}`);
  for (const [name, value] of constants) keys.push(`?${name.text}=${JSON.stringify(value)}`);
  const abstract = (value: Value, key: string): Value => {
    if (!isTainted(value)) {
      // A clean part in a value that is not counts as much as the data around it.
      keys.push(`!${key}`);
      return clean;
    }
    let parts: Map<string, Value> | undefined;
    if (value.parts) parts = new Map([...value.parts].map(([name, part]) => [name, abstract(part, `${key}${name}`)]));
    const held: Flow[] = [];
    for (const label of new Set(value.flows.map(({ origin }) => origin.label))) {
      const origin = inputOrigin(origins, key, label);
      flows.set(
        origin,
        value.flows.filter((flow) => flow.origin.label === label),
      );
      keys.push(`${key}:${label}`);
      held.push({ origin, steps: undefined });
    }
    return { flows: held, parts };
  };
  const values = new Map<string, Value>();
  for (const [key, value] of inputs) if (isTainted(value)) values.set(key, abstract(value, key));
  return { values, functions, constants, flows, shape: keys.sort().join(" ") };
}

/** A call's argument for a parameter; `node` is absent where several went into one. */
export interface Argument {
  readonly node: Node | undefined;
  readonly value: Value;
}

/**
 * Which argument each parameter takes.
 *
 * @param args With the nodes in the order of the call; a spread argument may be any of the parameters from there on.
 * @param bound The first parameter is the object of the method and takes no argument.
 * @returns By index of the parameter; absent where the call gives none.
 */
export function bindArguments(
  { node, module }: Target,
  args: readonly { readonly node: Node; readonly value: Value }[],
  bound: boolean,
): Map<number, Argument> {
  const parameters = node.children.filter(({ role }) => role === "parameter");
  const python = module.context.tree.language === "python";
  const result = new Map<number, Argument>();
  const give = (index: number, value: Value, given?: Node): void => {
    const before = result.get(index);
    if (before) result.set(index, { node: undefined, value: join(before.value, value) });
    else result.set(index, { node: given, value });
  };
  const [first] = parameters;
  const offset = bound && first && isReceiver(first, node, module) ? 1 : 0;
  const plain = args.filter(({ node: { kind } }) => kind !== "keywordArgument");
  const key = (index: number): string => (python ? `[${index}` : `.${index}`);
  let position = offset;
  for (const { node: given, value } of plain) {
    if (given.kind === "spread") {
      const element = given.text === "**" ? value : anyPart(value);
      for (let index = position; index < parameters.length; index++)
        give(index, parameters[index]?.text === "**" ? value : element);
      continue;
    }
    const rest = parameters.findIndex(({ text }) => text === "*" || text === "...");
    if (rest >= 0 && position >= rest) {
      const before = result.get(rest)?.value ?? clean;
      if (!isClean(value)) result.set(rest, { node: undefined, value: withPart(before, [key(position - rest)], value) });
    } else if (position < parameters.length) give(position, value, given);
    position++;
  }
  for (const { node: given, value } of args) {
    if (given.kind !== "keywordArgument") continue;
    const index = parameters.findIndex((parameter) => childOf(parameter, "target")?.text === given.text && parameter.text === "");
    const others = parameters.findIndex(({ text }) => text === "**");
    if (index >= 0) give(index, value, given.children[0]);
    else if (others >= 0)
      result.set(others, { node: undefined, value: withPart(result.get(others)?.value ?? clean, [`[${given.text}`], value) });
  }
  return result;
}

/** What a function of JavaScript that names it finds in `arguments`. */
export function argumentList({ node, module }: Target, args: readonly { readonly value: Value }[]): Value | undefined {
  const { tree } = module.context;
  if (tree.language === "python" || node.text.includes("arrow") || !args.some(({ value }) => isTainted(value))) return undefined;
  if (!ownNames(node).has("arguments")) return undefined;
  return args.reduce((list, { value }, index) => withPart(list, [`.${index}`], value), clean);
}
