/** A file made ready for matching: its index, its names and its constants, each built when first asked for. */

import type { Node, Tree } from "../tree/node.ts";
import { type Constant, constantOf } from "./constants.ts";
import type { Budget, MatchContext } from "./match.ts";
import { indexNodes, type NodeIndex } from "./nodeIndex.ts";
import { collectDefinitions, type Definitions, definitionsFor, requiredModule } from "./scopes.ts";

/** What the matcher needs beyond the public context. */
export interface FileFacts {
  readonly index: NodeIndex;
  readonly definitions: Definitions;
  /** Local names of imports by the last segment of what they stand for: "exec" -> ["e"]. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Local names that some import or `require` gives. */
  readonly imported: ReadonlySet<string>;
  readonly precise: boolean;
  /** Where patterns of a kind and name are looked for, as far as one was. */
  readonly candidates: Map<string, readonly Node[]>;
  /** What is known of expressions that were asked about. */
  readonly constants: Map<Node, Constant | undefined>;
}

const factsByContext = new WeakMap<MatchContext, () => FileFacts>();

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
  let facts: FileFacts | undefined;
  const precise = options.precise === true;
  const context: MatchContext = {
    tree,
    budget,
    resolveName: (node) => resolveName(node, factsOf(context)),
    resolveConstant: (node) => {
      const constant = knownConstant(node, factsOf(context));
      return constant?.type === "string" ? constant.value : undefined;
    },
    resolveLiteral: (node) => knownConstant(node, factsOf(context)),
    ...(options.now === undefined ? {} : { now: options.now }),
    get texts() {
      return factsOf(context).index.words;
    },
  };
  factsByContext.set(context, () => {
    facts ??= makeFacts(tree, precise);
    return facts;
  });
  return context;
}

export function factsOf(context: MatchContext): FileFacts {
  const facts = factsByContext.get(context);
  if (!facts) throw new Error("The context was not made by createMatchContext.");
  return facts();
}

function makeFacts(tree: Tree, precise: boolean): FileFacts {
  const definitions = collectDefinitions(tree, precise);
  const aliases = new Map<string, string[]>();
  const imported = new Set<string>();
  for (const [local, list] of definitions)
    for (const { path } of list) {
      if (path !== undefined) imported.add(local);
      const last = path?.split(".").at(-1);
      if (last === undefined || last === local) continue;
      const known = aliases.get(last);
      if (known) known.push(local);
      else aliases.set(last, [local]);
    }
  let index: NodeIndex | undefined;
  return {
    get index() {
      index ??= indexNodes(tree);
      return index;
    },
    definitions,
    aliases,
    imported,
    precise,
    candidates: new Map(),
    constants: new Map(),
  };
}

/** `constantOf`, asked once for each node. */
export function knownConstant(node: Node, { constants, definitions }: FileFacts): Constant | undefined {
  if (node.kind === "string") return constantOf(node, definitions);
  if (constants.has(node)) return constants.get(node);
  const constant = constantOf(node, definitions);
  constants.set(node, constant);
  return constant;
}

/** What an imported name stands for; undefined when the name is not imported or is hidden by another declaration. */
export function importPath(node: Node, { definitions, imported }: FileFacts): string | undefined {
  if (!imported.has(node.text)) return undefined;
  if (node.role === "property" || node.role === "name" || node.parent?.kind === "parameter") return undefined;
  const found = definitionsFor(definitions, node, node.text);
  return found.find(({ path }) => path !== undefined)?.path;
}

function resolveName(node: Node, facts: FileFacts): string | undefined {
  if (node.kind === "name") return importPath(node, facts) ?? node.text;
  if (node.kind === "call" && facts.precise) return requiredModule(node)?.replace(/^node:/, "");
  if (node.kind !== "member") return undefined;
  const object = node.children[0];
  const base = object && resolveName(object, facts);
  return base === undefined ? undefined : `${base}.${node.text}`;
}
