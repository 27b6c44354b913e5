const crypto = require("node:crypto");

// ruleid: javascript.weak-random
const token = Math.random().toString(36).slice(2);
// ok: javascript.weak-random
const tokenA = crypto.randomBytes(32).toString("hex");

function generatePassword(length) {
  let text = "";
  for (let i = 0; i < length; i++) {
    // ruleid: javascript.weak-random
    text += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  }
  return text;
}

app.post("/reset", (req, res) => {
  // ruleid: javascript.weak-random
  user.resetToken = `${Date.now()}${Math.random()}`;
  // ruleid: javascript.weak-random
  const otp = Math.floor(100000 + Math.random() * 900000);
  // ruleid: javascript.weak-random
  sessions.push({ sessionId: Math.random().toString(16) });
  // ok: javascript.weak-random
  const safeOtp = crypto.randomInt(100000, 1000000);
  // ok: javascript.weak-random
  const delay = Math.random() * 1000;
  // ok: javascript.weak-random
  const color = COLORS[Math.floor(Math.random() * COLORS.length)];
  res.json({ delay, color, safeOtp, otp });
});

// ok: javascript.weak-random
const shuffle = (list) => list.sort(() => Math.random() - 0.5);

// ruleid: javascript.weak-random
const sid = Math.random().toString(36);
// ruleid: javascript.weak-random
res.cookie.connect_sid = `${Math.random()}`;
// ruleid: javascript.weak-random
const nonce = Math.random().toString(36).slice(2);
// ruleid: javascript.weak-random
req.session.id = Math.random().toString(36);
// ok: javascript.weak-random
const id = Math.random();
// ok: javascript.weak-random
const inside = Math.random() < 0.5;
// ok: javascript.weak-random
const rowKey = Math.random().toString(36);

function otp() {
  // ruleid: javascript.weak-random
  return Math.floor(100000 + Math.random() * 900000);
}

function resetToken() {
  // ruleid: javascript.weak-random
  return Math.random().toString(36).slice(2);
}
// ruleid: javascript.weak-random
const makeSessionToken = () => Math.random().toString(36).slice(2);
function generateOtp() {
  // ruleid: javascript.weak-random
  const code = Math.floor(100000 + Math.random() * 900000);
  return code;
}
const links = {
  // ruleid: javascript.weak-random
  inviteToken: () => Math.random().toString(36),
  // ok: javascript.weak-random
  inviteColor: () => Math.random().toString(16),
};
class Account {
  apiKey() {
    // ruleid: javascript.weak-random
    return Math.random().toString(36);
  }
  async accessToken(tries) {
    // ok: javascript.weak-random
    await sleep(2 ** tries * 100 + Math.random() * 100);
    return this.client.token();
  }
}
function refreshToken(client) {
  // ok: javascript.weak-random
  const pause = Math.random() * 1000;
  return client.refresh(pause);
}
function makeToken() {
  // ruleid: javascript.weak-random
  return Math.random().toString(36).slice(2);
}

const pick = (length) => Array.from({ length }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join("");
// ruleid: javascript.weak-random
const inviteToken = pick(24);
function draw(list) {
  return list[Math.floor(Math.random() * list.length)];
}
// ruleid: javascript.weak-random
session.csrf = draw(secrets);
// ok: javascript.weak-random
const color = draw(colors);
// ok: javascript.weak-random
const label = pick(6);

async function requestReset(user) {
  let code = "";
  for (let at = 0; at < 6; at++) {
    // ruleid: javascript.weak-random
    code += Math.floor(Math.random() * 10);
  }
  user.resetCode = code;
  let shade = "#";
  // ok: javascript.weak-random
  for (let at = 0; at < 6; at++) shade += "0123456789abcdef"[Math.floor(Math.random() * 16)];
  return shade;
}

class Tokens {
  csrfToken() {
    // ruleid: javascript.weak-random
    return _.random(0, 1e12).toString(36);
  }
  pauseBetween() {
    // ok: javascript.weak-random
    return _.random(100, 500);
  }
}
