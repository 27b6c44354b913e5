/** Real databases for the tests of the query fix, each with the same small table. */

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

export const workFolder = join(__dirname, "../../out/fixes");
const rows = `INSERT INTO users (id, name, role) VALUES (1, 'ann', 'user'), (2, 'bob', 'admin'), (3, 'o''hara', 'user')`;
export const schema = ["DROP TABLE IF EXISTS users", "CREATE TABLE users (id INTEGER, name VARCHAR(40), role VARCHAR(40))", rows];

export interface Database {
  /** What the programs under test find in their environment. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** PostgreSQL on loopback, one connection at a time. */
export async function startPostgres(): Promise<Database> {
  const db = await PGlite.create();
  for (const statement of schema) await db.exec(statement);
  const server = new PGLiteSocketServer({ db, port: 0, host: "127.0.0.1" });
  await server.start();
  const port = server.getServerConn().split(":").pop() ?? "";
  return {
    env: { PGHOST: "127.0.0.1", PGPORT: port, PGUSER: "postgres", PGDATABASE: "postgres", PGSSLMODE: "disable" },
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}

/** MariaDB from Debian on a socket of its own, in a folder of its own. */
export async function startMariadb(): Promise<Database> {
  // The path of a socket may have 107 bytes at most, and the script that makes the tables takes no folder with a space in its path.
  const folder = mkdtempSync("/tmp/lw-mariadb-");
  const socket = join(folder, "socket");
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  execFileSync(
    "mariadb-install-db",
    ["--no-defaults", `--datadir=${folder}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user],
    { stdio: "pipe" },
  );
  const program = existsSync("/usr/sbin/mariadbd") ? "/usr/sbin/mariadbd" : "mariadbd";
  const server = spawn(
    program,
    [
      "--no-defaults",
      `--datadir=${folder}`,
      `--socket=${socket}`,
      "--skip-networking",
      `--pid-file=${join(folder, "pid")}`,
      ...user,
    ],
    { stdio: "ignore" },
  );
  const run = (sql: string): void =>
    void execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", sql], { stdio: "pipe" });
  await waitFor(() => run("SELECT 1"));
  run(`CREATE DATABASE shop; USE shop; ${schema.join("; ")}`);
  return {
    env: { DB_SOCKET: socket },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitFor(attempt: () => void): Promise<void> {
  const end = Date.now() + 30000;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
