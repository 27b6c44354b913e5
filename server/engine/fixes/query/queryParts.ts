/** Takes the expression that builds a query apart: constant text, and the values that are put between. Pure. */

import { childOf, childrenOf, type Node } from "../../tree/node.ts";

/** In the order of the text. */
export type QueryPart =
  /** `node` is the literal, or the template that the text is part of; `line` is the zero-based line on which the text begins. */
  | { readonly kind: "text"; readonly text: string; readonly node: Node; readonly line: number }
  /** `source` is the value's own source text. `settled`: it is written as a number, or escaped already. */
  | { readonly kind: "value"; readonly source: string; readonly node: Node; readonly settled?: true };

export interface Refused {
  readonly refused: string;
}

/**
 * @param source the text of the file.
 * @param purpose "query": values that are escaped already, written as numbers or joined from a list are a reason to refuse. "values": the first
 *   two are said to be settled. "markup": a joined list is a value too.
 * @returns the parts of a query that is built from literals and values, or why it cannot be told.
 */
export function queryParts(
  expression: Node,
  source: string,
  purpose: "query" | "values" | "markup" = "query",
): readonly QueryPart[] | Refused {
  const lineOf = lineCounter(source);
  const parts: QueryPart[] = [];
  const refused = collect(expression, { source, lineOf, parts, settling: purpose !== "query", joined: purpose === "markup" });
  if (refused) return { refused };
  return parts;
}

interface Collector {
  readonly source: string;
  readonly lineOf: (offset: number) => number;
  readonly parts: QueryPart[];
  readonly settling: boolean;
  readonly joined: boolean;
}

/** How a number is written: `:.2f`, `%d`. */
const asNumber = /[bdeEfFgGinoxX%]$/;

/** @returns a reason for refusing, or nothing. */
function collect(node: Node, collector: Collector): string | undefined {
  switch (node.kind) {
    case "string":
      return addText(collector, node.text, node, node.start);
    case "template":
      return collectTemplate(node, collector);
    case "binary":
      if (node.text === "+") return collectAll([childOf(node, "left"), childOf(node, "right")], collector);
      if (node.text === "%") return collectPercent(node, collector);
      break;
    case "call":
      if (isFormatCall(node)) return collectFormat(node, collector);
      break;
    default:
  }
  return addValue(collector, node);
}

function collectAll(nodes: readonly (Node | undefined)[], collector: Collector): string | undefined {
  for (const node of nodes) {
    const refused = node ? collect(node, collector) : "the query could not be read";
    if (refused) return refused;
  }
  return undefined;
}

function collectTemplate(node: Node, collector: Collector): string | undefined {
  let literal = node;
  let end = node.start;
  for (const child of node.children) {
    // Python literals that stand side by side are one template: each opens with quotes of its own.
    const opening = /[A-Za-z]*("""|'''|"|')$/.exec(collector.source.slice(end, child.start))?.[0];
    if (opening !== undefined) literal = { ...node, start: child.start - opening.length };
    end = child.end;
    if (child.kind === "stringPart") {
      addText(collector, child.text, literal, literal.start);
    } else if (child.kind === "interpolation") {
      const value = childOf(child, "value");
      const format = child.children[1];
      const settled = collector.settling && format?.text.startsWith(":") === true && asNumber.test(format.text);
      if (!value || (format && !settled)) return "a value is formatted in a way that a parameter cannot carry";
      const refused = addValue(collector, value, settled);
      if (refused) return refused;
    } else return "the query could not be read";
  }
  return undefined;
}

/** `"... %s ..." % value`, `% (a, b)` or `% {"name": a}`. */
function collectPercent(node: Node, collector: Collector): string | undefined {
  const format = childOf(node, "left");
  const right = childOf(node, "right");
  if (format?.kind !== "string" || !right) return addValue(collector, node);
  const list = right.kind === "tuple" ? [...right.children] : [right];
  let next = 0;
  let from = 0;
  const specifier = /%(\(([^)]*)\))?([a-zA-Z%]|[^a-zA-Z%]+[a-zA-Z])/g;
  for (let match = specifier.exec(format.text); match; match = specifier.exec(format.text)) {
    const text = format.text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[3] === "%") {
      addText(collector, `${text}%`, format, format.start);
      continue;
    }
    const settled = collector.settling && asNumber.test(match[3] ?? "");
    if (!settled && match[3] !== "s" && match[3] !== "d" && match[3] !== "i")
      return "a value is formatted in a way that a parameter cannot carry";
    const value = match[1] === undefined ? list[next++] : entryOf(right, match[2] ?? "");
    if (!value) return "a value of the format cannot be told";
    addText(collector, text, format, format.start);
    const refused = addValue(collector, value, settled);
    if (refused) return refused;
  }
  if (right.kind !== "object" && next !== list.length) return "the format takes another number of values";
  addText(collector, format.text.slice(from), format, format.start);
  return undefined;
}

function entryOf(object: Node, key: string): Node | undefined {
  if (object.kind !== "object") return undefined;
  const pair = object.children.find((child) => child.kind === "pair" && childOf(child, "key")?.text === key);
  return pair ? childOf(pair, "value") : undefined;
}

function isFormatCall(node: Node): boolean {
  const callee = childOf(node, "callee");
  return callee?.kind === "member" && callee.text === "format" && childOf(callee, "object")?.kind === "string";
}

/** `"... {} ... {name} ... {0}".format(...)`. */
function collectFormat(node: Node, collector: Collector): string | undefined {
  const callee = childOf(node, "callee");
  const format = callee ? childOf(callee, "object") : undefined;
  if (!format) return "the query could not be read";
  const args = childrenOf(node, "argument");
  const positional = args.filter((argument) => argument.kind !== "keywordArgument" && argument.kind !== "spread");
  if (args.some((argument) => argument.kind === "spread")) return "a value of the format cannot be told";
  let next = 0;
  let from = 0;
  let text = "";
  const field = /\{\{|\}\}|\{([^{}]*)\}/g;
  for (let match = field.exec(format.text); match; match = field.exec(format.text)) {
    text += format.text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] === undefined) {
      text += match[0][0] ?? "";
      continue;
    }
    const [name = "", form] = match[1].split(/:(.*)/s);
    const settled = collector.settling && form !== undefined && asNumber.test(form);
    if (!/^\w*$/.test(name) || (form !== undefined && !settled))
      return "a value is formatted in a way that a parameter cannot carry";
    const named = args.find((argument) => argument.kind === "keywordArgument" && argument.text === name);
    const value =
      name === "" ? positional[next++] : /^\d+$/.test(name) ? positional[Number(name)] : named && childOf(named, "value");
    if (!value) return "a value of the format cannot be told";
    addText(collector, text, format, format.start);
    text = "";
    const refused = addValue(collector, value, settled);
    if (refused) return refused;
  }
  addText(collector, text + format.text.slice(from), format, format.start);
  return undefined;
}

function addText({ parts, lineOf }: Collector, text: string, node: Node, start: number): undefined {
  parts.push({ kind: "text", text, node, line: lineOf(start) });
  return undefined;
}

function addValue({ parts, source, settling, joined }: Collector, node: Node, settled = false): string | undefined {
  const text = source.slice(node.start, node.end);
  const isEscaped = /\b(escape|quote|escapeLiteral|escapeId|quote_ident|literal)\w*\s*\(/i.test(text);
  if (isEscaped && !settling) return "a value is escaped by hand; as a parameter it would be escaped twice";
  if (!joined && /\.join\s*\(/.test(text)) return "a list is joined into the query; it needs one placeholder per element";
  parts.push({ kind: "value", source: text, node, ...(isEscaped || settled ? { settled: true as const } : {}) });
  return undefined;
}

function lineCounter(source: string): (offset: number) => number {
  return (offset) => {
    let line = 0;
    for (let at = source.indexOf("\n"); at >= 0 && at < offset; at = source.indexOf("\n", at + 1)) line++;
    return line;
  };
}
