import { expect } from "chai";
import { compileRule } from "../../../../server/engine/rules/compileRule.ts";
import { SecretScan } from "../../../../server/engine/secrets/secretScan.ts";
import { readCatalog } from "../../../rules/ruleCatalog.ts";

const scan = new SecretScan();
const ids: string[] = [];
for (const { rules } of readCatalog())
  for (const [index, rule] of rules.entries())
    if (rule.body.mode === "secrets") {
      ids.push(rule.id);
      compileRule(rule, index, "javascript", () => expect.fail("no rule for secrets parses"), new Map(), scan);
    }

/** What all rules for secrets find in a text, rule by rule. */
export const secretsIn = (path: string, text: string): string[] =>
  ids.flatMap((id) => scan.of(id, path, text).map(({ start, end }) => text.slice(start, end)));
