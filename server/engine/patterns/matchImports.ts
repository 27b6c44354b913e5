/** Imports: a pattern that names one thing is met by an import of several. */

import { childOf, type Node } from "../tree/node.ts";
import { type Bound, bind, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, distinct, type Matcher, type Run } from "./matchRun.ts";
import { isMetavariable } from "./patternSource.ts";
import { requiredModule } from "./scopes.ts";

export const matchImport: Matcher = (run, pattern, node, bound) =>
  run.context.tree.language === "python" ? matchPython(run, pattern, node, bound) : matchJavascript(run, pattern, node, bound);

function matchModule(pattern: Node, text: string, node: Node, bound: Bound): Outcomes {
  if (isMetavariable(pattern.text))
    return bind(bound, pattern.text, { span: { start: node.start, end: node.end }, text, nodes: [] });
  if (isDotted(pattern.text)) return matchDotted(pattern.text, text, node, bound, false);
  return pattern.text === text || pattern.text === "..." ? [bound] : noOutcome;
}

/** A module of Python of which a part is left open: `crypto.$X`. */
function isDotted(text: string): boolean {
  return text.includes("$") && text.includes(".") && !isMetavariable(text);
}

/** Part by part; a metavariable at the end stands for all that is left. @param under Whether the module may be one in what is asked for. */
function matchDotted(pattern: string, text: string, { start, end }: Node, bound: Bound, under: boolean): Outcomes {
  const [wanted, found] = [partsOfModule(pattern), partsOfModule(text)];
  if (found.length < wanted.length) return noOutcome;
  let outcomes: Outcomes = [bound];
  for (const [at, part] of wanted.entries()) {
    const isLast = at === wanted.length - 1;
    const open = isMetavariable(part);
    const here = isLast && open ? found.slice(at).join(".") : (found[at] ?? "");
    if (isLast && !open && !under && found.length > wanted.length) return noOutcome;
    if (open) outcomes = chain(outcomes, (next) => bind(next, part, { span: { start, end }, text: here, nodes: [] }));
    else if (part !== here) return noOutcome;
  }
  return outcomes;
}

/** The dots at the beginning are one part, three of them two. */
function partsOfModule(text: string): string[] {
  const dots = /^\.*/.exec(text)?.[0] ?? "";
  const names = text.slice(dots.length).split(".");
  return [...(dots === "..." ? ["..", "."] : dots === "" ? [] : [dots]), ...names.filter((name) => name !== "")];
}

function matchJavascript(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const wanted = pattern.children.filter(({ kind }) => kind !== "ellipsis");
  if (node.kind === "declare") return matchRequire(pattern, wanted, node, bound);
  if (node.kind === "export") return matchPassedOn(pattern, wanted, node, bound);
  if (node.kind !== "import") return noOutcome;
  // `import {...}` asks for some name.
  const open = wanted.length < pattern.children.length;
  if (open && node.children.every(({ text }) => text === "*") && !namesNothing(run, node)) return noOutcome;
  const test = run.strings.get(pattern);
  // `import "m"` is met by an import of `m/part` too.
  const under = node.text.startsWith(`${pattern.text}/`) || test?.(node.text) === true;
  const module = under ? [bound] : matchModule(pattern, node.text, node, bound);
  return chain(module, (next) => matchBindings(wanted, node.children, next));
}

/** `import {} from "m"`. */
function namesNothing({ context, facts }: Run, { start, end, children }: Node): boolean {
  return !facts.precise && children.length === 0 && context.tree.text.slice(start, end).includes("{");
}

/** `export {a} from "m"` imports `a` to give it away. */
function matchPassedOn(pattern: Node, wanted: readonly Node[], node: Node, bound: Bound): Outcomes {
  const [clause] = node.children;
  if (!node.text.startsWith("from ") || clause?.type !== "export_clause") return noOutcome;
  const module = matchModule(pattern, node.text.slice("from ".length), node, bound);
  return chain(module, (next) => matchBindings(wanted, clause.children, next));
}

/** `import "m"` is also met by `const a = require("m")`, `import {a} from "m"` by `const {a} = require("m")`. */
function matchRequire(pattern: Node, wanted: readonly Node[], node: Node, bound: Bound): Outcomes {
  const module = requiredModule(childOf(node, "value"));
  const target = childOf(node, "target");
  if (module === undefined || module !== pattern.text || (wanted.length > 0 && target?.kind !== "object")) return noOutcome;
  const pairs = target?.children.filter((pair) => pair.children[1]?.kind === "name") ?? [];
  return matchBindings(wanted, pairs, bound);
}

function matchBindings(patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [first, ...rest] = patterns;
  if (!first) return [bound];
  return nodes.flatMap((node, at) =>
    chain(matchBinding(first, node, bound), (next) => matchBindings(rest, nodes.toSpliced(at, 1), next)),
  );
}

function matchBinding(pattern: Node, node: Node, bound: Bound): Outcomes {
  const [own, other] = node.children;
  const renames = node.kind === "pair" || node.parent?.type === "export_clause";
  const imported = renames ? (own?.text ?? "") : node.text;
  const local = renames ? (other ?? own) : own;
  const name = pattern.children[0];
  // A new name in `require` has to be asked for.
  if (node.kind === "pair" && node.type === "pair_pattern" && name?.text === pattern.text) return noOutcome;
  if (pattern.text === "*" || pattern.text === "default") {
    if (imported !== pattern.text || !name || !local) return noOutcome;
    return bindName(name, local.text, local, bound);
  }
  if (imported === "*" || (node.type === "import_require_clause" && pattern.type !== node.type)) return noOutcome;
  const asked = isMetavariable(pattern.text)
    ? bindName(pattern, imported === "default" ? (local?.text ?? "") : imported, local ?? node, bound)
    : pattern.text === imported
      ? [bound]
      : noOutcome;
  if (!name || name.text === pattern.text || !local) return asked;
  if (local.text === imported) return noOutcome;
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
  return wanted.length === 1 && first?.text === ""
    ? matchPythonModule(run, pattern, first, node, bound)
    : matchPythonNames(pattern, wanted, node, bound);
}

function matchPythonModule(run: Run, pattern: Node, binding: Node, node: Node, bound: Bound): Outcomes {
  const alias = binding.children[0];
  if (!alias) {
    if (isMetavariable(pattern.text))
      return run.facts.precise ? matchModule(pattern, node.text, node, bound) : bindImported(run, pattern, node, bound);
    if (isDotted(pattern.text))
      return distinct(reachedBy(node).flatMap((path) => matchDotted(pattern.text, path, node, bound, true)));
    return underModule(pattern.text, node) ? [bound] : noOutcome;
  }
  const local = node.children[0]?.text === "" ? node.children[0].children[0] : undefined;
  if (!local) return noOutcome;
  return chain(matchModule(pattern, node.text, node, bound), (next) => bindName(alias, local.text, local, next));
}

/** To Semgrep `import $X` binds what is imported: a module, or each name that is taken from it. */
function bindImported({ context, facts }: Run, { text: name }: Node, node: Node, bound: Bound): Outcomes {
  const { start, end } = node;
  const taken = node.children.filter(({ text }) => text !== "" && text !== "*");
  if (taken.length === 0)
    return bind(bound, name, { span: { start, end }, text: node.text, nodes: [], variableOf: facts.variableOf });
  const from = start + (/^from\s*/.exec(context.tree.text.slice(start, end))?.[0].length ?? 0);
  return taken.flatMap((one) => {
    const span = { start: from, end: one.end };
    const nodes = one.children.slice(0, 1);
    return bind(bound, name, { span, text: context.tree.text.slice(from, one.end), nodes, variableOf: facts.variableOf });
  });
}

function matchPythonNames(pattern: Node, wanted: readonly Node[], node: Node, bound: Bound): Outcomes {
  const [only] = wanted;
  const named = node.children[0]?.text !== "";
  if (only?.text === "*") return node.children[0]?.text === "*" ? matchModule(pattern, node.text, node, bound) : noOutcome;
  const names = named ? node.children.filter(({ text }) => text !== "*") : [];
  const relative = pattern.text.endsWith(".");
  const within =
    named &&
    node.text.startsWith(relative ? pattern.text : `${pattern.text}.`) &&
    !(relative && node.text[pattern.text.length] === ".");
  const open = named && isDotted(pattern.text);
  const exact = within
    ? [bound]
    : open
      ? matchDotted(pattern.text, node.text, node, bound, true)
      : named
        ? matchModule(pattern, node.text, node, bound)
        : noOutcome;
  const outcomes = chain(exact, (next) => matchBindings(wanted, names, next));
  if (open || wanted.length !== 1 || !only || hasAlias(only)) return outcomes;
  const reached = modulesOf(node).flatMap(([module, name]) =>
    chain(matchModule(pattern, module, node, bound), (next) => bindName(only, name, node, next)),
  );
  return distinct([...outcomes, ...reached]);
}

function hasAlias(binding: Node): boolean {
  return binding.children[0] !== undefined && binding.children[0].text !== binding.text;
}

/** The modules on the way: `import a.b.c` reaches `b` in `a` and `c` in `a.b`. */
function modulesOf({ text }: Node): (readonly [string, string])[] {
  const relative = /^\.*/.exec(text)?.[0] ?? "";
  const segments = text.slice(relative.length).split(".");
  const steps = segments.map((name, at) => [relative + segments.slice(0, at).join("."), name] as const);
  return steps.filter(([module, name]) => module !== "" && name !== "");
}

/** The module, and what of it is imported by name. */
function reachedBy({ text, children }: Node): string[] {
  const joined = text.endsWith(".") ? text : `${text}.`;
  return [text, ...children.flatMap((child) => (child.text === "" || child.text === "*" ? [] : [joined + child.text]))];
}

/** Whether the import reaches a module or something in it. */
function underModule(path: string, node: Node): boolean {
  return (
    node.text === path || node.text.startsWith(`${path}.`) || node.children.some(({ text }) => `${node.text}.${text}` === path)
  );
}
