import { exec, execFile, execSync } from "node:child_process";
import OpenAI from "openai";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

const client = new OpenAI();
const server = new McpServer({ name: "files", version: "1.0.0" });

export async function act(question) {
  const answer = await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: question }] });
  // ruleid: javascript.command-from-model-output
  execSync(answer.choices[0].message.content);
}

server.tool("ping", { host: z.string() }, async ({ host }) => {
  // ruleid: javascript.command-from-model-output
  exec(`ping -c 1 ${host}`);
  return { content: [] };
});

export async function agent(call) {
  const { command } = JSON.parse(call.function.arguments);
  // ruleid: javascript.command-from-model-output
  exec(command);
}

server.tool("safe_ping", { host: z.string() }, async ({ host }) => {
  // ok: javascript.command-from-model-output
  execFile("ping", ["-c", "1", host], { shell: false });
  return { content: [] };
});

export async function chosen(call) {
  const { name } = JSON.parse(call.function.arguments);
  if (!ALLOWED_COMMANDS.includes(name)) throw new Error(name);
  // ok: javascript.command-from-model-output
  execSync(name);
}

server.tool("uptime", {}, async () => {
  // ok: javascript.command-from-model-output
  execSync("uptime");
  return { content: [] };
});

server.tool("log", { branch: z.enum(["main", "develop"]), count: z.number() }, async ({ branch, count }) => {
  // ok: javascript.command-from-model-output
  execSync(`git log -n ${count} ${branch}`);
  return { content: [] };
});

const handlers = {
  // ruleid: javascript.command-from-model-output
  shell: ({ command }) => execSync(command, { encoding: "utf8" }),
  // ok: javascript.command-from-model-output
  branches: () => execSync("git branch", { encoding: "utf8" }),
};
const described = {
  // ruleid: javascript.command-from-model-output
  shell: { about: "Runs a command", run: ({ command }) => execSync(command) },
};
async function answerAll(messages) {
  const completion = await client.chat.completions.create({ model: "gpt-4o", messages });
  for (const call of completion.choices[0].message.tool_calls) {
    const handler = handlers[call.function.name];
    messages.push({ role: "tool", content: handler(JSON.parse(call.function.arguments)) });
    described[call.function.name].run(JSON.parse(call.function.arguments));
  }
}

export const runCommand = new DynamicStructuredTool({
  name: "run_command",
  schema: z.object({ command: z.string() }),
  // ruleid: javascript.command-from-model-output
  func: async ({ command }) => execSync(command).toString(),
});
export const runScript = new DynamicStructuredTool({
  name: "run_script",
  schema: z.object({ script: z.enum(["test", "lint"]) }),
  // ok: javascript.command-from-model-output
  func: async ({ script }) => execSync(`npm run ${script}`).toString(),
});
export const check = tool({
  description: "Run the checks of a package",
  inputSchema: z.object({ name: z.enum(["api", "web"]), note: z.string() }),
  // ok: javascript.command-from-model-output
  execute: async ({ name }) => execSync(`npm test -w ${name}`).toString(),
});
