// ruleid: topics.sensitive-endpoint-javascript
app.post("/login", signIn);
// ruleid: topics.sensitive-endpoint-javascript
router.post("/password/reset", limiter, resetPassword);
// ruleid: topics.sensitive-endpoint-javascript
users.post("/:id/password", (req, res) => res.end());
// ok: topics.sensitive-endpoint-javascript
app.get("/products", listProducts);
// ok: topics.sensitive-endpoint-javascript
const answer = await axios.post("/login", form);
