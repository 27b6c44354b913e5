import axios from "axios";

server.tool("fetch_page", { url: z.string() }, async ({ url }) => {
  // ruleid: javascript.address-from-model-output
  const page = await fetch(url);
  return { content: [{ type: "text", text: await page.text() }] };
});

server.tool("status", { host: z.string() }, async ({ host }) => {
  // ruleid: javascript.address-from-model-output
  const answer = await axios.get(`http://${host}/status`);
  return { content: [{ type: "text", text: answer.data }] };
});

export async function follow(call) {
  const { link } = JSON.parse(call.function.arguments);
  // ruleid: javascript.address-from-model-output
  return axios.get(link);
}

server.tool("weather", { city: z.string() }, async ({ city }) => {
  // ok: javascript.address-from-model-output
  const answer = await axios.get(`https://api.example.com/weather/${encodeURIComponent(city)}`);
  return { content: [{ type: "text", text: answer.data }] };
});

server.tool("search", { term: z.string() }, async ({ term }) => {
  // ok: javascript.address-from-model-output
  const answer = await axios.get("https://api.example.com/search", { params: { q: term } });
  return { content: [{ type: "text", text: answer.data }] };
});

server.tool("listed", { host: z.string() }, async ({ host }) => {
  if (!ALLOWED_HOSTS.includes(host)) throw new Error("host");
  // ok: javascript.address-from-model-output
  const answer = await axios.get(`http://${host}/status`);
  return { content: [{ type: "text", text: answer.data }] };
});

server.tool("open", { url: z.string() }, async ({ url }) => {
  const target = new URL(url);
  if (target.hostname !== "docs.example.com") throw new Error("host");
  // ok: javascript.address-from-model-output
  const answer = await fetch(target);
  return { content: [{ type: "text", text: await answer.text() }] };
});

server.registerTool("page", { inputSchema: { page: z.number() } }, async ({ page }) => {
  // ok: javascript.address-from-model-output
  const answer = await fetch("https://wiki.example.com/p/" + page);
  return { content: [{ type: "text", text: await answer.text() }] };
});
server.registerTool("fetch", { inputSchema: { url: z.string().url() } }, async ({ url }) => {
  // ruleid: javascript.address-from-model-output
  const answer = await fetch(url);
  return { content: [{ type: "text", text: await answer.text() }] };
});
