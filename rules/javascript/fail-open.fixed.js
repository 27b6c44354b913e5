function verifyToken(token) {
  // ruleid: javascript.fail-open
  try {
    jwt.verify(token, key);
  } catch (error) {
    return false;
  }
  return true;
}

const isAllowed = async (user) => {
  // ruleid: javascript.fail-open
  try {
    return await policy.check(user);
  } catch {
    return false;
  }
};

function requireAuth(req, res, next) {
  // ruleid: javascript.fail-open
  try {
    req.user = jwt.verify(req.headers.authorization, key);
    next();
  } catch (error) {
    next();
  }
}

function verifySafely(token) {
  // ok: javascript.fail-open
  try {
    jwt.verify(token, key);
    return true;
  } catch (error) {
    return false;
  }
}

function authMiddleware(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.user = jwt.verify(req.headers.authorization, key);
    next();
  } catch (error) {
    next(error);
  }
}

function alreadyExists(path) {
  // ok: javascript.fail-open
  try {
    make(path);
  } catch (error) {
    return true;
  }
  return false;
}
function authenticate(req, res, next) {
  // ruleid: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, KEY, { algorithms: ["HS256"] });
  } catch (error) {
    logger.warn("bad token");
  }
  next();
}

function requireAuth(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, KEY, { algorithms: ["HS256"] });
  } catch (error) {
    logger.warn("bad token");
    return res.status(401).end();
  }
  next();
}

function optionalUser(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, KEY, { algorithms: ["HS256"] });
  } catch (error) {
    req.user = undefined;
  }
  next();
}

exports.guard = (action) => async (req, res, next) => {
  // ruleid: javascript.fail-open
  try {
    const allowed = await permissions.check(req.user, action);
    if (!allowed) return res.sendStatus(403);
  } catch (error) {
    console.error(error.message);
  }
  next();
};
exports.closed = (action) => async (req, res, next) => {
  // ok: javascript.fail-open
  try {
    if (!(await permissions.check(req.user, action))) return res.sendStatus(403);
  } catch (error) {
    return res.sendStatus(503);
  }
  next();
};
function isTrusted(request) {
  // ruleid: javascript.fail-open
  try {
    return signatureOf(request.body) === request.header("x-signature");
  } catch (error) {
    return false;
  }
}
