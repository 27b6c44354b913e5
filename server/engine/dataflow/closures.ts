/** The variables of a function that the functions made inside it share. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import type { Run } from "./run.ts";
import { bindName, type Scope } from "./state.ts";
import { clean, isTainted } from "./value.ts";

/** The variables that a function's parameters and the statements of its body make. */
export function declareOwn(scope: Scope, node: Node): void {
  for (const parameter of childrenOf(node, "parameter")) declareName(scope, parameter);
  for (const statement of childOf(node, "body")?.children ?? []) if (statement.kind === "declare") declareName(scope, statement);
}

function declareName(scope: Scope, declaration: Node): void {
  const target = childOf(declaration, "target");
  if (target?.kind === "name") bindName(scope, target.text);
}

/** Functions inside of a function share its variables: those that the call makes are others than an earlier call has made. */
export function makeAnew({ state, dialect }: Run, call: Node, node: Node): void {
  const body = childOf(node, "body");
  if (!state || state.isClean() || dialect.assignmentDeclares || body?.kind !== "block") return;
  if (node.start <= call.start && call.end <= node.end) return;
  for (const statement of body.children) {
    const name = statement.kind === "declare" ? childOf(statement, "target") : undefined;
    if (name?.kind !== "name") continue;
    for (const { start } of [node, body]) {
      const id = `${name.text}@${start}`;
      if (isTainted(state.get(id))) state.set(id, clean);
    }
  }
}
