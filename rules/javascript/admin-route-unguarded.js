const express = require("express");
const app = express();

// ruleid: javascript.admin-route-unguarded
app.delete("/admin/users/:id", async (req, res) => {
  await User.deleteOne({ _id: String(req.params.id) });
  res.sendStatus(204);
});

// ruleid: javascript.admin-route-unguarded
app.get("/api/admin/report", (req, res) => res.json(report()));

// ruleid: javascript.admin-route-unguarded
app.post("/internal/purge", async function (req, res) {
  await purge();
  res.end();
});

// ok: javascript.admin-route-unguarded
app.delete("/admin/posts/:id", requireAdmin, async (req, res) => res.json(await Post.remove(req.params.id)));

// ok: javascript.admin-route-unguarded
app.get("/admin/stats", (req, res) => {
  if (req.user?.role !== "admin") return res.sendStatus(403);
  res.json(stats());
});

const router = express.Router();
router.use("/admin", requireAdmin);
// ok: javascript.admin-route-unguarded
router.post("/admin/purge", async (req, res) => res.json(await purge()));
