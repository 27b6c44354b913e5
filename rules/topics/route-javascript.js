// ruleid: topics.route-javascript
app.get("/users", requireUser, listUsers);
// ruleid: topics.route-javascript
router.post("/orders", async (req, res) => {
  // ok: topics.route-javascript
  res.json(await orders.get("/cached"));
});
// ruleid: topics.route-javascript
export async function POST(request) {
  return Response.json({});
}
// ruleid: topics.route-javascript
admin.delete("/users/:id", (req, res) => res.end());
// ok: topics.route-javascript
const page = await axios.get("/users", options);
