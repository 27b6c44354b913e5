/** Hides secrets where they are found, before they can reach any message, log, file or screen. */

import type { Rule } from "../rules/rule.ts";
import type { Node } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";

/** Whether the rule's matches hold secrets: `options: {linewarden-secret: true}`, or its checklist item is "no-secrets". */
export function findsSecrets(rule: Rule): boolean {
  const option = rule.options["linewarden-secret"];
  return typeof option === "boolean" ? option : rule.metadata.checklist.includes("no-secrets");
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
  const secrets = new Set<string>(captured);
  const stack = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.role === "key") continue;
    if (node.kind === "string" || node.kind === "stringPart") {
      secrets.add(node.text);
      secrets.add(text.slice(node.start, node.end).replace(/^[a-zA-Z]{0,2}("""|'''|["'`])([\s\S]*)\1$/, "$2"));
    }
    for (const child of node.children) stack.push(child);
  }
  if (nodes.length === 0 || secrets.size === 0) secrets.add(text.slice(span.start, span.end));
  return [...secrets].filter((secret) => secret.length >= shortest).sort((a, b) => b.length - a.length);
}

/** Replaces every occurrence of the secrets, longest first. */
export function maskIn(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) hidden = hidden.replaceAll(secret, masked(secret));
  return hidden;
}
