import { defineEventHandler, getQuery, readBody } from "h3";
import { ofetch } from "ofetch";

export const preview = defineEventHandler(async (event) => {
  const { url } = getQuery(event);
  // ruleid: javascript.ssrf
  return $fetch(url as string);
});

export const ping = defineEventHandler(async (event) => {
  const body = await readBody(event);
  // ruleid: javascript.ssrf
  await ofetch(`https://${body.host}/ping`);
  // ok: javascript.ssrf
  await ofetch("https://status.example.com/ping", { method: "POST", body });
  // ok: javascript.ssrf
  return $fetch(`https://status.example.com/${encodeURIComponent(body.name)}`);
});
