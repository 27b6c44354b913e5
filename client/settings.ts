/** The client's own settings, with the defaults that the manifest repeats. */

import type { ServerSettings } from "../server/protocol.ts";

export interface ClientSettings {
  /** Mark changed lines that nobody has looked at. */
  readonly markUnseenLines: boolean;
  /** Seconds that lines stand on screen before they count as looked at. */
  readonly lookedAfterSeconds: number;
}

/** Every setting of the section `linewarden` by its name there; a test compares it with the manifest. */
export const defaultSettings: ServerSettings & ClientSettings = {
  base: "HEAD",
  showExistingFindings: false,
  rules: [],
  disabledRules: [],
  maxFileSizeMb: 5,
  markUnseenLines: true,
  lookedAfterSeconds: 2,
};

/** @param get Reads a setting by name; what has the wrong type or is out of range becomes the default. */
export function readClientSettings(get: (name: string) => unknown): ClientSettings {
  const mark = get("markUnseenLines");
  const seconds = get("lookedAfterSeconds");
  return {
    markUnseenLines: typeof mark === "boolean" ? mark : defaultSettings.markUnseenLines,
    lookedAfterSeconds:
      typeof seconds === "number" && seconds >= 1 && seconds <= 60 ? seconds : defaultSettings.lookedAfterSeconds,
  };
}
