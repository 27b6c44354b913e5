/** The rules that come with the program, as one JSON value in which what many rules share stands once. */

import type { ModelPart, ModelRole, Models } from "./models.ts";
import type { Rule, TaintPart } from "./rule.ts";

export interface RuleBundle {
  readonly rules: readonly Rule[];
  readonly models: Models;
}

type TaintBody = Extract<Rule["body"], { mode: "taint" }>;
type RoutesBody = Extract<Rule["body"], { mode: "routes" }>;
type PackedBody =
  | Exclude<Rule["body"], TaintBody | RoutesBody>
  | Omit<RoutesBody, "words">
  | (Pick<TaintBody, "mode" | "propagators"> & Readonly<Record<ModelRole, readonly number[]>>);

/** Plain data. Numbers are indexes of `parts`. */
export interface PackedRules {
  readonly parts: readonly TaintPart[];
  readonly rules: readonly (Omit<Rule, "body"> & { readonly body: PackedBody })[];
  readonly models: Readonly<Record<ModelRole, readonly (Omit<ModelPart, "part"> & { readonly part: number })[]>> &
    Pick<Models, "routes">;
}

export function packRules({ rules, models }: RuleBundle): PackedRules {
  const parts: TaintPart[] = [];
  const known = new Map<string, number>();
  const indexOf = (part: TaintPart): number => {
    const key = JSON.stringify(part);
    const index = known.get(key) ?? parts.push(part) - 1;
    known.set(key, index);
    return index;
  };
  const packModels = (list: readonly ModelPart[]) => list.map((one) => ({ ...one, part: indexOf(one.part) }));
  return {
    models: { ...eachRole((role) => packModels(models[role])), routes: models.routes },
    rules: rules.map((rule) => {
      const { body } = rule;
      if (body.mode === "routes") return { ...rule, body: { mode: body.mode, lacks: body.lacks } };
      if (body.mode !== "taint") return { ...rule, body };
      return { ...rule, body: { ...body, ...eachRole((role) => body[role].map(indexOf)) } };
    }),
    parts,
  };
}

/** Rules that share a part get the same object, so that it is compiled and matched once. @throws When an index has no part. */
export function unpackRules({ parts, rules, models }: PackedRules): RuleBundle {
  const partAt = (index: number): TaintPart => {
    const part = parts[index];
    if (!part) throw new Error(`There is no part ${index}.`);
    return part;
  };
  return {
    models: { ...eachRole((role) => models[role].map((one) => ({ ...one, part: partAt(one.part) }))), routes: models.routes },
    rules: rules.map((rule) => {
      const { body } = rule;
      if (body.mode === "routes") return { ...rule, body: { ...body, words: models.routes } };
      if (body.mode !== "taint") return { ...rule, body };
      return { ...rule, body: { ...body, ...eachRole((role) => body[role].map(partAt)) } };
    }),
  };
}

function eachRole<T>(give: (role: ModelRole) => T): Record<ModelRole, T> {
  return { sources: give("sources"), sanitizers: give("sanitizers"), sinks: give("sinks") };
}
