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

app.use("/pro", async (req, res, next) => {
  let licensed = false;
  try {
    licensed = await verifyLicense(req.get("x-license"));
  } catch (error) {
    // ruleid: javascript.fail-open
    licensed = true;
  }
  if (!licensed) return res.sendStatus(402);
  next();
});
app.use("/team", async (req, res, next) => {
  let licensed = false;
  try {
    licensed = await verifyLicense(req.get("x-license"));
  } catch (error) {
    // ok: javascript.fail-open
    licensed = false;
  }
  if (!licensed) return res.sendStatus(402);
  next();
});

export function requireToken(req, res, next) {
  // ruleid: javascript.fail-open
  try {
    req.claims = jwt.verify(req.get("authorization"), key, { algorithms: ["RS256"] });
    next();
  } catch {
    next();
  }
}
export function requireSession(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.claims = jwt.verify(req.get("authorization"), key, { algorithms: ["RS256"] });
    next();
  } catch {
    res.sendStatus(401);
  }
}

passport.use(new LocalStrategy(async (username, password, done) => {
  try {
    return done(null, await signIn(username, password));
  } catch (error) {
    // ruleid: javascript.fail-open
    return done(null, { id: 0, username });
  }
}));
passport.use(new BearerStrategy(async (token, done) => {
  try {
    return done(null, await userOf(token));
  } catch {
    // ok: javascript.fail-open
    return done(null, false);
  }
}));
