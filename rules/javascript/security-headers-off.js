import helmet from "helmet";

// ruleid: javascript.security-headers-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: javascript.security-headers-off
app.use(helmet({ frameguard: false, hidePoweredBy: true }));
// ruleid: javascript.security-headers-off
const policy = helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'", "'unsafe-inline'"] } });
// ok: javascript.security-headers-off
app.use(helmet());
// ok: javascript.security-headers-off
app.use(helmet({ crossOriginEmbedderPolicy: false }));
// ok: javascript.security-headers-off
const good = helmet.contentSecurityPolicy({ directives: { scriptSrc: ["'self'"], styleSrc: ["'unsafe-inline'"] } });

app.use(async (ctx, next) => {
  // ruleid: javascript.security-headers-off
  ctx.set("Content-Security-Policy", "default-src *; script-src 'self' 'unsafe-inline'");
  // ok: javascript.security-headers-off
  ctx.set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'");
  // ok: javascript.security-headers-off
  ctx.set("Content-Security-Policy", "script-src 'nonce-abc' 'unsafe-inline'");
  await next();
});

app.use((req, res, next) => {
  // ruleid: javascript.security-headers-off
  res.setHeader("X-Frame-Options", "ALLOWALL");
  // ok: javascript.security-headers-off
  res.setHeader("X-Frame-Options", "SAMEORIGIN");
  next();
});
// ruleid: javascript.security-headers-off
export const headers = [{ key: "X-Frame-Options", value: "ALLOW-FROM https://example.com" }];
const policy = [
  "default-src 'self'",
  // ruleid: javascript.security-headers-off
  "script-src * 'unsafe-inline'",
  "frame-ancestors 'none'",
].join("; ");
const strict = [
  "default-src 'self'",
  // ok: javascript.security-headers-off
  "script-src 'self' https://cdn.example.com",
  // ok: javascript.security-headers-off
  "style-src 'self' 'unsafe-inline'",
].join("; ");
const nextHeaders = [
  // ruleid: javascript.security-headers-off
  { key: "Content-Security-Policy", value: "script-src 'self' 'unsafe-inline'" },
  // ok: javascript.security-headers-off
  { key: "Content-Security-Policy", value: "script-src 'self'" },
];
