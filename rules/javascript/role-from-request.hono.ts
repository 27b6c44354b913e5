app.post("/teams/:id/members", async (c) => {
  const body = await c.req.json();
  // ruleid: javascript.role-from-request
  if (body.role !== "admin") return c.json({ error: "forbidden" }, 403);
  await teams.addMember(c.req.param("id"), body.userId);
});

app.delete("/teams/:id", async (c) => {
  // ruleid: javascript.role-from-request
  if (c.req.header("x-user-role") === "admin") await teams.remove(c.req.param("id"));
});

app.post("/users", async (c) => {
  const body = await c.req.json();
  // ok: javascript.role-from-request
  if (body.role === "admin" && !c.get("user").isAdmin) return c.json({ error: "forbidden" }, 403);
  // ok: javascript.role-from-request
  if (body.role !== "member") return c.json({ error: "no such role" }, 400);
});

app.delete("/notes/:id", async (c) => {
  const user = c.get("user");
  // ok: javascript.role-from-request
  if (user.role !== "admin") return c.json({ error: "forbidden" }, 403);
});
