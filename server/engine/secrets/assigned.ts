/** Finds the value that a name is given, in the ways in which code, configuration, markup and commands write it. Pure. */

import type { Span } from "../tree/span.ts";
import type { FileKind } from "./fileKind.ts";

export interface AssignedValue extends Span {
  /** The name is that of a function, and the value its argument. */
  readonly called: boolean;
  /** Nothing but the place says that this is a value: running text may look the same. */
  readonly loose: boolean;
}

/** What stands between a name and its value; ends where the value, or its quote, begins. */
interface Lead {
  readonly form: RegExp;
  readonly value: "quoted" | "bare" | "any" | "element";
  readonly formats?: readonly FileKind["format"][];
  readonly called?: true;
  readonly loose?: true;
  /** What has to stand before the name on its line, so that what follows is its value. */
  readonly after?: RegExp;
}

const close = String.raw`(?:\\?["'\`]|&quot;)?[)\]]{0,2}`;
const equals = String.raw`\s{0,20}(?:===?|!==?|=>|:=|\?\??=|\|\|=|->|<-|[=:])\s{0,20}`;
/** What a language writes between a name and the sign: its type, its accessors. */
const type = String.raw`(?:[?!]?\s{0,3}:\s{0,3}[&'\w.<>[\]| ]{1,60}?(?=\s{0,3}=[^=>])|\s{1,8}[aA]s\s{1,4}[sS]tring(?=\s{0,8}=)|\s{1,8}(?:string|\*?char|&str|String)(?:\[\d{0,5}\])?(?=\s{0,8}=)|\[\d{0,5}\](?=\s{0,8}=)|\s{0,3}\{[^{}\n]{0,40}\}(?=\s{0,3}=))`;
/** Calls that give back what they are given. */
const wrapping = String.raw`(?:(?:new\s{1,3})?(?:[\w.]{0,40}(?:Decoder\(\))?\.)?(?:decode|Buffer\.from|SecretStr|SecureString|SecretKeySpec|String|Secret|str|bytes|Some|Option|atob|b64decode|encode|Field|stringWithString|config|env_or|SecretString|from|fromhex|unhexlify|DecodeString|GetBytes|FromBase64String|parse|make_password|generate_password_hash|hashpw|[hH]ash(?:Sync|::make)?|bcrypt|[mM][dD]5|[sS][hH][aA]\d{0,3}|PASSWORD)\(\s{0,8}(?:default\s{0,2}=\s{0,2})?|\[\]byte\()?`;
/** A look-up with a default: `process.env.KEY || "..."`, `os.environ.get("KEY", "...")`. */
const lookUp = String.raw`(?:[\w.$]{1,60}(?:\(\s{0,4}["'][\w.:-]{1,60}["']\s{0,4}\)|\[["'][\w.-]{1,60}["']\]|\.\w{1,60})?\s{0,8}(?:\|\||\?\?|\?:|\bor\b)\s{0,8}|(?!lookup|query)[\w.$]{1,60}\(\s{0,4}["'][\w.:-]{1,60}["']\s{0,4},\s{0,8})`;

const lead = (source: string, value: Lead["value"], more: Omit<Lead, "form" | "value"> = {}): Lead => ({
  form: new RegExp(source, "y"),
  value,
  ...more,
});

const leads: readonly Lead[] = [
  lead(":-", "bare", { formats: ["shell", "configuration"] }),
  // `user, password = "...", "..."`
  lead(String.raw`[)\]]?\s{0,3}:?=\s{0,3}["'][^"'\n]{0,60}["']\s{0,3},\s{0,3}`, "quoted", {
    after: /\w\s{0,3},\s{0,3}[\w.]{0,40}$/,
  }),
  lead(close + equals + wrapping, "any"),
  // A pair in Kotlin.
  lead(String.raw`["']\s{1,4}to\s{1,4}`, "quoted", { formats: ["code"] }),
  lead(`${close}${type}?${equals}[([]\\s{0,20}`, "quoted"),
  lead(close + type + equals + wrapping, "quoted"),
  lead(`${close}${type}?${equals}${lookUp}`, "quoted"),
  lead(String.raw`(?:["'\`][)\]])?\s{0,8}(?:\|\||\?\?|\bor\b)\s{0,8}`, "quoted"),
  lead(String.raw`\.(?:equals|equalsIgnoreCase|eq|isEqualTo|compareTo)\(\s{0,4}`, "quoted"),
  lead(String.raw`\(\s{0,8}`, "quoted", { called: true }),
  // `define("NAME", "...")`, `flag.String(&target, "name", "...")`, `fill('input[name="name"]', "...")`.
  lead(String.raw`\\?["'](?:\][^"'\n]{0,20}["'])?\s{0,4},\s{0,20}(?:with:\s{0,3}|new\s{1,3}\w{1,20}\(\s{0,3})?`, "quoted", {
    after:
      /[\w)](?<!lookup|query)\s{0,3}\(\s{0,20}(?:&?[\w.]{1,40},\s{0,3})?(?:\\?["'][#.]?|["'][^"'\n]{0,40}["'])$|\b(?:fill_in|buildConfigField|resValue)[\s(]{1,3}(?:["']\w{1,20}["'],\s{0,3})?["']$|\bMap\.of\([^()\n]{0,160},\s{0,3}["']$/,
  }),
  // A setting with a symbol for its name: `set :name, "..."`.
  lead(String.raw`\s{0,4},\s{0,8}`, "quoted", {
    after: /(?:^|[\s.])(?:set|config|default|option)[ \t(]{1,3}:$/,
    formats: ["code", "other"],
  }),
  // An option and its value in a list of arguments; a pair in Erlang.
  lead(String.raw`["']\s{0,4},\s{0,20}`, "quoted", { after: /["']--?$/ }),
  lead(String.raw`,\s{0,4}(?:<<)?(?=")`, "quoted", { after: /(?:^|[\s[{,])\{$/, formats: ["code", "configuration", "other"] }),
  // `fill("#name", "...")`, and the field of a form that is looked up and then filled.
  lead(
    String.raw`\]?["'][)\]]{1,3}\??\.(?:send_keys|sendKeys|fill|type|setValue|set|val|addValue|clearValue)\(\s{0,8}`,
    "quoted",
  ),
  // `txtPassword.Text = "..."`, `var("NAME").unwrap_or("...")`, `NAMES = {"production": "..."}`
  lead(String.raw`\.(?:[tT]ext|[vV]alue)\s{0,3}={1,3}\s{0,3}`, "quoted"),
  lead(
    String.raw`["']\)\.(?:unwrap_or(?:_else)?|orElse(?:Get)?|getOrElse|or_else|getOrDefault)\(\s{0,4}(?:\|_?\|\s{0,3})?`,
    "quoted",
  ),
  lead(String.raw`(?<=[sS])\s{0,3}[=:]\s{0,3}\{\s{0,20}["'][\w-]{1,30}["']\s{0,3}:\s{0,3}`, "quoted", { formats: ["code"] }),
  // Parameters of templates: `"name": {"value": "..."}`, `Name:` with its `Default:` on a line below.
  lead(String.raw`["']\s{0,3}:\s{0,3}\{\s{0,20}["'](?:value|defaultValue)["']\s{0,3}:\s{0,3}`, "quoted", { formats: ["json"] }),
  lead(String.raw`:[ \t]{0,3}\r?\n(?:[ \t]{2,20}\w{1,30}:[^\n]{0,100}\n){0,6}?[ \t]{2,20}Default:[ \t]{1,3}`, "any", {
    formats: ["configuration"],
  }),
  // What a comparison that is a call asks about: `strcmp(name, "...")`.
  lead(String.raw`[)\]]{0,2}\s{0,3},\s{0,8}`, "quoted", {
    after:
      /\b(?:str(?:n|case|i)?cmp|compare_?[dD]igest|hash_equals|[eE]quals|isEqual|timingSafeEqual|[Cc]onstantTimeCompare)\(\s{0,3}(?:\w{1,40}\()?[\w.>$-]{0,60}?$/,
  }),
  lead(String.raw`(?:["'][^<>\n]{0,80})?>\s{0,20}`, "element", { formats: ["markup", "configuration"] }),
  lead(String.raw`<\/(?:key>\s{0,20}<string|[\w:-]{0,20}[nN]ame>\s{0,20}<[\w:-]{0,20}[vV]alue)>`, "element", {
    formats: ["markup", "configuration"],
  }),
  lead(String.raw`(?<=word|wd|phrase|secret|token|key)(?:\s{1,2}is|:)?[ \t]{1,2}[*_]{0,2}(?=\x60)`, "quoted", {
    formats: ["prose"],
  }),
  // "The password of the database is `...`".
  lead(String.raw`(?<=word|wd|phrase)\s(?:for|of|to|on)\s[\w .'-]{1,48}(?:\sis|:|\s=)[ \t]{1,2}[*_]{0,2}(?=\x60)`, "quoted", {
    formats: ["prose"],
  }),
  // "host ... user ... password ..."
  lead(String.raw`:?[ \t]{1,2}(?=\S{0,60}\d)(?=\S{0,60}[A-Za-z])(?=\S{8,64}(?:\s|$))`, "bare", {
    after: /\b(?:user(?:name)?|login)[:=]?[ \t]{1,2}[\w.@-]{2,60},?[ \t]{1,2}(?:and[ \t]{1,2})?$/i,
    formats: ["prose"],
  }),
  lead(
    String.raw`["']\s{1,20}(?:\w{1,20}=["'][^"'\n]{0,40}["']\s{1,8}){0,2}(?:value|content|defaultValue)\s{0,3}=\s{0,3}`,
    "quoted",
  ),
  lead(String.raw`["']?\s{0,4},?\s{0,40}["']?(?:value|Value|default)["']?\s{0,4}[:=]\s{0,8}`, "any", {
    formats: ["configuration", "json", "code", "other"],
  }),
  lead(String.raw`["']\s{0,4}\{[^{}]{0,200}?\bdefault\s{0,10}=\s{0,8}`, "quoted", { formats: ["configuration"] }),
  // In running text: "the password is ...", where no word has such letters and digits.
  lead(
    String.raw`(?<=word|oord|wort|phrase|PIN|secret|token|key)(?:\s{1,2}i[st]|:)[ \t]{1,2}(?=\S{0,40}[a-z])(?=\S{0,40}[A-Z])(?=\S{0,40}\d)(?=\S{8,64}(?:\s|$))`,
    "bare",
    { formats: ["prose"] },
  ),
  // In a remark: "password is ...", "user ..., password ...".
  lead(
    String.raw`(?:\s{1,2}(?:is|was)|:)?[ \t]{1,2}(?=[^\s,;"']{6,40}(?:[\s,;]|$))(?=[^\s,;]*\d)(?=[^\s,;]*[!@#$%^&*?+])`,
    "bare",
    {
      after: /(?:^|\s)(?:\/\/|#|\*|--|;|-)\s/,
    },
  ),
  lead(String.raw`[ \t]{1,12}`, "any", { loose: true }),
];

/** What every lead begins with; most names are followed by something else. */
const mayFollow = /[\s"'`)\]=:.>(&?![|\\{<,-]/;

/** Longest line that is read for a value, in UTF-16 units. */
const longest = 1000;
/** What is read of a line before a name, to tell whether it stands in a text or a comment. */
const longestBefore = 240;

/** @param name Where the name stands. @returns Where its value stands; undefined where it has none that is written out. */
export function valueOfName(text: string, name: Span, kind: FileKind): AssignedValue | undefined {
  if (!mayFollow.test(text.charAt(name.end))) return undefined;
  for (const { form, value, formats, called, loose, after } of leads) {
    if (formats && !formats.includes(kind.format)) continue;
    form.lastIndex = name.end;
    const found = form.exec(text);
    if (!found) continue;
    if (loose && !mayStandApart(text, name, kind)) continue;
    if (after && !after.test(lineBefore(text, name.start))) continue;
    const at = name.end + found[0].length;
    const span =
      value === "element"
        ? elementAt(text, at)
        : (quotedAt(text, at) ?? (value === "quoted" ? undefined : bareAt(text, at, name, kind)));
    if (span)
      return { ...span, called: called === true && !isDeclared(text, name), loose: loose === true && isLoose(text, name, kind) };
  }
  return undefined;
}

/** `std::string password("...")`: a type stands before the name. */
function isDeclared(text: string, name: Span): boolean {
  return /[\w>*&] [*&]?$/.test(text.slice(Math.max(0, name.start - 3), name.start));
}

/** Whether a line that begins with the name may as well be a sentence. */
function isLoose(text: string, name: Span, kind: FileKind): boolean {
  return kind.format !== "configuration" && kind.format !== "code" && /^\s*$/.test(lineBefore(text, name.start));
}

/** A name and a value with a space between them: an option of a command, a line of settings, a definition. */
function mayStandApart(text: string, name: Span, kind: FileKind): boolean {
  const line = lineBefore(text, name.start);
  if (/(?:^|\s)--?$|(?:^|\s)--?[\w-]+$/.test(line)) return true;
  if (
    /^\s*(?:#\s*define|set(?:env)?|ENV|ARG|export|config|[\w ]{2,20}\bconfig(?:ure)?\s+set|(?:proxy|request|fastcgi|add|more)_\w{0,20}|Header\s+\w+)\s+["'$]?$/i.test(
      line,
    )
  )
    return true;
  if (/[{;]\s*$/.test(line)) return /^[ \t]["']/.test(text.slice(name.end, name.end + 2));
  if (/\blogin\s+\S+\s+$/.test(line)) return true;
  return (
    /^\s*$/.test(line) &&
    (kind.format === "configuration" ||
      kind.format === "shell" ||
      kind.format === "other" ||
      /[ \t]["']/.test(text.slice(name.end, name.end + 3)))
  );
}

const opening = /(?:[bBrRuUfFLN@]{1,2}(?=["'])|["'](?=\\["']))?(\\?(?:"""|'''|["'`]|&quot;))/y;

/** The text between quotes on one line; a quote that is escaped opens a text in a text. */
function quotedAt(text: string, at: number): Span | undefined {
  opening.lastIndex = at;
  const found = opening.exec(text);
  if (!found) return undefined;
  const quote = found[1] ?? "";
  const opened = at + found[0].length;
  // A text over several lines holds its value on the first that is not empty.
  const start = quote.length === 3 ? opened + (/^\s*/.exec(text.slice(opened, opened + 40))?.[0].length ?? 0) : opened;
  for (let i = start; i < text.length && i - start < longest; i++) {
    if (text.startsWith(quote, i)) return i > start ? { start, end: i } : undefined;
    const char = text[i];
    if (char === "\n" || char === "\r") return quote.length === 3 && i > start ? { start, end: i } : undefined;
    if (char === "\\" && quote.length === 1) i++;
  }
  return undefined;
}

function elementAt(text: string, at: number): Span | undefined {
  const end = text.indexOf("<", at);
  return end > at && end - at < longest ? trimmed(text, at, end) : undefined;
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  const to = start + inner.trimEnd().length;
  return to > from ? { start: from, end: to } : undefined;
}

const bare = /[^\s"'`<>]{1,1000}/y;

/** Without quotes: up to a blank. In code only inside of a text or a comment, where `;`, `&` and brackets end it. */
function bareAt(text: string, at: number, name: Span, kind: FileKind): Span | undefined {
  if (text.slice(name.end, at).includes("\n") && !/value|Value|[dD]efault/.test(text.slice(name.end, at))) return undefined;
  const line = lineBefore(text, name.start);
  const within = isWithinText(line);
  if ((kind.format === "code" || kind.format === "json" || kind.format === "markup") && !within) return undefined;
  // `arn:...:secret:name`
  if (within === "text" && /:$/.test(line)) return undefined;
  if (kind.format === "code" && within !== "comment" && !/[=:]/.test(text.charAt(name.end))) return undefined;
  bare.lastIndex = at;
  const found = bare.exec(text)?.[0];
  if (!found) return undefined;
  const listed = within === "text" || /[?&;]$/.test(line) || (within === undefined && /\$\{$/.test(line));
  const value = (listed ? (/^[^;&,\\}]*/.exec(found)?.[0] ?? "") : found)
    .replace(/[,;]$/, "")
    .replace(/^([^(]*[^()])\)$/, kind.format === "shell" ? "$1" : "$&");
  // What begins a list, a block or a reference in YAML is a character of a password in a connection string.
  if (value === "" || /^[[{|>&*!]/.test(listed ? value.replace(/^[&*!](?=.*\d)/, "") : value)) return undefined;
  const rest = text.slice(at + found.length, at + found.length + 40);
  // Several words are a sentence, unless a comment or the next setting follows.
  const flow = /\{[^{}]*$/.test(line);
  if (!listed && kind.format === "configuration" && /^[ \t]+[^#;\s]/.test(rest) && !/^[ \t]+(?:\w+=|[\w-]+ )/.test(rest))
    if (!flow || !(found.endsWith(",") || /^[ \t]+\}/.test(rest))) return undefined;
  return { start: at, end: at + (flow ? value.replace(/\}+$/, "") : value).length };
}

/** The line up to a place, or as much of it as is read. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestBefore), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Whether what follows on the line stands in a comment or in a text. */
function isWithinText(line: string): "comment" | "text" | undefined {
  if (/^\s*(?:\/\/|#|\*|\/\*|--|<!--|;|rem\b)/i.test(line)) return "comment";
  const plain = line.replace(/\\./g, "");
  if (['"', "'", "`"].some((quote) => plain.split(quote).length % 2 === 0)) return "text";
  return /\s(?:\/\/|#)\s/.test(line) ? "comment" : undefined;
}
