import express from "express";
import helmet from "helmet";
import { requireUser } from "./auth";
import { orders } from "./routes/orders";
import { products } from "./routes/products";

export const app = express();

app.use(helmet());
app.use(express.json({ limit: "100kb" }));
app.use("/products", products);
app.use("/orders", requireUser, orders);

app.use((error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
  console.error("request failed", { path: req.path, reason: error.name });
  res.status(500).json({ error: "Something went wrong." });
});

app.listen(Number(process.env.PORT ?? 8080), "127.0.0.1");
