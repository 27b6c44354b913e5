import { expect } from "chai";
import { secretsIn } from "./secretsIn.ts";

const key = `hT4zWq9L${"mX2cVb7Ns5RdKx81"}`;

describe("secrets in texts for people, and joined words", () => {
  for (const [path, text, secrets] of [
    ["README.md", "Log in as user `admin` and password `silver.otter86`.", ["silver.otter86"]],
    ["README.md", "Default admin login: `admin` / `canyon.otter47`", ["canyon.otter47"]],
    ["README.md", "The password for the staging database is `OtterMeadow814`.", ["OtterMeadow814"]],
    ["notes.txt", "prod db: host db1 user shop password dPedfKb3HjQrw4lv", ["dPedfKb3HjQrw4lv"]],
    [
      "wiki.md",
      "| host | user | password |\n|---|---|---|\n| db1 | shop | `OtterHarbor382` |\r\n| db2 | shop | j0XAFtv5Rlb |\n\n| password |\n",
      ["OtterHarbor382", "j0XAFtv5Rlb"],
    ],
    [".netrc", "machine api.shop.net\n  login ci\n  password otter-anchor9\n", ["otter-anchor9"]],
    ["a.ipynb", '"conn = connect(host=\\"db1\\", user=\\"shop\\", password=\\"maple_otter9\\")\\n"', ["maple_otter9"]],
    [".gitlab-ci.yml", 'variables:\n  DEPLOY_PASSWORD: "anchor_otter77"\n', ["anchor_otter77"]],
    ["stack.yml", "MasterUserPassword: otter-island35", ["otter-island35"]],
    ["db.go", 'dsn := "shop:falcon_otter96@tcp(10.2.3.4:3306)/shop"', ["falcon_otter96"]],
    ["a.ts", "await page.fill('#password', 'Marco@4471');", ["Marco@4471"]],
    ["push.sh", "ftp -n db1 <<EOF\nuser deploy maple_otter74\nput a.zip\nEOF\n", ["maple_otter74"]],
    ["a.json", `{"apikey":[{"key":"key","value":"X-API-Key"},{"key":"value","value":"${key}"}]}`, [key]],
  ] as const)
    it(`${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal(secrets));

  for (const [path, text] of [
    ["README.md", "Log in as user `admin` and password `password`."],
    ["README.md", "The password for the staging database is `required`."],
    ["README.md", "Default login: `admin` / `admin`. Accounts: `reader` / `writer`."],
    ["notes.txt", "the user types a password twice; user names password managers, see section12"],
    ["docs.md", "| option | password |\n|---|---|\n| --user | string, optional |\n| --host | `DB_PASSWORD` |\n"],
    ["docs.md", "| key | default |\n|---|---|\n| cache.size2 | 1024Kb5a |\n"],
    [".gitlab-ci.yml", "variables:\n  POSTGRES_PASSWORD: otter_dev\n  MYSQL_PASSWORD: walnut\n"],
    ["a.yml", "password: user-field12\nsecretName: shop-token01"],
    ["push.sh", "ftp -n db1 <<EOF\nuser deploy $FTP_PASSWORD\nEOF\n"],
    ["a.json", '{"apikey":[{"key":"value","value":"{{collection_api_key}}"}]}'],
    ["a.ts", "await page.fill('#password', password);"],
  ] as const)
    it(`nothing in ${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal([]));
});
