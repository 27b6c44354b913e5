app.post("/vouchers/:code", async (req, res) => {
  // ruleid: javascript.record-check-then-update
  const voucher = await Voucher.findOne({ code: String(req.params.code) });
  if (!voucher || voucher.used) return res.sendStatus(410);
  await Voucher.updateOne({ _id: voucher._id }, { $set: { used: true } });
  res.sendStatus(204);
});
async function withdraw(id, sum) {
  // ruleid: javascript.record-check-then-update
  const account = await Account.findByPk(id);
  if (account.balance < sum) throw new Error("not enough");
  account.balance -= sum;
  await account.save();
}
async function redeem(id) {
  // ruleid: javascript.record-check-then-update
  const coupon = await coupons.findById(id);
  if (coupon.redeemed) return false;
  coupon.redeemed = true;
  await coupon.save();
  return true;
}
async function redeemOnce(id) {
  // ok: javascript.record-check-then-update
  const coupon = await coupons.findOneAndUpdate({ _id: id, redeemed: false }, { $set: { redeemed: true } });
  return coupon !== null;
}
async function withdrawLocked(id, sum) {
  await sequelize.transaction(async (transaction) => {
    // ok: javascript.record-check-then-update
    const account = await Account.findByPk(id, { transaction, lock: true });
    if (account.balance < sum) throw new Error("not enough");
    account.balance -= sum;
    await account.save({ transaction });
  });
}
async function rename(id, name) {
  // ok: javascript.record-check-then-update
  const user = await User.findById(id);
  if (!user.active) return;
  user.name = name;
  await user.save();
}
async function useOnce(code, userId) {
  // ruleid: javascript.record-check-then-update
  const coupon = await Coupon.findOne({ code, used: false });
  if (!coupon) return null;
  coupon.used = true;
  coupon.userId = userId;
  await coupon.save();
  return coupon;
}
async function markRead(id) {
  // ok: javascript.record-check-then-update
  const message = await Message.findOne({ _id: id, read: false });
  if (!message) return;
  message.read = true;
  await message.save();
}

async function spend(userId, amount) {
  // ruleid: javascript.record-check-then-update
  const wallet = await this.prisma.wallet.findUnique({ where: { userId } });
  if (!wallet) throw new NotFound();
  if (wallet.balance < amount) throw new BadRequest("not enough");
  await this.prisma.wallet.update({ where: { userId }, data: { balance: wallet.balance - amount } });
}
async function spendOnce(userId, amount) {
  // ok: javascript.record-check-then-update
  const wallet = await prisma.wallet.findUnique({ where: { userId } });
  if (wallet.balance < amount) throw new BadRequest("not enough");
  const { count } = await prisma.wallet.updateMany({
    where: { userId, balance: { gte: amount } },
    data: { balance: { decrement: amount } },
  });
  if (count === 0) throw new BadRequest("not enough");
}

async function redeem(code) {
  // ruleid: javascript.record-check-then-update
  const voucher = await db("vouchers").where({ code }).first();
  if (!voucher || voucher.used) throw new Conflict();
  await db("vouchers").where({ code }).update({ used: true });
}
async function redeemOnce(code) {
  // ok: javascript.record-check-then-update
  const voucher = await db("vouchers").where({ code }).first();
  if (!voucher || voucher.used) throw new Conflict();
  const changed = await db("vouchers").where({ code, used: false }).update({ used: true });
  if (changed === 0) throw new Conflict();
}
exports.withdraw = async (req, res) => {
  const { rows } = await db.query("SELECT balance FROM accounts WHERE id = $1", [req.user.id]);
  if (rows[0].balance < req.amount) return res.sendStatus(409);
  // ruleid: javascript.record-check-then-update
  await db.query("UPDATE accounts SET balance = $1 WHERE id = $2", [rows[0].balance - req.amount, req.user.id]);
};
async function sell(db, id, count) {
  const [item] = await db.query("SELECT stock FROM items WHERE id = ?", [id]);
  const left = item.stock - count;
  // ruleid: javascript.record-check-then-update
  await db.execute("UPDATE items SET stock = ? WHERE id = ?", [left, id]);
}
exports.withdrawWell = async (req, res) => {
  // ok: javascript.record-check-then-update
  const done = await db.query("UPDATE accounts SET balance = balance - $1 WHERE id = $2 AND balance >= $1", [req.amount, req.user.id]);
  if (done.rowCount === 0) return res.sendStatus(409);
};
async function sellWell(db, id, count) {
  await db.query("BEGIN");
  const [item] = await db.query("SELECT stock FROM items WHERE id = ? FOR UPDATE", [id]);
  // ok: javascript.record-check-then-update
  await db.execute("UPDATE items SET stock = ? WHERE id = ?", [item.stock - count, id]);
  await db.query("COMMIT");
}
