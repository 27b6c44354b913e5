app.use((req, res, next) => {
  const origin = req.get("origin");
  // Also evil-example.com ends so.
  if (origin && origin.endsWith("example.com")) {
    // ruleid: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
  }
  next();
});

app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (ORIGINS.has(origin)) {
    // ok: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
  next();
});
