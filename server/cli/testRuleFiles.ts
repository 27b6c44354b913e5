/** `linewarden rules test`. */
import { UserError } from "../host/userError.ts";
import type { Invocation } from "./command.ts";
export async function testRuleFiles(_paths: readonly string[], _invocation: Invocation): Promise<number> {
  throw new UserError("not built yet");
}
