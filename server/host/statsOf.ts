import { lstatSync, type Stats, statSync } from "node:fs";
import { codeOf } from "./userError.ts";

/** What stands at a place, a link followed; `undefined` where nothing does, as below what is no folder. */
export function statsOf(place: string): Stats | undefined {
  return whereThere(() => statSync(place, { throwIfNoEntry: false }));
}

/** As `statsOf`, of a link itself. */
export function statsOfLink(place: string): Stats | undefined {
  return whereThere(() => lstatSync(place, { throwIfNoEntry: false }));
}

function whereThere(look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}
