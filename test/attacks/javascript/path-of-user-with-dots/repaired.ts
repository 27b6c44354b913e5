import fs from "node:fs";
import path from "node:path";

const HOMES: string = path.resolve("homes");

export function remove(username: string, filename: string): void {
  const target: string = path.resolve(HOMES, username, filename);
  if (!target.startsWith(HOMES + path.sep)) throw new Error("not there");
  fs.unlinkSync(target);
}
