/** Imports: a pattern that names one thing is met by an import of several. */

import { childOf, type Node } from "../tree/node.ts";
import { type Bound, bind, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, type Matcher, matchAnyOrder, type Run } from "./matchRun.ts";
import { isMetavariable } from "./patternSource.ts";
import { requiredModule } from "./scopes.ts";

export const matchImport: Matcher = (run, pattern, node, bound) =>
  run.context.tree.language === "python" ? matchPython(run, pattern, node, bound) : matchJavascript(pattern, node, bound);

function matchModule(pattern: Node, text: string, node: Node, bound: Bound): Outcomes {
  if (isMetavariable(pattern.text))
    return bind(bound, pattern.text, { span: { start: node.start, end: node.end }, text, nodes: [] });
  return pattern.text === text || pattern.text === "..." ? [bound] : noOutcome;
}

function matchJavascript(pattern: Node, node: Node, bound: Bound): Outcomes {
  const wanted = pattern.children.filter(({ kind }) => kind !== "ellipsis");
  if (node.kind === "declare" && wanted.length > 0) return matchRequire(pattern, wanted, node, bound);
  if (node.kind !== "import") return noOutcome;
  return chain(matchModule(pattern, node.text, node, bound), (next) => matchBindings(wanted, node.children, next));
}

/** `import {a} from "m"` is also met by `const {a} = require("m")`. */
function matchRequire(pattern: Node, wanted: readonly Node[], node: Node, bound: Bound): Outcomes {
  const module = requiredModule(childOf(node, "value"));
  const target = childOf(node, "target");
  if (module === undefined || target?.kind !== "object") return noOutcome;
  return chain(matchModule(pattern, module, node, bound), (next) => matchBindings(wanted, target.children, next));
}

function matchBindings(patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [first, ...rest] = patterns;
  if (!first) return [bound];
  return nodes.flatMap((node) => chain(matchBinding(first, node, bound), (next) => matchBindings(rest, nodes, next)));
}

function matchBinding(pattern: Node, node: Node, bound: Bound): Outcomes {
  const imported = node.kind === "pair" ? (node.children[0]?.text ?? "") : node.text;
  const local = node.kind === "pair" ? node.children[1] : node.children[0];
  const name = pattern.children[0];
  if (pattern.text === "*" || pattern.text === "default") {
    if (imported !== pattern.text || !name || !local) return noOutcome;
    return bindName(name, local.text, local, bound);
  }
  if (imported === "*") return noOutcome;
  const asked = isMetavariable(pattern.text)
    ? bindName(pattern, imported === "default" ? (local?.text ?? "") : imported, local ?? node, bound)
    : pattern.text === imported
      ? [bound]
      : noOutcome;
  if (!name || name.text === pattern.text || !local) return asked;
  return chain(asked, (next) => bindName(name, local.text, local, next));
}

function bindName(pattern: Node, text: string, node: Node, bound: Bound): Outcomes {
  if (!isMetavariable(pattern.text)) return pattern.text === text ? [bound] : noOutcome;
  const nodes = node.text === text ? [node] : [];
  return bind(bound, pattern.text, { span: { start: node.start, end: node.end }, text, nodes });
}

/** `import a` is met by whatever imports from `a`; `from a import b` by `import a.b` too. */
function matchPython(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (node.kind !== "import") return noOutcome;
  const [first] = pattern.children;
  const wanted = pattern.children.filter(({ kind }) => kind !== "ellipsis");
  if (pattern.children.length > 0 && wanted.length === 0) return matchModule(pattern, node.text, node, bound);
  if (wanted.length === 1 && first?.text === "") {
    const alias = first.children[0];
    if (!alias)
      return isMetavariable(pattern.text)
        ? matchModule(pattern, node.text, node, bound)
        : underModule(pattern.text, node)
          ? [bound]
          : noOutcome;
    const local = node.children[0]?.text === "" ? node.children[0].children[0] : undefined;
    return local
      ? chain(matchModule(pattern, node.text, node, bound), (next) => bindName(alias, local.text, local, next))
      : noOutcome;
  }
  const named = wanted.every(({ text }) => !isMetavariable(text));
  if (named && wanted.length === 1 && underModule(`${pattern.text}.${wanted[0]?.text ?? ""}`, node)) return [bound];
  const exact = chain(matchModule(pattern, node.text, node, bound), (next) =>
    wanted[0]?.text === "*" ? matchAnyOrder(run, [], [], next) : matchBindings(wanted, node.children, next),
  );
  if (exact.length > 0 || !named || !node.text.startsWith(`${pattern.text}.`)) return exact;
  return matchBindings(wanted, node.children, bound);
}

/** Whether the import reaches a module or something in it. */
function underModule(path: string, node: Node): boolean {
  return (
    node.text === path || node.text.startsWith(`${path}.`) || node.children.some(({ text }) => `${node.text}.${text}` === path)
  );
}
