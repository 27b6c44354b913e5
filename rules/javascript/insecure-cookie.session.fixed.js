const session = require("express-session");

const config = { secret: process.env.SESSION_SECRET, resave: false };
// ruleid: javascript.insecure-cookie
config.cookie = { httpOnly: true, secure: true, maxAge: 86400000, sameSite: "lax" };
app.use(session(config));

// ruleid: javascript.insecure-cookie
const options = { name: "sid", cookie: { httpOnly: true, secure: true, sameSite: "lax" } };
app.use(session(options));

// ok: javascript.insecure-cookie
const good = { name: "sid", cookie: { httpOnly: true, secure: true, sameSite: "lax" } };
app.use(session(good));
