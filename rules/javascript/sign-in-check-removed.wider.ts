import { NextResponse } from "next/server";
import { getToken } from "next-auth/jwt";

export async function middleware(request) {
  const token = await getToken({ req: request });
  if (!token) return NextResponse.redirect(new URL("/login", request.url));
  return NextResponse.next();
}

// ok: javascript.sign-in-check-removed
export const config = {
  matcher: ["/((?!login|_next|favicon.ico).*)"],
};
