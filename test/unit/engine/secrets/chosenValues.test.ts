import { expect } from "chai";
import { secretsIn } from "./secretsIn.ts";

// Made up for these cases; in two parts, so that no scanner of hosts takes it for a key.
const key = `hT4zWq9L${"mX2cVb7Ns5Rd"}`;
const hex = "8b1f6a9c2d7e4f8091a2b3c4d5e6f70c";
const body = `${"MIIEpQIBAAKCAQEAwq7hT4zWq9LmX2cVb7Ns5RdKx81pZu".repeat(2)}\n`.repeat(4);

describe("secrets that somebody thought of", () => {
  for (const [path, text, secrets] of [
    // What signs tokens and sessions is chosen, not drawn.
    ["A.java", 'private String secretKey = "Sons_of_otter"; Jwts.builder();', ["Sons_of_otter"]],
    ["A.java", 'String jwtSecret = "DevMathewJWTAtHarborWithMarthaAndElena";', ["DevMathewJWTAtHarborWithMarthaAndElena"]],
    ["a.py", "SECRET_KEY = 'ton-era-uoy-olleh'", ["ton-era-uoy-olleh"]],
    ["a.py", 'app.secret_key = "blackKnight"', ["blackKnight"]],
    ["a.ts", 'export const sessionSecret = "beOttersBaby";', ["beOttersBaby"]],
    ["a.yml", "jwt:\n  jwt-secret: GreenHarbor", ["GreenHarbor"]],
    // Somebody signs in with it.
    ["compose.yml", "POSTGRES_PASSWORD: ferry_dev", ["ferry_dev"]],
    ["compose.yml", "NEXTCLOUD_ADMIN_PASSWORD=otter-matrix-pw", ["otter-matrix-pw"]],
    ["a.js", "const pool = new Pool({ user: 'theo', password: 'p.torres7' });", ["p.torres7"]],
    ["a.php", '$dbhost = "db1"; $dbuser = "linda"; $dbpass = "linden";', ["linden"]],
    ["a.php", '$dbuser = "root"; $dbpass = "4317";', ["4317"]],
    ["a.ts", '{ username: "root", password: "4317", logging: true }', ["4317"]],
    ["a.env", "DB_PASSWORD=4317", ["4317"]],
    ["a.js", 'connect("mongodb+srv://iot:ILOVEOTTERSFOREVER@cluster0.xolr95k.mongodb.net/shop")', ["ILOVEOTTERSFOREVER"]],
    ["a.js", 'connect("mongodb+srv://mache:mache.in@cluster0.xolr95k.mongodb.net/shop")', ["mache.in"]],
    ["A.java", '"jdbc:sqlserver://db1;databaseName=T;username=sa;password=thuvienXE"', ["thuvienXE"]],
    ["a.py", 'create_engine("mysql+pymysql://report:Otter@4471@10.0.3.7/dw")', ["Otter@4471"]],
    // Places of their own.
    ["deploy.rb", 'set :scm_password, "Otter4471!"', ["Otter4471!"]],
    ["nginx.conf", `  set $api_key "${key}";`, [key]],
    ["a.py", `api = tweepy.OAuthHandler("kX8vQ2mZ7pL4rT9wB3nC", "${key}${key}")`, [`${key}${key}`]],
    ["a.txt", "The VPN password is rs5g7tLRdGC", ["rs5g7tLRdGC"]],
    [
      "a.sh",
      `curl "https://api.telegram.org/bot7482916350:AA${"hT4zWq9LmX2"}${"cVb7Ns5RdKx81pZuYw3Qe6"}/sendMessage"`,
      [`7482916350:AA${"hT4zWq9LmX2"}${"cVb7Ns5RdKx81pZuYw3Qe6"}`],
    ],
    // Columns of tables.
    [
      "users.csv",
      "id,login,password,role\n1,theo,Otter4471!,admin\n2,mary,lantern\n3,elena,dune#954,user\n",
      ["Otter4471!", "dune#954"],
    ],
    ["users.csv", '"name";"email";"passwort"\r\n"Winter; Theo";"t@shop.net";"Otter""4471!"\r\n', ['Otter""4471!']],
    ["keys.tsv", `service\tapi_key\nmaps\t${key}\nmail\t\n`, [key]],
  ] as const)
    it(`${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal(secrets));

  for (const [path, text] of [
    // Names of what is looked up elsewhere.
    ["a.js", "const SECRET_KEY = 'otter.secretOpened';"],
    ["A.java", 'String jwtSecret = "JWT_SECRET"; String tokenSecret = "token.secret"; String sessionSecret = "changeme-now";'],
    ["A.java", 'String secretKey = "Sons_of_otter";'],
    ["values.yaml", "jwtSecret: harbor-credentials\nsessionSecret: otter-cookies"],
    ["a.py", 'username = username.encode("latin1")\npassword = password.encode("latin1")'],
    ["compose.yml", "POSTGRES_PASSWORD: DB_PASSWORD\nMYSQL_PASSWORD: user-password"],
    ["a.js", "const login = { user: 'theo', password: 'passwordField', pass: 'form.password' };"],
    ["k8s.yaml", "openstack: mysql://keystone:KEYSTONE_DBPASS@controller.shop.net/keystone"],
    ["a.js", `const uuidKey = "99112cc3-1280-4689-aaf9-4a3c7236b529"; const pubKey = "04${hex}${hex}";`],
    ["a.bat", "set PWD=%~dp0"],
    ["a.ps1", "$ADS_UF_DONT_EXPIRE_PASSWD = 65536"],
    // Encrypted, or hashed.
    ["sealed.yaml", `encryptedData:\n  token: AgAd7${key.repeat(9)}`],
    ["Pulumi.yaml", "encryptionsalt: v1:FPgr2DwJC0A=:v1:YC8RMyZnZwijaKFV:hfamBAtCuttNO0WZvVZ9wqdSrh5"],
    ["realm.json", `{ "hashedSaltedValue": "x", "salt": "${key}==", "hashIterations": 27500 }`],
    ["a.sql", `INSERT INTO users (name, password) VALUES ('theo', '${hex}');`],
    [
      "id_rsa",
      `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0${body}-----END OPENSSH PRIVATE KEY-----`,
    ],
    ["id_rsa", `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${body}-----END ENCRYPTED PRIVATE KEY-----`],
    [
      "id_rsa",
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${hex}\n\n${body}-----END RSA PRIVATE KEY-----`,
    ],
    ["users.csv", `login,password\ntheo,${hex}\nmary,$2b$12$${key}${key}\nelena,password\n`],
    ["a.sql", `CREATE USER theo IDENTIFIED BY PASSWORD '*${hex.toUpperCase()}6C898936';`],
    ["a.yml", `htpasswd: "theo:$2y$05$${key}${key}"\nkey: "$9$${key}"\npwd: "U2FsdGVkX19${key}"`],
    // Words in base64, and what is named elsewhere.
    ["a.json", '{ "accessToken": "dGhpcyBpcyBub3QgYSByZWFsIHZhbHVl", "password": "UGFzc3dvcmQ6" }'],
    ["a.py", '{"manage_own_credentials": "manageOwn_Credentials", "sso_credential": "sslvpn-login"}'],
    ["a.yml", "sign_key: 79EA5ED4\nsigning_key: 0x79EA5ED479EA5ED4"],
    ["a.yml", `ansible_password: "{{ lookup('community.laps_password', 'app01') }}"`],
    ["a.yml", `msg: "{{ lookup('vault', username=user, password=pwd)['secret'] }}"`],
    ["a.py", 'set_pass = "storage-systems/%s/passwords9" % ssid\npassword = "nobody@ftp.com"'],
    ["a.py", "EXAMPLES = r'''\n- login:\n    user: theo\n    password: admin\n'''\n"],
    [
      "a.go",
      `ChangeToken: aws.String("abcd12f2-46da-4fdb-b8d5-fbd4c466928f"), ClientRequestToken: "1d2129a1-3d38-460a-9756-e5b91fddb951"`,
    ],
    // Tables of other things.
    ["words.csv", "key,en,token\nlogin.title,Sign in,Anmelden77\nlogin.hint,Enter,Eingeben88\n"],
    ["test/users.csv", "login,password\ntheo,secret123\n"],
    ["notes.csv", "password"],
    // What everybody tries first, where it is an example or lives as long as a build.
    ["README.md", "user: 'theo',\npassword: 'postgres'\n"],
    [".github/workflows/ci.yml", "POSTGRES_USER: postgres\nPOSTGRES_PASSWORD: postgres\n"],
    ["a.md", "The password is required and the token is Base64 of both; the secret is rotated."],
  ] as const)
    it(`none: ${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal([]));
});
