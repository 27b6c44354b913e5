/** Fields that a class checks before anybody gets them: `@field_validator("url")` of pydantic. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { guardsOf } from "./functionGuards.ts";
import type { Run } from "./run.ts";
import { targetsOf } from "./targets.ts";

const checking = /^(?:field_validator|validator|validates)$/;

/**
 * Whether the object's class has a function that checks the field and raises where it is not as it should be.
 *
 * @param member `body.url`.
 */
export function isValidatedField(run: Run, member: Node): boolean {
  const [object] = member.children;
  if (!object || run.dialect.keysAreFields) return false;
  const holders = targetsOf(object, run.module);
  return (
    holders.length > 0 &&
    holders.every(
      ({ kind, node, module }) =>
        kind === "instance" &&
        (childOf(node, "body")?.children ?? []).some(
          (method) =>
            method.kind === "function" &&
            validates(method, member.text) &&
            guardsOf(run, { kind: "function", node: method, module }).always.some(
              ({ key, path }) => key === placeOfValue(method) && path.length === 0,
            ),
        ),
    )
  );
}

/** The class or the object comes first, and then the value; SQLAlchemy puts the name of the field between them. */
function placeOfValue(method: Node): string {
  const second = childrenOf(method, "parameter")[1];
  return second && /^_?(?:key|field|name|attr(?:ibute)?)$/.test(childOf(second, "target")?.text ?? "") ? "2" : "1";
}

function validates(method: Node, field: string): boolean {
  return childrenOf(method, "decorator").some(({ children: [call] }) => {
    const callee = call?.kind === "call" ? childOf(call, "callee") : undefined;
    return (
      call !== undefined &&
      callee !== undefined &&
      checking.test(callee.text) &&
      childrenOf(call, "argument").some(({ kind, text }) => kind === "string" && text === field)
    );
  });
}
