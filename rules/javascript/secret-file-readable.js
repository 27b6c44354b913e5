import fs, { chmodSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

export function saveKeys(dir, { privateKey, publicKey }) {
  // ruleid: javascript.secret-file-readable
  fs.writeFileSync(path.join(dir, "server.key"), privateKey);
  // ok: javascript.secret-file-readable
  fs.writeFileSync(path.join(dir, "server.pub"), publicKey);
}
export async function signIn(file, token) {
  // ruleid: javascript.secret-file-readable
  await writeFile(file, JSON.stringify({ token, at: Date.now() }), "utf8");
}
// ruleid: javascript.secret-file-readable
writeFileSync(".release-token", process.env.RELEASE_TOKEN ?? "", { mode: 0o644 });

export async function signInWell(file, token) {
  // ok: javascript.secret-file-readable
  await writeFile(file, JSON.stringify({ token }), { mode: 0o600 });
}
export function saveKeyWell(file, privateKey) {
  // ok: javascript.secret-file-readable
  writeFileSync(file, privateKey);
  chmodSync(file, 0o600);
}
export async function keepSettings(file, settings) {
  // ok: javascript.secret-file-readable
  await writeFile(file, JSON.stringify({ theme: settings.theme, tokens: settings.tokens.length }));
  return readFile(file, "utf8");
}
