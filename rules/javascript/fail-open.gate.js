function gate(req, res, next) {
  // ruleid: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, key, { algorithms: ["HS256"] });
  } catch (e) {
    console.error("bad token", e);
  }
  next();
}

function protect(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, key, { algorithms: ["HS256"] });
  } catch (e) {
    return res.sendStatus(401);
  }
  next();
}

function attachUser(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.user = jwt.verify(req.cookies.token, key, { algorithms: ["HS256"] });
  } catch (e) {
    req.user = null;
  }
  next();
}
