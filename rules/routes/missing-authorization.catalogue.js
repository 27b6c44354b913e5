import express from "express";

const catalogue = express.Router();
// ok: routes.missing-authorization
catalogue.get("/products", async (req, res) => res.json(await products.list()));
// ok: routes.missing-authorization
catalogue.post("/products", requireAdmin, createProduct);
// ok: routes.missing-authorization
catalogue.put("/products/:id", requireAdmin, changeProduct);
// ruleid: routes.missing-authorization
catalogue.delete("/products/:id", async (req, res) => res.json(await products.remove(req.params.id)));
