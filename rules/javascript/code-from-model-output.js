import { generateText } from "ai";
import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export async function solve(task) {
  const message = await client.messages.create({ model: "m", max_tokens: 100, messages: [{ role: "user", content: task }] });
  // ruleid: javascript.code-from-model-output
  return eval(message.content[0].text);
}

export async function build(task) {
  const { text } = await generateText({ model, prompt: task });
  // ruleid: javascript.code-from-model-output
  return new Function("input", text);
}

export function tool(call) {
  const args = JSON.parse(call.function.arguments);
  // ruleid: javascript.code-from-model-output
  return eval(args.expression);
}

export async function parsed(task) {
  const { text } = await generateText({ model, prompt: task });
  // ok: javascript.code-from-model-output
  return JSON.parse(text);
}

export async function measured(task) {
  const { text } = await generateText({ model, prompt: task });
  // ok: javascript.code-from-model-output
  return eval(`${Number(text)} * 2`);
}

export async function fixed(task) {
  await generateText({ model, prompt: task });
  // ok: javascript.code-from-model-output
  return eval("1 + 1");
}
