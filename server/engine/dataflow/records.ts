/** Calls that make a record, each value under the name of its field: data classes, named tuples, models of requests. */

import { latestWrite } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Given } from "./callKnown.ts";
import { isEnum } from "./fieldTypes.ts";
import type { Run } from "./run.ts";
import { targetsOf } from "./targets.ts";
import { clean, stepped, type Value, withPart } from "./value.ts";

const bases = new Set(["NamedTuple", "typing.NamedTuple", "BaseModel", "pydantic.BaseModel", "TypedDict"]);

/** @returns `undefined` when the call makes no record, or it is not known what goes where. */
export function makeRecord(run: Run, call: Node, given: readonly Given[]): Value | undefined {
  const callee = childOf(call, "callee");
  if ((callee?.kind !== "name" && callee?.kind !== "member") || run.dialect.keysAreFields) return undefined;
  if (run.resolveName(callee) === "types.SimpleNamespace") return filled(call, given, []);
  if (callee.kind === "name" && callee.text === "dict") return filledTable(call, given);
  if (callee.kind !== "name") return undefined;
  // An enumeration gives one of the values that the program wrote down, or raises.
  if (isEnum(callee, run.module)) return clean;
  const fields = fieldsOf(run, callee);
  return fields && filled(call, given, fields);
}

/** @param fields The names of those that are given by their position. */
function filled(call: Node, given: readonly Given[], fields: readonly string[]): Value | undefined {
  const name = childOf(call, "callee")?.text ?? "";
  let record = clean;
  let position = 0;
  for (const { node, value } of given) {
    const field = node.kind === "keywordArgument" ? node.text : fields[position];
    if (node.kind === "spread" || field === undefined) return undefined;
    const held = stepped(value, call, `put into \`${name}\``);
    record = withPart(record, [`.${field}`], held);
    // A named tuple is a tuple, too.
    if (node.kind !== "keywordArgument") record = withPart(record, [`[${position++}`], held);
  }
  return record;
}

/** `dict(a=x, b=y)`. */
function filledTable(call: Node, given: readonly Given[]): Value | undefined {
  if (!given.every(({ node }) => node.kind === "keywordArgument")) return undefined;
  return given.reduce((all, { node, value }) => withPart(all, [`[${node.text}`], stepped(value, call, "put into `dict`")), clean);
}

/** Names of the fields in their order. */
function fieldsOf(run: Run, callee: Node): readonly string[] | undefined {
  const [target, another] = targetsOf(callee, run.module);
  if (another) return undefined;
  if (target?.kind === "class") return fieldsOfClass(target.node);
  const made = latestWrite(callee, factsOf(run.module.context).definitions)?.value;
  const maker = made?.kind === "call" ? childOf(made, "callee") : undefined;
  if (!made || !maker || !/^(collections\.)?namedtuple$/.test(run.resolveName(maker) ?? maker.text)) return undefined;
  const names = childrenOf(made, "argument")[1];
  if (names?.kind === "string") return names.text.split(/[\s,]+/).filter((name) => name !== "");
  const known = names?.children.every(({ kind }) => kind === "string");
  return known ? names?.children.map(({ text }) => text) : undefined;
}

/** Of a class that says only what it holds; a base class of its own could hold more. */
function fieldsOfClass(node: Node): readonly string[] | undefined {
  const named = childrenOf(node, "base").map(dotted);
  const decorated = childrenOf(node, "decorator").map((one) => dotted(deepest(one.children[0])));
  const isRecord =
    named.length > 0 ? named.every((name) => bases.has(name)) : decorated.some((name) => /(^|\.)dataclass$/.test(name));
  const members = childOf(node, "body")?.children ?? [];
  if (!isRecord || members.some((member) => /^(__init__|__new__|__post_init__)$/.test(childOf(member, "name")?.text ?? "")))
    return undefined;
  return members.flatMap((member) => {
    const target = childOf(member, "target");
    return target?.kind === "name" && childOf(member, "type") ? [target.text] : [];
  });
}

/** `dataclass` of `@dataclass(frozen=True)`. */
function deepest(node: Node | undefined): Node | undefined {
  return node?.kind === "call" ? childOf(node, "callee") : node;
}

function dotted(node: Node | undefined): string {
  if (node?.kind === "name") return node.text;
  return node?.kind === "member" ? `${dotted(node.children[0])}.${node.text}` : "";
}
