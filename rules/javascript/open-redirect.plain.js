http.createServer((req, res) => {
  const to = new URL(req.url, "http://localhost").searchParams.get("to") ?? "/";
  // ruleid: javascript.open-redirect
  res.writeHead(302, { location: to });
  // ok: javascript.open-redirect
  res.writeHead(302, { location: "/" });
  res.end();
});
