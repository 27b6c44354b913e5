import { mkdtemp, writeFile } from "node:fs/promises";

export async function keep(token: string) {
  const file = join(await mkdtemp(join(tmpdir(), "app-")), "session.json");
  // ok: javascript.secret-file-readable
  await writeFile(file, JSON.stringify({ token }));
  return file;
}
export async function keepIn(accessToken: string) {
  const folder = await mkdtemp(join(tmpdir(), "app-"));
  // ok: javascript.secret-file-readable
  await writeFile(join(folder, "token"), accessToken);
}
export async function keepThere(accessToken: string) {
  const folder = join(tmpdir(), "app");
  // ruleid: javascript.secret-file-readable
  await writeFile(join(folder, "token"), accessToken);
}
export async function keepBeside(accessToken: string) {
  const folder = await mkdtemp(join(tmpdir(), "app-"));
  const path = join(folder, "token");
  // ok: javascript.secret-file-readable
  await writeFile(path, accessToken);
  // ok: javascript.secret-file-readable
  await writeFile(`${folder}/again`, accessToken);
  // ruleid: javascript.secret-file-readable
  await writeFile("/srv/app/token", accessToken);
}
