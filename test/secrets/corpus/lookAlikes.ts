/** Texts that stand where secrets stand, or look like them, and are none. */

import { base64Of, issuers, uuid } from "./issuers.ts";
import { keyNames, keys, passwordNames, styled } from "./names.ts";
import { configurations, documents, type Place, programs } from "./places.ts";
import { alphabets as a, type Random } from "./random.ts";

export interface Harmless {
  readonly path: string;
  readonly text: string;
}

const anywhere = [...configurations, ...programs, ...documents];
const allNames = [...passwordNames, ...keyNames];
const at = (path: string, text: string): Harmless => ({ path, text: `${text}\n` });

function written(r: Random, places: readonly Place[], value: string): Harmless {
  const place = r.pick(places);
  return { path: place.path, text: place.write(styled(r.pick(allNames), place.style), value) };
}

const placeholders = [
  "changeme",
  "change-me",
  "CHANGE_ME",
  "your-api-key",
  "YOUR_API_KEY",
  "your_password_here",
  "<your-token>",
  "<password>",
  "xxxxxxxx",
  "XXXXXXXXXXXXXXXX",
  "********",
  "replace-me",
  "REPLACE_WITH_YOUR_KEY",
  "insert-your-key-here",
  "placeholder",
  "example",
  "example-secret",
  "dummy",
  "dummy-token",
  "TODO",
  "FIXME",
  "redacted",
  "[REDACTED]",
  "...",
  "null",
  "none",
  "undefined",
  "todo-set-me",
  "to-be-replaced",
  "put_your_key_here",
  "sample-key",
  "enter-your-password",
  "my-secret-key",
  "mysecretpassword",
  "some-secret",
  "secret",
  "password",
  "your-256-bit-secret",
  "0000000000000000",
  "1234567890abcdef",
  "abcdefghijklmnopqrstuvwxyz",
  "fake-key",
  "not-a-real-secret",
  "test-token",
  "your-client-secret-1",
  "YOUR_SECRET_KEY_123",
  "xxxx-xxxx-xxxx-xxxx",
  "<API_KEY_2>",
  "{your_key}",
  "[your key]",
  "add-your-token-42",
  "supersecret",
  "sk-xxxxxxxxxxxxxxxxxxxxxxxx",
  "11111111-1111-1111-1111-111111111111",
];

const templates = [
  "${DB_PASSWORD}",
  "${env:API_KEY}",
  "$API_KEY",
  "{{ vault_password }}",
  "{{ .Values.auth.token }}",
  "${{ secrets.API_KEY }}",
  "%(password)s",
  "%DB_PASSWORD%",
  "<%= ENV['KEY'] %>",
  "@@TOKEN@@",
  "${var.db_password}",
  "$(cat /run/secrets/key)",
  "#{ENV['SECRET']}",
  "__API_KEY__",
  "{0}",
  "%s",
  "@{password}",
  "${API_KEY:-}",
  "${spring.cloud.key}",
  "$(API_TOKEN)",
  "{{secret}}",
  "ENC[AES256_GCM,data:Tr7o1kQ=,iv:1Ghm=,tag:Zk2=]",
  "vault:secret/data/shop#password",
  "op://shop/db/password",
  "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
  "/run/secrets/db_password",
  "file:///etc/shop/key",
  "projects/shop/secrets/key/versions/latest",
  "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/key/)",
  "ref+awsssm://shop/key",
  "{{resolve:secretsmanager:shop:SecretString:password}}",
  "{cipher}AQA6bGk0Yk9qT2VhbW1",
  "sm://shop/api-key",
  "ssm:/shop/prod/key",
  "!vault",
  "env:API_KEY",
];

/** Expressions of programs where a literal would be a secret. */
const expressions: readonly ((name: string) => Harmless)[] = [
  (n) => at("src/a.js", `const ${n} = process.env.${n.toUpperCase()};`),
  (n) => at("src/a.js", `const ${n} = req.headers["x-${n}"];`),
  (n) => at("src/a.js", `const ${n} = config.get("${n}");`),
  (n) => at("src/a.ts", `function login(user: string, ${n}: string): Promise<void> {}`),
  (n) => at("src/a.ts", `interface Login { user: string; ${n}: string; }`),
  (n) => at("src/a.ts", `const ${n} = await getSecretValue("shop/${n}");`),
  (n) => at("src/a.ts", `this.${n} = options.${n};`),
  (n) => at("src/a.js", `if (${n} === "") throw new Error("The ${n} is missing");`),
  (n) => at("src/a.js", `if (typeof ${n} !== "string") return;`),
  (n) => at("src/a.jsx", `<input type="password" name="${n}" placeholder="Your ${n}" />`),
  (n) => at("src/a.js", `expect(body).to.have.property("${n}");`),
  (n) => at("src/a.js", `log.info("The ${n} was changed for %s", user);`),
  (n) => at("app/a.py", `${n} = os.environ["${n.toUpperCase()}"]`),
  (n) => at("app/a.py", `${n} = getpass.getpass("${n}: ")`),
  (n) => at("app/a.py", `def connect(host, ${n}=None, timeout=30):\n    pass`),
  (n) => at("app/a.py", `parser.add_argument("--${n}", help="the ${n} of the shop")`),
  (n) => at("app/a.py", `${n} = request.form.get("${n}")`),
  (n) => at("app/a.py", `${n} = secrets.token_urlsafe(32)`),
  (n) => at("app/a.py", `${n}: Optional[str] = Field(default=None, description="${n} of the user")`),
  (n) => at("app/a.py", `self.${n} = ${n}`),
  (n) => at("app/a.py", `conn = connect(user=user, ${n}=settings.${n.toUpperCase()})`),
  (n) => at("Main.java", `String ${n} = System.getenv("${n.toUpperCase()}");`),
  (n) => at("Main.java", `@Value("\${shop.${n}}") private String ${n};`),
  (n) => at("Main.java", `private static final String ${n.toUpperCase()}_KEY = "shop.${n}";`),
  (n) => at("main.go", `${n} := os.Getenv("${n.toUpperCase()}")`),
  (n) => at("main.go", `${n} string \`json:"${n}" validate:"required"\``),
  (n) => at("main.go", `flag.StringVar(&${n}, "${n}", "", "${n} for the shop")`),
  (n) => at("main.rb", `${n} = ENV.fetch("${n.toUpperCase()}")`),
  (n) => at("main.php", `$${n} = $_POST['${n}'];`),
  (n) => at("main.php", `'${n}' => env('${n.toUpperCase()}'),`),
  (n) => at("Main.cs", `var ${n} = Environment.GetEnvironmentVariable("${n.toUpperCase()}");`),
  (n) => at("main.tf", `${n} = var.${n}`),
  (n) => at("main.tf", `${n} = random_password.db.result`),
  (n) => at("main.tf", `variable "${n}" {\n  type      = string\n  sensitive = true\n}`),
  (n) => at("a.sh", `read -s -p "${n}: " ${n}`),
  (n) => at("a.sh", `${n}=$(pass show shop/${n})`),
  (n) => at("k8s.yaml", `- name: ${n.toUpperCase()}\n  valueFrom:\n    secretKeyRef:\n      name: shop-secrets\n      key: ${n}`),
  (n) => at("schema.graphql", `input Login { user: String!, ${n}: String! }`),
  (n) => at("openapi.yaml", `${n}:\n  type: string\n  description: The ${n} of the user`),
  (n) => at("openapi.json", `{ "${n}": { "type": "string", "format": "password" } }`),
  (n) => at("schema.sql", `CREATE TABLE users (id int, ${n} varchar(255) NOT NULL);`),
  (n) => at("locales/de.json", `{ "${n}": "Passwort", "${n}Hint": "Mindestens 8 Zeichen" }`),
  (n) => at("i18n/fr.yml", `fr:\n  ${n}: Mot de passe\n  forgot_${n}: Mot de passe oublié ?`),
  (n) => at("messages.properties", `${n}.required=Please enter your ${n}\n${n}.label=Your ${n}`),
  (n) => at("src/a.ts", `const labels = { ${n}: "Password", forgot: "Forgot it?" };`),
  (n) => at("src/a.ts", `export const ${n.toUpperCase()}_HEADER = "X-Shop-${n}";`),
  (n) => at("src/a.ts", `localStorage.removeItem("${n}");`),
  (n) => at("src/a.ts", `const ${n}Field = "user_${n}_field_2";`),
  (n) => at("src/a.ts", `const ${n}Url = "https://auth.shop.io/v2/${n}";`),
  (n) => at("src/a.ts", `const ${n}Length = 64;\nconst ${n}Regex = "^[A-Za-z0-9]{8,64}$";`),
  (n) => at("src/a.css", `.${n}-input-2 { color: #a1b2c3; }`),
  (n) => at("src/a.html", `<label for="${n}2">Your ${n}</label><input id="${n}2">`),
  (n) => at("config.yml", `${n}_file: /etc/shop/${n}.txt\n${n}_ttl: 3600\n${n}_type: Bearer`),
  (n) => at("config.yml", `${n}Path: secret/data/shop/v2\n${n}Name: shop-${n}-2024`),
  (n) => at("config.json", `{ "${n}Enabled": true, "min${n}Length": 12, "${n}Endpoint": "/oauth2/v1/token" }`),
];

/** Long random texts that open nothing. */
const random: readonly ((r: Random) => Harmless)[] = [
  (r) => at("package-lock.json", `"integrity": "sha512-${r.text(a.base64, 86)}==",`),
  (r) => at("yarn.lock", `  resolved "https://registry.yarnpkg.com/left/-/left-1.0.0.tgz#${r.text(a.hex, 40)}"`),
  (r) => at("poetry.lock", `    {file = "shop-1.0.tar.gz", hash = "sha256:${r.text(a.hex, 64)}"},`),
  (r) => at("go.sum", `github.com/acme/shop v1.2.3 h1:${r.text(a.base64, 43)}=`),
  (r) => at("Cargo.lock", `checksum = "${r.text(a.hex, 64)}"`),
  (r) => at("composer.lock", `"content-hash": "${r.text(a.hex, 32)}",`),
  (r) => at("requirements.txt", `shop==1.2 --hash=sha256:${r.text(a.hex, 64)}`),
  (r) => at("Dockerfile", `FROM node:20@sha256:${r.text(a.hex, 64)}`),
  (r) => at(".github/workflows/ci.yml", `      - uses: actions/checkout@${r.text(a.hex, 40)}`),
  (r) => at("index.html", `<script src="/a.js" integrity="sha384-${r.text(a.base64, 64)}" crossorigin="anonymous"></script>`),
  (r) => at("src/version.js", `export const commit = "${r.text(a.hex, 40)}";`),
  (r) => at("src/version.py", `BUILD_ID = "${uuid(r)}"`),
  (r) => at("CHANGELOG.md", `- Fix the cart ([${r.text(a.hex, 7)}](https://git.shop.io/commit/${r.text(a.hex, 40)}))`),
  (r) => at("data/orders.json", `{ "id": "${uuid(r)}", "customerId": "${uuid(r)}" }`),
  (r) => at("data/items.json", `{ "_id": { "$oid": "${r.text(a.hex, 24)}" }, "etag": "${r.text(a.hex, 32)}" }`),
  (r) => at("src/logo.ts", `export const logo = "data:image/png;base64,${r.text(a.base64, 200)}=";`),
  (r) => at("style.css", `@font-face { src: url(data:font/woff2;base64,${r.text(a.base64, 160)}); }`),
  (r) => at("keys/id_rsa.pub", `ssh-rsa AAAAB3NzaC1yc2E${r.text(a.base64, 200)} ci@shop`),
  (r) => at("keys/id_ed25519.pub", `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.text(a.base64, 43)} ci@shop`),
  (r) => at("known_hosts", `git.shop.io ssh-rsa AAAAB3NzaC1yc2E${r.text(a.base64, 200)}`),
  (r) =>
    at(
      "certs/ca.pem",
      `-----BEGIN CERTIFICATE-----\n${Array.from({ length: 6 }, () => r.text(a.base64, 64)).join("\n")}\n-----END CERTIFICATE-----`,
    ),
  (r) =>
    at(
      "certs/pub.pem",
      `-----BEGIN PUBLIC KEY-----\n${Array.from({ length: 4 }, () => r.text(a.base64, 64)).join("\n")}\n-----END PUBLIC KEY-----`,
    ),
  (r) => at("src/push.js", `const publicKey = "B${r.text(a.base64url, 86)}";`),
  (r) => at("src/pay.js", `const stripe = Stripe("pk${"_live_"}${r.text(a.alnum, 24)}");`),
  (r) => at(".env", `NEXT_PUBLIC_STRIPE_KEY=pk${"_test_"}${r.text(a.alnum, 24)}`),
  (r) => at("src/a.js", `//# sourceMappingURL=data:application/json;base64,${r.text(a.base64, 120)}`),
  (r) => at("icon.svg", `<path d="M${r.int(90)}.${r.int(90)}c${r.int(9)} 0-2.1 1.9-${r.int(9)}.4z"/>`),
  (r) =>
    at(
      "dist/a.min.js",
      `function a(b){var c="${r.text(a.alnum, 6)}";return b[c]}var tokens=["${r.text(a.lower, 5)}","${r.text(a.lower, 7)}"];`,
    ),
  (r) => at("src/ids.ts", `export const featureId = "${r.text(a.alnum, 21)}";`),
  (r) => at("infra/out.tf", `subnet_id = "subnet-0${r.text(a.hex, 16)}"\nami = "ami-0${r.text(a.hex, 16)}"`),
  (r) =>
    at(
      "infra/zone.tf",
      `zone_id = "Z${r.text(a.upperDigits, 20)}"\nkms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/${uuid(r)}"`,
    ),
  (r) => at("src/a.ts", `const cacheKey = "orders:${r.text(a.hex, 32)}:v2";`),
  (r) => at("src/a.ts", `const sortKey = "created_at_${r.text(a.lower, 4)}";`),
  (r) =>
    at("data/keys.json", `{ "key": "${r.text(a.lower, 6)}.${r.text(a.lower, 8)}.title", "keyword": "${r.text(a.lower, 9)}" }`),
  (r) => at("config.yml", `key_id: ${r.text(a.hex, 16)}\npublic_key: ${r.text(a.base64, 44)}`),
  (r) => at("config.yml", `client_id: ${r.text(a.alnum, 32)}`),
  (r) => at("config.json", `{ "tenantId": "${uuid(r)}", "clientId": "${uuid(r)}" }`),
  (r) => at("users.sql", `INSERT INTO users VALUES (1, 'shop', '$2b$12$${r.text(`${a.alnum}./`, 53)}');`),
  (r) => at("config.py", `PASSWORD_HASH = "pbkdf2:sha256:600000$${r.text(a.alnum, 16)}$${r.text(a.hex, 64)}"`),
  (r) => at("sealed.yaml", `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${r.text(a.base64, 160)}`),
  (r) => at("group_vars/vault.yml", `db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ${r.text(a.digits, 80)}`),
  (r) =>
    at(
      "secrets.enc.yaml",
      `password: ENC[AES256_GCM,data:${r.text(a.base64, 24)},iv:${r.text(a.base64, 43)}=,tag:${r.text(a.base64, 22)}==,type:str]`,
    ),
  (r) => at("src/a.js", `const url = "https://cdn.shop.io/assets/${r.text(a.hex, 32)}/${r.text(a.alnum, 12)}.png";`),
  (r) =>
    at(
      "src/sentry.js",
      `Sentry.init({ dsn: "https://${r.text(a.hex, 32)}@o${r.text(a.digits, 6)}.ingest.sentry.io/${r.text(a.digits, 7)}" });`,
    ),
  (r) => at("README.md", `See https://docs.google.com/document/d/1${r.text(a.base64url, 43)}/edit`),
  (r) => at("data/geo.csv", `${r.text(a.digits, 2)}.${r.text(a.digits, 6)},${r.text(a.upperDigits, 8)},${r.text(a.lower, 7)}`),
  (r) =>
    at("src/sri.json", `{ "md5": "${r.text(a.hex, 32)}", "sha1": "${r.text(a.hex, 40)}", "digest": "${r.text(a.base64, 43)}=" }`),
  (r) => at("test/hash.test.js", `expect(sha256("shop")).to.equal("${r.text(a.hex, 64)}");`),
  () => at("src/nonce.html", `<meta name="csrf-param" content="authenticity_token">`),
  (r) => at("contracts/a.js", `const tokenAddress = "0x${r.text(a.hex, 40)}";`),
  (r) => at("src/a.go", `const userAgent = "shop/${r.int(9)}.${r.int(9)} (+https://shop.io/bot)"`),
];

/** Texts of documentation and tests that are known to open nothing. */
const known: readonly ((r: Random) => Harmless)[] = [
  () =>
    at(
      ".env.example",
      `AWS_ACCESS_KEY_ID=AK${"IAIOSFODNN7"}EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCY${"EXAMPLEKEY"}`,
    ),
  () =>
    at(
      "docs/api.md",
      `Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    ),
  () => at("README.md", "postgres://postgres:postgres@localhost:5432/shop"),
  () => at("docker-compose.yml", "DATABASE_URL: postgres://user:password@db:5432/shop"),
  () => at(".env.example", "DATABASE_URL=mysql://root:root@127.0.0.1:3306/shop"),
  () => at("docs/setup.md", "git clone https://user:password@example.com/shop.git"),
  () => at("docs/a.md", "redis://:password@localhost:6379"),
  () => at("docs/a.md", "mongodb+srv://<user>:<password>@cluster0.mongodb.net/shop"),
  () => at("src/a.js", "const url = `postgres://${user}:${password}@${host}/shop`;"),
  () => at("app/a.py", 'url = f"postgresql://{user}:{password}@{host}/shop"'),
  () => at("app/a.py", 'url = "mysql://%s:%s@%s/shop" % (user, password, host)'),
  () => at("main.go", 'dsn := fmt.Sprintf("postgres://%s:%s@%s/shop", user, pass, host)'),
  () => at("src/a.ts", 'const url = "https://api.shop.io:8443/v1?x=a@b";'),
  () => at("src/a.ts", 'const mail = "mailto:shop@acme.io";'),
  () => at("docs/a.md", 'curl -H "Authorization: Bearer $TOKEN" https://api.shop.io'),
  () => at("docs/a.md", "curl -u user:pass https://api.shop.io"),
  () => at("docs/a.md", 'curl -H "Authorization: Bearer <access_token>" https://api.shop.io'),
  () => at("docs/a.md", 'curl -H "X-API-Key: YOUR_API_KEY" https://api.shop.io'),
  () => at("docs/a.md", "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
  () => at("src/a.js", 'headers.set("Authorization", `Bearer ${token}`);'),
  () => at("app/a.py", 'headers = {"Authorization": "Bearer " + token}'),
  () => at("app/a.py", 'headers = {"Authorization": f"Token {token}"}'),
  () => at("test/login.test.js", 'await login({ user: "shop", password: "password123" });'),
  () => at("test/login.test.ts", 'const token = "test-token"; const secret = "secret";'),
  () => at("tests/test_login.py", 'client.login(username="shop", password="secret")'),
  () => at("tests/test_login.py", 'api = Api(token="abc123", api_key="key")'),
  () => at("spec/login_spec.rb", "create(:user, password: 'foobar', token: 'foo')"),
  () => at("src/test/java/LoginTest.java", 'user.setPassword("test1234");'),
  () => at("__tests__/a.ts", 'const fixture = { apiKey: "fake-api-key-123", password: "hunter2" };'),
  () => at("test/fixtures/users.json", '{ "user": "shop", "password": "test", "token": "token-1" }'),
  () => at("src/a.js", 'const pem = text.startsWith("-----BEGIN PRIVATE KEY-----");'),
  () => at("docs/tls.md", "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----"),
  () => at("docs/tls.md", "-----BEGIN PRIVATE KEY-----\n<your key>\n-----END PRIVATE KEY-----"),
  () => at("src/a.py", 'PEM_HEADER = "-----BEGIN RSA PRIVATE KEY-----"'),
  () => at("docs/a.md", "The token begins with `ghp_` or `xoxb-`, and keys with `sk_live_`."),
  () => at("docs/a.md", `ghp${"_"}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`),
  () => at("server.log", "INFO signed in with ghp_****************************abcd"),
  () => at("server.log", "DEBUG api key sk-...x4Qz accepted"),
  () => at("src/a.ts", 'const ERROR_TOKEN_EXPIRED = "auth/token-expired-2";'),
  () => at("src/a.ts", 'enum Grant { Password = "password", RefreshToken = "refresh_token", Code = "authorization_code" }'),
  () => at("src/a.ts", 'const routes = { resetPassword: "/account/reset-password/2", token: "/oauth/token" };'),
  () => at("src/a.ts", 'type Token = "identifier" | "keyword" | "string"; let token: Token = "identifier";'),
  () => at("src/lexer.js", 'tokens.push({ token: "punctuator", value: ";" }); const nextToken = "EOF_TOKEN_1";'),
  () => at("app/llm.py", 'completion(max_tokens=4096, stop_token="<|endoftext|>", pad_token="[PAD]", tokenizer="gpt2-large-v2")'),
  () => at("src/keys.ts", 'document.addEventListener("keydown", (e) => e.key === "ArrowLeft2");'),
  () => at("src/a.ts", 'const primaryKey = "user_id_2"; const foreignKey = "orders_user_id_fkey";'),
  () => at("app/a.py", 'dictionary = {"key": "some_setting_2", "value": "on"}'),
  () =>
    at("i18n/en.json", '{ "passwordTooShort": "Use 8 or more characters", "apiKey": "API key", "secret": "Secret question" }'),
  () => at("docs/a.md", "Password: at least 12 characters, 1 digit."),
  () => at("docs/a.md", "* `token` (string): the token of the session, see [Sessions](#sessions-2)"),
  () => at("docs/a.md", "| `API_KEY` | yes | The key of the shop, 32 characters |"),
  () => at("src/a.yml", "password_policy: min12_upper1_digit1"),
  () => at("src/a.yml", "pass: true\nsecretName: shop-tls-2024\ntokenReviewer: system:auth-delegator"),
  () => at("k8s/sa.yaml", "automountServiceAccountToken: false\nsecrets:\n  - name: builder-token-x7x2v"),
  () => at("pom.xml", "<artifactId>spring-security-oauth2</artifactId><passwordEncoder>bcrypt2</passwordEncoder>"),
  () => at("a.java", 'KeyStore keyStore = KeyStore.getInstance("PKCS12"); Key key = keyStore.getKey(alias, pw);'),
  () => at("a.java", 'Cipher.getInstance("AES/GCM/NoPadding"); SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");'),
  () => at("a.py", 'SECRET_KEY_FILE = Path("/etc/shop/secret_key_2.txt")'),
  () => at("a.sh", 'TOKEN_URL="https://auth.shop.io/oauth2/token?v=2"'),
  () => at("a.sh", "aws secretsmanager get-secret-value --secret-id prod/shop/db-2"),
  () => at("a.cs", 'public const string PasswordPattern = @"^(?=.*[a-z])(?=.*\\d).{8,}$";'),
  () => at("a.ts", "const password = generatePassword(24, { symbols: true });"),
  () => at("a.ts", 'const token = jwt.sign({ sub: user.id }, key, { expiresIn: "15m" });'),
  () => at("a.html", '<input type="password" autocomplete="current-password" id="pwd2" aria-label="Password 2">'),
  () => at("a.js", 'const selectors = { password: "#login-password-2", token: ".csrf-token-field" };'),
  () => at("a.rb", "validates :password, length: { minimum: 8 }, format: { with: /[0-9]/ }"),
  () => at("a.py", 'password = "".join(random.choices(string.ascii_letters, k=16))'),
  () => at("a.jsx", '<Trans i18nKey="auth.password.reset2">Reset your password</Trans>'),
];

export interface LookAlikeKind {
  readonly kind: string;
  readonly count: number;
  readonly make: (random: Random, index: number) => Harmless;
}

export const lookAlikes: readonly LookAlikeKind[] = [
  { kind: "placeholder", count: 420, make: (r, i) => written(r, anywhere, placeholders[i % placeholders.length] ?? "") },
  {
    kind: "reference",
    count: 300,
    make: (r, i) => written(r, [...configurations, ...documents], templates[i % templates.length] ?? ""),
  },
  {
    kind: "expression",
    count: 420,
    make: (r, i) => r.pick([expressions[i % expressions.length] ?? r.pick(expressions)])(styled(r.pick(allNames), "snake")),
  },
  { kind: "random text", count: 320, make: (r, i) => (random[i % random.length] ?? r.pick(random))(r) },
  { kind: "documented or test", count: known.length, make: (r, i) => (known[i % known.length] ?? r.pick(known))(r) },
  { kind: "cut token", count: 60, make: (r) => written(r, documents, cut(r)) },
  {
    kind: "value without a name",
    count: 80,
    make: (r) => at(r.pick(["src/a.js", "app/a.py", "data.json"]), `["${r.pick(keys)(r)}", "${base64Of(r.text(a.lower, 12))}"]`),
  },
];

/** The beginning of a token with an ellipsis or asterisks behind it, as logs and documentation show it. */
function cut(r: Random): string {
  const token = r.pick(Object.values(issuers))(r);
  return `${token.slice(0, 6)}${r.pick(["...", "****", "…"])}`;
}
