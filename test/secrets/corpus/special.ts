/** Secrets that stand in a shape of their own: URLs, headers, connection strings, private keys, sign-in files, commands. */

import { base64Of, jwt, uuid } from "./issuers.ts";
import { keys, passwords } from "./names.ts";
import { alphabets as a, type Random } from "./random.ts";

export interface Written {
  readonly path: string;
  readonly text: string;
  readonly secret: string;
}

type Make = (random: Random) => Written;
const code = (r: Random): string => r.pick(["src/call.js", "app/call.py", "main.go", "src/Call.java", "script.rb", "call.sh"]);
const host = (r: Random): string =>
  `${r.pick(["db", "cache", "mq", "api"])}${1 + r.int(9)}.${r.pick(["shop", "acme", "globex"])}.${r.pick(["io", "net", "lan"])}`;
const plain = (r: Random): string =>
  r.pick([r.text(a.alnum, 10 + r.int(8)), r.text(a.lowerDigits, 12), `${r.text(a.alnum, 6)}!${r.text(a.alnum, 4)}`]);
const in_ = (path: string, secret: string, text: string): Written => ({ path, text, secret });

function pemBody(r: Random): string {
  return Array.from({ length: 8 }, () => r.text(a.base64, 64)).join("\n");
}

function databaseUrl(r: Random, secret: string): string {
  const scheme = r.pick([
    "postgres",
    "postgresql",
    "mysql",
    "mongodb",
    "mongodb+srv",
    "redis",
    "rediss",
    "amqp",
    "amqps",
    "mariadb",
    "mssql",
    "postgresql+psycopg2",
    "mysql+pymysql",
  ]);
  return `${scheme}://${r.pick(["shop", "app", "writer", "svc_orders"])}:${secret}@${host(r)}${r.pick(["", ":5432", ":6380"])}/${r.pick(["shop", "0", "orders"])}`;
}

export const specials: Readonly<Record<string, Make>> = {
  "database URL": (r) => {
    const secret = plain(r);
    const url = databaseUrl(r, secret);
    const [path, text] = r.pick([
      [".env", `DATABASE_URL=${url}\n`],
      ["docker-compose.yml", `services:\n  web:\n    environment:\n      DATABASE_URL: ${url}\n`],
      ["config.json", `{ "db": "${url}" }\n`],
      ["app/db.py", `engine = create_engine("${url}")\n`],
      ["src/db.ts", `const pool = new Pool({ connectionString: "${url}" });\n`],
      ["README.md", `Run \`psql ${url}\` to look around.\n`],
      ["alembic.ini", `sqlalchemy.url = ${url}\n`],
      ["main.go", `db, err := sql.Open("postgres", "${url}")\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "URL with sign-in": (r) => {
    const secret = plain(r);
    const url = `${r.pick(["https", "http", "ftp", "sftp", "smtp", "ldap"])}://${r.pick(["ci", "deploy", "shop"])}:${secret}@${host(r)}/x`;
    const [path, text] = r.pick([
      ["pip.conf", `[global]\nindex-url = ${url}\n`],
      [".git-credentials", `${url}\n`],
      ["call.sh", `curl -s ${url} > out\n`],
      [".git/config.txt", `[remote "origin"]\n\turl = ${url}\n`],
      ["src/proxy.js", `const agent = new Agent("${url}");\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "Bearer header": (r) => {
    const secret = r.pick([
      r.text(a.alnum, 32),
      r.text(a.hex, 40),
      jwt(r),
      r.text(a.base64url, 43),
      `${r.text(a.alnum, 20)}.${r.text(a.alnum, 20)}`,
    ]);
    const [path, text] = r.pick([
      ["call.sh", `curl -H "Authorization: Bearer ${secret}" https://api.shop.io/orders\n`],
      ["src/call.js", `await fetch(url, { headers: { Authorization: "Bearer ${secret}" } });\n`],
      ["app/call.py", `headers = {"Authorization": "Bearer ${secret}"}\n`],
      ["src/Call.java", `request.setHeader("Authorization", "Bearer ${secret}");\n`],
      ["main.go", `req.Header.Set("Authorization", "Bearer ${secret}")\n`],
      ["requests.http", `GET https://api.shop.io/orders\nAuthorization: Bearer ${secret}\n`],
      ["docs/api.md", `    Authorization: Bearer ${secret}\n`],
      ["api.postman_collection.json", `{ "key": "Authorization", "value": "Bearer ${secret}" }\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "Basic header": (r) => {
    const secret = base64Of(`${r.pick(["shop", "admin", "svc"])}:${plain(r)}`);
    const [path, text] = r.pick([
      ["call.sh", `curl -H 'Authorization: Basic ${secret}' https://api.shop.io\n`],
      ["src/call.ts", `headers.set("Authorization", "Basic ${secret}");\n`],
      ["nginx.conf", `proxy_set_header Authorization "Basic ${secret}";\n`],
      ["app/call.py", `request.add_header('Authorization', 'Basic ${secret}')\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "key header": (r) => {
    const secret = r.pick(keys)(r);
    const name = r.pick([
      "X-API-Key",
      "x-api-key",
      "X-Auth-Token",
      "X-Access-Token",
      "Private-Token",
      "Ocp-Apim-Subscription-Key",
      "api-key",
    ]);
    const [path, text] = r.pick([
      ["call.sh", `curl -H "${name}: ${secret}" https://api.shop.io\n`],
      ["src/call.js", `const headers = { "${name}": "${secret}" };\n`],
      ["app/call.py", `session.headers["${name}"] = "${secret}"\n`],
      ["main.go", `req.Header.Add("${name}", "${secret}")\n`],
      ["src/Call.cs", `client.DefaultRequestHeaders.Add("${name}", "${secret}");\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "connection string": (r) => {
    const secret = plain(r);
    const text = r.pick([
      `Server=${host(r)};Database=shop;User Id=sa;Password=${secret};Encrypt=True`,
      `Data Source=${host(r)};Initial Catalog=shop;User ID=shop;Pwd=${secret}`,
      `Host=${host(r)};Username=shop;Password=${secret};Database=shop`,
      `Driver={ODBC Driver 18};Server=${host(r)};UID=shop;PWD=${secret};`,
      `host=${host(r)} user=shop password=${secret} dbname=shop`,
      `jdbc:mysql://${host(r)}/shop?user=shop&password=${secret}`,
    ]);
    const [path, file] = r.pick([
      ["appsettings.json", `{ "ConnectionStrings": { "Shop": "${text}" } }\n`],
      ["src/Db.cs", `var connection = new SqlConnection("${text}");\n`],
      ["Web.config", `<add name="Shop" connectionString="${text}" />\n`],
      ["app/db.py", `conn = connect("${text}")\n`],
    ] as const);
    return in_(path, secret, file);
  },
  "Azure storage": (r) => {
    const secret = `${r.text(a.base64, 86)}==`;
    const text = `DefaultEndpointsProtocol=https;AccountName=shop${r.int(99)};AccountKey=${secret};EndpointSuffix=core.windows.net`;
    return in_(code(r), secret, `connect("${text}")\n`);
  },
  "service bus": (r) => {
    const secret = `${r.text(a.base64, 43)}=`;
    return in_(
      "local.settings.json",
      secret,
      `{ "Bus": "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${secret}" }\n`,
    );
  },
  "private key": (r) => {
    const kind = r.pick(["", "RSA ", "EC ", "OPENSSH ", "DSA "]);
    const body = pemBody(r);
    const [path, text, secret] = r.pick([
      ["deploy/id_rsa", `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----\n`, body],
      ["certs/server.pem", `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----\n`, body],
      [
        "config/service.json",
        `{ "private_key": "-----BEGIN ${kind}PRIVATE KEY-----\\n${body.replaceAll("\n", "\\n")}\\n-----END ${kind}PRIVATE KEY-----\\n" }\n`,
        body.replaceAll("\n", "\\n"),
      ],
      [
        "values.yaml",
        `tls:\n  key: |\n    -----BEGIN ${kind}PRIVATE KEY-----\n    ${body.replaceAll("\n", "\n    ")}\n    -----END ${kind}PRIVATE KEY-----\n`,
        body.replaceAll("\n", "\n    "),
      ],
      ["src/key.js", `const key = \`-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----\`;\n`, body],
    ] as const);
    return in_(path, secret, text);
  },
  "PGP private key": (r) => {
    const body = pemBody(r);
    return in_(
      "release.asc",
      body,
      `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${body}\n=ab1D\n-----END PGP PRIVATE KEY BLOCK-----\n`,
    );
  },
  "sign-in file": (r) => {
    const secret = plain(r);
    const base64 = base64Of(`shop:${secret}`);
    return r.pick([
      in_(".netrc", secret, `machine api.shop.io\n  login shop\n  password ${secret}\n`),
      in_(".netrc", secret, `machine api.shop.io login shop password ${secret}\n`),
      in_(".npmrc", secret, `registry=https://npm.shop.io/\n//npm.shop.io/:_password=${secret}\n`),
      npmrc(r),
      in_(".pypirc", secret, `[pypi]\nusername = shop\npassword = ${secret}\n`),
      in_(".docker/config.json", base64, `{ "auths": { "registry.shop.io": { "auth": "${base64}" } } }\n`),
      in_(".pgpass", secret, `db1.shop.lan:5432:shop:writer:${secret}\n`),
      in_(
        "settings.xml",
        secret,
        `<servers><server><id>shop</id><username>ci</username><password>${secret}</password></server></servers>\n`,
      ),
    ]);
  },
  command: (r) => {
    const secret = plain(r);
    const [path, text] = r.pick([
      ["deploy.sh", `curl -u ci:${secret} https://api.shop.io/deploy\n`],
      ["deploy.sh", `sshpass -p '${secret}' ssh root@db1.shop.lan\n`],
      ["backup.sh", `mysqldump -u root -p${secret} shop > shop.sql\n`],
      ["backup.sh", `PGPASSWORD=${secret} pg_dump -h db1 shop > shop.sql\n`],
      ["login.sh", `docker login -u ci -p ${secret} registry.shop.io\n`],
      ["init.sql", `CREATE USER shop WITH PASSWORD '${secret}';\n`],
      ["init.sql", `CREATE USER 'shop'@'%' IDENTIFIED BY '${secret}';\n`],
      ["init.sql", `ALTER ROLE shop PASSWORD '${secret}';\n`],
      ["redis.conf", `maxmemory 1gb\nrequirepass ${secret}\n`],
      ["login.sh", `echo "${secret}" | docker login -u ci --password-stdin\nexport DOCKER_PASSWORD="${secret}"\n`],
      ["run.sh", `java -Ddb.password=${secret} -jar shop.jar\n`],
      ["setup.ps1", `$s = ConvertTo-SecureString "${secret}" -AsPlainText -Force\n`],
    ] as const);
    return in_(path, secret, text);
  },
  "password in a comparison": (r) => {
    const secret = r.pick(passwords)(r);
    return r.pick([
      in_("src/login.js", secret, `if (password === "${secret}") return admin();\n`),
      in_("app/login.py", secret, `if user == "root" and password == "${secret}":\n    grant()\n`),
      in_("src/Login.java", secret, `if (password.equals("${secret}")) {\n  grant();\n}\n`),
    ]);
  },
  "JSON web key": (r) => {
    const secret = r.text(a.base64url, 43);
    return in_(
      "config/jwk.json",
      secret,
      `{ "kty": "EC", "crv": "P-256", "x": "${r.text(a.base64url, 43)}", "y": "${r.text(a.base64url, 43)}", "d": "${secret}" }\n`,
    );
  },
};

function npmrc(r: Random): Written {
  const secret = uuid(r);
  return in_(".npmrc", secret, `//npm.shop.io/:_authToken=${secret}\n`);
}
