import jwt from "jsonwebtoken";
import crypto from "node:crypto";
import session from "express-session";

// ruleid: javascript.hardcoded-secret-argument
const token = jwt.sign({ id: user.id }, "supersecret", { expiresIn: "1h" });
// ruleid: javascript.hardcoded-secret-argument
const payload = jwt.verify(token, "your-256-bit-secret");
// ok: javascript.hardcoded-secret-argument
const good = jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: "1h" });
// ruleid: javascript.hardcoded-secret-argument
const mac = crypto.createHmac("sha256", "webhook-key").update(body).digest("hex");
// ok: javascript.hardcoded-secret-argument
const goodMac = crypto.createHmac("sha256", config.webhookKey).update(body).digest("hex");
// ruleid: javascript.hardcoded-secret-argument
app.use(session({ secret: "keyboard cat", resave: false, saveUninitialized: false }));
// ok: javascript.hardcoded-secret-argument
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));
// ruleid: javascript.hardcoded-secret-argument
const pool = mysql.createPool({ host: "localhost", user: "root", password: "root" });
// ok: javascript.hardcoded-secret-argument
const other = mysql.createPool({ host: "localhost", user: "app", password: process.env.DB_PASSWORD });
// ok: javascript.hardcoded-secret-argument
const bytes = new TextEncoder().encode(text);
const SECRET = "shhhhh";
// ruleid: javascript.hardcoded-secret-argument
const constant = jwt.sign({ id: 1 }, SECRET);

// ruleid: javascript.hardcoded-secret-argument
jwt.verify(token, process.env.JWT_SECRET || "dev-key-123");
// ok: javascript.hardcoded-secret-argument
jwt.verify(token, process.env.JWT_SECRET || fail("JWT_SECRET is missing"));

const SHARED = "correct-horse-battery-staple";
// ruleid: javascript.hardcoded-secret-argument
exports.auth = expressjwt({ secret: SHARED, algorithms: ["HS256"] });
// ok: javascript.hardcoded-secret-argument
exports.other = expressjwt({ secret: process.env.SECRET, algorithms: ["HS256"] });
