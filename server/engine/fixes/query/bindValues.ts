/** Hands values to a query builder beside its raw SQL, in the way that the builder takes them. Pure. */

import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { TextEdit } from "../fix.ts";
import { wholeEnd } from "../wholeExpression.ts";
import { type BuilderCall, namedPlace } from "./builders.ts";
import { enclosing } from "./queryBuild.ts";
import type { Refused } from "./queryParts.ts";
import type { Placed } from "./sqlPlaces.ts";
import type { QueryCall } from "./wrapper.ts";

export interface BoundValue {
  /** As it is written in the program. */
  readonly source: string;
  /** What it is made of; its name is taken from it. */
  readonly node: Node | undefined;
}

export interface Binding {
  /** What stands in the SQL text for each value, where the text holds names. */
  readonly names: readonly string[];
  readonly edits: readonly TextEdit[];
}

/** @param order See `Placed`. */
export type Bind = (values: readonly BoundValue[], order: Placed["order"]) => Binding;

/** The literal list of values that a call passes beside its query. */
export function givenList({ call }: QueryCall): Node | undefined {
  const [, list, ...more] = childrenOf(call, "argument");
  const isList = list?.kind === "array" || list?.kind === "tuple";
  const isPlain = isList && list.children.length > 0 && list.children.every(({ kind }) => kind !== "spread");
  return isPlain && more.every(({ kind }) => kind === "function") ? list : undefined;
}

/** Puts the values among those of the list, in the order in which the text asks for them. */
export function intoList(list: Node, isNumbered: boolean, tree: Tree): Bind {
  const given = list.children;
  return (values, order) => {
    const before: string[][] = given.map(() => []);
    const last: string[] = [];
    let met = 0;
    for (const one of order) {
      if (one === "given") met++;
      else ((isNumbered ? undefined : before[met]) ?? last).push(values[one]?.source ?? "");
    }
    const final = given.at(-1);
    const end = final ? wholeEnd(final, tree) : list.end;
    const edits = before.flatMap((sources, index): TextEdit[] => {
      const next = given[index];
      const at = next ? Math.min(next.start, tree.brackets?.get(next)?.start ?? next.start) : list.end;
      return sources.length === 0 ? [] : [{ span: { start: at, end: at }, text: `${sources.join(", ")}, ` }];
    });
    if (last.length > 0) edits.push({ span: { start: end, end }, text: `, ${last.join(", ")}` });
    return { names: [], edits };
  };
}

/** In SQLAlchemy's text every `:name` is a place for a value. @param texts The constant parts of the query. */
export function hasPlaces({ form }: BuilderCall, texts: readonly string[]): boolean {
  return form.passing === "bindparams" && texts.some((text) => /(?<![:\w\\]):\w+(?!:)/.test(text));
}

/** @returns How the call takes values, or why it cannot take them. Not for tagged templates. */
export function bindingOf({ call, query, form }: BuilderCall, tree: Tree): Bind | Refused {
  const more = childrenOf(call, "argument").slice(1);
  const after = (at: number, text: string): readonly TextEdit[] => [{ span: { start: at, end: at }, text }];
  const isTaken = { refused: "the call passes parameters already" };
  const isChained = call.parent?.kind === "member" && ["bindparams", "bind"].includes(call.parent.text);
  switch (form.passing) {
    case "list": {
      const list = givenList({ call, query, method: "" });
      if (list) return intoList(list, false, tree);
      if (more.length > 0) return isTaken;
      return (values) => ({ names: [], edits: after(wholeEnd(query, tree), `, [${sources(values)}]`) });
    }
    case "bind":
      if (more.length > 0 || isChained) return isTaken;
      return (values) => ({ names: [], edits: after(call.end, `.bind(${sources(values)})`) });
    case "bindparams": {
      if (more.length > 0 || isChained) return isTaken;
      return (values) => {
        const names = namesOf(values, new Set(), true);
        const list = unique(names.map((name, index) => `${name}=${values[index]?.source}`));
        return { names, edits: after(call.end, `.bindparams(${list.join(", ")})`) };
      };
    }
    case "named": {
      if (more.length > 0) return isTaken;
      const used = namesUsedAround(call, tree);
      return (values) => {
        const names = namesOf(values, used, false);
        const list = unique(
          names.map((name, index) => (values[index]?.source === name ? name : `${name}: ${values[index]?.source}`)),
        );
        return { names, edits: after(wholeEnd(query, tree), `, { ${list.join(", ")} }`) };
      };
    }
    default:
      return inOptions(query, more, tree);
  }
}

/** Sequelize takes the values as an option. */
function inOptions(query: Node, more: readonly Node[], tree: Tree): Bind | Refused {
  const [options] = more;
  const end = wholeEnd(query, tree);
  if (!options)
    return (values) => ({
      names: [],
      edits: [{ span: { start: end, end }, text: `, { replacements: [${sources(values)}] }` }],
    });
  if (options.kind !== "object" || options.children.some(({ kind }) => kind !== "pair"))
    return { refused: "the options of the call are put together elsewhere" };
  const [first] = options.children;
  if (options.children.some((pair) => /^(?:replacements|bind)$/.test(childOf(pair, "key")?.text ?? "")))
    return { refused: "the call passes parameters already" };
  return (values) => {
    const option = `replacements: [${sources(values)}]`;
    const edit = first
      ? {
          span: { start: first.start, end: first.start },
          text: `${option},${leadOf(tree.text.slice(options.start + 1, first.start))}`,
        }
      : { span: { start: options.start, end: options.end }, text: `{ ${option} }` };
    return { names: [], edits: [edit] };
  };
}

function leadOf(text: string): string {
  return /^\s+$/.test(text) ? text : " ";
}

function sources(values: readonly BoundValue[]): string {
  return values.map(({ source }) => source).join(", ");
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}

/** Names of parameters that the function uses: those of one builder share one list. */
function namesUsedAround(call: Node, { text }: Tree): ReadonlySet<string> {
  const around = enclosing(call, ({ kind }) => kind === "function" || kind === "file") ?? call;
  return new Set([...text.slice(around.start, around.end).matchAll(/:(?:\.\.\.)?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name));
}

/** As `keyword.iskeyword` of Python 3.13 has them. */
const pythonKeywords =
  /^(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|self)$/;

/** One name for each value; equal values have one name. */
function namesOf(values: readonly BoundValue[], used: ReadonlySet<string>, python: boolean): readonly string[] {
  const bySource = new Map<string, string>();
  const taken = new Set(used);
  return values.map(({ source, node }) => {
    const known = bySource.get(source);
    if (known !== undefined) return known;
    const plain = (node && nameOf(node)) ?? "value";
    const base = python && pythonKeywords.test(plain) ? `${plain}_value` : plain;
    let name = base;
    for (let next = 2; taken.has(name); next++) name = `${base}${next}`;
    taken.add(name);
    bySource.set(source, name);
    return name;
  });
}

const isName = /^[A-Za-z_]\w*$/;

/** What a person would call it: the name, the property, the key that it is looked up by. */
function nameOf(node: Node): string | undefined {
  if ((node.kind === "name" || node.kind === "member") && isName.test(node.text)) return node.text;
  const key = node.kind === "index" || node.kind === "call" ? childrenOf(node, "argument")[0] : undefined;
  if (key?.kind === "string" && isName.test(key.text)) return key.text;
  for (const child of node.children) {
    const name = child.role === "callee" ? undefined : nameOf(child);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** @returns The text with the places named. */
export function namePlaces(text: string, names: readonly string[]): string {
  return names.length === 0 ? text : text.replace(namedPlace, (_, index: string) => `:${names[Number(index)] ?? ""}`);
}

/** @returns The edit that makes the call a tagged template. @param text The query with its places. */
export function tagged(
  { call, query, form }: BuilderCall,
  tree: Tree,
  text: string,
  values: readonly BoundValue[],
): TextEdit | Refused {
  const callee = childOf(call, "callee");
  const object = callee && childOf(callee, "object");
  if (!callee || !object) return { refused: "the call that runs the query could not be found" };
  if (childrenOf(call, "argument").length > 1) return { refused: "the call passes parameters already" };
  if (query.kind === "name")
    return {
      refused: `write the query as a template where it runs: a tag binds only the values of its own template`,
    };
  const types = /^\s*(<[^()]*>)?\s*\(\s*$/.exec(tree.text.slice(callee.end, query.start));
  if (!types) return { refused: "the call could not be read" };
  const source = text
    .replace(/[\\`]|\$\{/g, "\\$&")
    .replace(namedPlace, (_, index: string) => `\${${values[Number(index)]?.source ?? ""}}`);
  const dot = form.tag === undefined ? "" : `${tree.text.slice(object.end, callee.end - callee.text.length)}${form.tag}`;
  return { span: { start: object.end, end: call.end }, text: `${dot}${types[1] ?? ""}\`${source}\`` };
}
