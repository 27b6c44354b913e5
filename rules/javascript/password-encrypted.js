export async function createAccount(email, password) {
  // ruleid: javascript.password-encrypted
  await db.user.create({ data: { email, password: encrypt(password) } });
}
app.post("/register", limiter, async (req, res) => {
  // ruleid: javascript.password-encrypted
  const stored = CryptoJS.AES.encrypt(req.body.password, process.env.KEY).toString();
  await pool.query("INSERT INTO users (email, password) VALUES ($1, $2)", [req.body.email, stored]);
  res.sendStatus(201);
});
async function signIn(email, password) {
  const user = await users.byEmail(email);
  // ruleid: javascript.password-encrypted
  if (decrypt(user.password) !== password) throw new Error("Invalid credentials");
  return user;
}
class Accounts {
  async resetPassword(user, newPassword) {
    // ruleid: javascript.password-encrypted
    user.password = await this.vault.encryptText(newPassword);
    await this.repo.save(user);
  }
}
// A password that the program itself has to send to another system.
async function saveMailbox(form) {
  // ok: javascript.password-encrypted
  await db.mailbox.create({ data: { host: form.host, password: encrypt(form.password) } });
}
// ok: javascript.password-encrypted
const file = await encrypt(text, password);
async function register(email, password) {
  // ok: javascript.password-encrypted
  await db.user.create({ data: { email, password: await bcrypt.hash(password, 12) } });
  // ok: javascript.password-encrypted
  await db.note.create({ data: { text: encrypt(welcome) } });
}
function open(entry, typed) {
  // ok: javascript.password-encrypted
  return decrypt(entry.note) === typed;
}
