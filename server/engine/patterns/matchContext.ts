/** A file made ready for matching: its index, its names and its constants, each built when first asked for. */

import type { Kind, Node, Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Constant } from "./calculated.ts";
import { constantOf, entryConstant, mayBeKnown, usualEffort } from "./constants.ts";
import { heldTexts } from "./heldTexts.ts";
import { injectedParameter } from "./injected.ts";
import type { Budget, MatchContext } from "./match.ts";
import { keyOfMatching, type Matching, usualMatching } from "./matching.ts";
import { indexNodes, type NodeIndex } from "./nodeIndex.ts";
import { collectDefinitions, type Definitions, definitionsFor, requiredModule } from "./scopes.ts";
import { type VariableOf, variablesOf } from "./variables.ts";

/** What the matcher needs beyond the public context. */
export interface FileFacts {
  readonly index: NodeIndex;
  readonly definitions: Definitions;
  /** Local names of imports by the last segment of what they stand for: "exec" -> ["e"]. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Local names that some import or `require` gives, and variables that only hold an imported function. */
  readonly imported: ReadonlySet<string>;
  readonly precise: boolean;
  /** What follows an expression that is not the same with it to Semgrep: `x!`, `x satisfies T`. Absent where there is none. */
  readonly asserted: ReadonlyMap<Node, string> | undefined;
  /** For the documented profile, where there are any: see `Tree`. */
  readonly casts: Tree["casts"];
  /** Whether a class may be handed what its constructor takes: see injected.ts. */
  readonly injects: boolean;
  readonly variableOf: VariableOf;
  /** Only literals are known, and what variables hold is not. */
  readonly literalsOnly: boolean;
  /** Where patterns of a kind and name are looked for, as far as one was. */
  readonly candidates: Map<string, readonly Node[]>;
  /** Of texts that stand beside one another, as far as they were asked for: see literals.ts. */
  readonly literals: Map<Node, readonly Node[]>;
  /** What is known of expressions that were asked about. */
  readonly constants: Map<Node, Constant | undefined>;
}

export interface ContextOptions {
  /** For rules of that profile: a default import and `require("m").f` are followed too. */
  readonly precise?: boolean;
  /** See `MatchContext`. */
  readonly now?: number | undefined;
}

/**
 * @param budget Counted down by one for each comparison; matching stops at zero and what was found so far is kept.
 */
export function createMatchContext(tree: Tree, budget: Budget, options: ContextOptions = {}): MatchContext {
  return new FileContext({ tree, budget, now: options.now, matching: usualMatching }, () =>
    makeFacts(tree, options.precise === true),
  );
}

const variants = new Notes<MatchContext, Map<string, MatchContext>>();

/** The same file for rules whose options change what matches; made once for each way of matching. */
export function contextFor(context: MatchContext, matching: Matching): MatchContext {
  const known = variants.get(context) ?? new Map<string, MatchContext>();
  variants.set(context, known);
  const key = keyOfMatching(matching);
  const variant =
    known.get(key) ??
    new FileContext({ tree: context.tree, budget: context.budget, now: context.now, matching }, () => {
      const literalsOnly = !matching.constant_propagation;
      return { ...factsOf(context), literalsOnly, candidates: new Map(), constants: new Map() };
    });
  known.set(key, variant);
  return variant;
}

interface Given extends Pick<MatchContext, "tree" | "budget" | "matching"> {
  readonly now: number | undefined;
}

/** A class and no literal with getters: each such literal has a hidden class of its own, which is old at once and keeps its file alive. */
class FileContext implements MatchContext {
  readonly tree: Tree;
  readonly budget: Budget;
  readonly matching: Matching;
  readonly now: number | undefined;
  private readonly make: () => FileFacts;
  private known: FileFacts | undefined;
  private heldTexts: ReturnType<typeof heldTexts> | undefined;

  constructor({ tree, budget, matching, now }: Given, make: () => FileFacts) {
    this.tree = tree;
    this.budget = budget;
    this.matching = matching;
    this.now = now;
    this.make = make;
    this.known = undefined;
    this.heldTexts = undefined;
  }

  get facts(): FileFacts {
    this.known ??= this.make();
    return this.known;
  }

  get texts(): ReadonlySet<string> {
    return this.facts.index.words;
  }

  resolveName(node: Node): string | undefined {
    return resolveName(node, this.facts);
  }

  resolveConstant(node: Node): string | undefined {
    const constant = knownConstant(node, this.facts);
    return constant?.type === "string" ? constant.value : undefined;
  }

  resolveLiteral(node: Node): Constant | undefined {
    return knownConstant(node, this.facts);
  }

  holds(wanted: string): boolean {
    this.heldTexts ??= heldTexts(this.tree);
    return this.heldTexts(wanted);
  }
}

export function factsOf(context: MatchContext): FileFacts {
  if (!(context instanceof FileContext)) throw new Error("The context was not made by createMatchContext.");
  return context.facts;
}

function makeFacts(tree: Tree, precise: boolean): FileFacts {
  const definitions = collectDefinitions(tree, precise);
  const aliases = new Map<string, string[]>();
  const imported = new Set<string>();
  for (const [local, list] of definitions)
    for (const definition of list) {
      const path = definition.path ?? definition.called;
      if (path !== undefined) imported.add(local);
      const last = path?.split(".").at(-1);
      if (last === undefined || last === local) continue;
      const known = aliases.get(last);
      if (known) known.push(local);
      else aliases.set(last, [local]);
    }
  const variableOf = variablesOf(definitions, tree.language === "python", precise);
  const injects = !precise && /@(?:Injectable|Component)\b/.test(tree.text);
  return {
    index: indexNodes(tree),
    definitions,
    aliases,
    imported,
    precise,
    asserted: precise ? undefined : assertedIn(tree),
    casts: precise || !tree.casts?.size ? undefined : tree.casts,
    injects,
    variableOf: injects ? withFields(variableOf) : variableOf,
    literalsOnly: false,
    candidates: new Map(),
    literals: new Map(),
    constants: new Map(),
  };
}

/** A field that a constructor is handed is another thing than the parameter of its name. */
function withFields(variableOf: VariableOf): VariableOf {
  return (node) => (node.role === "property" ? injectedParameter(node) : variableOf(node));
}

function assertedIn({ casts }: Tree): ReadonlyMap<Node, string> | undefined {
  let found: Map<Node, string> | undefined;
  for (const [node, around] of casts ?? [])
    for (const { form, type } of around)
      if (form !== "as") found = (found ?? new Map<Node, string>()).set(node, form === "!" ? "!" : ` satisfies ${type}`);
  return found;
}

const literalKinds: ReadonlySet<Kind> = new Set(["string", "stringPart", "number", "boolean"]);

/** Texts that are only joined by standing beside one another have several parts. */
function isLiteral({ kind, type }: Node): boolean {
  return literalKinds.has(kind) && type !== "concatenated_string";
}

/** `constantOf`, asked once for each node; only of literals where constants are not to be followed. */
export function knownConstant(node: Node, facts: FileFacts): Constant | undefined {
  const { constants, definitions, literalsOnly } = facts;
  if ((literalsOnly && !isLiteral(node)) || facts.asserted?.has(node)) return undefined;
  if (node.kind === "string") return constantOf(node, definitions);
  if (constants.has(node)) return constants.get(node);
  const entry =
    facts.precise && node.kind === "member" ? entryConstant(node, definitions, facts.index.byKind("assign")) : undefined;
  const lost = !facts.precise && node.kind === "name" && !mayBeKnown(node, definitions);
  const effort = facts.precise
    ? { ...usualEffort, assignments: facts.index.byKind("assign") }
    : { ...usualEffort, documented: true, casts: facts.casts };
  const constant = lost ? undefined : (entry ?? constantOf(node, definitions, effort));
  constants.set(node, constant);
  return constant;
}

/**
 * What an imported name stands for, and a variable that is called in the place of an imported function; undefined when the name is
 * not imported or is hidden by another declaration.
 */
export function importPath(node: Node, { definitions, imported }: FileFacts): string | undefined {
  if (!imported.has(node.text)) return undefined;
  if (node.role === "property" || node.role === "name" || namesParameter(node)) return undefined;
  const found = definitionsFor(definitions, node, node.text);
  return found.find(({ path }) => path !== undefined)?.path ?? (node.role === "callee" ? found[0]?.called : undefined);
}

/** The parameter's own name; its type and its default value mean what the file means by them. */
function namesParameter({ parent, role }: Node): boolean {
  return parent?.kind === "parameter" && role !== "type" && role !== "default";
}

function resolveName(node: Node, facts: FileFacts): string | undefined {
  if (node.kind === "name") return importPath(node, facts) ?? node.text;
  if (node.kind === "call" && facts.precise) return requiredModule(node)?.replace(/^node:/, "");
  if (node.kind !== "member") return undefined;
  const object = node.children[0];
  const base = object && resolveName(object, facts);
  return base === undefined ? undefined : `${base}.${node.text}`;
}
