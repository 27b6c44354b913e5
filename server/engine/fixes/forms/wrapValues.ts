/** Writes the values that a text is put together from in another way, such as escaped; refuses where that would not be enough. Pure. */

import { collectDefinitions } from "../../patterns/scopes.ts";
import type { WrappedText } from "../../rules/rule.ts";
import type { Node } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixContext, FixRefusal, TextEdit } from "../fix.ts";
import { assignedExpressions } from "../query/queryBuild.ts";
import { type QueryPart, queryParts } from "../query/queryParts.ts";
import { assertionBehind, fillTemplate, quoteInside } from "./fillTemplate.ts";
import { valuesOfFilter, whyNotText } from "./filterValues.ts";
import { isNumber } from "./knownNumbers.ts";
import { markupIn } from "./markupValues.ts";
import { optionEnds } from "./optionEnds.ts";
import { whyUnsafe } from "./textPlaces.ts";

type Value = Extract<QueryPart, { kind: "value" }>;

/** @param span what was found: the text itself, or a variable that it was assigned to. */
export function wrapValues(
  wrap: { readonly value: string; readonly text: WrappedText },
  span: Span,
  names: ReadonlyMap<string, string>,
  context: FixContext,
): readonly TextEdit[] | FixRefusal {
  const { tree, text, finding } = context;
  const node = nodeAt(tree.root, span);
  const filter = node?.kind === "object" && wrap.text === "filter" ? node : undefined;
  const entries = filter ? valuesOfFilter(filter) : node?.kind === "object" ? valuesOf(node) : undefined;
  const expressions = node && (entries ?? expressionsOf(node));
  if (!expressions || "refused" in expressions) return notTold;
  const parts = partsOf(expressions, text, wrap.text);
  if ("refused" in parts) return parts;
  const values = parts.filter(canBeWrapped);
  const onPath = values.filter((value) => finding.path.some((step) => step.role !== "sink" && meets(step.span, value.node)));
  const given = values.filter((value) => onPath.includes(value) || fromRequest.test(value.source));
  const chosen = onPath.length > 0 ? given : values;
  const unsafe = filter ? whyNotText(chosen, filter) : whyUnsafe(wrap.text, parts, chosen);
  if (unsafe) return { refused: unsafe };
  const wrapped = wrap.text === "html" ? withoutMarkup(chosen, context) : chosen;
  if ("refused" in wrapped) return wrapped;
  const ends = wrap.text === "shell" ? optionEnds(parts, wrapped, text) : [];
  if ("refused" in ends) return ends;
  const edits: TextEdit[] = [...ends];
  for (const { node: value } of wrapped) {
    const inner = (/\b(?:str|String)\(/.test(wrap.value) && givenToString(value)) || value;
    const bindings = new Map([["$VALUE", { span: inner, text: text.slice(inner.start, inner.end), nodes: [inner] }]]);
    const key = value.parent?.kind === "pair" ? value.parent.children[0] : undefined;
    const shorthand = key?.start === value.start ? `${key.text}: ` : "";
    const written = fillTemplate(wrap.value, { bindings }, names, context, quoteInside(value, context));
    const end = value.end + (inner === value ? assertionBehind(value, tree).length : 0);
    edits.push({ span: { start: value.start, end }, text: shorthand + written });
  }
  return edits.length > 0
    ? edits
    : { refused: "the values of the text cannot be told; write each one in the other way where it is put in" };
}

const notTold = { refused: "how the text is put together cannot be told" };

function canBeWrapped(part: QueryPart): part is Value {
  return part.kind === "value" && part.settled !== true && !isNumber(part.node);
}

function partsOf(expressions: readonly Node[], text: string, kind: WrappedText): readonly QueryPart[] | FixRefusal {
  const parts: QueryPart[] = [];
  for (const expression of expressions) {
    const own = queryParts(expression, text, kind === "html" ? "markup" : "values");
    if ("refused" in own) return notTold;
    parts.push(...own);
  }
  return parts;
}

const maxDepth = 4;

/** A value that holds markup of the program gives way to the values that are put into that. */
function withoutMarkup(values: readonly Value[], context: FixContext, depth = 0): readonly Value[] | FixRefusal {
  const { tree, text } = context;
  const definitions = collectDefinitions(tree, true);
  const found: Value[] = [];
  for (const value of values) {
    const texts = markupIn(value.node, text, definitions);
    if (texts && "refused" in texts) return texts;
    if (!texts) found.push(value);
    for (const inner of texts ?? []) {
      const parts = depth < maxDepth ? partsOf([inner], text, "html") : notTold;
      if ("refused" in parts) return parts;
      const own = parts.filter(canBeWrapped);
      const unsafe = whyUnsafe("html", parts, own);
      const deeper = unsafe ? { refused: unsafe } : withoutMarkup(own, context, depth + 1);
      if ("refused" in deeper) return deeper;
      found.push(...deeper.filter(({ node }) => !found.some((one) => one.node === node)));
    }
  }
  return found;
}

/** `x` of `String(x)` or `str(x)`, which a template that makes a text of a value need not do again. */
function givenToString(value: Node): Node | undefined {
  const [callee, given, ...others] = value.kind === "call" ? value.children : [];
  return callee?.kind === "name" && /^(?:String|str)$/.test(callee.text) && others.length === 0 ? given : undefined;
}

/** Plainly given by a request, whatever path the finding tells. */
const fromRequest = /^(?:req|request|ctx(?:\.request)?)\.(?:body|query|params|cookies|headers|args|form|json|GET|POST)\b/;

/** What the entries of an object are given. */
function valuesOf(object: Node): readonly Node[] {
  return object.children.flatMap((pair) => {
    const value = pair.kind === "pair" ? pair.children[1] : undefined;
    return value?.kind === "object" ? valuesOf(value) : (value ?? []);
  });
}

function expressionsOf(node: Node): readonly Node[] | FixRefusal {
  if (node.kind !== "name") return [node];
  const assigned = assignedExpressions(node, node);
  // A value that comes from outside as it is, such as a parameter.
  return "refused" in assigned ? [node] : assigned;
}

const notText = new Set<Node["kind"]>(["file", "block", "assign", "declare", "function"]);

/** The expression that is this range. */
function nodeAt(root: Node, span: Span): Node | undefined {
  let at: Node | undefined = root;
  while (at) {
    if (at.start === span.start && at.end === span.end && !notText.has(at.kind)) return at;
    at = at.children.find((child) => child.start <= span.start && child.end >= span.end);
  }
  return undefined;
}

function meets(step: Span, value: Span): boolean {
  return (step.start <= value.start && step.end >= value.end) || (value.start <= step.start && value.end >= step.end);
}
