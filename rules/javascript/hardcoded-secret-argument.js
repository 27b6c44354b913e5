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

// ruleid: javascript.hardcoded-secret-argument
const JWT_SECRET = process.env.JWT_SECRET || "supersecretkey123";
// ruleid: javascript.hardcoded-secret-argument
const signingKey = process.env.KEY ?? "magazine-api";
// ruleid: javascript.hardcoded-secret-argument
const sealed = { cookieName: "shop", password: process.env.SEAL ?? "complex_password_at_least_32_characters" };
// ruleid: javascript.hardcoded-secret-argument
const database = new Sequelize("shop", "admin", "Sh0p-Adm1n", { dialect: "postgres" });
// ok: javascript.hardcoded-secret-argument
const region = process.env.AWS_REGION || "eu-central-1";
// ok: javascript.hardcoded-secret-argument
const secretName = process.env.SECRET_NAME || "shop/production/jwt";
// ok: javascript.hardcoded-secret-argument
const sealedWell = { cookieName: "shop", password: process.env.SEAL ?? fail("SEAL is missing") };

// ruleid: javascript.hardcoded-secret-argument
const hidden = CryptoJS.AES.encrypt(note, "a phrase for notes 12").toString();
// ok: javascript.hardcoded-secret-argument
const sealed = CryptoJS.AES.encrypt(note, process.env.NOTE_KEY).toString();

const koa = new Koa();
// ruleid: javascript.hardcoded-secret-argument
koa.keys = ["portal-signing-key-1", "portal-signing-key-0"];
// ok: javascript.hardcoded-secret-argument
koa.keys = [process.env.COOKIE_KEY];
// ok: javascript.hardcoded-secret-argument
table.keys = ["name", "city"];

// ruleid: javascript.hardcoded-secret-argument
directory.bind("cn=reader,dc=example,dc=org", "Spring2024!", () => {});
// ok: javascript.hardcoded-secret-argument
directory.bind("cn=reader,dc=example,dc=org", process.env.READER_PASSWORD, () => {});
// ok: javascript.hardcoded-secret-argument
const bound = greet.bind("this", "Spring");

// ruleid: javascript.hardcoded-secret-argument
shop.use(express.session({ secret: "sfdsfd", store }));
// ok: javascript.hardcoded-secret-argument
shop.use(express.session({ secret: settings.sessionSecret, store }));

// ruleid: javascript.hardcoded-secret-argument
app.use("/admin", basicAuth({ users: { admin: "hunter2pass" }, challenge: true }));
// ok: javascript.hardcoded-secret-argument
app.use("/admin", basicAuth({ users: { admin: process.env.ADMIN_PASSWORD }, challenge: true }));
