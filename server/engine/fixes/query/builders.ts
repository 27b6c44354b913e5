/** The forms in which query builders and ORMs take raw SQL, and how each binds values to it. Pure. */

import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import { importedModules } from "./drivers.ts";
import type { PlaceholderStyle } from "./sqlPlaces.ts";
import type { QueryCall } from "./wrapper.ts";

/**
 * - `list`: an array after the query.
 * - `replacements`: an option of the object after the query.
 * - `named`: an object after the query, by name.
 * - `bindparams`: a method of the result, by name.
 * - `bind`: a method of the prepared statement, in order.
 * - `tag`: the query becomes a tagged template.
 */
type Passing = "list" | "replacements" | "named" | "bindparams" | "bind" | "tag";

export interface BuilderForm extends PlaceholderStyle {
  readonly name: string;
  readonly passing: Passing;
  /** What the tag is called, where it is another property than the one that was called; without it, the object itself is the tag. */
  readonly tag?: string;
}

/** A call that takes raw SQL as its first argument. */
export interface BuilderCall extends QueryCall {
  readonly form: BuilderForm;
}

interface Candidate {
  readonly method: string;
  /** Source of the object that the method is called on; empty for a plain function. */
  readonly receiver: string;
  readonly modules: ReadonlySet<string>;
  readonly call: Node;
}

interface KnownForm extends BuilderForm {
  readonly python: boolean;
  is(call: Candidate): boolean;
}

/** A place is named when the values are known. */
const byName = { placeholder: (index: number) => `:lwvalue${index}`, doublePercent: false, limitTakesText: false };
/** The places of such a text; the group is the index of the value. */
export const namedPlace = /:lwvalue(\d+)/g;

const question = { placeholder: () => "?", doublePercent: false, limitTakesText: false };

/**
 * Sources: Knex "Raw"; Sequelize "Raw queries, Replacements"; TypeORM "Using parameters to escape data"; Prisma "Raw queries" (a string is sent
 * as text, which PostgreSQL compares with no other type); Drizzle "Magic sql operator"; Kysely "Raw SQL"; Postgres.js "Unsafe raw string queries";
 * Cloudflare D1 "Prepared statement methods"; SQLAlchemy `TextClause.bindparams`; Django "Performing raw SQL queries".
 */
const forms: readonly KnownForm[] = [
  {
    name: "Prisma",
    python: false,
    ...byName,
    passing: "tag",
    tag: "$queryRaw",
    textOnly:
      "Prisma sends text as text, and the types of the columns are not known here; write the value into a $queryRaw template, with a cast where the column holds no text",
    is: ({ method }) => method === "$queryRawUnsafe",
  },
  {
    name: "Prisma",
    python: false,
    ...byName,
    passing: "tag",
    tag: "$executeRaw",
    textOnly:
      "Prisma sends text as text, and the types of the columns are not known here; write the value into an $executeRaw template, with a cast where the column holds no text",
    is: ({ method }) => method === "$executeRawUnsafe",
  },
  {
    name: "Drizzle or Kysely",
    python: false,
    ...byName,
    passing: "tag",
    is: ({ method, receiver, modules }) =>
      method === "raw" && receiver === "sql" && hasModule(modules, /^(drizzle-orm|kysely)\b/),
  },
  {
    name: "Postgres.js",
    python: false,
    ...byName,
    wantsText: "typed",
    limitTakesText: true,
    passing: "tag",
    is: ({ method, receiver }) => method === "unsafe" && receiver !== "",
  },
  {
    name: "Knex",
    python: false,
    ...question,
    passing: "list",
    is: ({ method, receiver, modules }) =>
      /^(?:(?:and|or)?(?:where|having)|join|from|orderBy|groupBy)Raw$/i.test(method) ||
      (method === "raw" &&
        (/(?:^|\.)(?:knex|trx)$/i.test(receiver) || (receiver !== "sql" && hasModule(modules, /^(knex|objection)$/)))),
  },
  {
    name: "Sequelize",
    python: false,
    ...question,
    passing: "replacements",
    is: ({ method, receiver, modules }) =>
      method === "query" && (/(?:^|\.)sequelize$/i.test(receiver) || hasModule(modules, /^sequelize(-typescript)?$/)),
  },
  {
    name: "TypeORM",
    python: false,
    ...byName,
    passing: "named",
    is: ({ method, modules }) =>
      /^(?:(?:and|or)?where|(?:and|or)?having)$/i.test(method) && hasModule(modules, /^(@nestjs\/)?typeorm$/),
  },
  {
    name: "D1",
    python: false,
    ...question,
    doubleQuotesText: true,
    limitTakesText: true,
    passing: "bind",
    is: ({ method, receiver, modules }) => method === "prepare" && /\benv\.\w+$/.test(receiver) && !hasModule(modules, /sqlite/),
  },
  {
    name: "SQLAlchemy",
    python: true,
    ...byName,
    passing: "bindparams",
    is: ({ method, receiver, modules }) =>
      method === "text" &&
      (receiver === ""
        ? hasModule(modules, /^(sqlalchemy(\.\w+)*|sqlmodel)\.text$/)
        : /(?:^|\.)(?:db|sa|sqlalchemy)$/.test(receiver)),
  },
  {
    name: "Django",
    python: true,
    placeholder: () => "%s",
    doublePercent: false,
    limitTakesText: false,
    passing: "list",
    is: ({ method, receiver }) => method === "raw" && /(?:^|\.)objects$/.test(receiver),
  },
];

function hasModule(modules: ReadonlySet<string>, name: RegExp): boolean {
  for (const module of modules) if (name.test(module)) return true;
  return false;
}

/** @returns The innermost such call that holds what lies at `span`, or the only one in it. */
export function builderCallAt(tree: Tree, span: Span): BuilderCall | undefined {
  const around: BuilderCall[] = [];
  const within: BuilderCall[] = [];
  let modules: ReadonlySet<string> | undefined;
  const visit = (node: Node): void => {
    if (node.start >= span.end || node.end <= span.start) return;
    const query = node.kind === "call" ? childrenOf(node, "argument")[0] : undefined;
    const callee = childOf(node, "callee");
    if (query && callee) {
      modules ??= importedModules(tree);
      const object = callee.kind === "member" ? childOf(callee, "object") : undefined;
      const receiver = object ? tree.text.slice(object.start, object.end) : "";
      const form = formOf({ method: callee.text, receiver, modules, call: node }, tree.language === "python");
      const isAround = query.start <= span.start && query.end >= span.end;
      const list = isAround || (node.start <= span.start && node.end >= span.end && query.start < span.end) ? around : within;
      if (form) list.push({ call: node, query, method: callee.text, form });
    }
    node.children.forEach(visit);
  };
  visit(tree.root);
  return around.at(-1) ?? (within.length === 1 ? within[0] : undefined);
}

function formOf(candidate: Candidate, python: boolean): BuilderForm | undefined {
  return forms.find((form) => form.python === python && form.is(candidate));
}
