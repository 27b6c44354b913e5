// ruleid: topics.database-query-javascript
const rows = await pool.query("SELECT * FROM users WHERE id = $1", [id]);
// ruleid: topics.database-query-javascript
const user = db.prepare("SELECT * FROM users WHERE id = ?").get(id);
// ruleid: topics.database-query-javascript
const all = await User.findOne({ email });
// ok: topics.database-query-javascript
const name = req.get("X-Name");
// ok: topics.database-query-javascript
const page = await fetch("/users");
