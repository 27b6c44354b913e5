const Next = z.enum(["/", "/articles"]);
const Form = z.object({ to: z.enum(["/", "/articles"]), note: z.string() });
const Free = z.string().min(1);

app.get("/in", (req, res) => {
  // ok: javascript.open-redirect
  res.redirect(Next.catch("/").parse(req.query.to));
});
app.get("/out", (req, res) => {
  // ok: javascript.open-redirect
  res.redirect(Next.optional().default("/").parse(req.query.to));
});
app.get("/form", (req, res) => {
  const form = Form.partial().parse(req.query);
  // ok: javascript.open-redirect
  res.redirect(form.to);
  // ruleid: javascript.open-redirect
  const target = form.note;
  res.redirect(/^\/(?![\s\/\\])/.test(target) ? target : "/");
});
app.get("/back", (req, res) => {
  // ruleid: javascript.open-redirect
  res.redirect(Next.catch((context) => context.input).parse(req.query.to));
});
app.get("/free", (req, res) => {
  // ruleid: javascript.open-redirect
  res.redirect(Free.catch("/").parse(req.query.to));
});
app.get("/either", (req, res) => {
  // ruleid: javascript.open-redirect
  res.redirect(Next.or(z.string()).parse(req.query.to));
});
