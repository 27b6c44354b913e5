/** The words of the review in the language of the editor, from the bundles that the client uses too. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resourceFolder } from "../host/resources.ts";
import { type Translate, untranslated } from "../review/translate.ts";

/** @param locale As in the initialize request: "de", "pt-br". Without a bundle for it, and where it lacks a text: English. */
export function translateTo(locale: string | undefined): Translate {
  const names = locale && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(locale) ? [locale, locale.replace(/-.*/, "")] : [];
  for (const name of names) {
    try {
      const file = join(resourceFolder(), "..", "l10n", `bundle.l10n.${name.toLowerCase()}.json`);
      const words: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, "utf8"));
      return (message, ...values) => {
        const found = Object.hasOwn(words, message) ? words[message] : undefined;
        return untranslated(typeof found === "string" ? found : message, ...values);
      };
    } catch {
      // No bundle of this name.
    }
  }
  return untranslated;
}
