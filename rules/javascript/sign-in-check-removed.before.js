router.get("/invoices", requireAuth, listInvoices);

export async function saveProfile(req, res) {
  if (!req.session.userId) return res.status(401).end();
  await profiles.update(req.body.id, req.body.profile);
  res.json({ saved: true });
}

app.post("/hooks/payment", async (req, res) => {
  if (!verifySignature(req.rawBody, req.get("x-signature"))) throw new Error("signature");
  await payments.settle(req.body.order, req.body.amount);
  res.end();
});

async function readMessages(token, box) {
  const who = await requireUser(token);
  return mailbox.read(box, { newest: true });
}

router.get("/me", passport.authenticate("jwt", { session: false }), showMe);

router.get("/cards", requireAuth, listCards);
router.put("/cards/:id", requireAuth, saveCard);

async function exportAll(req, res) {
  if (!req.user) return res.sendStatus(401);
  const rows = await table.all();
  res.json(rows);
}
router.get("/export", exportAll);

function openDoor(ctx, door) {
  if (!ctx.user) {
    throw new Unauthorized();
  }
  door.open();
  log.info("opened", door.id);
}

function closeDoor(ctx, door) {
  if (!ctx.user) {
    throw new Unauthorized("sign in first");
  }
  door.close();
}
