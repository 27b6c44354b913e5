/** Library functions whose results are numbers, booleans, hashes or lengths: not what was given to them. */

import type { Node } from "../tree/node.ts";

const functions = new Set(
  (
    "parseInt parseFloat Number Boolean BigInt isNaN isFinite Number.parseInt Number.parseFloat Number.isInteger Number.isFinite Math.abs Math.floor " +
    "Math.ceil Math.round Math.trunc Math.max Math.min Math.sign Array.isArray Object.is Date.parse Date.now " +
    "int float bool len ord hash id isinstance issubclass callable hasattr abs round sum any all divmod complex " +
    "uuid.UUID decimal.Decimal datetime.date datetime.datetime.strptime time.time " +
    "hashlib.md5 hashlib.sha1 hashlib.sha256 hashlib.sha512 hashlib.sha384 hashlib.sha224 hashlib.blake2b hashlib.new hmac.new hmac.compare_digest " +
    "crypto.timingSafeEqual Buffer.byteLength net.isIP"
  ).split(" "),
);
const methods = new Set(
  (
    "includes startsWith endsWith indexOf lastIndexOf has test localeCompare charCodeAt codePointAt digest hexdigest isInteger getTime valueOfTime some every " +
    "startswith endswith find rfind index rindex count isdigit isdecimal isnumeric isalnum isalpha isidentifier isspace islower isupper bit_length"
  ).split(" "),
);

/** A regex for all but letters, digits and what means nothing to anyone: what it takes out leaves a plain word. */
const allButPlain = /^\[\^(?:\w-\w|\\[wds-]|[\w ,.-])+\]\+?$/;

/** @param regex What is replaced; `put`: what takes its place. */
export function leavesPlainText(regex: string, put: string): boolean {
  return allButPlain.test(regex) && /^[\w.-]?$/.test(put);
}

/** The arguments of `util.format`: all but the first are written as numbers. */
export function formatsNumbers([form, ...values]: readonly Node[]): boolean {
  if (form?.kind !== "string") return false;
  const conversions = form.text.replaceAll("%%", "").match(/%[a-zA-Z]/g) ?? [];
  return conversions.length >= values.length && conversions.every((one) => /[dif]$/.test(one));
}

/** Escapes that stand for a character of a plain word, or for the end of the text. */
const plainEscapes = /\\[wd.\-AzZ]/g;
/** A range whose ends are of one kind. */
const plainRanges = /[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]/g;

/** @param regex Whether it lets through nothing but letters, digits and `.-_,@:+`, from its beginning to its end. */
export function allowsPlainWords(regex: string): boolean {
  if (!/^(?:\^|\\A)[^|]*(?:\$|\\[zZ])$/.test(regex)) return false;
  const body = regex.replace(/^(?:\^|\\A)|(?:\$|\\[zZ])$/g, "").replace(plainEscapes, "w");
  // A dot outside of a class is any character, a class that begins with ^ all others, and a range of signs what lies between.
  const outside = body.replace(/\[[^\]]*\]/g, "c");
  const classes = (body.match(/\[[^\]]*\]/g) ?? []).map((one) => one.slice(1, -1).replace(plainRanges, "w"));
  return /^[\w@:,+*?(){}-]*$/.test(outside) && classes.every((one) => /^-?[\w.,@:+]*-?$/.test(one));
}

/** @param name As imports resolve it. */
export function isHarmlessFunction(name: string): boolean {
  return functions.has(name);
}

/** @param name Of a method of any object. */
export function isHarmlessMethod(name: string): boolean {
  return methods.has(name);
}
