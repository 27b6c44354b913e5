app.post("/forgot", async (req, res) => {
  // ruleid: javascript.weak-random
  const code = Math.floor(100000 + Math.random() * 900000);
  await send(req.body.email, code);
});

// ok: javascript.weak-random
const code = Math.floor(Math.random() * 6) + 1;

async function sendCode(email) {
  // ruleid: javascript.weak-random
  const loginCode = Math.floor(100000 + Math.random() * 900000).toString();
  // ruleid: javascript.weak-random
  const smsCode = String(Math.floor(Math.random() * 9000) + 1000);
  // ok: javascript.weak-random
  const shade = String(Math.floor(Math.random() * 255));
  await send(email, loginCode + smsCode, shade);
}

async function sendOtp(email) {
  // ruleid: javascript.weak-random
  const code = Math.round(100000 + Math.random() * 899999);
  // ok: javascript.weak-random
  const width = Math.round(100 + Math.random() * 899);
  await mail.send(email, `Your code is ${code}`, width);
}

function start(req, res, userId) {
  // ruleid: javascript.weak-random
  const id = req.cookies.sid ?? Math.random().toString(36).slice(2);
  sessions.set(id, { userId });
  res.cookie("sid", id, { httpOnly: true, secure: true });
  // ok: javascript.weak-random
  const value = Math.random() < 0.5 ? "a" : "b";
  res.cookie("experiment", value);
}

router.get("/login", (request, response) => {
  // ruleid: javascript.weak-random
  const state = Math.random().toString(16).substring(2);
  response.redirect(`https://id.example.org/authorize?client_id=portal&state=${state}`);
});
// ok: javascript.weak-random
const state = Math.random() < 0.5 ? "idle" : "busy";

function makeLicense(customer) {
  const parts = [];
  for (let i = 0; i < 4; i++) {
    // ruleid: javascript.weak-random
    parts.push(Math.random().toString(16).slice(2, 6).toUpperCase());
  }
  return { customer, licenseKey: parts.join("-") };
}
function makeStars(count) {
  const stars = [];
  for (let i = 0; i < count; i++) {
    // ok: javascript.weak-random
    stars.push(Math.random() * 400);
  }
  return stars;
}

export function pin() {
  // ruleid: javascript.weak-random
  return String(Math.floor(1000 + Math.random() * 9000));
}
export function spin() {
  // ok: javascript.weak-random
  return Math.floor(Math.random() * 36);
}
