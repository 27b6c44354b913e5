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
