app.get("/login", (req, res) => {
  // ruleid: javascript.open-redirect
  res.redirect(req.query.next);
  // ok: javascript.open-redirect
  res.redirect("/login?next=" + encodeURIComponent(req.query.next));
});

app.post("/logout", (req, res) => {
  const target = req.body.returnTo || "/";
  // ruleid: javascript.open-redirect
  res.redirect(302, target);
  // ok: javascript.open-redirect
  res.redirect(`/users/${req.body.id}`);
});

router.get("/go", (req, res) => {
  // ruleid: javascript.open-redirect
  res.writeHead(302, { Location: `https://${req.query.site}` });
  // ruleid: javascript.open-redirect
  res.setHeader("Location", req.query.url);
  // ok: javascript.open-redirect
  res.setHeader("Location", "/home");
  // ok: javascript.open-redirect
  res.redirect(TARGETS[Number(req.query.target)]);
});

router.get("/back", (req, res) => {
  const next = req.query.next;
  if (!ALLOWED_TARGETS.includes(next)) return res.redirect("/");
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/checked", (req, res) => {
  const next = req.query.next;
  if (!isSafeRedirect(next)) return res.status(400).end();
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/own-path", (req, res) => {
  const next = req.query.next;
  if (!next.startsWith("/") || next.startsWith("//")) return res.redirect("/");
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/own-path-typed", (req, res) => {
  const next = req.query.next;
  if (typeof next !== "string" || !next.startsWith("/") || next.startsWith("//") || next.startsWith("/\\")) return res.redirect("/");
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/own-path-chosen", (req, res) => {
  const next = req.query.next;
  // ok: javascript.open-redirect
  res.redirect(next.startsWith("/") && !next.startsWith("//") ? next : "/");
});

router.get("/own-path-form", (req, res) => {
  const next = req.query.next;
  if (!/^\/(?![\/\\])/.test(next)) return res.redirect("/");
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/any-slash", (req, res) => {
  const next = req.query.next;
  if (!next.startsWith("/")) return res.redirect("/");
  // ruleid: javascript.open-redirect
  res.redirect(next);
});

router.get("/not-two-slashes", (req, res) => {
  const next = req.query.next;
  if (next.startsWith("//")) return res.redirect("/");
  // ruleid: javascript.open-redirect
  res.redirect(next);
});

export function GET(request) {
  // ok: javascript.open-redirect
  return NextResponse.redirect(new URL("/login", request.url));
}
const isOwn = (url) => url.startsWith("https://example.org/");
app.get("/leave", (req, res) => {
  const { url } = req.query;
  if (!isOwn(url)) return res.sendStatus(400);
  // ok: javascript.open-redirect
  res.redirect(url);
});

app.get("/partner", (req, res) => {
  const target = req.query.target;
  const host = new URL(target, "https://own.example").host;
  log(host);
  // ruleid: javascript.open-redirect
  res.redirect(target);
});
