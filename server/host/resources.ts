/** Where the files stand that come with the product. */

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** @returns The folder that holds `grammars/` and `rules.json`: `dist`, for the bundles in it and when run from source. */
export function resourceFolder(): string {
  if (basename(__dirname) === "dist" || existsSync(join(__dirname, "grammars"))) return __dirname;
  return join(dirname(dirname(__dirname)), "dist");
}
