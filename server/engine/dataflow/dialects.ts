/** How the languages differ, as far as the flow is concerned. */

import type { LanguageId } from "../tree/rawTree.ts";
import type { Dialect } from "./run.ts";

const javascript: Dialect = {
  ownObject: new Set(["this"]),
  assignmentDeclares: false,
  casesFallThrough: true,
  keysAreFields: true,
  arithmeticGivesNumbers: true,
};

const dialects: Readonly<Record<LanguageId, Dialect>> = {
  javascript,
  typescript: javascript,
  tsx: javascript,
  python: {
    ownObject: new Set(["self", "cls"]),
    assignmentDeclares: true,
    casesFallThrough: false,
    keysAreFields: false,
    arithmeticGivesNumbers: false,
  },
};

export function dialectOf(language: LanguageId): Dialect {
  return dialects[language];
}
