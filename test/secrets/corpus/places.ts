/** Ways in which a named value stands in a file, by kind of file. */

export interface Place {
  readonly path: string;
  /** @param name as the file's kind writes names: see `style`. @returns A small file. */
  write(name: string, value: string): string;
  readonly style: "UPPER" | "camel" | "snake" | "kebab" | "dotted" | "Pascal";
}

const place = (path: string, style: Place["style"], write: Place["write"]): Place => ({ path, style, write });

/** Files that configure: the value may stand without quotes. */
export const configurations: readonly Place[] = [
  place(".env", "UPPER", (n, v) => `APP_NAME=shop\nLOG_LEVEL=info\n${n}=${v}\nPORT=8080\n`),
  place(".env.production", "UPPER", (n, v) => `NODE_ENV=production\n${n}="${v}"\n`),
  place("deploy/env.sh", "UPPER", (n, v) => `#!/bin/sh\nset -eu\nexport ${n}='${v}'\nexec node server.js\n`),
  place("scripts/run.sh", "UPPER", (n, v) => `#!/bin/bash\n${n}=${v} ./bin/shop --port 80\n`),
  place("config/application.yml", "kebab", (n, v) => `server:\n  port: 8080\nshop:\n  ${n}: ${v}\n  retries: 3\n`),
  place("config/settings.yaml", "snake", (n, v) => `database:\n  host: db1.shop.lan\n  user: shop\n  ${n}: "${v}"\n`),
  place(
    "config/default.json",
    "camel",
    (n, v) => `{\n  "port": 8080,\n  "store": {\n    "url": "https://api.shop.io",\n    "${n}": "${v}"\n  }\n}\n`,
  ),
  place(
    "appsettings.Production.json",
    "Pascal",
    (n, v) => `{\n  "Logging": { "Level": "Information" },\n  "Shop": { "${n}": "${v}", "Retries": 3 }\n}\n`,
  ),
  place(
    "src/main/resources/application.properties",
    "dotted",
    (n, v) => `server.port=8080\nshop.${n}=${v}\nshop.region=eu-west-1\n`,
  ),
  place("conf/shop.ini", "snake", (n, v) => `[store]\nhost = 10.0.4.7\n${n} = ${v}\ntimeout = 30\n`),
  place("conf/shop.toml", "snake", (n, v) => `[store]\nhost = "10.0.4.7"\n${n} = "${v}"\n`),
  place("conf/server.xml", "camel", (n, v) => `<server>\n  <host>db1</host>\n  <${n}>${v}</${n}>\n</server>\n`),
  place("conf/context.xml", "camel", (n, v) => `<Resource name="jdbc/shop" username="shop" ${n}="${v}" maxTotal="20"/>\n`),
  place(
    "Web.config",
    "Pascal",
    (n, v) => `<configuration>\n  <appSettings>\n    <add key="${n}" value="${v}" />\n  </appSettings>\n</configuration>\n`,
  ),
  place("beans.xml", "camel", (n, v) => `<bean id="ds">\n  <property name="${n}" value="${v}"/>\n</bean>\n`),
  place("res/values/keys.xml", "snake", (n, v) => `<resources>\n  <string name="${n}">${v}</string>\n</resources>\n`),
  place("Info.plist", "Pascal", (n, v) => `<dict>\n\t<key>${n}</key>\n\t<string>${v}</string>\n</dict>\n`),
  place("Dockerfile", "UPPER", (n, v) => `FROM node:20\nWORKDIR /app\nENV ${n}=${v}\nCMD ["node", "server.js"]\n`),
  place("docker/Dockerfile", "UPPER", (n, v) => `FROM python:3.12\nENV ${n} ${v}\nARG BUILD=1\n`),
  place(
    "docker-compose.yml",
    "UPPER",
    (n, v) => `services:\n  web:\n    image: shop:1.2\n    environment:\n      - NODE_ENV=production\n      - ${n}=${v}\n`,
  ),
  place(
    "docker-compose.prod.yml",
    "UPPER",
    (n, v) => `services:\n  db:\n    image: postgres:16\n    environment:\n      ${n}: ${v}\n`,
  ),
  place(
    "k8s/deployment.yaml",
    "UPPER",
    (n, v) => `containers:\n  - name: web\n    env:\n      - name: ${n}\n        value: "${v}"\n`,
  ),
  place(
    "k8s/secret.yaml",
    "kebab",
    (n, v) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  ${n}: ${v}\n`,
  ),
  place("helm/values.yaml", "camel", (n, v) => `replicaCount: 2\nauth:\n  username: shop\n  ${n}: ${v}\n`),
  place(
    "infra/main.tf",
    "snake",
    (n, v) => `resource "aws_db_instance" "db" {\n  engine   = "postgres"\n  username = "shop"\n  ${n} = "${v}"\n}\n`,
  ),
  place("infra/variables.tf", "snake", (n, v) => `variable "${n}" {\n  type    = string\n  default = "${v}"\n}\n`),
  place("terraform.tfvars", "snake", (n, v) => `region = "eu-west-1"\n${n} = "${v}"\n`),
  place(
    ".github/workflows/deploy.yml",
    "UPPER",
    (n, v) => `jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    env:\n      ${n}: ${v}\n    steps:\n      - run: make deploy\n`,
  ),
  place("ansible/group_vars/all.yml", "snake", (n, v) => `app_user: shop\n${n}: '${v}'\n`),
  place("shop.service", "UPPER", (n, v) => `[Service]\nEnvironment="${n}=${v}"\nExecStart=/usr/bin/shop\n`),
  place("Makefile", "UPPER", (n, v) => `${n} := ${v}\n\ndeploy:\n\t./deploy.sh\n`),
  place("gradle.properties", "camel", (n, v) => `org.gradle.jvmargs=-Xmx2g\n${n}=${v}\n`),
  place("conf/app.conf", "snake", (n, v) => `listen 8080\n${n} ${v}\n`),
  place("conf/app.hocon", "camel", (n, v) => `shop {\n  ${n} = "${v}"\n}\n`),
  place("set-env.bat", "UPPER", (n, v) => `@echo off\r\nset ${n}=${v}\r\nshop.exe\r\n`),
];

/** Programs: the value is a literal. */
export const programs: readonly Place[] = [
  place("src/config.js", "camel", (n, v) => `const ${n} = "${v}";\nmodule.exports = { ${n} };\n`),
  place("src/client.js", "camel", (n, v) => `export const client = new Client({\n  region: "eu",\n  ${n}: '${v}',\n});\n`),
  place("src/settings.ts", "camel", (n, v) => `export class Settings {\n  private readonly ${n}: string = "${v}";\n}\n`),
  place("src/env.ts", "UPPER", (n, v) => `export const value = process.env.${n} || "${v}";\n`),
  place("src/env2.ts", "UPPER", (n, v) => `export const value = process.env.${n} ?? '${v}';\n`),
  place("src/constants.ts", "UPPER", (n, v) => `export const ${n} = \`${v}\`;\n`),
  place("app/settings.py", "UPPER", (n, v) => `DEBUG = False\n${n} = "${v}"\nPORT = 8080\n`),
  place("app/client.py", "snake", (n, v) => `client = Client(\n    "https://api.shop.io",\n    ${n}='${v}',\n)\n`),
  place("app/conf.py", "snake", (n, v) => `CONFIG = {\n    "host": "db1",\n    "${n}": "${v}",\n}\n`),
  place("app/env.py", "UPPER", (n, v) => `import os\n\nvalue = os.environ.get("${n}", "${v}")\n`),
  place("app/model.py", "snake", (n, v) => `class Settings(BaseSettings):\n    ${n}: str = "${v}"\n`),
  place("app/put.py", "UPPER", (n, v) => `import os\nos.environ["${n}"] = "${v}"\n`),
  place("app/bytes.py", "snake", (n, v) => `${n} = b"${v}"\n`),
  place("src/main/java/App.java", "camel", (n, v) => `class App {\n  private String ${n} = "${v}";\n}\n`),
  place(
    "src/main/java/Keys.java",
    "UPPER",
    (n, v) => `public final class Keys {\n  public static final String ${n} = "${v}";\n}\n`,
  ),
  place("src/main/java/Pool.java", "Pascal", (n, v) => `class Pool {\n  void open() {\n    source.set${n}("${v}");\n  }\n}\n`),
  place("src/main/kotlin/App.kt", "camel", (n, v) => `class App {\n  val ${n} = "${v}"\n}\n`),
  place("src/Program.cs", "Pascal", (n, v) => `class Program {\n  public string ${n} { get; set; } = "${v}";\n}\n`),
  place("src/Conf.cs", "camel", (n, v) => `class Conf {\n  private const string ${n} = @"${v}";\n}\n`),
  place("main.go", "camel", (n, v) => `package main\n\nfunc main() {\n\t${n} := "${v}"\n\trun(${n})\n}\n`),
  place("config.go", "Pascal", (n, v) => `var conf = Config{\n\tHost: "db1",\n\t${n}: "${v}",\n}\n`),
  place("const.go", "camel", (n, v) => `const (\n\tregion = "eu"\n\t${n}  = "${v}"\n)\n`),
  place("config.php", "UPPER", (n, v) => `<?php\ndefine('${n}', '${v}');\n`),
  place("database.php", "snake", (n, v) => `<?php\nreturn [\n    'host' => 'db1',\n    '${n}' => '${v}',\n];\n`),
  place("index.php", "snake", (n, v) => `<?php\n$${n} = "${v}";\n`),
  place("config.rb", "snake", (n, v) => `Shop.configure do |c|\n  c.${n} = '${v}'\nend\n`),
  place("init.rb", "snake", (n, v) => `Client.new(${n}: "${v}", region: "eu")\n`),
  place("hash.rb", "snake", (n, v) => `OPTIONS = { :${n} => "${v}" }\n`),
  place("src/main.rs", "snake", (n, v) => `fn main() {\n    let ${n} = "${v}";\n}\n`),
  place("src/lib.rs", "UPPER", (n, v) => `const ${n}: &str = "${v}";\n`),
  place("src/conf.h", "UPPER", (n, v) => `#define PORT 80\n#define ${n} "${v}"\n`),
  place("src/main.c", "snake", (n, v) => `static const char *${n} = "${v}";\n`),
  place("src/main.cpp", "camel", (n, v) => `std::string ${n}("${v}");\n`),
  place("App.swift", "camel", (n, v) => `struct App {\n  let ${n} = "${v}"\n}\n`),
  place("App.m", "camel", (n, v) => `NSString *${n} = @"${v}";\n`),
  place("App.scala", "camel", (n, v) => `object App {\n  val ${n} = "${v}"\n}\n`),
  place("build.gradle", "camel", (n, v) => `android {\n  signing {\n    ${n} "${v}"\n  }\n}\n`),
  place("deploy.ps1", "camel", (n, v) => `$${n} = "${v}"\nInvoke-Deploy -Region eu\n`),
  place("lib/main.dart", "camel", (n, v) => `final String ${n} = '${v}';\n`),
  place("script.pl", "snake", (n, v) => `my $${n} = "${v}";\n`),
  place(
    "nb/report.ipynb",
    "snake",
    (n, v) => `{"cells": [{"cell_type": "code", "source": [\n    "import shop\\n",\n    "${n} = \\"${v}\\"\\n"\n   ]}]}\n`,
  ),
  place("analysis.R", "snake", (n, v) => `${n} <- "${v}"\n`),
  place("init.lua", "snake", (n, v) => `local ${n} = "${v}"\n`),
  place("src/query.js", "camel", (n, v) => `const body = "{\\"${n}\\": \\"${v}\\", \\"n\\": 1}";\n`),
  place("src/App.vue", "camel", (n, v) => `<script>\nexport default { data: () => ({ ${n}: "${v}" }) };\n</script>\n`),
];

/** What is written for people, and commands. */
export const documents: readonly Place[] = [
  place("README.md", "UPPER", (n, v) => `# Shop\n\nStart it with:\n\n    ${n}=${v} npm start\n`),
  place("docs/setup.md", "UPPER", (n, v) => `## Setup\n\n\`\`\`sh\nexport ${n}=${v}\n\`\`\`\n`),
  place("notes.txt", "snake", (n, v) => `shop server\nhost: db1.shop.lan\n${n}: ${v}\n`),
  place("src/old.js", "snake", (n, v) => `// ${n}: "${v}"\nstart();\n`),
  place("app/old.py", "snake", (n, v) => `# ${n} = "${v}"\nstart()\n`),
  place("deploy.sh", "kebab", (n, v) => `shopctl login --user shop --${n} ${v}\n`),
  place("release.sh", "kebab", (n, v) => `shopctl push --${n}=${v} image.tar\n`),
  place("requests.http", "kebab", (n, v) => `GET https://api.shop.io/orders\nX-Shop-${n}: ${v}\n`),
  place("call.sh", "snake", (n, v) => `curl "https://api.shop.io/v1/orders?${n}=${v}&page=2"\n`),
  place("src/call.ts", "snake", (n, v) => `await fetch("https://api.shop.io/orders?limit=5&${n}=${v}");\n`),
  place("server.log", "snake", (n, v) => `2025-03-01T10:00:00Z INFO login user=shop ${n}=${v} ok\n`),
];
