import fs from "node:fs";
import path from "node:path";

const HOMES: string = "homes";

export function remove(username: string, filename: string): void {
  const target: string = path.join(HOMES, username, filename);
  fs.unlinkSync(target);
}
