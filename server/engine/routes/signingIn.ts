/** Tells a handler that signs somebody in, whatever its path: it compares a password, and hands out a token or begins a session. Pure. */

import { dottedName } from "../findings/enclosing.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";

/** Nodes that are looked at in one handler. */
const most = 2000;

/** Names of what compares a password with the one that is kept. */
export const comparesPassword =
  /(?:^|\.)(?:argon2\.verify|bcrypt(?:js)?\.compare(?:Sync)?|check_password_hash|checkpw|(?:verify|check|compare|validate|matches|is_?(?:right|correct|valid))_?password|password_?(?:matches|is_?(?:right|correct|valid)|verif(?:y|ies)))$/i;

/** What is made of somebody who was recognized. */
const beginsSession =
  /(?:^|\.)(?:jwt\.(?:sign|encode|signAsync)|(?:sign|issue|create|generate|make|encode)_?(?:(?:access|auth|jwt|session)_?)+(?:token|jwt)?s?|sign_?(?:token|jwt)|(?:start|create|begin|open)_?session|login_?user)$/i;

/** May be the token of an invitation as well, or of a key. */
const makesToken = /(?:^|\.)(?:issue|create|generate|make|encode)_?(?:token|jwt)s?$/i;

const answers =
  /(?:^|\.)(?:json|send|end|cookie|setCookie|set_cookie|setHeader|header|jsonify|JSONResponse|JsonResponse|Response)$/;

/** Who is signed in already. */
const knownCaller = /(?:^|\.)(?:(?:req|request|ctx|g|self\.request)\.(?:user|auth)|current_?user)(?:\.|$)/i;

/** @param names All that the handler names. */
export function signsSomebodyIn(handler: Node, names: readonly string[]): boolean {
  if (names.some((name) => knownCaller.test(name))) return false;
  const calls = callsIn(handler);
  if (!calls.some(isComparison)) return false;
  return calls.some((call) => {
    const name = dottedName(childOf(call, "callee"));
    if (beginsSession.test(name)) return true;
    return makesToken.test(name) && childrenOf(call, "argument").length > 0 && isAnswered(call, handler, calls);
  });
}

/** A function of one value asks how good a new password is: `validatePassword(password)`, and not `user.validatePassword(password)`. */
function isComparison(call: Node): boolean {
  const callee = childOf(call, "callee");
  if (!comparesPassword.test(dottedName(callee))) return false;
  if (childrenOf(call, "argument").length > 1) return true;
  return callee?.kind === "member" && !/(?:^|\.)(?:password|validat\w*|polic\w*|rules?|zxcvbn)s?\.\w+$/i.test(dottedName(callee));
}

function isAnswered(made: Node, handler: Node, calls: readonly Node[]): boolean {
  let at = made;
  while (at.parent && at.parent !== handler && !/^(?:declare|assign|block|function)$/.test(at.parent.kind)) {
    at = at.parent;
    if (at.kind === "return" || (at.kind === "call" && answers.test(dottedName(childOf(at, "callee"))))) return true;
  }
  const name = at.parent && childOf(at.parent, "target")?.text;
  if (at.parent?.kind === "function") return true;
  if (!name) return false;
  const isIn = (node: Node): boolean => nodesIn(node).some(({ kind, text }) => kind === "name" && text === name);
  return (
    nodesIn(handler).some((node) => node.kind === "return" && isIn(node)) ||
    calls.some((call) => {
      const callee = childOf(call, "callee");
      const method = callee?.kind === "member" ? callee.text : dottedName(callee);
      return answers.test(method) && childrenOf(call, "argument").some(isIn);
    })
  );
}

function callsIn(top: Node): readonly Node[] {
  return nodesIn(top).filter(({ kind }) => kind === "call");
}

function nodesIn(top: Node): readonly Node[] {
  const found = [top];
  for (const node of found) if (found.length < most) found.push(...node.children);
  return found;
}
