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

// ruleid: javascript.admin-route-unguarded
app.post("/admin/users/:id/role", async (req, res) => {
  const role = req.body.role === "admin" ? "admin" : "member";
  const user = await User.findByPk(req.params.id);
  user.role = role;
  await user.save();
  res.json({ id: user.id, role });
});

// ruleid: javascript.admin-route-unguarded
app.put("/admin/members/:id", async (req, res) => {
  await Member.updateOne({ _id: String(req.params.id) }, { role: req.body.role });
  res.end();
});

// ok: javascript.admin-route-unguarded
app.put("/admin/members/:id/name", async (req, res) => {
  if (req.role !== "admin") return res.status(404).end();
  await Member.updateOne({ _id: String(req.params.id) }, { name: String(req.body.name) });
  res.end();
});

// ok: javascript.admin-route-unguarded
app.put("/admin/members/:id/mail", async (req, res) => {
  await checkRole(req, "admin");
  await Member.updateOne({ _id: String(req.params.id) }, { mail: String(req.body.mail) });
  res.end();
});

// ok: javascript.admin-route-unguarded
app.put("/admin/members/:id/team", async (req, res) => {
  if (!caller(req).roles.includes("admin")) return res.status(404).end();
  await Member.updateOne({ _id: String(req.params.id) }, { team: String(req.body.team) });
  res.end();
});

const router = express.Router();
router.use("/admin", requireAdmin);
// ok: javascript.admin-route-unguarded
router.post("/admin/purge", async (req, res) => res.json(await purge()));
