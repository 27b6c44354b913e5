export function requireUser(req, res, next) {
  // ruleid: javascript.invalid-token-let-through
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    next();
  } catch {
    next();
  }
}
const authenticate = async (req, res, next) => {
  // ruleid: javascript.invalid-token-let-through
  try {
    const { payload } = await jwtVerify(req.get("authorization").slice(7), keys, { issuer: "app" });
    req.user = payload;
    return next();
  } catch (error) {
    console.warn("bad token", error.message);
    return next();
  }
};
exports.ensureSignedIn = async (req, res, next) => {
  // ruleid: javascript.invalid-token-let-through
  try {
    req.user = await admin.auth().verifyIdToken(req.headers.token);
    next();
  } catch (error) {
    next();
  }
};

function requireToken(req, res, next) {
  // ok: javascript.invalid-token-let-through
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    next();
  } catch {
    res.status(401).end();
  }
}
function requireAccount(req, res, next) {
  // ok: javascript.invalid-token-let-through
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    next();
  } catch (error) {
    next(error);
  }
}
function optionalUser(req, res, next) {
  // ok: javascript.invalid-token-let-through
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    next();
  } catch {
    next();
  }
}
const authContext = (req, res, next) => {
  // ok: javascript.invalid-token-let-through
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });
    next();
  } catch {
    req.user = null;
    next();
  }
};
