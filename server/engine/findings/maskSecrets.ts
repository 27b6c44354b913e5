/** Hides secrets where they are found, before they can reach any message, log, file or screen. */

import type { Rule } from "../rules/rule.ts";
import { judgeValue } from "../secrets/values.ts";
import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";

/** Whether the rule's matches hold secrets: `options: {linewarden-secret: true}`, or its checklist item is "no-secrets". */
export function findsSecrets(rule: Rule): boolean {
  const option = rule.options["linewarden-secret"];
  return typeof option === "boolean" ? option : rule.metadata.checklist.includes("no-secrets");
}

/** The metavariable that says which part of a match is the secret: what else stands there is shown, unless it looks like one. */
export const secretName = "$SECRET";

/** Names of algorithms are built as passwords are. */
const algorithm = /^[A-Z]{2,6}-?\d{1,4}K?$/;

/** Whether a string beside the secret that a rule names is better hidden too: a second key, the password of another place. */
export function looksSecret(value: string): boolean {
  return !algorithm.test(value) && judgeValue(value, "password", "usual") !== undefined;
}

/** First characters, at most a quarter of the secret and at most four, and an ellipsis. */
export function masked(secret: string): string {
  return `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}…`;
}

/** Shorter texts are no secrets, and hiding them everywhere would make messages unreadable. */
const shortest = 4;

/**
 * The secret texts in a match: string values in it (keys of objects are not), in source form and cooked, and what regexes captured.
 *
 * @param nodes The matched nodes; without any (a match of a regex in the text) the matched text itself is the secret.
 */
export function secretTexts(nodes: readonly Node[], text: string, span: Span, captured: readonly string[]): string[] {
  const secrets = new Set<string>([...captured, ...stringsIn(nodes, text)]);
  if (nodes.length === 0 || secrets.size === 0) secrets.add(text.slice(span.start, span.end));
  return inOrder(secrets);
}

/**
 * As `secretTexts`, where the rule names the secret (`secretName`): the strings in what the name stands for, none where that is a
 * variable, and of the strings beside it those that look like a secret.
 *
 * @param bound What the name stands for; its text is the secret where it has no nodes.
 */
export function namedSecretTexts(
  nodes: readonly Node[],
  text: string,
  bound: { readonly nodes: readonly Node[]; readonly text: string },
): string[] {
  const own = bound.nodes.length === 0 ? [bound.text] : stringsIn(bound.nodes, text);
  return inOrder(new Set([...own, ...stringsIn(nodes, text).filter(looksSecret)]));
}

/** In source form and cooked; keys of objects are left out. */
function stringsIn(nodes: readonly Node[], text: string): string[] {
  const strings: string[] = [];
  const stack = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.role === "key") continue;
    if (node.kind === "string" || node.kind === "stringPart") {
      strings.push(node.text, text.slice(node.start, node.end).replace(/^[a-zA-Z]{0,2}("""|'''|["'`])([\s\S]*)\1$/, "$2"));
    }
    for (const child of node.children) stack.push(child);
  }
  return strings;
}

function inOrder(secrets: ReadonlySet<string>): string[] {
  return [...secrets].filter((secret) => secret.length >= shortest).sort((a, b) => b.length - a.length);
}

/** Replaces every occurrence of the secrets, longest first. */
export function maskIn(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) hidden = hidden.replaceAll(secret, masked(secret));
  return hidden;
}
