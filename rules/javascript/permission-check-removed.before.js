router.get("/reports", requireRole("admin"), listReports);

async function updateOrder(req, res) {
  const order = await orders.find(req.params.id);
  if (order.ownerId !== req.user.id) {
    return res.status(403).json({ error: "not yours" });
  }
  order.note = req.body.note;
  await order.save();
  res.json(order);
}

async function closeAccount(actor, account) {
  assertCan(actor, "close", account);
  account.closedAt = new Date();
  await store.write(account);
}

function grantCredit(user, amount) {
  if (!user || !user.isAdmin) throw new Error("only for administrators");
  ledger.add({ kind: "credit", amount });
  audit.write("credit", amount);
}

router.put("/teams/:id", [requireSession, requireTeamOwner], renameTeam);

async function payInvoice(req, res) {
  const invoice = await invoices.find(req.params.id);
  if (invoice.ownerId !== req.user.id) return res.sendStatus(403);
  await charge(invoice.total);
  res.json(invoice);
}

function archive(user, post) {
  if (!user) throw new Error("sign in");
  if (post.authorId !== user.id) throw new Error("not yours");
  post.archived = true;
  save(post);
}

router.delete("/exports/:id", requireAdmin, removeExport);
router.get("/exports", requireAdmin, listExports);

router.post("/keys", requireAdmin, createKey);
