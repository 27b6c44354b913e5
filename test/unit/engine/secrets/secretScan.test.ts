import { expect } from "chai";
import { secretRules, secretScan } from "./secretsIn.ts";

/** "rule: secret" for each one, and how far its severity is lowered where it is. */
function secretsIn(path: string, text: string): string[] {
  return secretRules.flatMap((id) =>
    secretScan
      .of(id, path, text)
      .map(({ start, end, lower }) => `${id.slice("text.".length)}: ${text.slice(start, end)}${lower ? ` -${lower}` : ""}`),
  );
}

// Random, from no issuer; put together so that no scanner of hosts takes it for a key.
const key = `kX8vQ2mZ7pL4${"rT9wB3nC"}`;

describe("secrets in texts", () => {
  for (const [title, path, text, expected] of [
    ["code: a constant", "a.js", `const apiKey = "${key}";`, [`configured-secret: ${key}`]],
    ["code: with a type", "a.ts", `private readonly apiKey: string = '${key}';`, [`configured-secret: ${key}`]],
    ["code: a default of the environment", "a.py", `os.getenv("API_KEY", "${key}")`, [`configured-secret: ${key}`]],
    ["code: a setter", "A.java", 'pool.setPassword("k3Jd8sLq");', ["configured-password: k3Jd8sLq"]],
    ["code: a getter looks up", "A.java", `pool.getPassword("${key}");`, []],
    ["code: a variable is none", "a.js", "const apiKey = config1.apiKey2;", []],
    ["code: a comparison", "a.py", 'if password == "Summer2019!":', ["configured-password: Summer2019!"]],
    ["code: a comment", "a.js", `// token: ${key}`, [`configured-secret: ${key}`]],
    ["code: JSON in a text", "a.js", `const body = "{\\"token\\": \\"${key}\\"}";`, [`configured-secret: ${key}`]],
    ["two names of a call's arguments", "a.php", `define('API_KEY', '${key}');`, [`configured-secret: ${key}`]],
    ["a list of words is no call", "a.js", `const words = ["token", "${key}"];`, []],
    ["name and value as two entries", "k.yaml", `- name: API_KEY\n  value: ${key}\n`, [`configured-secret: ${key}`]],
    ["default of a shell", "a.sh", "PASSWORD=${PASSWORD:-k3Jd8sLq}", ["configured-password: k3Jd8sLq"]],
    ["markup", "a.xml", "<password>k3Jd8sLq</password>", ["configured-password: k3Jd8sLq"]],
    ["markup: a label", "a.html", "<label>Password</label><b>k3Jd8sLq</b>", []],
    ["an environment's name", ".env", "API_KEY=$OTHER_KEY\nTOKEN=${TOKEN}", []],
    ["a plural and a length", "a.py", `max_tokens = "${key}"\npassword_length = "${key}"`, []],
    ["a sentence", "a.txt", "password is required before 2025-01-01", []],
    ["a guessed one weighs less", "a.yml", "password: changeit", ["configured-password: changeit -1"]],
    ["a picture", "icons.json", '{"key": "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAA"}', []],
    ["the key of every WebSocket", "a.py", 'WS_KEY = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"', []],
    ["fields that are put together", "a.py", 'userinfo = f"{user.username}:{user.password}@"', []],
    ["a group of a regex", "a.js", 'text.match(/constraint identified by "(\\d)+" of a table/)', []],
    ["a folder of tests weighs less", "test_shop/data.json", `{"secret": "${key}"}`, [`configured-secret: ${key} -2`]],
    ["a test weighs less", "test/a.js", `const apiKey = "${key}";`, [`configured-secret: ${key} -2`]],
    ["a test's word is none", "test/a.js", 'login("shop", { password: "tiger123" });', []],
    [
      "an example in a documentation string weighs less",
      "a.py",
      `"""Signs in.\n\n    token = "${key}"\n"""\n`,
      [`configured-secret: ${key} -2`],
    ],
    ["a long text that is a value does not", "a.py", `SETTINGS = """\ntoken = "${key}"\n"""\n`, [`configured-secret: ${key}`]],
    ["behind such a text", "a.py", `"""Signs in."""\ntoken = "${key}"\n`, [`configured-secret: ${key}`]],
    ["a password in a comment weighs less", "a.py", "# password = 'k3Jd8sLq'\n", ["configured-password: k3Jd8sLq -1"]],
    ["what a distribution says of itself", "a.dist-info/METADATA", "password: k3Jd8sLq\n", ["configured-password: k3Jd8sLq -1"]],
    ["an address with a name's word before it", "a.js", "// username AND password: redis://:password@host", []],
    ["a migration's name", "a.py", '("authtoken", "0002_auto_20160226_1747")', []],
    ["the key that documentation of one-time codes shows", "a.md", "?secret=JBSWY3DPEHPK3PXPJBSWY3DP", []],
    ["a lock file's names are not read", "yarn.lock", `token "${key}"`, []],
    [
      "a lock file's tokens are",
      "yarn.lock",
      `resolved "https://npm.shop.io/a?t=glpat-NotARealKeyNotARealK"`,
      ["gitlab-token: glpat-NotARealKeyNotARealK"],
    ],
    ["a URL", "a.md", "https://ci:k3Jd8sLq@git.shop.io/x", ["database-url-password: k3Jd8sLq -1"]],
    ["a URL of this machine", "a.yml", "url: postgres://shop:shop@localhost/shop", []],
    ["one place is told once", "a.js", `headers = { token: "Bearer ${key}" }`, [`bearer-token: ${key}`]],
  ] as const)
    it(title, () => expect(secretsIn(path, text)).to.deep.equal(expected));

  it("a checksum that does not hold weighs less", () => {
    const token = `gh${"p_"}${"zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"}`;
    expect(secretsIn("a.sh", `T=${token}0mLq17`)).to.deep.equal([`github-token: ${token}0mLq17`]);
    expect(secretsIn("a.sh", `T=${token}0mLq18`)).to.deep.equal([`github-token: ${token}0mLq18 -2`]);
  });

  // What is read of a line is limited, so that a file without line ends costs no more than one with them.
  it("is linear in long lines", () => {
    const timeOf = (copies: number): number => {
      const text = `password:"abc",token:x.y,key=(1),`.repeat(copies);
      const before = process.cpuUsage();
      secretsIn(`${copies}.js`, text);
      return process.cpuUsage(before).user;
    };
    timeOf(2_000);
    const small = timeOf(4_000);
    expect(timeOf(32_000)).to.be.below(30 * Math.max(small, 10_000));
  });
});
