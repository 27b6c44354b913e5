function login(username, password) {
  // ruleid: javascript.hardcoded-password-check
  return username === "admin" && password === "hunter2";
}

app.get("/report", (req, res) => {
  // ruleid: javascript.hardcoded-password-check
  if (req.headers["x-api-key"] !== "k-93hfk20dk3") return res.status(401).end();
  // ruleid: javascript.hardcoded-password-check
  if (req.body.password == "letmein99") return res.json(report);
});

function check(user, password) {
  // ok: javascript.hardcoded-password-check
  if (password === "") throw new Error("empty");
  // ok: javascript.hardcoded-password-check
  return bcrypt.compare(password, user.hash);
}

// ok: javascript.hardcoded-password-check
const hidden = field.type === "password";
// ok: javascript.hardcoded-password-check
const same = form.password === form.again;
// ok: javascript.hardcoded-password-check
const known = typeof password === "string";

app.get("/jobs", (req, res) => {
  // ruleid: javascript.hardcoded-password-check
  if (req.query.key !== "s3cr3t-Ops-2024") return res.sendStatus(403);
  // ruleid: javascript.hardcoded-password-check
  if (req.get("x-api-key") === "k9f2Lm40") return run(res);
  // ruleid: javascript.hardcoded-password-check
  if (req.headers.authorization !== "Bearer 4f9a1c77") return res.sendStatus(401);
  // ok: javascript.hardcoded-password-check
  if (req.query.key === "price") return res.json(prices);
  // ok: javascript.hardcoded-password-check
  if (req.params.code === "created_at") return res.json(codes);
  // ok: javascript.hardcoded-password-check
  if (req.query.key !== process.env.JOBS_KEY) return res.sendStatus(403);
});
