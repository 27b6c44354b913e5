import { expect } from "chai";
import { compileRule } from "../../../../server/engine/rules/compileRule.ts";
import { SecretScan } from "../../../../server/engine/secrets/secretScan.ts";
import { readCatalog } from "../../../rules/ruleCatalog.ts";

const scan = new SecretScan();
const ids: string[] = [];
for (const { rules } of readCatalog())
  for (const [index, rule] of rules.entries())
    if (rule.body.mode === "secrets") {
      ids.push(rule.id);
      compileRule(rule, index, "javascript", () => expect.fail("no rule for secrets parses"), new Map(), scan);
    }

const secretsIn = (path: string, text: string): string[] =>
  ids.flatMap((id) => scan.of(id, path, text).map(({ start, end }) => text.slice(start, end)));

// Made up for these cases; in two parts, so that no scanner of hosts takes it for a key.
const key = `hT4zWq9L${"mX2cVb7Ns5Rd"}`;
const word = "Otter4471!";
const hex = "8b1f6a9c2d7e4f8091a2b3c4d5e6f70c";

describe("places of secrets", () => {
  for (const [path, text, secret] of [
    // Arguments that only the call explains.
    ["a.py", `db = pymysql.connect("10.0.0.7", "shop", "${word}", "orders")`, word],
    ["a.php", `$pdo = new PDO('mysql:host=10.0.0.7', 'shop', '${word}');`, word],
    ["A.java", `DriverManager.getConnection("jdbc:oracle:thin:@db1:1521:XE", "shop", "${word}");`, word],
    ["A.java", `store.load(in, "${word}".toCharArray());`, word],
    ["A.cs", `await users.CreateAsync(user, "${word}");`, word],
    ["a.rb", `http.basic_auth 'shop', '${word}'`, word],
    ["a.c", `curl_easy_setopt(c, CURLOPT_USERPWD, "shop:${word}");`, word],
    ["a.py", `head = base64.b64encode(b"shop:${word}")`, word],
    ["a.py", `creds = ("shop", "${word}")`, word],
    ["A.java", `new SecretKeySpec("${key}".getBytes(), "AES")`, key],
    ["a.go", `signed, err := token.SignedString([]byte("${key}"))`, key],
    ["a.go", `flag.StringVar(&password, "password", "${word}", "of the database")`, word],
    ["a.gradle", `buildConfigField "String", "API_KEY", '"${key}"'`, `"${key}"`],
    // Forms that are filled in.
    ["a.ts", `await page.fill('input[name="password"]', '${word}');`, word],
    ["a.py", `driver.find_element_by_id("password").send_keys("${word}")`, word],
    ["a.rb", `fill_in 'Password', with: '${word}'`, word],
    // Comparisons the other way round, or by a call.
    ["A.java", `if ("${word}".equals(password)) {`, word],
    ["a.c", `if (strcmp(pass, "${word}") == 0) return 1;`, word],
    ["a.php", `if ('${word}' === $password) {`, word],
    // Assignments.
    ["a.py", `user, password = "shop", "${word}"`, word],
    ["a.py", `password = (\n    "${word}"\n)`, word],
    ["a.py", `secret_key = """\n${key}\n"""`, key],
    ["a.toml", `api_keys = ["${key}"]`, key],
    ["a.go", `key := []byte("${key}")`, key],
    ["a.cs", `var key = Encoding.UTF8.GetBytes("${key}");`, key],
    ["a.gradle", `credentials { username "shop"; password "${word}" }`, word],
    ["web.xml", `<param-name>api.secret</param-name><param-value>${key}</param-value>`, key],
    ["beans.xml", `<user name="shop" password="{noop}${word}"/>`, `{noop}${word}`],
    ["nginx.conf", `  proxy_set_header X-Api-Key ${key};`, key],
    ["a.cs", `var c = "Server=db1;User Id=shop;Password=*n#${word};";`, `*n#${word}`],
    ["a.yml", `secret_key_base: ${key}`, key],
    ["a.yml", "wifi_passphrase: otter-lantern-gravel-maple", "otter-lantern-gravel-maple"],
    ["a.ini", "user = mwinter\npassword = lantern\n", "lantern"],
    ["a.md", `Sign in as \`shop\` with the password \`${word}\`.`, word],
    ["test/a.js", 'login("shop", { password: "otter4471" });', "otter4471"],
    ["a.cs", `txtPassword.Text = "${word}";`, word],
    ["a.py", `API_KEYS = {"production": "${key}"}`, key],
    ["A.java", `Map.of("username", "shop", "password", "${word}")`, word],
    ["a.rs", `let secret = var("SECRET").unwrap_or("${key}".into());`, key],
    ["a.php", `['password' => bcrypt('${word}')]`, word],
    ["a.json", `{ "adminPassword": { "value": "${word}" } }`, word],
    ["a.yaml", `Parameters:\n  DbPassword:\n    Type: String\n    Default: ${word}\n`, word],
    ["wpa.conf", `  psk="${word}"`, word],
    ["a.py", 'password = "xkqzvp"', "xkqzvp"],
    ["a.py", 'token = "qzvkxwplfj"', "qzvkxwplfj"],
    // Connection strings and headers.
    ["a.rs", `request.bearer_auth("${key}")`, key],
    ["a.ts", `get("https://shop.blob.net/c?sv=2022-11-02&sig=${key}${key}${key}%3D")`, `${key}${key}${key}%3D`],
    ["a.go", `dsn := "shop:${word}@tcp(db1:3306)/orders"`, word],
    ["a.conf", `"Authorization" => "ApiKey ${key}"`, key],
    // Commands.
    ["a.sh", `docker login -u ci -p ${word} registry.shop.net`, word],
    ["a.sh", `echo "${word}" | sudo -S systemctl restart shop`, word],
    ["Dockerfile", `RUN echo "root:${word}" | chpasswd`, word],
    ["a.sh", `redis-cli -h db1 -a ${word} ping`, word],
    ["a.sh", `ldapsearch -x -D cn=admin -w ${word} -b dc=shop`, word],
    ["a.sh", `smbclient //files/share -U shop%${word}`, word],
    ["a.bat", `net user shop ${word} /add`, word],
    ["a.yml", `test: ["CMD", "mysqladmin", "ping", "-u", "root", "-p${word}"]`, word],
    ["a.py", `run(["sshpass", "-p", "${word}", "ssh", "db1"])`, word],
    ["a.sql", `ALTER USER shop IDENTIFIED BY "${word}";`, word],
    ["a.sql", `CREATE USER shop IDENTIFIED WITH mysql_native_password BY '${word}';`, word],
    ["a.sql", `ALTER LOGIN sa WITH PASSWORD = N'${word}';`, word],
    ["a.sql", `INSERT INTO users (login, password, role) VALUES ('shop', '${word}', 'admin');`, word],
    ["a.sql", `INSERT INTO users (id, login, password) VALUES (1, 'shop', '${word}');`, word],
    ["switch.cfg", `snmp-server community ${word} RO`, word],
    ["switch.cfg", `username shop privilege 15 password 0 ${word}`, word],
    ["a.bat", `psexec \\\\db1 -u shop -p ${word} cmd`, word],
    ["a.sql", "CREATE USER shop IDENTIFIED BY Lantern_77;", "Lantern_77"],
    ["a.sql", "CREATE USER 'shop'@'%' IDENTIFIED BY 'walnut';", "walnut"],
    ["a.sh", `aws configure set aws_secret_access_key ${key}`, key],
    // Settings.
    ["a.env", "POSTGRES_PASSWORD=walnut", "walnut"],
    ["a.env", "POSTGRES_PASSWORD=typebot", "typebot"],
    ["a.kt", `val props = mapOf("user" to "shop", "password" to "${word}")`, word],
    ["a.vb", `Dim sudoPass As String = "${word}"`, word],
    ["A.java", `return "${word}".equals(pw);`, word],
    ["a.py", 'DB_PASSWORD = "lantern"', "lantern"],
    ["a.ino", '#define WIFI_PASS "walnuthome"', "walnuthome"],
    ["a.yml", "jwt_secret: Otter@2023", "Otter@2023"],
    ["a.js", 'const login = { password: "Theodor88" };', "Theodor88"],
    ["a.js", 'const login = { password: "football88" };', "football88"],
    ["a.properties", "spring.datasource.password=lantern", "lantern"],
    ["a.js", 'connect("mongodb://arun:arun@ds041862.mlab.com:31862/shop")', "arun"],
    ["a.env", "DB_PASSWORD=walnut-lantern-ferry7", "walnut-lantern-ferry7"],
    ["a.yml", `users: [{ name: shop, password: ${word} }]`, word],
    ["a.yml", `jwt: {secret: ${key}, expire: 3600}`, key],
    ["compose.yml", `command: ["--admin-password", "${word}"]`, word],
    ["nslcd.conf", "bindpw otter447", "otter447"],
    ["sys.config", `{password, "${word}"},`, word],
    ["a.php", '$salt = "k3Jd8sLq2W";', "k3Jd8sLq2W"],
    // Calls and headers.
    ["a.php", '$db = new mysqli("localhost", "root", "lantern", "shop");', "lantern"],
    ["a.py", 'keyring.set_password("system", "shop", "Otter4471!")', word],
    ["a.ino", `WiFi.begin("office", "${word}");`, word],
    ["a.py", `smtp.login(sender, "${word}")`, word],
    ["a.py", 'server.login("shop@mail.net", "xkqz vbnm wrtp plok")', "xkqz vbnm wrtp plok"],
    ["a.kts", `buildConfigField("String", "API_SECRET", "\\"${key}\\"")`, key],
    ["a.swift", `request.setValue("${key}", forHTTPHeaderField: "x-api-key")`, key],
    ["a.rb", `Twilio::REST::Client.new 'AC${hex}', '${hex}'`, hex],
    ["a.http", `Cookie: theme=dark; sessionid=${key}`, key],
    ["a.js", `get("https://api.weather.net/v1?q=rome&appid=${hex}")`, hex],
    // Remarks.
    ["a.sh", `# root password is ${word}`, word],
    ["a.java", `// old account: user shop / password ${word}`, word],
  ] as const)
    it(text.split("\n").join(" "), () => expect(secretsIn(path, text)).to.deep.equal([secret]));

  for (const [path, text] of [
    ["a.py", 'db = pymysql.connect("10.0.0.7", "shop", password, "orders")'],
    ["a.js", 'packet.writeString("mysql_native_password", "latin1");'],
    ["a.js", "connect(state, 'users', 'reload');"],
    ["A.java", 'char[] digits = "0123456789abcdef".toCharArray();'],
    ["a.go", 'flag.StringVar(&password, "password", "", "password of the database")'],
    ["a.ts", `await page.fill('input[name="password"]', user.password);`],
    ["A.java", 'if ("password".equals(name)) {'],
    ["a.js", `const stripe = Stripe(publishableKey = "pk_live_${key}");`],
    ["a.js", `const recaptchaSiteKey = "${key}";`],
    ["a.tfvars", 'secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-x3gVLg"'],
    ["a.go", '"encryptionKey": "encryptionKey1024",'],
    ["a.yml", "username: benutzername\npassword: passwort\n"],
    ["a.json", '{ "username": "string", "password": "string" }'],
    ["a.md", "it is convenient to pass `-gcflags` to the command, and the password `is required`"],
    ["a.js", 'const url = "http://user^:passwo^rd@shop.net/";'],
    [
      "testdata/vectors.json",
      `{ "secret": "${"0f1e2d3c4b5a6978".repeat(2)}", "x": [${'"a1b2c3d4e5f60718293a4b5c6d7e8f90", '.repeat(3)}1] }`,
    ],
    ["test/a.json", `{ "key": "${key}" }`],
    ["test/a.js", 'const want = { password: "secr3t" };'],
    ["a.sh", 'echo "$PASSWORD" | sudo -S true; docker login -u ci --password-stdin'],
    ["a.sh", "mysql -h db1 --port 3306 -protocol tcp orders"],
    ["a.sql", "INSERT INTO users (login, password) VALUES (:login, :password);"],
    ["a.py", 'password = "reload"\ntoken = "translation"'],
    ["a.py", 'TOKENS = {"name": "access_token"}'],
    ["a.yaml", "Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n"],
    ["switch.cfg", "enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0"],
    ["a.sql", `ALTER ROLE shop WITH PASSWORD 'md5${hex}';`],
    ["a.sql", "CREATE USER shop IDENTIFIED BY '<password>';"],
    ["a.sql", "CREATE USER shop IDENTIFIED EXTERNALLY;"],
    ["a.env", "AUTH_PASSWORD=enabled\nDB_PASSWORD=example\nDB_PASSWORD_FILE=secrets"],
    ["Dockerfile", `ENV GPG_KEY=${hex.toUpperCase()}26A86A4A`],
    ["messages.properties", "label.password=Contrase\\u00f1a"],
    ["a.json", `{ "password": "AQICAHh${key}${key}${key}=" }`],
    ["a.md", `Release GPG key: ${hex.toUpperCase()}26A86A4A`],
    ["a.md", "[![cover](https://codecov.io/gh/shop/badge.svg?token=6B7NytsZd4)]"],
    ["a.md", "a database 'shop' with username 'shop' and password 'shop'"],
    ["a.py", 'DB_PASSWORD = "dbpassword"\nDATABASE_PASSWORD = "database.password"\nWORD_PASSWORD = "lantern"'],
    ["a.kt", 'val labels = mapOf("password" to "Password", "token" to "Token")'],
    ["messages.properties", "label.password=\\u30d1\\u30b9\\u30ef\\u30fc\\u30c9"],
    ["a.env", `DB_PASSWORD="encrypted:${key}${key}="`],
    ["a.py", "ciocolataCiocolataCiocolataCiocola1 = secret_of_everything"],
    ["a.cs", '[Token(Token = "0x2000083")]'],
    ["a.js", 'const login = { password: "myShop1Password", pass: "theShop22" };'],
    ["a.js", 'connect("postgres://myuser:mypass@db.shop.net/shop"); connect("mysql://shop:shop@localhost/shop")'],
    ["a.properties", "smtp.auth.password=required\njdbc.password=password\nmail.password=none"],
    ["a.json", '{ "correlationToken": "cid-593546" }'],
    ["a.js", "// the password must not be sha256, a token is v2"],
    ["a.js", 'const names = {password, "confirm": 1};'],
    ["a.py", 'smtp.login(sender, "password")\nsession.login(page, "user1")'],
    ["a.py", 'login("shop@mail.net", "some four word text")'],
    ["a.yml", "menu: { password: Passwort, token: Token }"],
    ["a.http", "Cookie: theme=dark; lang=en"],
  ] as const)
    it(`none: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal([]));
});
