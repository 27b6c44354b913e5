/** Hides the secrets that rules found wherever a file's text is shown; offsets and lines stay as they are. */

import type { Rule } from "../rules/rule.ts";
import type { Capture, Finding } from "./finding.ts";
import { looksSecret, masked, secretName } from "./maskSecrets.ts";

/** Shorter texts are no secrets, and hiding them everywhere would make the code unreadable. */
const shortest = 4;
const quoted = /("""|'''|["'`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/**
 * @param findings All findings of the file.
 * @param holdsSecret Whether the matches of a rule hold secrets.
 * @returns Replaces each secret by its first characters and asterisks, in a text of the same length.
 */
export function hideSecrets(
  text: string,
  findings: readonly Finding[],
  holdsSecret: (ruleId: string) => boolean,
): (shown: string) => string {
  const secrets = new Set<string>();
  for (const finding of findings) {
    if (!holdsSecret(finding.ruleId)) continue;
    for (const value of secretsOf(finding, text)) for (const line of value.split(/\r\n|\r|\n/)) secrets.add(line);
  }
  const longestFirst = [...secrets].filter((secret) => secret.trim().length >= shortest).sort((a, b) => b.length - a.length);
  return (shown) => longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, hide(secret)), shown);
}

/** The same for what people wrote beside a finding: why it is silenced. */
export function hideInReasons(text: string, findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  if (!findings.some(({ suppression }) => suppression?.reason !== undefined)) return findings;
  const hide = hideSecrets(text, findings, secretRules(rules));
  return findings.map((finding) => {
    const { suppression } = finding;
    return suppression?.reason === undefined
      ? finding
      : { ...finding, suppression: { ...suppression, reason: hide(suppression.reason) } };
  });
}

/** What the rule names as the secret and what looks like one beside it; else the strings of the match, or the whole of it. */
function secretsOf({ span, path, captures }: Finding, text: string): string[] {
  const matched = text.slice(span.start, span.end);
  const strings = stringsIn(matched);
  const named = path.length === 0 ? captures[secretName] : undefined;
  if (named) return [...namedSecrets(named, text), ...strings.filter(looksSecret)];
  return strings.length > 0 ? strings : [matched];
}

/** Nothing where the name stands for a variable. */
function namedSecrets({ span, text: shown }: Capture, text: string): string[] {
  const code = text.slice(span.start, span.end);
  // It was hidden where it was found, unless it is no literal.
  if (shown === code) return [];
  if (shown === masked(code)) return [code];
  const strings = stringsIn(code);
  return strings.length > 0 || /^[\w$.]+$/.test(code) ? strings : [code];
}

function stringsIn(code: string): string[] {
  return [...code.matchAll(quoted)].map((match) => match[2] ?? "");
}

/** Which rules find secrets: the option says so, or the checklist item that they speak to. */
export function secretRules(rules: readonly Rule[]): (ruleId: string) => boolean {
  const ids = new Set(
    rules
      .filter(({ options, metadata }) => {
        const option = options["linewarden-secret"];
        return typeof option === "boolean" ? option : metadata.checklist.includes("no-secrets");
      })
      .map(({ id }) => id),
  );
  return (ruleId) => ids.has(ruleId);
}

function hide(secret: string): string {
  const kept = Math.min(4, Math.floor(secret.length / 4));
  return secret.slice(0, kept) + "*".repeat(secret.length - kept);
}

/**
 * @param textOf Text of a file. @param findingsIn All findings of a file: what is shown near one finding may be the secret of another.
 * @returns Hides the secrets of a file in a text of it.
 */
export function hideSecretsIn(
  rules: readonly Rule[],
  textOf: (path: string) => string | undefined,
  findingsIn: (path: string) => readonly Finding[],
): (path: string, shown: string) => string {
  const holdsSecret = secretRules(rules);
  const known = new Map<string, (shown: string) => string>();
  return (path, shown) => {
    const hide = known.get(path) ?? hideSecrets(textOf(path) ?? "", findingsIn(path), holdsSecret);
    known.set(path, hide);
    return hide(shown);
  };
}
