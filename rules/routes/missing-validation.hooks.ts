import Fastify from "fastify";
import { checkOrder } from "./checks";

const app = Fastify();
// ok: routes.missing-validation
app.post("/orders", { preValidation: checkOrder }, async (req) => orders.add(req.body));
// ok: routes.missing-validation
app.put("/orders/:id", { preValidation: checkOrder }, async (req) => orders.change(req.params.id, req.body));
// ok: routes.missing-validation
app.post("/parcels", async (req, reply) => {
  if (isInvalid(req.body)) return reply.code(400).send();
  return parcels.add(req.body);
});
// ruleid: routes.missing-validation
app.post("/labels", async (req) => {
  const label = await labels.add(req.body);
  await client.invalidateQueries({ key: ["labels"] });
  return label;
});
