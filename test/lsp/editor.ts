/** Projects and editors of one suite, ended after each test. */

import { type ClientOptions, LspClient } from "./client.ts";
import { createProject, type Project } from "./project.ts";

export const base = "export function run(value) {\n  return value;\n}\n";
export const bad = "export function run(value) {\n  danger(value);\n  return value;\n}\n";

/** Call inside `describe`. */
export function useEditor() {
  const projects: Project[] = [];
  const clients: LspClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const made of projects.splice(0)) made.dispose();
  });
  return {
    project(files: Readonly<Record<string, string | Buffer>>, git = true): Project {
      const made = createProject(files, git);
      projects.push(made);
      return made;
    },
    async start(options: ClientOptions): Promise<LspClient> {
      const client = new LspClient(options);
      clients.push(client);
      return client.start();
    },
  };
}
