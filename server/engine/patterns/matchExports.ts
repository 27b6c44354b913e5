/** `export` in its forms, all of which give a name to what they give away. */

import { childOf, type Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, distinct, type Matcher, matchAnyOrder, matchList, type Run } from "./matchRun.ts";
import { isMetavariable } from "./patternSource.ts";

/** A name under which a statement gives something away; `value` where it stands there. */
interface Given {
  readonly name: Node;
  /** What others call it: the name, or "default". */
  readonly text: string;
  readonly value?: Node | undefined;
}

/** `export {$X}` is met by whatever is exported by a name, `export const $X = $Y` also by `export {y as x}` and `export default y`. */
export const matchExport: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "export") return noOutcome;
  const [first] = pattern.children;
  if (isFrom(pattern) || !first) return isFrom(node) ? matchFrom(run, pattern, node, bound) : noOutcome;
  if (first.type === "export_clause")
    return first.children.reduce<Outcomes>(
      (outcomes, wanted) =>
        chain(outcomes, (next) => distinct(givenBy(node).flatMap((one) => matchGiven(run, wanted, one, next)))),
      [bound],
    );
  if (first.kind === "declare" && pattern.text === "") return matchDeclared(run, first, node, bound);
  const named = givenBy(node).find(({ text }) => text === "default");
  if (pattern.text === "default" && named?.value && node.text !== "default") return run.match(run, first, named.value, bound);
  return pattern.text === node.text ? matchList(run, pattern.children, node.children, bound) : noOutcome;
};

function isFrom({ text }: Node): boolean {
  return text.startsWith("from ");
}

/** `export ... from "m"`; all names, and all under one, are the same. */
function matchFrom(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [wanted, found] = [pattern.text.slice("from ".length), node.text.slice("from ".length)];
  const span = { start: node.start, end: node.end };
  const module = isMetavariable(wanted)
    ? bind(bound, wanted, { span, text: found, nodes: [] })
    : wanted === found || wanted === "..."
      ? [bound]
      : noOutcome;
  const [names, given] = [clauseOf(pattern), clauseOf(node)];
  if (!names || !given) return names || given ? noOutcome : module;
  return chain(module, (next) => matchAnyOrder(run, names.children, given.children, next));
}

function clauseOf({ children: [first] }: Node): Node | undefined {
  return first?.type === "export_clause" ? first : undefined;
}

/** `export const a = b`; each of several declarations is one. */
function matchDeclared(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const declared = node.children.flatMap((child) => (child.kind === "declare" ? run.match(run, pattern, child, bound) : []));
  const [target, value] = [childOf(pattern, "target"), childOf(pattern, "value")];
  if (declared.length > 0 || pattern.text === "let" || !target || !value || childOf(pattern, "type")) return distinct(declared);
  return distinct(
    givenBy(node).flatMap(({ name, text, value: given }) =>
      given && name.parent?.kind !== "declare"
        ? chain(matchName(run, target, name, text, bound), (next) => run.match(run, value, given, next))
        : noOutcome,
    ),
  );
}

/** `a`, or `b as a`. */
function matchGiven(run: Run, { children: [own, other] }: Node, { name, text, value }: Given, bound: Bound): Outcomes {
  if (!own) return noOutcome;
  if (!other) return matchName(run, own, name, text, bound);
  return value ? chain(run.match(run, own, value, bound), (next) => matchName(run, other, name, text, next)) : noOutcome;
}

function matchName(run: Run, pattern: Node, name: Node, text: string, bound: Bound): Outcomes {
  if (!isMetavariable(pattern.text)) return pattern.text === text ? [bound] : noOutcome;
  const known = name.text === text;
  const binding = bindingOf(run.context.tree, [name], name.start);
  return bind(bound, pattern.text, known ? binding : { span: binding.span, text, nodes: [] });
}

function givenBy(node: Node): readonly Given[] {
  const [first] = node.children;
  if (!first) return [];
  if (node.text === "default") return [{ name: first, text: "default", value: first }];
  if (first.type === "export_clause")
    return first.children.flatMap(({ children: [own, other] }) => {
      if (!own) return [];
      const name = other ?? own;
      return [{ name, text: name.text, value: other || isFrom(node) ? own : undefined }];
    });
  return node.children.flatMap((child) => {
    const name = childOf(child, "name") ?? childOf(child, "target");
    return name?.kind === "name" ? [{ name, text: name.text, value: childOf(child, "value") }] : [];
  });
}
