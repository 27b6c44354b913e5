/** What a recorded case expects in each of the two profiles, and the reasons where they differ. */

import { expect } from "chai";

/** Places are lines counted from one, or "first-last"; "error" when the rule cannot be read. */
export type Places = readonly (number | string)[] | "error";

export interface Recorded {
  /** What Semgrep reports. */
  readonly semgrep: Places;
  /** Ours without `options.linewarden` where it differs, with the reason. */
  readonly lines?: Places;
  readonly why?: string;
  /** Ours with `linewarden: precise` where it differs from the profile above. */
  readonly precise?: Places;
  readonly sees?: Sees;
}

/** Why the precise profile finds other places than the documented one. */
export interface Sees {
  /** It follows further: functions, files, containers. */
  readonly more?: string;
  /** It knows better: a branch that never runs, a guard, another element, a conversion. */
  readonly less?: string;
  /** The same code, told at another line. */
  readonly elsewhere?: string;
}

/** The options of a case's rule with the precise profile. */
export function preciseOptions(rule: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...(rule.options as object | undefined), linewarden: "precise" };
}

/** A difference to Semgrep has a reason, and only a difference has one. */
export function expectDocumented(one: Recorded, found: Places): void {
  expect(found).to.deep.equal(one.lines ?? one.semgrep);
  expect(one.lines === undefined, "a difference needs a reason, and a reason a difference").to.equal(one.why === undefined);
  if (one.lines) expect(one.lines, "what is no difference to Semgrep").to.not.deep.equal(one.semgrep);
}

/** Places that only the precise profile has are explained as more, those that it lacks as less, or both as elsewhere. */
export function expectPrecise(one: Recorded, found: Places): void {
  const documented = one.lines ?? one.semgrep;
  expect(found).to.deep.equal(one.precise ?? documented);
  if (one.precise) expect(one.precise, "what is no difference between the profiles").to.not.deep.equal(documented);
  const { more, less, elsewhere, ...others } = one.sees ?? {};
  expect(others, "differences are named more, less or elsewhere").to.deep.equal({});
  for (const reason of [more, less, elsewhere]) if (reason !== undefined) expect(reason).to.match(/\w+ \w+/);
  const lacks = (places: Places, place: number | string): boolean => !places.includes(place as never);
  const gained = [...found].filter((place) => lacks(documented, place));
  const lost = [...documented].filter((place) => lacks(found, place));
  expect(more !== undefined || (elsewhere !== undefined && lost.length > 0), `it sees more: ${gained}`).to.equal(
    gained.length > 0,
  );
  expect(less !== undefined || (elsewhere !== undefined && gained.length > 0), `it sees less: ${lost}`).to.equal(lost.length > 0);
}

/** What follows the name of a case. */
export function differenceOf(one: Recorded, profile: "documented" | "precise"): string {
  const { more, less, elsewhere } = one.sees ?? {};
  const reasons =
    profile === "documented"
      ? [one.why && `differs: ${one.why}`]
      : [more && `more: ${more}`, less && `less: ${less}`, elsewhere && `elsewhere: ${elsewhere}`];
  const named = reasons.filter(Boolean).join("; ");
  return named && ` (${named})`;
}
