/** Tokens in the forms that issuers document, put together at run time: no text here is a token. */

import { crc32 } from "node:zlib";
import { alphabets as a, type Random } from "./random.ts";

/** @returns 30 random characters with the six of the checksum that GitHub and npm write behind them. */
export function withBase62Checksum(random: Random, length = 30): string {
  const entropy = random.text(a.alnum, length);
  return entropy + base62(crc32(Buffer.from(entropy))).padStart(6, "0");
}

function base62(value: number): string {
  const alphabet = a.digits + a.upper + a.lower;
  let rest = value;
  let text = "";
  while (rest > 0) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function base64Of(text: string): string {
  return Buffer.from(text).toString("base64");
}

function jsonPart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

export function jwt(random: Random): string {
  const header = { alg: random.pick(["HS256", "RS256", "ES256"]), typ: "JWT" };
  const body = { sub: random.text(a.digits, 8), iss: random.text(a.lower, 6), iat: 1_600_000_000 + random.int(100_000_000) };
  return `${jsonPart(header)}.${jsonPart(body)}.${random.text(a.base64url, 43)}`;
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => random.text(a.hex, length)).join("-");
}

/** By kind; most kinds say the issuer. */
export const issuers: Readonly<Record<string, (random: Random) => string>> = {
  "github-classic": (r) => `gh${r.pick([..."pousr"])}_${withBase62Checksum(r)}`,
  "github-fine": (r) => `github${"_pat_"}${r.text(a.alnum, 22)}_${r.text(a.alnum, 59)}`,
  npm: (r) => `npm${"_"}${withBase62Checksum(r)}`,
  gitlab: (r) => `gl${r.pick(["pat", "dt", "rt", "soat"])}-${r.text(a.base64url, 20)}`,
  "aws-key-id": (r) => `${r.pick(["AK", "AS"])}IA${r.text(a.base32, 16)}`,
  "google-api": (r) => `AI${"za"}Sy${r.text(a.base64url, 33)}`,
  "google-oauth-secret": (r) => `GOC${"SPX-"}${r.text(a.base64url, 28)}`,
  "google-refresh": (r) => `1//0${r.text(a.lowerDigits, 1)}${r.text(a.base64url, 60)}`,
  "slack-bot": (r) => `xo${"xb-"}${r.text(a.digits, 12)}-${r.text(a.digits, 12)}-${r.text(a.alnum, 24)}`,
  "slack-user": (r) => `xo${"xp-"}${r.text(a.digits, 11)}-${r.text(a.digits, 11)}-${r.text(a.digits, 12)}-${r.text(a.hex, 32)}`,
  "slack-app": (r) => `xa${"pp-1-"}A${r.text(a.upperDigits, 10)}-${r.text(a.digits, 13)}-${r.text(a.hex, 64)}`,
  "slack-webhook": (r) =>
    `https://hooks.${"slack"}.com/services/T${r.text(a.upperDigits, 10)}/B${r.text(a.upperDigits, 10)}/${r.text(a.alnum, 24)}`,
  "discord-webhook": (r) => `https://${"discord"}.com/api/webhooks/1${r.text(a.digits, 17)}/${r.text(a.base64url, 68)}`,
  "discord-bot": (r) =>
    `${base64Of(`1${r.text(a.digits, 17)}`).replace(/=+$/, "")}.G${r.text(a.base64url, 5)}.${r.text(a.base64url, 38)}`,
  telegram: (r) => `${1 + r.int(9)}${r.text(a.digits, 8)}:AA${r.text(a.base64url, 33)}`,
  "stripe-secret": (r) => `sk${"_live_"}${r.text(a.alnum, 24)}`,
  "stripe-restricted": (r) => `rk${"_live_"}${r.text(a.alnum, 99)}`,
  "stripe-webhook": (r) => `wh${"sec_"}${r.text(a.alnum, 32)}`,
  sendgrid: (r) => `S${"G."}${r.text(a.base64url, 22)}.${r.text(a.base64url, 43)}`,
  mailgun: (r) => `key${"-"}${r.text(a.hex, 32)}`,
  mailchimp: (r) => `${r.text(a.hex, 32)}-us${1 + r.int(20)}`,
  brevo: (r) => `xkey${"sib-"}${r.text(a.hex, 64)}-${r.text(a.alnum, 16)}`,
  twilio: (r) => `S${"K"}${r.text(a.hex, 32)}`,
  openai: (r) => `sk${"-proj-"}${r.text(a.base64url, 74)}T3Blb${"kFJ"}${r.text(a.base64url, 74)}`,
  "openai-old": (r) => `sk${"-"}${r.text(a.alnum, 20)}T3Blb${"kFJ"}${r.text(a.alnum, 20)}`,
  anthropic: (r) => `sk${"-ant-"}api03-${r.text(a.base64url, 93)}AA`,
  huggingface: (r) => `hf${"_"}${r.text(a.lower + a.upper, 34)}`,
  groq: (r) => `gs${"k_"}${r.text(a.alnum, 52)}`,
  replicate: (r) => `r8${"_"}${r.text(a.alnum, 37)}`,
  perplexity: (r) => `pp${"lx-"}${r.text(a.alnum, 48)}`,
  digitalocean: (r) => `do${r.pick(["p", "o", "r"])}${"_v1_"}${r.text(a.hex, 64)}`,
  docker: (r) => `dckr${"_pat_"}${r.text(a.base64url, 27)}`,
  pypi: (r) => `pypi${"-"}AgEIcHlwaS5vcmc${r.text(a.base64url, 120)}`,
  rubygems: (r) => `rubygems${"_"}${r.text(a.hex, 48)}`,
  shopify: (r) => `sh${r.pick(["pat", "pca", "ppa", "pss"])}_${r.text(a.hex, 32)}`,
  square: (r) => `sq0${"csp-"}${r.text(a.base64url, 43)}`,
  linear: (r) => `lin${"_api_"}${r.text(a.alnum, 40)}`,
  notion: (r) => `nt${"n_"}${r.text(a.alnum, 46)}`,
  postman: (r) => `PM${"AK-"}${r.text(a.hex, 24)}-${r.text(a.hex, 34)}`,
  newrelic: (r) => `NR${"AK-"}${r.text(a.upperDigits, 27)}`,
  grafana: (r) => grafana(r.text(a.alnum, 32)),
  sentry: (r) => `sntr${"yu_"}${r.text(a.hex, 64)}`,
  databricks: (r) => `da${"pi"}${r.text(a.hex, 32)}`,
  doppler: (r) => `dp${".pt."}${r.text(a.alnum, 43)}`,
  pulumi: (r) => `pu${"l-"}${r.text(a.hex, 40)}`,
  planetscale: (r) => `pscale${"_tkn_"}${r.text(a.base64url, 43)}`,
  vault: (r) => `h${"vs."}${r.text(a.base64url, 92)}`,
  terraform: (r) => `${r.text(a.alnum, 14)}.atlas${"v1."}${r.text(a.base64url, 67)}`,
  atlassian: (r) => `ATA${"TT3xFfGF0"}${r.text(a.base64url, 174)}=${r.text("0123456789ABCDEF", 8)}`,
  figma: (r) => `fig${"d_"}${r.text(a.base64url, 40)}`,
  airtable: (r) => `pat${r.text(a.alnum, 14)}.${r.text(a.hex, 64)}`,
  supabase: (r) => `sb${"p_"}${r.text(a.hex, 40)}`,
  netlify: (r) => `nf${"p_"}${r.text(a.alnum, 36)}`,
  resend: (r) => `re${"_"}${r.text(a.alnum, 8)}_${r.text(a.alnum, 24)}`,
  hubspot: (r) => `pat${"-na1-"}${uuid(r)}`,
  dynatrace: (r) => `dt0${"c01."}${r.text(a.base32, 24)}.${r.text(a.base32, 64)}`,
  alibaba: (r) => `LT${"AI5t"}${r.text(a.alnum, 20)}`,
  facebook: (r) => `EA${"AC"}${r.text(a.alnum, 170)}`,
  "azure-client-secret": (r) => `${r.text(a.alnum, 3)}8Q~${r.text(`${a.alnum}._~-`, 33)}1`,
  tailscale: (r) => `ts${"key-"}auth-${r.text(a.alnum, 11)}CNTRL-${r.text(a.alnum, 32)}`,
  sonar: (r) => `sq${"u_"}${r.text(a.hex, 40)}`,
  posthog: (r) => `ph${"x_"}${r.text(a.alnum, 43)}`,
  launchdarkly: (r) => `sdk${"-"}${uuid(r)}`,
  age: (r) => `AGE-SECRET${"-KEY-1"}${r.text("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)}`,
  "azure-devops": (r) => `${r.text(a.alnum, 76)}AZ${"DO"}${r.text(a.alnum, 4)}`,
  "azure-functions": (r) => `${r.text(a.alnum, 44)}Az${"Fu"}${r.text(a.alnum, 5)}A==`,
  bitbucket: (r) => `AT${"BB"}${r.text(a.alnum, 32)}`,
  prefect: (r) => `pn${"u_"}${r.text(a.lowerDigits, 36)}`,
  dropbox: (r) => `s${"l."}B${r.text(a.base64url, 134)}`,
  nvidia: (r) => `nv${"api-"}${r.text(a.base64url, 64)}`,
  tavily: (r) => `tv${"ly-"}${r.text(a.alnum, 32)}`,
  langsmith: (r) => `lsv2${"_pt_"}${r.text(a.hex, 32)}_${r.text(a.hex, 10)}`,
  clojars: (r) => `CLOJ${"ARS_"}${r.text(a.hex, 60)}`,
  sourcegraph: (r) => `sg${"p_"}${r.text(a.hex, 16)}_${r.text(a.hex, 40)}`,
  artifactory: (r) => `AK${"Cp"}${r.text(a.alnum, 69)}`,
  duffel: (r) => `duffel${"_live_"}${r.text(a.base64url, 43)}`,
  frameio: (r) => `fio${"-u-"}${r.text(a.base64url, 64)}`,
  crates: (r) => `ci${"o"}${r.text(a.alnum, 32)}`,
  "notion-old": (r) => `secret${"_"}${r.text(a.alnum, 43)}`,
  octopus: (r) => `AP${"I-"}${r.text(a.upperDigits, 26)}`,
  jwt,
};

/** The form is documented with the product: the name of the service, the secret and a CRC32 behind it. */
function grafana(secret: string): string {
  const sum = crc32(Buffer.from(`glsa_${secret}`));
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(sum);
  return `gl${"sa_"}${secret}_${bytes.toString("hex")}`;
}

export { base64Of, uuid };
