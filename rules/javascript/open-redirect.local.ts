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
  return NextResponse.redirect(new URL(request.nextUrl.searchParams.get("next") ?? "/", request.url));
}

app.get("/s/:code", async (req, res) => {
  const link = await db("links").where({ code: req.params.code }).first();
  // ok: javascript.open-redirect
  res.redirect(302, link.target);
  // ruleid: javascript.open-redirect
  res.redirect(302, req.query.target);
});

app.get("/out", (c) => {
  // ruleid: javascript.open-redirect
  c.header("Location", c.req.query("url"));
  return c.body(null, 302);
});
