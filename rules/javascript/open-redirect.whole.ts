import { NextRequest, NextResponse } from 'next/server';

export async function GET(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('returnTo') ?? '/';
  // ruleid: javascript.open-redirect
  return NextResponse.redirect(to);
}

export const POST = async (req: NextRequest) => {
  const form = await req.formData();
  const page = req.nextUrl.searchParams.get('page') || '/';
  if (form.get('now')) {
    // ruleid: javascript.open-redirect
    return Response.redirect(req.nextUrl.searchParams.get('next') ?? '/', 303);
  }
  // ok: javascript.open-redirect
  if (page === '/start') return NextResponse.redirect(new URL('/start', req.url));
  // ruleid: javascript.open-redirect
  return NextResponse.redirect(page, { status: 303 });
};
