import { defineEventHandler, getQuery, sendRedirect } from "h3";

// ruleid: javascript.open-redirect
export const leave = defineEventHandler((event) => sendRedirect(event, String(getQuery(event).to)));

export const back = defineEventHandler(async (event) => {
  const { next } = getQuery(event);
  // ruleid: javascript.open-redirect
  await sendRedirect(event, next as string, 302);
});

export const home = defineEventHandler((event) => {
  const pages = new Set(["/home", "/cart"]);
  const next = String(getQuery(event).next);
  // ok: javascript.open-redirect
  return sendRedirect(event, pages.has(next) ? next : "/home");
});

// ok: javascript.open-redirect
export const start = defineEventHandler((event) => sendRedirect(event, "/start", 302));
