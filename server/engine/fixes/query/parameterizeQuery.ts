/** Passes the values of a SQL query as parameters instead of writing them into its text. */

import { endOfPath } from "../../findings/finding.ts";
import { childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { BuildFix, Fix, FixContext, TextEdit } from "../fix.ts";
import { wholeEnd } from "../wholeExpression.ts";
import { allowedValue, type KeptValue, type NamePlace } from "./allowedNames.ts";
import { type Bind, type BoundValue, bindingOf, givenList, hasPlaces, intoList, namePlaces, tagged } from "./bindValues.ts";
import { type BuilderCall, builderCallAt } from "./builders.ts";
import type { Driver } from "./drivers.ts";
import { type RewriteSite, withGrowingList } from "./growingList.ts";
import { driverOfCall } from "./neighbours.ts";
import { preparedRun } from "./preparedRun.ts";
import { type QueryBuild, queryBuild } from "./queryBuild.ts";
import type { QueryPart, Refused } from "./queryParts.ts";
import { requestText } from "./requestText.ts";
import {
  literalBreak,
  type ParameterPart,
  type Placed,
  type PlaceholderStyle,
  placeholdersAlready,
  placeValues,
  type SqlPieces,
} from "./sqlPlaces.ts";
import { type QueryCall, queryCallAt, throughWrapper } from "./wrapper.ts";
import { preferredQuote, writeComposite } from "./writeLiteral.ts";
import { writeWithNames } from "./writeWithNames.ts";

/**
 * Handles concatenation, `+=`, template literals, f-strings, `%` and `.format`, in the call itself or in a variable that is used for nothing
 * else, in what query builders and ORMs take as raw SQL, and where a function of the program hands query and values to the driver. Values may
 * stand in quotes, with LIKE wildcards. Values that the call passes already keep their places. Refuses where a value is a name or a piece of SQL,
 * where a list of unknown length is joined in, and where the driver cannot be told.
 */
export const parameterizeQuery: BuildFix = (context) => {
  const builder = endOfPath(context.finding.path)?.elsewhere ? undefined : builderCallAt(context.tree, context.finding.span);
  if (builder) return ofBuilder(context, builder);
  const target = throughWrapper(context) ?? ofDriver(context);
  if ("refused" in target) return placeRefusal(context) ?? target;
  const { call, driver } = target;
  const plain = ofCall(context, call, driver);
  if (!("refused" in plain)) return plain;
  const growing = withGrowingList(context, call, driver, title, siteRewriter(context, call));
  const isBetterReason = /is put together in branches$|^a value stands where SQL takes no parameter|^a list is joined/.test(
    plain.refused,
  );
  return growing && ("edits" in growing || isBetterReason) ? growing : plain;
};

/** One part of a query that grows: its text, with the values at their places. */
function siteRewriter(context: FixContext, call: QueryCall): RewriteSite {
  return (node, style, names, bind) => {
    const fix = withValues(context, { ...call, query: node }, style, (query) =>
      query.kept.size > 0
        ? { refused: "a name stands in a part of the query" }
        : rewrite(context, { ...query, kept: names }, bind),
    );
    return "refused" in fix ? fix : fix.edits;
  };
}

function ofCall(context: FixContext, call: QueryCall, driver: Driver): Fix | Refused {
  const list = driver.passing === "statement" ? undefined : givenList(call);
  if (list) {
    const bind = intoList(list, driver.placeholder(0) !== driver.placeholder(1), context.tree);
    return withValues(context, call, { ...driver, given: list.children.length }, (query) => rewrite(context, query, bind));
  }
  const place = parameterPlace(call, driver, context.tree);
  if (!("refused" in place)) return withValues(context, call, driver, (query) => rewrite(context, query, insertAt(place)));
  const refused = withValues(context, call, driver, () => place);
  return "refused" in refused && refused.refused === placeholdersAlready ? place : refused;
}

/** Where the driver cannot be told, a name or a sort order in the query is the better reason: no driver takes it. */
function placeRefusal(context: FixContext): Refused | undefined {
  const call = queryCallAt(context.tree, context.finding.span);
  const any = { placeholder: () => "?", doublePercent: false, limitTakesText: true, doubleQuotesText: true };
  const refused = call && withValues(context, call, any, () => ({ refused: "" }));
  return refused && "refused" in refused && refused.refused.startsWith("a value stands") ? refused : undefined;
}

function ofBuilder(context: FixContext, builder: BuilderCall): Fix | Refused {
  const { form } = builder;
  if (form.passing !== "tag") {
    const bind = bindingOf(builder, context.tree);
    const list = form.passing === "list" ? givenList(builder) : undefined;
    const style = list ? { ...form, given: list.children.length } : form;
    return withValues(context, builder, style, (query) => {
      if ("refused" in bind) return bind;
      return hasPlaces(builder, query.texts) ? { refused: placeholdersAlready } : rewrite(context, query, bind);
    });
  }
  return withValues(context, builder, form, ({ placed, values }) => {
    if (values.some((value) => value === undefined)) return { refused: unwritable };
    const text = placed.texts.join("").replaceAll(literalBreak, "");
    const edit = tagged(
      builder,
      context.tree,
      text,
      values.filter((value) => value !== undefined),
    );
    return "refused" in edit ? edit : { title, edits: [edit] };
  });
}

const title = "Pass the values as query parameters";
const namesTitle = "Take only names and sort orders that are allowed";
const unwritable = "a value cannot be written as a parameter";

/** A query that is taken apart: what its texts become, and the values that leave it. */
interface TakenApart {
  readonly build: QueryBuild;
  /** What is constant in it. */
  readonly texts: readonly string[];
  readonly placed: Placed;
  /** `undefined` for one that cannot be written. */
  readonly values: readonly (BoundValue | undefined)[];
  /** Values that stay in the texts, at the places that name them. */
  readonly kept: ReadonlyMap<number, KeptValue>;
}

/** Whether the values can be parameters at all is said before what keeps the call from taking them. */
function withValues(
  context: FixContext,
  { call, query }: QueryCall,
  style: PlaceholderStyle,
  write: (query: TakenApart) => Fix | Refused,
): Fix | Refused {
  const { tree, text } = context;
  const build = queryBuild(query, call, tree, text);
  if ("refused" in build) return build;
  const parts = build.expressions.flatMap((expression) => expression.parts);
  const nodes = parts.flatMap((part) => (part.kind === "value" ? [part] : []));
  const pieces = toPieces(parts);
  const kept = new Map<number, KeptValue>();
  const isTag = "passing" in style && style.passing === "tag";
  const keeps = (value: number, place: NamePlace): boolean => {
    const one = nodes[value];
    const allowed = one ? allowedValue(one.node, one.source, place, tree) : undefined;
    if (allowed) kept.set(value, allowed);
    return allowed !== undefined;
  };
  const placed = placeValues(pieces, isTag ? style : { ...style, keeps });
  if ("refused" in placed) return placed;
  if (placed.parameters.length === 0 && style.doublePercent && pieces.texts.some((one) => one.includes("%")))
    return { refused: "the query holds percent signs, which mean something else once it takes parameters" };
  const values = placed.parameters.map((parameter): BoundValue | undefined => {
    const source = writeParameter(
      parameter,
      nodes.map((node) => node.source),
      tree.language,
    );
    const first = parameter.find((part) => "value" in part);
    const node = first && nodes[first.value]?.node;
    return source === undefined
      ? undefined
      : { source: requestText(source, parameter.length === 1 ? node : undefined, style, context), node };
  });
  return write({ build, texts: pieces.texts, placed, values, kept });
}

function ofDriver({ tree, finding }: FixContext): { call: QueryCall; driver: Driver } | Refused {
  const call = queryCallAt(tree, finding.span);
  if (!call) return { refused: "the call that runs the query could not be found" };
  const driver = driverOfCall(tree, call.call, call.method);
  return "refused" in driver ? driver : { call, driver };
}

type Place = { readonly at: number; readonly write: (parameters: readonly string[]) => string } | Refused;

/** Where the parameters go in the call. */
function parameterPlace({ call, query }: QueryCall, driver: Driver, tree: Tree): Place {
  const more = childrenOf(call, "argument").slice(1);
  if (driver.passing === "statement") {
    const run = more.length > 0 ? { refused: "the call passes parameters already" } : preparedRun(call);
    if ("refused" in run) return run;
    // The call ends with its closing parenthesis.
    return { at: run.end - 1, write: (parameters) => parameters.join(", ") };
  }
  const isCallback = (node: Node | undefined): boolean =>
    node?.kind === "function" || (node?.kind === "name" && /^(cb|callback|done|next|handler)$/i.test(node.text));
  if (more.length > 1 || (more.length === 1 && !isCallback(more[0]))) return { refused: "the call passes parameters already" };
  const tuple = driver.passing === "tuple";
  return {
    at: wholeEnd(query, tree),
    write: (parameters) =>
      `, ${tuple ? `(${parameters.join(", ")}${parameters.length === 1 ? "," : ""})` : `[${parameters.join(", ")}]`}`,
  };
}

function insertAt(place: Exclude<Place, Refused>): Bind {
  const span = { start: place.at, end: place.at };
  return (values) => ({ names: [], edits: [{ span, text: place.write(values.map(({ source }) => source)) }] });
}

function rewrite({ tree, text }: FixContext, { build, placed, values, kept: names }: TakenApart, bind: Bind): Fix | Refused {
  const quote = preferredQuote(tree);
  const bound = bind(
    values.filter((value) => value !== undefined),
    placed.order,
  );
  const edits: TextEdit[] = values.length === 0 ? [] : [...bound.edits];
  let lines = namePlaces(placed.texts.join(""), bound.names).split(literalBreak);
  for (const { node, parts: own } of build.expressions) {
    const groups = literalGroups(own);
    const written = groups.map((group, index) =>
      lines[index] === "" && groups.length > 1 ? "" : writeWithNames(lines[index] ?? "", group.node, tree, quote, names),
    );
    lines = lines.slice(groups.length);
    if (written.some((literal) => literal === undefined))
      return { refused: "the query holds characters that cannot be written safely" };
    const kept = written.flatMap((literal, index) => (literal ? [{ literal, start: groups[index]?.node.start ?? 0 }] : []));
    const joint = tree.language === "python" && !text.slice(node.start, node.end).includes("+") ? "" : " +";
    edits.push({
      span: { start: node.start, end: node.end },
      text: kept
        .map(({ literal, start }, index) => (index === 0 ? literal : `${joint}${lineLead(text, start)}${literal}`))
        .join(""),
    });
  }
  if (values.some((value) => value === undefined)) return { refused: unwritable };
  return { title: values.length === 0 ? namesTitle : title, edits: edits.sort((a, b) => a.span.start - b.span.start) };
}

/** Neighbouring texts become one, with a mark where the source goes on in another literal on another line. */
function toPieces(parts: readonly QueryPart[]): SqlPieces {
  const texts = [""];
  let last: Extract<QueryPart, { kind: "text" }> | undefined;
  for (const part of parts) {
    if (part.kind === "value") {
      texts.push("");
      continue;
    }
    const mark = last && startsNewLiteral(last, part) ? literalBreak : "";
    texts[texts.length - 1] = `${texts.at(-1) ?? ""}${mark}${part.text}`;
    last = part;
  }
  return { texts, valueCount: texts.length - 1 };
}

function startsNewLiteral(last: Extract<QueryPart, { kind: "text" }>, part: Extract<QueryPart, { kind: "text" }>): boolean {
  return last.node !== part.node && last.line !== part.line;
}

/** The literals that the rewritten expression has: one for each line of the source that held one. */
function literalGroups(parts: readonly QueryPart[]): readonly { readonly node: Node }[] {
  const groups: { node: Node }[] = [];
  let last: Extract<QueryPart, { kind: "text" }> | undefined;
  for (const part of parts) {
    if (part.kind !== "text") continue;
    if (!last || startsNewLiteral(last, part)) groups.push({ node: part.node });
    last = part;
  }
  return groups;
}

/** A line end and the white space before the literal's line. */
function lineLead(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  return `${text[start - 2] === "\r" ? "\r\n" : "\n"}${indent}`;
}

function writeParameter(
  parameter: readonly ParameterPart[],
  sources: readonly string[],
  language: FixContext["tree"]["language"],
): string | undefined {
  const parts = parameter.map((part) => ("text" in part ? part : { source: sources[part.value] ?? "" }));
  const [only] = parts;
  return parts.length === 1 && only && "source" in only ? only.source : writeComposite(parts, language);
}
