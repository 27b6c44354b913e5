/** Judges a text that stands where a secret would stand: a secret, or a placeholder, a reference, a word, a name. Pure. */

import { fromBase64 } from "./checks.ts";
import { isRandom, isUnpronounceable, surprise } from "./randomness.ts";

/**
 * How random a value has to be: as a password that a person thought of, as a key, or as something that nobody could think of.
 * `word`: the place proves that somebody signs in with it, whatever word it is; `chosen`: that something is signed or
 * encrypted with it.
 */
export type Demand = "password" | "word" | "key" | "chosen" | "random";

/** How sure it is: drawn by a machine, made up by a person, or a word that everybody tries first. */
export type Verdict = "random" | "made up" | "weak";

/** What is filled in, looked up or decrypted when the program runs, and what stands for another text. */
const references: readonly RegExp[] = [
  /\$\{|\{\{|\}\}|<%|#\{|%\(\w+\)|\$\(|\$\[|\{[\w.]*\}|@@|^%\w+%$|^%~|^%[sdv]|^\$[A-Za-z_]|^[$|>]\w*$|^[@!&](?!\w*[A-Z]\w*\d)\w*$|^@[@{]|^__\w+__$/,
  /^<.*>$|^\[.*\]$|^\{.*\}$|^\(.*\)[*+?]?$/s,
  /^(?:ENC|SEALED|AES|RSA|DEC|PGP|KMS)[[(]|^\{\w+\}|^\$ANSIBLE_VAULT|^Ag[A-D][A-Za-z0-9+/]{60}|^v1:[A-Za-z0-9+/]{8,24}=*:|^vault:v\d|^age1|^gAAAAA/,
  /^(?:vault|op|sm|ssm|awssm|aws-?sm|ref|ref\+\w+|env|file|secret|secrets|keyring|keychain|arn|gcp|gsm|azure|akv|kms|sops|doppler|infisical|secretsmanager|parameter|pass|bw|classpath|data|urn|did)(?::|\/\/)/i,
  /^@Microsoft\.|^projects\/|^![A-Za-z]+(?:[\s.:/]|$)/,
  /\b(?:process\.env|os\.environ|import\.meta|getenv|System\.get|ENV\b|Environment\.)|^(?:env|config|settings|options|opts|secrets|vars?|local|data|self|this|props|params|args|module|each|request|req|ctx)[.[]/i,
  /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*\(|^\w+\[\w+\]|\)$|=>|::/,
  /^(?:https?|wss?|ftp|s3|gs|git|ssh|jdbc|tcp|unix|mailto|tel):|^[a-z][a-z0-9+.-]*:\/\/|^(?:\.{0,2}|~)\/(?!.*[+=]|[A-Za-z0-9/]{60,}$)|^[A-Za-z]:\\|^\/\//i,
  // What an issuer gives out to be shown in the browser.
  /^pk[_.](?:live|test|eyJ)/,
  // How a text is encoded, hashed, signed or sent.
  /^(?:utf-?\d+(?:le|be)?|latin-?\d|iso-?8859-\d+|base\d\d|sha-?\d+|md[45]|aes-?\d+\w*|[rhep]s\d+|rc4|pkcs\d+|oauth\d?|tlsv?\d*|ed25519|argon2(?:id?|d)?|bcrypt|scrypt|pbkdf2|blake2[bs])$/i,
  // Pictures: PNG, GIF and JPEG in base64.
  /^(?:iVBORw0KGgo|R0lGOD[dl]h|\/9j\/4AAQ)/,
  // An address, and the value of a parameter that was cut off.
  /^0x(?:[0-9a-f]{40}|[0-9a-f]{1,16})$/i,
  // What AWS's key service or OpenSSL encrypted, and how PostgreSQL and MySQL keep passwords.
  /^encrypted:|^AQICAH[A-Za-z0-9+/]{40}|^U2FsdGVkX1|^md5[0-9a-f]{32}$|^SCRAM-SHA-\d+\$|^\*[0-9A-F]{40}$/,
  // Texts that are put together, code, and addresses of people.
  /\/%[sd]|%[sd]\/|^\w+\)[[.;,]|^[\w.+-]+@[a-z-]+(?:\.[a-z]{2,6}){1,2}$/i,
  // Hashes say how they were made.
  /^(?:\w+:)?\$(?:2[abxy]|[1569]|apr1|argon2\w*|scrypt|pbkdf2)[-$]|^pbkdf2[:_]|^\{(?:SSHA|SHA|CRYPT|bcrypt)|^(?:sha\d+|md5|scrypt|bcrypt|argon2)[:$-]/i,
];

/** Words that say: put yours here. In a random text the short ones may stand by chance. */
const standIns =
  /example|sample|dummy|placeholder|change.?(?:me|this|it)|replace|insert|your|todo|fixme|redacted|masked|hidden|censored|removed|fake|mock|lorem|foo(?![dlt])|not.?a.?real|(?:^|[-_ .])(?:put|enter|add|some|any|my|the|set|use|fill|type)[-_ ]|my.?(?:secret|pass|token|key|api|super)|(?:super|strong|secure|safe).?(?:secret|pass)|(?:^|[-_])here|goes|tbd|n\/a|undefined|null|none|default|required|optional|string|anonymous|shhh|abc123|[-_]?test[-_]|^test|(?:^|[-_])(?:key|token|secret|password|passwd)[-_]?\d{0,2}$/i;
/** The same in camel case, where the case tells "myPassword" from "Myrtle". */
const standInBefore = /(?:^|[-_ .])(?:[pP]ut|[eE]nter|[aA]dd|[sS]ome|[aA]ny|[mM]y|[tT]he|[sS]et|[uU]se|[fF]ill|[tT]ype)(?=[A-Z])/;
const surelyStandIns =
  /eyJzdWIiOiIxMjM0NTY3ODkwIi|JBSWY3DPEHPK3PXP|ABC-DEF1234ghIkl|example|placeholder|x{5,}|\*{3,}|\.{3}|\u2026|change.?me|redacted|your[-_]|dummy|not.?a.?real.?(?:key|secret|token)/i;
/** Runs along the keyboard or the alphabet, and one character again and again. */
const sequences =
  /01234567|12345678|23456789|87654321|abcdefgh|qwertyui|(.)\1{5}|^(.)\2+$|^(\d{1,3})\3+$|^(?:abc?|xyz?|foo|bar|bla|qwe|asd)+$|^x+$|^(?:[x0*]+[-_.]?)+$/i;

/** Tried first by whoever guesses; as a default or a literal they are as good as none. */
const guessed = new Set(
  "admin root rootroot adminadmin 87654321 1234567890 0987654321 letmein qwerty welcome iloveyou dragon toor changeit raspberry calvin administrator superuser master tomcat oracle postgres mysql guest p@ssw0rd passw0rd 123456 12345678 123456789 qwerty123 admin123 root123 password1 password123".split(
    " ",
  ),
);

/** From the examples of RFC 6749, 6750, 7617 and 5849, which many copy. */
const documented = new Set(
  "258EAFA5-E914-47DA-95CA-C5AB0DC85B11 2YotnFZFEjr1zCsicMWpAA tGzv3JOkF0XG5Qx2TlKWIA mF_9.B5f-4.1JqM gX1fBat3bV kd94hf93k423kf44 nnch734d00sl2jdk pfkkdhi9sl3r4s00 ad180jjd733klru7 0685bd9184jfhq22".split(
    " ",
  ),
);

/** Parts of names: a value that has one and is built as a name is one. */
const nameParts =
  /(?:^|[^a-z])(?:pass(?:word|wd)?|pwd|token|secret|key|user|login|auth|field|input|form|button|label|email|header|type|name|column|code|grant|session|cookie|client|config|setting|service|error|reset|route|page|view|event|action)s?(?:[^a-z]|$)/i;

/** Where a value stands: tests and examples are full of made-up ones, and translations and running text of words. */
export type Surroundings = "usual" | "made up" | "words";

export function judgeValue(written: string, demand: Demand, around: Surroundings): Verdict | undefined {
  // Spring's word for: not hashed.
  const value = written.replace(/^\{noop\}/, "");
  if (value.length < 4 || value.length > 1000 || isReference(value)) return undefined;
  const random = isRandom(value) && !builtAsName(value);
  // Other scripts than Latin are texts for people.
  if (documented.has(value) || /[\u0370-\u1fff\u2e80-\uffff]|\\u[0-9a-f]{4}/i.test(value)) return undefined;
  if (random ? surelyStandIns.test(value) || sequences.test(value) || isShownInBase64(value) : isPlaceholder(value))
    return undefined;
  if (random) return value.length < 16 && (around === "words" || demand === "random") ? undefined : "random";
  if (around === "words" || demand === "random") return undefined;
  if (demand === "key" || demand === "chosen") {
    if (around !== "usual") return undefined;
    if (isMadeUpKey(value)) return "made up";
    return demand === "chosen" && isChosenPhrase(value) ? "weak" : undefined;
  }
  if (around === "made up")
    return (isUnpronounceable(value) || isMadeUpPassword(value)) && !isWordWithNumber(value) ? "made up" : undefined;
  if (guessed.has(value.toLowerCase())) return "weak";
  if (isUnpronounceable(value) || isMadeUpPassword(value) || isPassphrase(value)) return "made up";
  return demand === "word" && isChosenName(value) ? "weak" : undefined;
}

/** Three words or more, joined, perhaps with a number at the end, or two with one, of which none says that they are a name. */
function isPassphrase(value: string): boolean {
  return (
    /^(?:[a-z]{3,}(?:[-.][a-z]{3,}){2,}\d{0,4}|[A-Za-z][a-z]{3,}[-_.][A-Za-z][a-z]{3,}\d{2,4})$/.test(value) &&
    !nameParts.test(value.replace(/\d+$/, ""))
  );
}

/** What a setting is given that is no password itself. */
const settingWords = new Set(
  "undef no_log object function number boolean enabled disabled required optional always never prompt plain basic digest auto empty unset random generated missing text true false data json name host port file read code base http bool path hash body".split(
    " ",
  ),
);

/** Words that people write where any would do: they prove nothing of a password but that a person needs one to enter. */
export function isPlainWord(value: string): boolean {
  return /^[a-z]{4,40}$/.test(value) && !settingWords.has(value) && !nameParts.test(value) && !isPlaceholder(value);
}

/** One word, or what everybody tries: in a text for people an example. */
export function isPlainOrGuessed(value: string): boolean {
  return /^[A-Z]?[a-z]+$|^[A-Z]+$|^\d+$/.test(value) || guessed.has(value.toLowerCase());
}

/** The same for several words in one: `meadow_dev`, `GreenHarbor`, `p.lantern7`, and digits; a name in capitals alone stands for something else. */
export function isChosenName(value: string): boolean {
  return (
    /^(?=.{4,40}$)(?:\d{4,10}$|(?=.*[A-Za-z]{3})[A-Za-z\d]+(?:[-_.][A-Za-z\d]+){0,3}$)/.test(value) &&
    !/^[A-Z\d]+[-_][A-Z\d_-]+$/.test(value) &&
    !settingWords.has(value.toLowerCase()) &&
    !isReference(value) &&
    !nameParts.test(value.replace(/([a-z])([A-Z])/g, "$1 $2")) &&
    !isPlaceholder(value)
  );
}

/** What somebody thought of to sign with: any text without blanks that is no name of a setting, a constant or an encoding. */
export function isChosenKey(value: string): boolean {
  return (
    /^[\x21-\x7e]{6,200}$/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !settingWords.has(value) &&
    !/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$|^[a-z\d]+(?:[.:/][A-Za-z\d]+)+$|^[a-z]+$|^[\w-]+:|[,;\s]/.test(value) &&
    !isReference(value) &&
    !nameParts.test(value.replace(/([a-z])([A-Z])/g, "$1 $2")) &&
    !isPlaceholder(value)
  );
}

/** The same, or a word, or a sentence. */
function isChosenPhrase(value: string): boolean {
  return value.length >= 8 && (isChosenKey(value.replaceAll(" ", "-")) || isPlainWord(value));
}

/** Whether a text with the form of an issuer's tokens was written to show the form. */
export function isFormShown(secret: string): boolean {
  return (
    surelyStandIns.test(secret.replace(/not.?a.?real.?key/gi, "")) ||
    new Set(secret).size < 5 ||
    /0{6}|1234567|abcdefg/i.test(secret)
  );
}

/** Words in base64, which say that they are none, or what to enter. */
function isShownInBase64(value: string): boolean {
  const plain = value.length % 4 === 0 ? (fromBase64(value) ?? "") : "";
  return /^[A-Za-z][A-Za-z ,.:!?-]{4,}$/.test(plain) && (/[ :]/.test(plain) || isPlaceholder(plain));
}

function isReference(value: string): boolean {
  return references.some((form) => form.test(value));
}

function isPlaceholder(value: string): boolean {
  // A word for the thing itself, alone or with what it belongs to.
  if (
    /^[a-z]{0,5}[-_. ]?(?:passwords?|passwd|passphrase|secret|token|key|pass|pwd|credentials?|passwort|kennwort|wachtwoord|senha|contrasena|clave|motdepasse|parola|haslo|heslo|salasana|adgangskode|passord|losenord|jelszo|sifre|lozinka|geslo|parool)$/i.test(
      value,
    )
  )
    return true;
  if (/[a-z](?:Key|Token|Secret|Password)\d{0,4}$/.test(value)) return true;
  // The same with a character put in that URLs and queries have to escape.
  const escaped = value.replace(/%[0-9a-f]{2}/gi, "");
  if (!/\d/.test(escaped) && /^(?:my|user)?(?:p?a?s{1,2}word|pass)$/i.test(escaped.replace(/\W/g, ""))) return true;
  return (
    ((standIns.test(value) || standInBefore.test(value)) && !guessed.has(value.toLowerCase())) ||
    surelyStandIns.test(value) ||
    (sequences.test(value) && !guessed.has(value))
  );
}

/** Words joined by one kind of character, as in names, paths, keys of translations, hosts and versions. */
function builtAsName(value: string): boolean {
  if (/\s/.test(value) || /^v?\d+(?:\.\d+)+/.test(value) || /^\d{4}-\d\d-\d\d|^\d{4}_auto_\d{8}_/.test(value)) return true;
  const parts = value.split(/[_.:/-]/);
  if (parts.length === 1) return false;
  if (parts.every((part) => /^[a-z]*$/.test(part)) && nameParts.test(value)) return true;
  const words = parts.filter((part) => /^(?:[A-Za-z][a-z]*|[A-Z]+)$/.test(part) && !isUnpronounceable(part)).length;
  const numbers = parts.filter((part) => /^(?:v?\d{1,4}|[a-z]{1,8}\d{1,2}|)$/i.test(part)).length;
  return words >= 1 && words + numbers === parts.length;
}

/** What tests write where any password would do. */
function isWordWithNumber(value: string): boolean {
  const [, word = "", digits = ""] = /^([A-Za-z]{0,12})(\d{1,8})!?$/.exec(value) ?? [];
  if (/^(?:p[a4@]ss|pwd?|s[e3]cr[e3]t|l[e3]tm[e3])/i.test(value)) return true;
  if (digits === "") return guessed.has(value.toLowerCase());
  return (
    word === "" ||
    "0123456789".includes(digits) ||
    guessed.has(value.toLowerCase()) ||
    /^(?:test|user|admin|secret|token|abc|foo|bar|qwe|old|new|my|some|any|hash|key|mot|valid|wrong|good|bad)/i.test(word)
  );
}

function isMadeUpPassword(value: string): boolean {
  if (/\s/.test(value) || value.length < 5) return false;
  if (/^\d+$/.test(value)) return value.length >= 6 && value.length <= 20;
  const letters = /[A-Za-z]/.test(value);
  const digits = value.match(/\d/g)?.length ?? 0;
  const symbols = /[!@#$%^&*+?~=]/.test(value);
  if (!letters || (digits === 0 && !symbols)) return false;
  if (builtAsName(value)) return !nameParts.test(value) && digits >= 2 && /[a-z]/.test(value) && /^[A-Z]|[A-Z]$/.test(value);
  if (/^[a-z]{1,4}\d$|^(?:test|user|admin|field|input|text|value|item|param|level|version|option)s?\d$/.test(value)) return false;
  // What code looks like: a call, a comparison, a member.
  return !/^[\w$]+[=!<>]=|[;,]$|^[!*=&|^#@]+$/.test(value) && !(symbols && digits === 0 && /^[!@#$%^&*+?~=]|[=?]$/.test(value));
}

function isMadeUpKey(value: string): boolean {
  if (value.length >= 10 && /^[A-Za-z]+$/.test(value)) return surprise(value) >= 5.4;
  if (value.length < 8 || !/\d/.test(value) || !/[A-Za-z]/.test(value) || /[\s,;()<>[\]"'`\\|]/.test(value)) return false;
  const digits = value.match(/\d/g)?.length ?? 0;
  if (builtAsName(value)) return false;
  const split = value.split(/[_.:/-]/);
  const mixed = split.filter((part) => /[A-Za-z]\d+[A-Za-z]|\d[A-Za-z]+\d/.test(part)).length;
  return (
    mixed > 0 ||
    (/[!@#$%^&*+=~?]/.test(value) && isUnpronounceable(value)) ||
    (digits >= 3 && value.length >= 10 && !nameParts.test(value)) ||
    (digits >= 2 && /[!@#$%^*]/.test(value) && !nameParts.test(value)) ||
    /[A-Z][a-z]+[A-Z].*\d{3}/.test(value)
  );
}
