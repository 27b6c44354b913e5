/** The corpus for the rules that find secrets: made from a seed, apart from the rules, with a third of it set aside. */

import { createHash } from "node:crypto";
import { issuers } from "./issuers.ts";
import { lookAlikes } from "./lookAlikes.ts";
import { keyNames, keys, passwordNames, passwords, styled } from "./names.ts";
import { configurations, documents, type Place, programs } from "./places.ts";
import { createRandom, type Random } from "./random.ts";
import { specials } from "./special.ts";

export interface Case {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  /** Absent for a look-alike. */
  readonly secret?: string;
  /** Of the third that was set aside before the rules were written. */
  readonly setAside: boolean;
}

const seed = 20_250_301;

/** @returns The same cases at each call, those with a secret first. */
export function makeCorpus(): Case[] {
  const random = createRandom(seed);
  return [...issuerCases(random), ...namedCases(random), ...specialCases(random), ...harmlessCases(random)].map((item) => ({
    ...item,
    setAside: isSetAside(item),
  }));
}

type Made = Omit<Case, "setAside">;

/** By what the case says, so that adding cases moves none. */
function isSetAside({ path, text }: Made): boolean {
  return createHash("sha256").update(`${path}\n${text}`).digest().readUInt32BE() % 3 === 0;
}

const everywhere = [...configurations, ...programs, ...documents];

/** Tokens that tell their issuer stand under any name, or under none. */
function issuerCases(random: Random): Made[] {
  const names = ["token", "key", "auth", "value", "credential", "secret", "config", "arg"];
  return Object.entries(issuers).flatMap(([kind, make]) =>
    Array.from({ length: 6 }, () => {
      const secret = make(random);
      return { ...put(random.pick(everywhere), random.pick(names), secret), kind: `issuer ${kind}` };
    }),
  );
}

function namedCases(random: Random): Made[] {
  const cases: Made[] = [];
  for (const [kind, places] of [
    ["configuration", configurations],
    ["program", programs],
    ["document", documents],
  ] as const)
    for (const [index, place] of places.entries())
      for (let round = 0; round < 3; round++) {
        cases.push({
          ...put(place, nameFor(random, passwordNames, index), random.pick(passwords)(random)),
          kind: `password in ${kind}`,
        });
        cases.push({ ...put(place, nameFor(random, keyNames, index), random.pick(keys)(random)), kind: `key in ${kind}` });
      }
  return cases;
}

function nameFor(random: Random, names: readonly string[], index: number): string {
  return random.int(3) === 0 ? (names[index % names.length] ?? random.pick(names)) : random.pick(names);
}

function specialCases(random: Random): Made[] {
  return Object.entries(specials).flatMap(([kind, make]) => Array.from({ length: 14 }, () => ({ ...make(random), kind })));
}

function harmlessCases(random: Random): Made[] {
  return lookAlikes.flatMap(({ kind, count, make }) =>
    Array.from({ length: count }, (_, index) => ({ ...make(random, index), kind })),
  );
}

function put(place: Place, words: string, secret: string): Omit<Made, "kind"> & { readonly secret: string } {
  return { path: place.path, text: place.write(styled(words, place.style), secret), secret };
}
