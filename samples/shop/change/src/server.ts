import cors from "cors";
import express from "express";
import helmet from "helmet";
import { requireUser } from "./auth";
import { admin } from "./routes/admin";
import { orders } from "./routes/orders";
import { products } from "./routes/products";

export const app = express();

app.use(helmet());
app.use(cors({ origin: true, credentials: true }));
app.use(express.json({ limit: "100kb" }));
app.use("/products", products);
app.use("/orders", requireUser, orders);
app.use("/admin", admin);

app.use((error: Error, req: express.Request, res: express.Response, next: express.NextFunction) => {
  console.error("request failed", { path: req.path, reason: error.name });
  res.status(500).json({ error: "Something went wrong.", details: error.stack });
});

app.listen(Number(process.env.PORT ?? 8080), "127.0.0.1");
