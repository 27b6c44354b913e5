/** Two files of routes, one with a guard before each and one that lacks it. */

export const orders = `const router = require("express").Router();
router.get("/orders", requireAuth, listOrders);
router.post("/orders", requireAuth, createOrder);
router.put("/orders/:id", requireAuth, changeOrder);
router.patch("/orders/:id", requireAuth, patchOrder);
module.exports = router;
`;
export const refunds = `const router = require("express").Router();
router.post("/refunds", (req, res) => res.json(refund(req.query.id)));
module.exports = router;
`;
