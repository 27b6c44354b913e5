// ruleid: javascript.sign-in-check-removed
router.get("/invoices", listInvoices);

export async function saveProfile(req, res) {
  // ruleid: javascript.sign-in-check-removed
  await profiles.update(req.body.id, req.body.profile);
  res.json({ saved: true });
}

app.post("/hooks/payment", async (req, res) => {
  // ruleid: javascript.sign-in-check-removed
  await payments.settle(req.body.order, req.body.amount);
  res.end();
});

async function readMessages(token, box) {
  // ruleid: javascript.sign-in-check-removed
  return mailbox.read(box, { newest: true });
}

// ruleid: javascript.sign-in-check-removed
router.get("/me", showMe);

// ok: javascript.sign-in-check-removed
router.get("/cards", ensureSignedIn, listCards);
router.put("/cards/:id", requireAuth, saveCard);

async function exportAll(req, res) {
  // ok: javascript.sign-in-check-removed
  const rows = await table.all();
  res.json(rows);
}
router.get("/export", requireUser, exportAll);

function openDoor(ctx, door) {
  if (ctx.user == null) throw new NotSignedIn();
  // ok: javascript.sign-in-check-removed
  door.open();
  log.info("opened", door.id);
}

function closeDoor(ctx, door) {
  if (!ctx.user) {
    throw new Unauthorized("please sign in");
  }
  // ok: javascript.sign-in-check-removed
  door.close();
}
