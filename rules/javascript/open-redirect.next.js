export function middleware(request) {
  const { origin, searchParams } = new URL(request.url);
  if (request.nextUrl.pathname === "/account") {
    const url = request.nextUrl.clone();
    url.pathname = "/login";
    url.searchParams.set("from", request.nextUrl.pathname);
    // ok: javascript.open-redirect
    return NextResponse.redirect(url);
  }
  if (request.nextUrl.pathname === "/elsewhere") {
    const url = request.nextUrl.clone();
    url.host = request.nextUrl.searchParams.get("host");
    // ruleid: javascript.open-redirect
    return NextResponse.redirect(url);
  }
  if (request.nextUrl.pathname === "/from") {
    // ok: javascript.open-redirect
    return NextResponse.redirect(new URL("/login?from=" + encodeURIComponent(request.nextUrl.pathname), request.url));
  }
  // ok: javascript.open-redirect
  if (request.nextUrl.pathname === "/old") return NextResponse.redirect(`${request.nextUrl.origin}/new`);
  // ok: javascript.open-redirect
  if (request.nextUrl.pathname === "/done") return NextResponse.redirect(`${origin}/welcome`);
  // ruleid: javascript.open-redirect
  return NextResponse.redirect(new URL(searchParams.get("next"), request.url));
}

export async function PATCH() {
  const list = await headers();
  // ruleid: javascript.open-redirect
  redirect(list.get("x-return-to") ?? "/");
}

export function gate(request) {
  const login = new URL("/login", request.nextUrl);
  login.searchParams.set("returnTo", request.nextUrl.pathname);
  // ok: javascript.open-redirect
  return NextResponse.redirect(login);
}
