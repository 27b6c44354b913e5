import { expect } from "chai";
import { secretsIn } from "./secretsIn.ts";

// Made up for these cases; in two parts, so that no scanner of hosts takes it for a token.
const account = Buffer.from("812345678901234567").toString("base64");
const bot = `${account}.YX${"qZ3w"}.${"hT4zWq9LmX2cVb7N"}s5RdKx81pZu`;
const hex = `8b1f6a9c2d7e4f80${"91a2b3c4d5e6f70c"}`;

describe("passwords and keys that are words", () => {
  for (const [path, text, secret] of [
    // Calls that sign in.
    ["a.py", "requests.get(url, auth=HTTPBasicAuth('theo', 'walnut'))", "walnut"],
    ["a.go", 'req.SetBasicAuth("theo", "walnut")', "walnut"],
    ["A.cs", 'client.Credentials = new NetworkCredential("theo@shop.net", "walnut");', "walnut"],
    ["a.py", 'server.login("theo@shop.net", "14-May-1987")', "14-May-1987"],
    ["a.pl", '$ftp->login("theo", "walnut");', "walnut"],
    ["a.py", "ftp = FTP('ftp.shop.net', 'theo', 'walnut')", "walnut"],
    ["a.py", "db = pymysql.connect('10.1.1.2', 'theo', '3971', 'shop')", "3971"],
    ["a.ino", 'WiFi.begin("Farm", "walnutTree");', "walnutTree"],
    ["a.c", 'mysql_real_connect(con, "db1", "theo", "walnut", "shop", 0, NULL, 0);', "walnut"],
    ["a.lua", 'redis:auth("walnut")', "walnut"],
    ["A.java", 'keys.load(new FileInputStream("keys.jks"), "walnut".toCharArray());', "walnut"],
    ["a.py", 'users = {"theo": generate_password_hash("walnut")}', "walnut"],
    ["a.py", 'child.expect("password: ")\nchild.sendline("walnut")', "walnut"],
    ["A.java", 'mailSender.setPassword("walnut");', "walnut"],
    ["a.dart", "'Basic ' + base64Encode(utf8.encode('theo:Otter4471'))", "Otter4471"],
    // Commands.
    ["a.sh", 'curl -u "theo:walnut" https://shop.net/api', "walnut"],
    ["a.sh", "smbclient //nas/a -U 'theo%walnut'", "walnut"],
    ["a.ps1", 'ConvertTo-SecureString "Walnut" -AsPlainText -Force', "Walnut"],
    ["compose.yml", "command: redis-server --requirepass walnut", "walnut"],
    [".pgpass", "db1:5432:shop:theo:walnut", "walnut"],
    ["a.sh", "PGPASSWORD=walnut psql -h db1", "walnut"],
    ["Makefile", "DB_PASSWORD ?= walnut", "walnut"],
    // Names of services, and what is declared or compared as a text.
    ["web.config", '<add key="SmtpPassword" value="walnut" />', "walnut"],
    ["hibernate.cfg.xml", '<property name="hibernate.connection.password">walnut</property>', "walnut"],
    ["a.toml", 'admin_password = "Walnut"', "Walnut"],
    ["all.yml", "grafana_admin_password: pear", "pear"],
    ["hosts", "10.0.0.1 ansible_user=root ansible_ssh_pass=walnut", "walnut"],
    ["a.php", '$dbpass = "walnut";', "walnut"],
    ["a.ino", 'char pass[] = "walnut";', "walnut"],
    ["a.ino", '#define WIFI_PASS "walnut"', "walnut"],
    ["A.java", 'String wachtwoord = "walnut";', "walnut"],
    ["a.c", 'if (strcmp(password, "walnut") == 0) grant();', "walnut"],
    // Beside the server.
    ["a.yml", "wifi:\n  ssid: Farm\n  password: walnut\n", "walnut"],
    ["a.go", 'fmt.Sprintf("host=%s user=%s password=walnut dbname=%s", h, u, d)', "walnut"],
    ["a.asp", 'conn.Open "Data Source=SQL1;User Id=web;Password=walnut;"', "walnut"],
    ["a.yml", "url: postgresql://theo:Otter_7@db:5432/shop", "Otter_7"],
    ["a.py", "URI = 'mysql://theo:Otter4471@localhost/shop'", "Otter4471"],
    ["a.js", 'db.auth("linwei", "hshshs");', "hshshs"],
    ["a.js", "db.createUser({ user: 'crew', pwd: 'crew', roles: [] });", "crew"],
    ["a.cs", 'var c = "Data Source=db1;User ID=sa;Password=!Chef321;";', "!Chef321"],
    ["a.sh", "env=(-e SHOP_ADMIN_USER=admin -e SHOP_ADMIN_PASSWORD=admin-grid-pw)", "admin-grid-pw"],
    ["a.sh", "PASSWORD=walnut ./deploy", "walnut"],
    // What signs.
    ["a.go", 'var jwtKey = []byte("walnuts")', "walnuts"],
    [".env", "JWT_SECRET=walnutsofthegarden", "walnutsofthegarden"],
    ["JwtUtil.java", 'class JwtUtil { private String secret = "walnutgarden"; }', "walnutgarden"],
    ["a.java", 'new SecretKeySpec("theseAreWalnuts7".getBytes(), "AES")', "theseAreWalnuts7"],
    ["app.json", '"Jwt": { "Key": "walnuts of our garden 2021", "Issuer": "shop" }', "walnuts of our garden 2021"],
    ["A.cs", 'var key = Encoding.UTF8.GetBytes("walnuts-of-our-garden");', "walnuts-of-our-garden"],
    // Keys whose place is known.
    ["a.rb", `config.omniauth :github, '4471996', '${hex}'`, hex],
    ["a.py", `api_hash = '${hex}'`, hex],
    ["a.swift", `request.setValue("Token ${hex}", forHTTPHeaderField: "Authorization")`, hex],
    ["A.java", `byte[] key = Base64.getDecoder().decode("${bot.slice(-27)}Qw8=");`, `${bot.slice(-27)}Qw8=`],
    ["bot.js", `client.login('${bot}');`, bot],
  ] as const)
    it(`${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal([secret]));

  for (const [path, text] of [
    ["a.py", "requests.get(url, auth=HTTPBasicAuth('username', 'password'))"],
    ["a.ino", 'WiFi.begin("SSID", "PASSWORD");'],
    ["a.py", 'server.login("you@shop.net", "your_password")'],
    ["a.js", 'router.login("home", "walnut");'],
    ["a.sh", "curl -u user:password https://shop.net"],
    ["README.md", "curl -u theo:walnut https://shop.net"],
    ["a.sh", "mysql -h db1 -protocol tcp orders"],
    ["a.json", '"User:Otter Walnut"'],
    ["a.ps1", "$admin_password = Get-Param -name x"],
    ["a.bat", "set /p PASSWORD=Enter password: "],
    ["a.pp", "$root_password = undef"],
    ["a.yml", "use_password: walnut"],
    ["policy.yaml", "name: compute:os-server-password:show"],
    ["A.java", 'String value_PW = "Palau";'],
    ["A.java", 'String PASSWORD = "userPwd"; String passwordLabel = "walnut";'],
    ["a.js", "if (typeof password === 'function') {"],
    ["a.py", "if update_password == 'on_create':"],
    ["a.js", "const errors = { password: 'walnut' };"],
    ["a.js", `client.login('${"Qm9h".repeat(6)}.YXqZ3w.${"hT4z".repeat(7)}');`],
    ["a.yml", "url: postgresql://theo:walnut@localhost/shop"],
    ["a.yml", "ansible_password: !vault\nmysql_root_password: '121212'\nadmin_password: xyzxyz"],
    ["a.py", "jwt_key = 'accesstoken'"],
    ["app.json", '"Jwt": { "Key": "your-secret-key-goes-here" }'],
  ] as const)
    it(`none: ${path}: ${text.split("\n").join(" ")}`, () => expect(secretsIn(path, text)).to.deep.equal([]));
});
