import { NextResponse } from "next/server";
import { getToken } from "next-auth/jwt";

export async function middleware(request) {
  const token = await getToken({ req: request });
  if (!token) return NextResponse.redirect(new URL("/login", request.url));
  return NextResponse.next();
}

export const config = {
  // ruleid: javascript.sign-in-check-removed
  matcher: ["/dashboard/:path*", "/api/private/:path*"],
};
