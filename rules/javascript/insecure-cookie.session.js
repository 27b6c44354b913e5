const session = require("express-session");

const config = { secret: process.env.SESSION_SECRET, resave: false };
// ruleid: javascript.insecure-cookie
config.cookie = { httpOnly: true, secure: false, maxAge: 86400000 };
app.use(session(config));

// ruleid: javascript.insecure-cookie
const options = { name: "sid", cookie: { httpOnly: false, secure: true } };
app.use(session(options));

// ok: javascript.insecure-cookie
const good = { name: "sid", cookie: { httpOnly: true, secure: true, sameSite: "lax" } };
app.use(session(good));
