/** An error that is the user's to mend: its message is shown as it stands, without a stack. */

/** Thrown for a usage that cannot give a result: no such folder, no such commit. Doors print `message` and exit with 2. */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** Thrown for words of a command line that do not go together: the help of the command says which do. */
export class UsageError extends UserError {
  override readonly name = "UsageError";
}

/** By name: a command stands in another bundle than what catches its errors, with a class of its own. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && (error.name === "UserError" || isUsageError(error));
}

/** As isUserError. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}

/** @returns The message for a person, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @returns The system's error code, such as "ENOENT"; empty when there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
