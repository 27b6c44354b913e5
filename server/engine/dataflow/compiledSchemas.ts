/** What a JSON schema that Ajv asks lets through: `const isOrder = ajv.compile({...}); if (!isOrder(req.body)) return;`. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { forgetPart } from "./guards.ts";
import { harmlessParts, heldUnder, objectOf } from "./routeSchemas.ts";
import type { Run } from "./run.ts";

const libraries = /^(?:Ajv(?:20\d\d|JTD)?|ajv|_ajv|ajvInstance)$/;

/** What is asked of what; whether the validator looks at formats. */
interface Asked {
  readonly schema: Node;
  readonly data: Node;
  readonly formats: boolean;
}

/** The call came out as true. */
export function narrowBySchema(run: Run, callee: Node, given: readonly Node[]): void {
  const asked = schemaFor(run, callee, given);
  if (!asked) return;
  const { schema, data, formats } = asked;
  for (const path of harmlessParts(run, schema, { untyped: false, formats })) forgetPart(run, data, path);
}

function schemaFor(run: Run, callee: Node, given: readonly Node[]): Asked | undefined {
  const [first, second] = given;
  if (callee.kind === "member" && callee.text === "validate" && first && second)
    return askedBy(run, callee, { schema: first, data: second });
  const made = callee.kind === "name" && first && !second ? heldBy(callee, factsOf(run.module.context).definitions) : undefined;
  const maker = made?.kind === "call" ? childOf(made, "callee") : undefined;
  const [schema] = made ? childrenOf(made, "argument") : [];
  if (!first || !schema || maker?.kind !== "member" || maker.text !== "compile") return undefined;
  return askedBy(run, maker, { schema, data: first });
}

/** `ajv.compile` where `const ajv = new Ajv()`, and `new Ajv().compile`. */
function askedBy(run: Run, member: Node, asked: Omit<Asked, "formats">): Asked | undefined {
  const [object] = member.children;
  const made = object && heldBy(object, factsOf(run.module.context).definitions);
  if (made?.kind === "new") {
    const options = objectOf(run, childrenOf(made, "argument")[0]);
    // Ajv 6 calls it `format`.
    const asks = ["validateFormats", "format"].map((key) => heldUnder(options, key));
    const formats = asks.every((value) => value === undefined || !/^(?:boolean|name)$/.test(value.kind) || value.text === "true");
    return libraries.test(childOf(made, "callee")?.text ?? "") ? { ...asked, formats } : undefined;
  }
  return made === undefined && object?.kind === "name" && libraries.test(object.text) ? { ...asked, formats: true } : undefined;
}
