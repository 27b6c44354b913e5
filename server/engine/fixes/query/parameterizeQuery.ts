/** Passes the values of a SQL query as parameters instead of writing them into its text. */

import { childOf, childrenOf, type Node } from "../../tree/node.ts";
import type { BuildFix, Fix, FixContext, TextEdit } from "../fix.ts";
import type { Driver } from "./drivers.ts";
import { driverOfCall } from "./neighbours.ts";
import { type QueryBuild, queryBuild } from "./queryBuild.ts";
import type { QueryPart, Refused } from "./queryParts.ts";
import { literalBreak, type ParameterPart, placeValues, type SqlPieces } from "./sqlPlaces.ts";
import { type QueryCall, queryCallAt, throughWrapper } from "./wrapper.ts";
import { preferredQuote, writeComposite, writeLiteral } from "./writeLiteral.ts";

/**
 * Handles concatenation, `+=`, template literals, f-strings, `%` and `.format`, in the call itself or in a variable that is used for nothing
 * else, and where a function of the program hands query and values to the driver. Values may stand in quotes, with LIKE wildcards. Refuses where a value is a name or a piece of SQL, where a list of unknown length is
 * joined in, where the query has parameters already, and where the driver cannot be told.
 */
export const parameterizeQuery: BuildFix = (context) => {
  const target = throughWrapper(context) ?? ofDriver(context);
  if ("refused" in target) return target;
  const { call, driver } = target;
  const place = parameterPlace(call, driver);
  if ("refused" in place) return place;
  const build = queryBuild(call.query, call.call, context.tree, context.text);
  if ("refused" in build) return build;
  return rewrite(context, build, driver, place);
};

function ofDriver({ tree, finding }: FixContext): { call: QueryCall; driver: Driver } | Refused {
  const call = queryCallAt(tree, finding.span);
  if (!call) return { refused: "the call that runs the query could not be found" };
  const driver = driverOfCall(tree, call.call, call.method);
  return "refused" in driver ? driver : { call, driver };
}

type Place = { readonly at: number; readonly write: (parameters: readonly string[]) => string } | Refused;

/** Where the parameters go in the call. */
function parameterPlace({ call, query }: QueryCall, driver: Driver): Place {
  const more = childrenOf(call, "argument").slice(1);
  if (driver.passing === "statement") {
    const run = call.parent?.kind === "member" ? call.parent.parent : undefined;
    if (run?.kind !== "call" || childOf(run, "callee") !== call.parent)
      return { refused: "the prepared statement is run elsewhere" };
    if (more.length > 0 || childrenOf(run, "argument").length > 0) return { refused: "the call passes parameters already" };
    // The call ends with its closing parenthesis.
    return { at: run.end - 1, write: (parameters) => parameters.join(", ") };
  }
  const isCallback = (node: Node | undefined): boolean =>
    node?.kind === "function" || (node?.kind === "name" && /^(cb|callback|done|next|handler)$/i.test(node.text));
  if (more.length > 1 || (more.length === 1 && !isCallback(more[0]))) return { refused: "the call passes parameters already" };
  const tuple = driver.passing === "tuple";
  return {
    at: query.end,
    write: (parameters) =>
      `, ${tuple ? `(${parameters.join(", ")}${parameters.length === 1 ? "," : ""})` : `[${parameters.join(", ")}]`}`,
  };
}

function rewrite(context: FixContext, build: QueryBuild, driver: Driver, place: Exclude<Place, Refused>): Fix | Refused {
  const { tree, text } = context;
  const parts = build.expressions.flatMap((expression) => expression.parts);
  const values = parts.flatMap((part) => (part.kind === "value" ? [part] : []));
  const placed = placeValues(toPieces(parts), driver);
  if ("refused" in placed) return placed;
  const parameters = placed.parameters.map((parameter) =>
    writeParameter(
      parameter,
      values.map(({ source }) => source),
      tree.language,
    ),
  );
  const quote = preferredQuote(tree);
  const edits: TextEdit[] = [];
  let lines = placed.texts.join("").split(literalBreak);
  for (const { node, parts: own } of build.expressions) {
    const groups = literalGroups(own);
    const written = groups.map((group, index) =>
      lines[index] === "" && groups.length > 1 ? "" : writeLiteral(lines[index] ?? "", group.node, tree, quote),
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
  if (parameters.some((parameter) => parameter === undefined)) return { refused: "a value cannot be written as a parameter" };
  edits.push({ span: { start: place.at, end: place.at }, text: place.write(parameters.map((parameter) => parameter ?? "")) });
  return { title: "Pass the values as query parameters", edits: edits.sort((a, b) => a.span.start - b.span.start) };
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
