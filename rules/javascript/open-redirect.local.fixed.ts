import { NextRequest, NextResponse } from "next/server";
import { localPath } from "./localPath";

export async function GET(request: NextRequest) {
  const wanted = request.nextUrl.searchParams.get("returnTo") || "/";
  if (wanted === "/old") {
    // ruleid: javascript.open-redirect
    return NextResponse.redirect(new URL(wanted + request.nextUrl.searchParams.get("x"), request.url));
  }
  // ok: javascript.open-redirect
  return NextResponse.redirect(new URL(localPath(wanted), request.url));
}

export async function POST(request: NextRequest) {
  // ruleid: javascript.open-redirect
  return NextResponse.redirect(new URL(/^\/(?![\s\/\\])/.test(request.nextUrl.searchParams.get("next") ?? "/") ? request.nextUrl.searchParams.get("next") ?? "/" : "/", request.url));
}

app.get("/s/:code", async (req, res) => {
  const link = await db("links").where({ code: req.params.code }).first();
  // ok: javascript.open-redirect
  res.redirect(302, link.target);
  // ruleid: javascript.open-redirect
  const target = req.query.target;
  res.redirect(302, /^\/(?![\s\/\\])/.test(target) ? target : "/");
});

app.get("/out", (c) => {
  // ruleid: javascript.open-redirect
  const target = c.req.query("url");
  c.header("Location", /^\/(?![\s\/\\])/.test(target) ? target : "/");
  return c.body(null, 302);
});
