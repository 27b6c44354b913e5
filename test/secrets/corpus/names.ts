/** Names of secrets as people write them, and the texts that they hold. */

import { base64Of, uuid } from "./issuers.ts";
import type { Place } from "./places.ts";
import { alphabets as a, type Random } from "./random.ts";

/** Words in lower case; joined as the place wants it. */
export const passwordNames: readonly string[] = [
  "db password",
  "password",
  "passwd",
  "db pass",
  "smtp password",
  "mail passwd",
  "admin password",
  "root password",
  "user pwd",
  "pwd",
  "redis password",
  "mysql root password",
  "keystore password",
  "key password",
  "store password",
  "ldap bind password",
  "ftp pass",
  "ssh passphrase",
  "passphrase",
  "ansible become pass",
  "sudo password",
  "proxy password",
  "login password",
  "default password",
  "postgres password",
  "rabbitmq pass",
  "vnc passwd",
  "cert password",
  "jdbc password",
  "database password",
];

export const keyNames: readonly string[] = [
  "api key",
  "apikey",
  "secret key",
  "client secret",
  "access token",
  "auth token",
  "jwt secret",
  "session secret",
  "app secret",
  "consumer secret",
  "aws secret access key",
  "encryption key",
  "signing secret",
  "webhook secret",
  "api token",
  "bot token",
  "refresh token",
  "private token",
  "api secret",
  "access key",
  "secret",
  "token",
  "oauth token",
  "deploy token",
  "cookie secret",
  "hmac key",
  "master key",
  "shared secret",
  "account key",
  "storage key",
  "service key",
  "stripe api key",
  "maps api key",
  "datadog api key",
  "algolia admin key",
  "subscription key",
  "signing key",
  "bearer token",
  "personal access token",
  "slack signing secret",
  "oauth token secret",
  "license key",
  "app key",
  "secret token",
  "user token",
  "rails master key",
  "auth key",
  "auth secret",
  "next auth secret",
  "django secret key",
];

export function styled(words: string, style: Place["style"]): string {
  const parts = words.split(" ");
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  switch (style) {
    case "UPPER":
      return parts.join("_").toUpperCase();
    case "snake":
      return parts.join("_");
    case "kebab":
      return parts.join("-");
    case "dotted":
      return parts.join(".");
    case "Pascal":
      return parts.map(capital).join("");
    case "camel":
      return parts.map((word, at) => (at === 0 ? word : capital(word))).join("");
  }
}

const words = [
  "summer",
  "winter",
  "falcon",
  "tiger",
  "dragon",
  "monkey",
  "shadow",
  "berlin",
  "london",
  "coffee",
  "rocket",
  "silver",
  "orange",
  "purple",
  "thunder",
  "mango",
  "sunny",
  "harbor",
  "castle",
  "pirate",
];

/** Passwords as people make them up, and as programs make them. */
export const passwords: readonly ((random: Random) => string)[] = [
  (r) => `${capital(r.pick(words))}${2015 + r.int(12)}!`,
  (r) => `${capital(r.pick(words))}@${r.text(a.digits, 3)}`,
  (r) => `${r.pick(words)}${r.text(a.digits, 3)}`,
  (r) =>
    `${r.pick(words).replace("o", "0").replace("e", "3").replace("i", "1").replace("a", "4")}${r.pick([..."!#&%"])}${r.text(a.digits, 2)}`,
  (r) => `${capital(r.pick(words))}-${capital(r.pick(words))}-${r.text(a.digits, 2)}`,
  (r) => `${r.pick(["P@ss", "Pa55", "p@55"])}${r.pick(["w0rd", "word"])}${r.text(a.digits, 3)}${r.pick([..."!#*"])}`,
  (r) => r.text(a.alnum, 8 + r.int(8)),
  (r) => r.text(a.lowerDigits, 10 + r.int(6)),
  (r) => `${r.text(a.password, 12 + r.int(6))}7x`,
  (r) => r.text(a.lower, 10 + r.int(3)),
  (r) => `${r.text(a.upper, 2)}${r.text(a.digits, 6)}${r.text(a.lower, 2)}`,
  (r) => r.text(a.hex, 16),
  (r) => r.text(a.alnum, 24),
];

/** Keys and tokens without a form of their own. */
export const keys: readonly ((random: Random) => string)[] = [
  (r) => r.text(a.alnum, 20),
  (r) => r.text(a.alnum, 32),
  (r) => r.text(a.alnum, 40),
  (r) => r.text(a.hex, 32),
  (r) => r.text(a.hex, 40),
  (r) => r.text(a.hex, 64),
  (r) => `${r.text(a.base64, 43)}=`,
  (r) => `${r.text(a.base64, 22)}==`,
  (r) => r.text(a.base64, 40),
  (r) => r.text(a.base64url, 43),
  (r) => r.text(a.lowerDigits, 25),
  (r) => r.text(a.upperDigits, 24),
  (r) => r.text(a.lower + a.upper, 28),
  (r) => `${r.pick(["shop", "app", "prod", "acme"])}_${r.text(a.alnum, 24)}`,
  (r) => uuid(r),
  (r) => base64Of(r.text(a.alnum, 24)),
  (r) => `${r.text(a.alnum, 12)}-${r.text(a.alnum, 12)}`,
  (r) => r.text(a.alnum, 16),
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
