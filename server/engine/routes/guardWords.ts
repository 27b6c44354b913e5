/** The names by which guards, open routes and sensitive routes are told. Pure. */

import type { GuardKind } from "./route.ts";

export const guardKinds: readonly GuardKind[] = ["authorization", "validation", "rate limit", "csrf", "owner"];

/** Over names with their members: "requireAuth", "req.user", "passport.authenticate". */
const words: Readonly<Record<GuardKind, RegExp>> = {
  authorization:
    /(?:^|[._\W])(?:is_?)?auth(?!ors?\b|or_|orId)(?:[a-z_]*)|\wauth$|authenti|authoriz|authGuard|login_?required|(?:require|ensure|must|only|needs?|check|assert|with|verify|validate|has|is|allow)_?[a-z_]{0,12}(?:auth|user|login|logged|admin|role|perm|scope|session|token|jwt|member|staff|owner|signed|access)|permission|\broles?\b|(?:^|[._])guards?$|\bprotect(?:ed)?\b|jwt_?(?:required|guard|auth)|passport|current_?user|\b(?:req|request|ctx\.state|ctx|c|g|self\.request|info\.context)\.(?:user|session|auth|account|identity)\b|get(?:Server)?Session|get_?current|useSession|LoginRequired|UserPassesTest|IsAuthenticated|IsAdmin|DjangoModelPermissions|Security$|HTTPBearer|OAuth2|api_?key_?(?:auth|required|guard)|staff_member_required|user_passes_test|clerkClient|supabase\.auth/i,
  validation:
    /valid|schema|\bzod\b|\bz\.|\bjoi\b|\byup\b|celebrate|\bajv|ParseIntPipe|ParseUUIDPipe|safeParse|\.parse$|serializer|\.is_valid|full_clean|marshal|webargs|use_args|use_kwargs|pydantic|[a-z]Dto\b/i,
  "rate limit": /rate_?limit|limiter|throttl|slow_?down|brute|\blimit_?(?:req|login|attempts)/i,
  csrf: /(?:csrf|xsrf|csurf)(?!_?exempt)/i,
  owner:
    /owner|(?:^|[._])(?:user|author|tenant|account|customer|org|organisation|organization|team|member)_?(?:id|Id)$|created_?by|belongs|current_?user|\b(?:req|request|ctx\.state|ctx|g|self\.request)\.user\b|req\.session|request\.user|userId|filter_by_user|for_user|forUser|can_?(?:access|read|edit|view)|canAccess|hasAccess|check_object_permissions|has_object_permission|policy|ability/i,
};

export function guardOf(kind: GuardKind, names: readonly string[]): string | undefined {
  return names.find((name) => words[kind].test(name) && !openDecorator.test(name));
}

/** Says that a route is open to all. */
const openDecorator =
  /^(?:Public|IsPublic|SkipAuth|NoAuth|AllowAnonymous|AllowAny|allow_anonymous|public|exempt|Anonymous|skipAuth|noAuth|csrf_exempt|login_exempt|optionalAuth|auth_?optional)$/i;

export function isOpen(names: readonly string[]): boolean {
  return names.some((name) => openDecorator.test(name));
}

const publicPath =
  /^\/?\*|(?:^|[/_.-])(?:health(?:z|check)?|live(?:z|ness)?|ready(?:z)?|readiness|status|ping|metrics?|version|robots\.txt|favicon(?:\.ico)?|\.?well-known|static|assets|public|docs|swagger|openapi(?:\.json)?|redoc|terms|privacy|about|home|index|sitemap(?:\.xml)?|captcha|manifest|landing|contact|newsletter|unsubscribe|faq|pricing|echo)(?:$|[/_.:<{-])/i;
const sensitivePath =
  /(?:^|[/_-])(?:log-?_?in|sign-?_?in|sign-?_?up|signon|register|registration|forgot|reset|password|passwd|otp|2fa|mfa|totp|magic-?link|verify-?email|confirm-?email|token|oauth2?|authenticate|authorize|auth|sso|recover)(?:$|[/_:<{-])/i;
const leaving = /(?:^|[/_-])(?:log-?_?out|sign-?_?out)(?:$|[/_-])/i;
const hook = /(?:^|[/_-])(?:web)?hooks?(?:$|[/_:<{-])|callback/i;
const signature = /signature|hmac|constructEvent|compare_?digest|timingSafeEqual|verify_?(?:webhook|request|event)|svix/i;

/** @param names of the handler: a webhook is open where it checks who signed the call. */
export function isPublicPath(path: string, method: string, names: readonly string[]): boolean {
  if (method === "OPTIONS" || method === "HEAD") return true;
  if (hook.test(path)) return names.some((name) => signature.test(name));
  if (path === "/" || path === "") return method === "GET" || method === "ANY";
  // Somebody's password is no sign-in.
  if (/[:{<[]\w*id\b/i.test(path)) return publicPath.test(path);
  return publicPath.test(path) || sensitivePath.test(path) || leaving.test(path);
}

export function isSensitivePath(path: string, method: string): boolean {
  return method !== "GET" && method !== "DELETE" && sensitivePath.test(path) && !leaving.test(path);
}
