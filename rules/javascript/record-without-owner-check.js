// ruleid: javascript.record-without-owner-check
router.get("/invoices/:id", requireLogin, async (req, res) => res.json(await Invoice.findById(req.params.id)));

async function cancel(req, res) {
  // ruleid: javascript.record-without-owner-check
  await prisma.order.delete({ where: { id: req.params.orderId } });
  res.end();
}

// ruleid: javascript.record-without-owner-check
router.put("/notes/:id", requireLogin, async (req, res) => { await Note.findByIdAndUpdate(req.params.id, {}); res.end(); });

router.get("/orders/:id", requireLogin, async (req, res) => {
  // ok: javascript.record-without-owner-check
  const order = await Order.findById(req.params.id);
  if (order.userId !== req.user.id) return res.sendStatus(404);
  res.json(order);
});

// ok: javascript.record-without-owner-check
router.get("/payments/:id", requireOwner, async (req, res) => res.json(await Payment.findById(req.params.id)));

// ok: javascript.record-without-owner-check
router.get("/products/:id", async (req, res) => res.json(await Product.findById(req.params.id)));

// ruleid: javascript.record-without-owner-check
router.get("/invoices/:id", async (req, res) => res.json(await pool.query("select * from invoices where id = $1", [req.params.id])));
// ok: javascript.record-without-owner-check
router.get("/invoices/:id", async (req, res) => res.json(await pool.query("select * from invoices where id = $1 and account_id = $2", [req.params.id, req.user.account])));
// ok: javascript.record-without-owner-check
router.get("/countries/:id", async (req, res) => res.json(await pool.query("select * from countries where id = $1", [req.params.id])));

class OrderService {
  get(id) {
    // ruleid: javascript.record-without-owner-check
    return prisma.order.findUnique({ where: { id }, include: { lines: true } });
  }
  getOf(id, customer) {
    // ok: javascript.record-without-owner-check
    return prisma.order.findFirst({ where: { id, customer } });
  }
}
const orders = new OrderService();
router.get("/orders/:id", requireLogin, async (req, res) => res.json(await orders.get(Number(req.params.id))));
router.get("/own/:id", requireLogin, async (req, res) => res.json(await orders.getOf(Number(req.params.id), req.user.id)));

const resolvers = {
  Query: {
    // ruleid: javascript.record-without-owner-check
    invoice: async (_parent, args, ctx) => { if (!ctx.user) throw new GraphQLError("not signed in"); return prisma.invoice.findUnique({ where: { id: args.id } }); },
    ownInvoice: async (_parent, { id }, ctx) => {
      // ok: javascript.record-without-owner-check
      const invoice = await prisma.invoice.findUnique({ where: { id } });
      if (invoice.ownerId !== ctx.user.id) throw new GraphQLError("forbidden");
      return invoice;
    },
    // ok: javascript.record-without-owner-check
    country: (_, { id }) => prisma.country.findUnique({ where: { id } }),
  },
};
// ruleid: javascript.record-without-owner-check
app.get("/notes/:noteId", async (c) => c.json(await Note.findById(c.req.param("noteId"))));
// ruleid: javascript.record-without-owner-check
app.get("/notes/:noteId", async (req, res) => { const { noteId } = req.params; res.json(await Note.findById(noteId)); });

// ruleid: javascript.record-without-owner-check
app.get("/orders/:id", requireUser, async (req, res) => res.json(await db("orders").where({ id: req.params.id }).first()));
// ruleid: javascript.record-without-owner-check
app.delete("/invoices/:id", requireUser, async (req, res) => res.json(await db("invoices").where("id", req.params.id).del()));
// ok: javascript.record-without-owner-check
app.get("/countries/:id", requireUser, async (req, res) => res.json(await db("countries").where({ id: req.params.id }).first()));
const lookups = {
  // ruleid: javascript.record-without-owner-check
  order: (_parent, { id }, context) => (!context.user ? refuse("unauthenticated") : db("orders").where({ id }).first()),
  // ok: javascript.record-without-owner-check
  ownOrder: (_parent, { id }, context) => db("orders").where({ id, user_id: context.user.id }).first(),
};
async function ownOrder(id, userId) {
  // ok: javascript.record-without-owner-check
  return prisma.order.findFirst({ where: { id, userId }, include: { lines: true } });
}
app.get("/my/orders/:id", requireUser, async (req, res) => res.json(await ownOrder(req.params.id, caller(req).id)));
// Beside the look-up stands an id that has nothing to do with it.
// ruleid: javascript.record-without-owner-check
app.get("/payments/:id", requireUser, async (req, res) => res.json({ teamId: SHOP, payment: await Payment.findById(req.params.id) }));
const more = {
  // ruleid: javascript.record-without-owner-check
  ticket: (_, { id }, ctx) => ({ orgId: 1, ticket: ctx.db.ticket.findUnique({ where: { id } }) }),
  // ok: javascript.record-without-owner-check
  ownTicket: (_, { id }, ctx) => ctx.db.ticket.findFirst({ where: { orgId: ctx.orgId, id } }),
};
// ok: javascript.record-without-owner-check
app.get("/carts/:id", requireUser, async (req, res) => res.json(await cartOf({ id: req.params.id, customerId: caller(req) })));
async function cartOf({ id, customerId }) {
  return prisma.cart.findFirst({ where: { id, customerId } });
}
