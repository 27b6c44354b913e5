function shop() {
  const app = express();
  app.use(express.json({ limit: "100kb" }));
  app.use(logSlowRequests);
  // ruleid: javascript.sign-in-without-rate-limit
  app.post("/login", async (req, res) => {
    res.json(await bcrypt.compare(req.body.password, hash));
  });
}
function forum() {
  const app = express();
  app.use(bodySizeLimit(1000));
  // ruleid: javascript.sign-in-without-rate-limit
  app.post("/sign-in", upload.fields([]), async (req, res) => {
    res.json(await bcrypt.compare(req.body.password, hash));
  });
}
function blog() {
  const app = express();
  app.use(express.json({ limit: "100kb" }));
  app.use(slowDown({ delayAfter: 5 }));
  // ok: javascript.sign-in-without-rate-limit
  app.post("/login", async (req, res) => {
    res.json(await bcrypt.compare(req.body.password, hash));
  });
}
