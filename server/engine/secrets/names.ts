/** Tells from a name whether what it names is a secret, and how random that has to be. Pure. */

import type { Demand } from "./values.ts";

/** Names of one kind of secret, as a rule lists them. */
export interface NameList {
  /** Each one or several words in lower case: "password", "api key". `* key` stands for a key of any name. */
  readonly names: readonly string[];
  readonly demand: Demand;
}

/** Words behind the noun that leave it what it is. */
const harmlessEndings = new Set(
  (
    "value val str string text b64 base64 hex plain plaintext raw default current old new prod production dev develop development stage staging test testing " +
    "local live primary secondary main backup env eu us uk de fr internal external admin user root db shop api app web server client service " +
    "ldap mysql sql postgres mongo redis smtp mail email imap ftp sftp ssh wifi mqtt bd " +
    "arg param literal const bytes data encoded json confirm confirmation again repeat 1 2 3"
  ).split(" "),
);

/** Words directly before the noun that make it something else. */
const otherThings = new Set(
  (
    "primary foreign uuid guid cache sort partition object row column group unique index map hash lookup translation i18n shortcut hot registry react query route state " +
    "next prev previous page continuation pagination correlation sync cancel cancellation cancelation stop start end begin eos bos pad unk mask sep cls special lex syntax parse " +
    "use forgot forget lost invalid expired missing wrong bad hashed allow enable disable validate verify check " +
    "site publishable anon design contract erc20 nft reserve by from without color colour style theme json dict idempotency change action request compose press arrow enter render low high band multi"
  ).split(" "),
);

/** Of these, what has passwords too: a registry, a site, a group. */
const thingsWithPassword = new Set(
  (
    "primary cache object group unique map hot registry react query route state sync stop start end special site publishable design contract reserve " +
    "color colour style theme action request high low band multi"
  ).split(" "),
);

/** Words that make it something else wherever they stand before the noun. */
const otherAnywhere = new Set(
  "public pub max min num count total is has have no show hide display toggle csrf xsrf antiforgery encrypted require requires required".split(
    " ",
  ),
);

/** Verbs of calls that take the value of a secret: `setPassword("...")`. Others look something up or show it. */
const settingVerbs = new Set(["set", "with", "add", "put", "using"]);
const embedding = /^(?:by|buy|com|en|tres|sur|over|under|tom)pass$|^(?:mon|tur|hoc|don|joc|whis|hot)key$/;

/** "dbPassword2" -> db, password, 2. */
export function wordsOfName(name: string): string[] {
  return (
    name
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
      .replace(/([A-Za-z])(\d+)$/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** `NEXT_PUBLIC_STRIPE_SECRET_KEY`: the prefix sends it to every browser, which makes no secret of it harmless, but an API key. */
function withoutPublicPrefix(words: string[]): string[] {
  const [first = "", second] = words;
  const prefixed = second === "public" && /^(?:next|expo|nuxt)$/.test(first);
  return prefixed && words.some((word) => /^(?:secret|password|private)$/.test(word)) ? words.slice(2) : words;
}

/** Whether the name is that of what tokens, sessions or cookies are signed with: its owner thinks of it, no issuer draws it. */
export function isSigningName(name: string): boolean {
  const words = wordsOfName(name);
  const last = words.at(-1) === "key" ? words.at(-2) : words.at(-1);
  if (last === "jwt" && words.at(-1) === "key") return true;
  return (last === "secret" && words.some((word) => signed.has(word))) || (last === "signing" && words.at(-1) === "key");
}

/** What a program signs in to, and as whom. */
const services = new Set(
  (
    "db jdbc database datasource sql mysql mariadb mssql oracle postgres postgresql pg redis mongo mongodb rabbit rabbitmq amqp kafka elastic elasticsearch " +
    "smtp imap mail email ldap ftp sftp ssh wifi wlan mqtt ota vnc rdp vpn sudo become admin root superuser sysadmin keystore truststore store connection " +
    "ansible grafana keycloak minio nexus sonar jenkins gitlab tomcat server"
  ).split(" "),
);

/** `DB_PASSWORD`, `jdbc.password`, `SmtpPassword`, `dbpass`: a password that a program signs in with. */
export function isServiceName(name: string): boolean {
  const words = wordsOfName(name);
  const noun = words.findIndex((word) => /^(?:pass|passwd|password|pwd|pw|passphrase)$/.test(word));
  if (noun > 0) return words.slice(0, noun).some((word) => services.has(word));
  const [, service = ""] = /^([a-z]{2,12}?)(?:pass|passwd|password|pwd|pw)$/.exec(words[0] ?? "") ?? [];
  return services.has(service);
}

const signed = new Set("jwt session cookie signing sign hmac token refresh flask django".split(" "));

/** @param called The name is that of a function that is called with the value. @returns Index of the list; undefined: no secret's name. */
export function listOfName(name: string, lists: readonly NameList[], called: boolean): number | undefined {
  const words = withoutPublicPrefix(wordsOfName(name));
  if (called && !takesSecret(name)) return undefined;
  let end = words.length;
  while (end > 1 && (harmlessEndings.has(words[end - 1] ?? "") || /^\d+$/.test(words[end - 1] ?? ""))) {
    const found = listAt(words, end, lists);
    if (found !== undefined) return found;
    end--;
  }
  return listAt(words, end, lists);
}

function takesSecret(name: string): boolean {
  const [verb = "", ...others] = wordsOfName(name.slice(name.lastIndexOf(".") + 1));
  return others.length === 0 || settingVerbs.has(verb);
}

function listAt(words: readonly string[], end: number, lists: readonly NameList[]): number | undefined {
  const known = lists.findIndex(({ names }) => names.some((phrase) => endsWith(words, end, phrase)));
  return known < 0 ? undefined : known;
}

/** Whether the words up to `end` end with the phrase, in words of their own or as the end of one word. */
function endsWith(words: readonly string[], end: number, phrase: string): boolean {
  const parts = phrase.split(" ");
  if (parts[0] === "*") {
    const last = words[end - 1] ?? "";
    return end > 1 && last === parts[1] && !isOther(words.slice(0, end - 1), last);
  }
  const joined = parts.join("");
  const last = words[end - 1] ?? "";
  const inOne = last.endsWith(joined) && (last.length === joined.length || (joined.length >= 4 && !embedding.test(last)));
  const apart = parts.length > 1 && parts.every((part, index) => words[end - parts.length + index] === part);
  if (!inOne && !apart) return false;
  return !isOther(words.slice(0, apart ? end - parts.length : end - 1), joined);
}

function isOther(before: readonly string[], noun: string): boolean {
  const last = before.at(-1) ?? "";
  const hasPassword = thingsWithPassword.has(last) && /^(?:passw|passphrase|passcode|pwd|psw)/.test(noun);
  return (otherThings.has(last) && !hasPassword) || before.some((word) => otherAnywhere.has(word));
}
