/** What some forms of secrets say about themselves: checksums and structure. Pure. */

/** `false`: the text has the form and is none, or was cut or made up. */
type Check = (secret: string) => boolean;

const digits62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Registered claims (RFC 7519, section 4.1), and those that programs use to say who signed in. */
const namesSomebody =
  /"(?:iss|sub|aud|exp|nbf|iat|jti|azp|scopes?|scp|sid|\w*id|uid|oid|tid|e?mail|\w*user\w*|\w*name|roles?|groups?|permissions|admin|account|tenant)"\s*:/i;

/** By the name that a rule writes in `checksum`. */
export const checksums: Readonly<Record<string, Check>> = {
  /** GitHub and npm: six digits to base 62 behind the characters after the last underscore of the prefix. */
  "crc32-base62": (secret) => {
    const body = secret.slice(secret.lastIndexOf("_") + 1);
    return base62(crc32(body.slice(0, -6))) === body.slice(-6);
  },
  /** Grafana: the bytes of the checksum of all before the last underscore, the lowest first, in hex. */
  "crc32-hex": (secret) => {
    const at = secret.lastIndexOf("_");
    return littleEndianHex(crc32(secret.slice(0, at))) === secret.slice(at + 1).toLowerCase();
  },
  /** RFC 7519: the first part is JSON that names an algorithm; the second says of whom, or until when, unless it is encrypted. */
  jwt: (secret) => {
    const [header = "", claims = ""] = secret.split(".").map((part) => fromBase64(part) ?? "");
    return /"alg"\s*:\s*"[A-Za-z]/.test(header) && (/"enc"\s*:/.test(header) || namesSomebody.test(claims));
  },
  /** Discord: the first part is the number of the account. */
  discord: (secret) => /^\d{17,20}$/.test(fromBase64(secret.slice(0, secret.indexOf("."))) ?? ""),
  /** RFC 7617: a name and a password with a colon between them. */
  basic: (secret) => /^[\x20-\x39\x3b-\x7e]+:[\x20-\x7e]{3,}$/.test(fromBase64(secret) ?? ""),
};

/** Checks of what a token says, not of its characters: what fails is another text. */
export const structures: ReadonlySet<string> = new Set(["jwt", "discord"]);

/** @returns The password of a Basic sign-in; the text itself where it is none. */
export function passwordOfBasic(secret: string): string {
  const plain = fromBase64(secret) ?? "";
  return plain.includes(":") ? plain.slice(plain.indexOf(":") + 1) : secret;
}

/** ISO 3309, as in zlib. @param text of ASCII. */
function crc32(text: string): number {
  let sum = ~0;
  for (let i = 0; i < text.length; i++) {
    sum ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function base62(value: number): string {
  let rest = value;
  let text = "";
  for (; rest > 0; rest = Math.floor(rest / 62)) text = digits62.charAt(rest % 62) + text;
  return text.padStart(6, "0");
}

function littleEndianHex(value: number): string {
  return [0, 8, 16, 24].map((shift) => ((value >>> shift) & 255).toString(16).padStart(2, "0")).join("");
}

const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Either alphabet of base64, with or without padding. @returns Characters of one byte each; undefined for other texts. */
export function fromBase64(text: string): string | undefined {
  let decoded = "";
  let bits = 0;
  let held = 0;
  for (const char of text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/")) {
    const value = digits64.indexOf(char);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 255);
  }
  return decoded;
}
