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
class MemberService {
  async create(dto) {
    // ruleid: javascript.password-encrypted
    const password = CryptoJS.AES.encrypt(dto.password, KEY).toString();
    return this.prisma.member.create({ data: { email: dto.email, password } });
  }
  async signUp(dto) {
    const cipher = crypto.createCipheriv("aes-256-cbc", KEY, iv);
    // ruleid: javascript.password-encrypted
    const kept = cipher.update(dto.password, "utf8", "hex") + cipher.final("hex");
    await this.members.save({ email: dto.email, password: kept });
  }
  async logIn(dto) {
    const member = await this.members.findOneBy({ email: dto.email });
    // ruleid: javascript.password-encrypted
    const clear = this.box.decrypt(member.password);
    if (clear !== dto.password) throw new Error("Invalid credentials");
    return member;
  }
}
// What is only called so, and hashes.
const encryptText = (text) => argon2.hash(text);
async function createMember(email, password) {
  // ok: javascript.password-encrypted
  await db.members.create({ data: { email, password: await encryptText(password) } });
}
async function changePassword(member, password) {
  // ok: javascript.password-encrypted
  member.password = await member.encryptPassword(password);
  await member.save();
}
// The way to the server that keeps it.
async function signUpForm(form) {
  // ok: javascript.password-encrypted
  const password = box.encrypt(form.password);
  return fetch("/api/sign-up", { method: "POST", body: JSON.stringify({ email: form.email, password }) });
}
async function resetPassword(form) {
  // ok: javascript.password-encrypted
  const sent = rsaKey.encrypt(password);
  await queue.push({ sent });
}
