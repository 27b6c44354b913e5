async function move(from, to, cents) {
  // ruleid: javascript.connection-not-returned
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("UPDATE accounts SET cents = cents - $1 WHERE id = $2", [cents, from]);
  await client.query("COMMIT");
  client.release();
}
async function names() {
  // ruleid: javascript.connection-not-returned
  const connection = await pool.getConnection();
  const [rows] = await connection.execute("SELECT name FROM people");
  connection.release();
  return rows;
}
router.get("/stock", async (req, res) => {
  // ruleid: javascript.connection-not-returned
  const client = await this.db.connect();
  const { rows } = await client.query("SELECT sku, n FROM stock");
  client.release();
  res.json(rows);
});
async function moveSafely(from, to, cents) {
  // ok: javascript.connection-not-returned
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
async function ping() {
  // ok: javascript.connection-not-returned
  const client = await pool.connect();
  client.release();
}
async function warn() {
  // ok: javascript.connection-not-returned
  const client = await pool.connect();
  try {
    await client.query("SELECT 1");
  } catch (error) {
    console.warn(error.message);
  }
  client.release();
}
