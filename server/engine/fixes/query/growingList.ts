/** Hands a query that grows in branches its values in a list that grows with it. Pure. */

import { childrenOf, type Node } from "../../tree/node.ts";
import type { Fix, FixContext, TextEdit } from "../fix.ts";
import { isTaken } from "../forms/importNames.ts";
import { indentUnit } from "../forms/statementEdits.ts";
import { endsStatements } from "../forms/statementEnds.ts";
import { wholeEnd } from "../wholeExpression.ts";
import type { KeptValue } from "./allowedNames.ts";
import type { Bind } from "./bindValues.ts";
import { growingQuery, linesBefore, listName, type Site } from "./branchedQuery.ts";
import type { Driver } from "./drivers.ts";
import { preparedRun } from "./preparedRun.ts";
import type { Refused } from "./queryParts.ts";
import { type PlaceholderStyle, placeholdersAlready } from "./sqlPlaces.ts";
import type { QueryCall } from "./wrapper.ts";

/** Builds the edits of one site: its text with placeholders, and what `bind` makes of its values. */
export type RewriteSite = (
  site: Node,
  style: PlaceholderStyle,
  names: ReadonlyMap<number, KeptValue>,
  bind: Bind,
) => readonly TextEdit[] | Refused;

/** These take a list as well as a tuple, and one without values (their sources, and the databases of the tests). */
const takeLists = new Set(["pg", "mysql2", "mariadb", "better-sqlite3", "sqlite3", "psycopg", "mysqlclient", "Django"]);

/** @returns `undefined` where the query is not put together in branches. */
export function withGrowingList(
  context: FixContext,
  { call, query }: QueryCall,
  driver: Driver,
  title: string,
  rewrite: RewriteSite,
): Fix | Refused | undefined {
  const growing = growingQuery(query, call, context);
  if (!growing || "refused" in growing) return growing;
  const { tree } = context;
  if (!takeLists.has(driver.name)) return { refused: "whether this driver takes a list that grows cannot be told" };
  if (growing.texts.some((text) => (driver.doublePercent ? /[%]/ : /\?|\$\d/).test(text)))
    return { refused: driver.doublePercent ? "the query holds percent signs in parts without values" : placeholdersAlready };
  const name = listName(growing.scope, isTaken);
  const end = endsStatements(tree) ? ";" : "";
  const python = tree.language === "python";
  const edits: TextEdit[] = [];
  let made = `${python ? "" : "const "}${name} = []${python ? "" : end}`;
  for (const site of growing.sites) {
    const isFirst = site.statement === growing.first && tree.language !== "typescript";
    const written = siteEdits(site, isFirst, name, { context, driver, rewrite, end });
    if ("refused" in written) return written;
    edits.push(...written.edits);
    if (isFirst) made = `${python ? "" : "const "}${name} = [${written.sources.join(", ")}]${python ? "" : end}`;
  }
  const declared = linesBefore(growing.first, [made], tree, indentUnit(tree));
  if ("refused" in declared) return declared;
  const handed = handedOver(call, query, driver, name, context);
  if ("refused" in handed) return handed;
  const inserted = declared.map(({ at, text }) => ({ span: { start: at, end: at }, text }));
  // The list is made before the first values are put into it.
  const all = [...inserted, ...edits, handed];
  return { title, edits: all.sort((a, b) => a.span.start - b.span.start) };
}

interface Writing {
  readonly context: FixContext;
  readonly driver: Driver;
  readonly rewrite: RewriteSite;
  readonly end: string;
}

function siteEdits(
  { node, statement }: Site,
  isFirst: boolean,
  name: string,
  { context, driver, rewrite, end }: Writing,
): { readonly edits: readonly TextEdit[]; readonly sources: readonly string[] } | Refused {
  const { tree } = context;
  const isNumbered = driver.placeholder(0) !== driver.placeholder(1);
  const names = new Map<number, KeptValue>();
  let sources: readonly string[] = [];
  const style = isNumbered && !isFirst ? { ...driver, placeholder: counted(names, name, () => sources.length) } : driver;
  const bind: Bind = (values) => {
    sources = values.map(({ source }) => source);
    return { names: [], edits: [] };
  };
  const text = rewrite(node, style, names, bind);
  if ("refused" in text) return text;
  if (isFirst || sources.length === 0) return { edits: text, sources };
  const lines = linesBefore(statement, pushes(name, sources, tree.language === "python", end), tree, indentUnit(tree));
  if ("refused" in lines) return lines;
  return { edits: [...lines.map(({ at, text: line }) => ({ span: { start: at, end: at }, text: line })), ...text], sources };
}

/** Beyond the indexes of values that stay in a text. */
const firstIndex = 100_000;

/** `$` and the number of values so far: how many there are in all is known once the text is taken apart. */
function counted(names: Map<number, KeptValue>, name: string, count: () => number): (index: number) => string {
  return (index) => {
    names.set(firstIndex + index, () => {
      const behind = count() - 1 - index;
      return behind === 0 ? `${name}.length` : `${name}.length - ${behind}`;
    });
    return `$\uE000${firstIndex + index}\uE001`;
  };
}

function pushes(name: string, sources: readonly string[], python: boolean, end: string): readonly string[] {
  if (!python) return [`${name}.push(${sources.join(", ")})${end}`];
  const [only, ...more] = sources;
  return [more.length === 0 ? `${name}.append(${only ?? ""})` : `${name}.extend([${sources.join(", ")}])`];
}

function handedOver(call: Node, query: Node, driver: Driver, name: string, { tree }: FixContext): TextEdit | Refused {
  const more = childrenOf(call, "argument").slice(1);
  if (driver.passing === "statement") {
    const run = more.length > 0 ? { refused: "the call passes parameters already" } : preparedRun(call);
    return "refused" in run ? run : { span: { start: run.end - 1, end: run.end - 1 }, text: `...${name}` };
  }
  if (more.length > 1 || (more[0] && more[0].kind !== "function")) return { refused: "the call passes parameters already" };
  const at = wholeEnd(query, tree);
  return { span: { start: at, end: at }, text: `, ${name}` };
}
