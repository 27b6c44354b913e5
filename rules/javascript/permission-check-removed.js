// ruleid: javascript.permission-check-removed
router.get("/reports", listReports);

async function updateOrder(req, res) {
  const order = await orders.find(req.params.id);
  // ruleid: javascript.permission-check-removed
  order.note = req.body.note;
  await order.save();
  res.json(order);
}

async function closeAccount(actor, account) {
  // ruleid: javascript.permission-check-removed
  account.closedAt = new Date();
  await store.write(account);
}

function grantCredit(user, amount) {
  if (!user) throw new Error("only for administrators");
  // ruleid: javascript.permission-check-removed
  ledger.add({ kind: "credit", amount });
  audit.write("credit", amount);
}

// ruleid: javascript.permission-check-removed
router.put("/teams/:id", [requireSession], renameTeam);

async function ownInvoice(req) {
  const invoice = await invoices.find(req.params.id);
  if (invoice.ownerId !== req.user.id) throw new Forbidden();
  return invoice;
}

async function payInvoice(req, res) {
  // ok: javascript.permission-check-removed
  const invoice = await ownInvoice(req);
  await charge(invoice.total);
  res.json(invoice);
}

function archive(user, post) {
  if (!user || !canArchive(user, post)) throw new Error("not yours");
  // ok: javascript.permission-check-removed
  post.archived = true;
  save(post);
}

// ok: javascript.permission-check-removed
router.get("/exports", requireAdmin, listExports);

// ok: javascript.permission-check-removed
router.post("/keys", requireStaffRole, createKey);
