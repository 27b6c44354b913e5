/** Types and type-level declarations of TypeScript: they are kept as `type` nodes with the grammar's children. */

import type { Handler } from "./converter.ts";
import { leaf } from "./shapes.ts";

const type: Handler = (c, i, role) => c.other(i, role, "type");

/** `: T` stands for `T`. */
const annotation: Handler = (c, i, role) => {
  const inner = c.named(i)[0];
  return inner === undefined ? c.other(i, role, "type") : c.node(inner, role);
};

const kinds = [
  "predefined_type",
  "generic_type",
  "type_predicate",
  "asserts",
  "optional_type",
  "rest_type",
  "constructor_type",
  "template_type",
  "template_literal_type",
  "infer_type",
  "conditional_type",
  "type_query",
  "index_type_query",
  "lookup_type",
  "mapped_type_clause",
  "literal_type",
  "existential_type",
  "flow_maybe_type",
  "parenthesized_type",
  "type_arguments",
  "object_type",
  "call_signature",
  "property_signature",
  "method_signature",
  "abstract_method_signature",
  "function_signature",
  "type_parameters",
  "type_parameter",
  "default_type",
  "constraint",
  "construct_signature",
  "index_signature",
  "array_type",
  "tuple_type",
  "readonly_type",
  "union_type",
  "intersection_type",
  "function_type",
  "interface_declaration",
  "interface_body",
  "extends_type_clause",
  "implements_clause",
  "type_alias_declaration",
  "nested_type_identifier",
  "this_type",
];

export const typeHandlers: Record<string, Handler> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, type])),
  type_identifier: leaf("name"),
  type_annotation: annotation,
  type_predicate_annotation: annotation,
  asserts_annotation: annotation,
  omitting_type_annotation: annotation,
  adding_type_annotation: annotation,
  opting_type_annotation: annotation,
};
