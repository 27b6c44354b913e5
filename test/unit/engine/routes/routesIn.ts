/** Reads the routes of texts, with the words that the models have. */

import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { collectRoutes } from "../../../../server/engine/routes/collectRoutes.ts";
import type { FileRoutes } from "../../../../server/engine/routes/route.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";

/** As the models have them. */
const words = readModels().routes;

export function routesIn(parse: ParseText, path: string, lines: readonly string[]): FileRoutes {
  const language = languageOfPath(path) ?? "javascript";
  return collectRoutes(path, languageById(language).convert(parse(language, lines.join("\n"))), words);
}
