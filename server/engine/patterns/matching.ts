/** The options of a rule that change what its patterns match, with what the rule language takes for granted. */

/** By the option's name in a rule. */
export const usualMatching = {
  ac_matching: true,
  arrow_is_function: true,
  attr_expr: true,
  commutative_boolop: false,
  commutative_compop: false,
  constant_propagation: true,
  decorators_order_matters: false,
  go_deeper_expr: true,
  go_deeper_stmt: true,
  implicit_deep_exprstmt: true,
  implicit_ellipsis: true,
  implicit_return: true,
  let_is_var: true,
  symbolic_propagation: false,
  symmetric_eq: false,
  vardef_assign: true,
  xml_attrs_implicit_ellipsis: true,
  xml_children_ordered: true,
  xml_singleton_loose_matching: true,
};

export type Matching = Readonly<typeof usualMatching>;

const names = Object.keys(usualMatching) as (keyof Matching)[];

/** @returns `undefined` when the rule asks for nothing unusual, as nearly all do. */
export function matchingOf(options: Readonly<Record<string, unknown>>): Matching | undefined {
  const asked = names.filter((name) => typeof options[name] === "boolean" && options[name] !== usualMatching[name]);
  if (asked.length === 0) return undefined;
  const matching: Matching = { ...usualMatching, ...Object.fromEntries(asked.map((name) => [name, options[name]])) };
  // What a variable holds is known by following constants.
  return { ...matching, symbolic_propagation: matching.symbolic_propagation && matching.constant_propagation };
}

/** Tells ways of matching apart. */
export function keyOfMatching(matching: Matching): string {
  return names.filter((name) => matching[name] !== usualMatching[name]).join(" ");
}
