/** Reads the section `linewarden` of the editor's settings; what is missing or of the wrong type takes its default. */

import type { ServerSettings } from "../protocol.ts";

export const defaultSettings: ServerSettings = {
  base: "HEAD",
  showExistingFindings: false,
  rules: [],
  disabledRules: [],
  maxFileSizeMb: 5,
};

export function readSettings(value: unknown): ServerSettings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { base, showExistingFindings, maxFileSizeMb } = given;
  return {
    base: typeof base === "string" && base.trim() !== "" ? base.trim() : defaultSettings.base,
    showExistingFindings: showExistingFindings === true,
    rules: strings(given.rules),
    disabledRules: strings(given.disabledRules),
    maxFileSizeMb: typeof maxFileSizeMb === "number" && maxFileSizeMb > 0 ? maxFileSizeMb : defaultSettings.maxFileSizeMb,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
