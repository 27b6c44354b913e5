/** What a JSON schema that Ajv asks lets through: `const isOrder = ajv.compile({...}); if (!isOrder(req.body)) return;`. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { forgetPart } from "./guards.ts";
import { harmlessParts } from "./routeSchemas.ts";
import type { Run } from "./run.ts";

const libraries = /^(?:Ajv(?:20\d\d|JTD)?|ajv|_ajv|ajvInstance)$/;

/** The call came out as true. */
export function narrowBySchema(run: Run, callee: Node, given: readonly Node[]): void {
  const asked = schemaFor(run, callee, given);
  if (!asked) return;
  for (const path of harmlessParts(run, asked.schema)) forgetPart(run, asked.data, path);
}

function schemaFor(run: Run, callee: Node, given: readonly Node[]): { readonly schema: Node; readonly data: Node } | undefined {
  const [first, second] = given;
  if (callee.kind === "member" && callee.text === "validate" && first && second)
    return isAjv(run, callee) ? { schema: first, data: second } : undefined;
  const made = callee.kind === "name" && first && !second ? heldBy(callee, factsOf(run.module.context).definitions) : undefined;
  const maker = made?.kind === "call" ? childOf(made, "callee") : undefined;
  const [schema] = made ? childrenOf(made, "argument") : [];
  return first && schema && maker?.kind === "member" && maker.text === "compile" && isAjv(run, maker)
    ? { schema, data: first }
    : undefined;
}

/** `ajv.compile` where `const ajv = new Ajv()`, and `new Ajv().compile`. */
function isAjv(run: Run, member: Node): boolean {
  const [object] = member.children;
  const made = object && heldBy(object, factsOf(run.module.context).definitions);
  if (made?.kind === "new") return libraries.test(childOf(made, "callee")?.text ?? "");
  return made === undefined && object?.kind === "name" && libraries.test(object.text);
}
