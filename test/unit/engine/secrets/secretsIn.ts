import { expect } from "chai";
import { compileRule } from "../../../../server/engine/rules/compileRule.ts";
import { SecretScan } from "../../../../server/engine/secrets/secretScan.ts";
import { readCatalog } from "../../../rules/ruleCatalog.ts";

/** The built-in rules for secrets. */
export const secretScan = new SecretScan();
export const secretRules: string[] = [];
for (const { rules } of readCatalog())
  for (const [index, rule] of rules.entries())
    if (rule.body.mode === "secrets") {
      secretRules.push(rule.id);
      compileRule(rule, index, "javascript", () => expect.fail("no rule for secrets parses"), new Map(), secretScan);
    }

/** What all rules for secrets find in a text, rule by rule. */
export const secretsIn = (path: string, text: string): string[] =>
  secretRules.flatMap((id) => secretScan.of(id, path, text).map(({ start, end }) => text.slice(start, end)));
