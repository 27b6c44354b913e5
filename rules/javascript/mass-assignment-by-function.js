class AccountService {
  async create(input) {
    // ruleid: javascript.mass-assignment-by-function
    return Account.create(input);
  }
  async update(id, changes) {
    const account = await Account.findByPk(id);
    // ruleid: javascript.mass-assignment-by-function
    Object.assign(account, changes);
    return account.save();
  }
  async register(input) {
    return Account.create({ name: input.name, email: input.email });
  }
  async rename(id, { name }) {
    return Account.update({ name }, { where: { id } });
  }
  async add(input) {
    const data = accountSchema.parse(input);
    return Account.create(data);
  }
}
const accounts = new AccountService();

app.post("/accounts", async (req, res) => {
  const account = await accounts.create(req.body);
  res.status(201).json({ id: account.id });
});
app.put("/account", async (req, res) => {
  await accounts.update(req.user.id, req.body);
  res.sendStatus(204);
});
app.post("/register", async (req, res) => {
  // ok: javascript.mass-assignment-by-function
  const account = await accounts.register(req.body);
  // ok: javascript.mass-assignment-by-function
  await accounts.rename(account.id, req.body);
  // ok: javascript.mass-assignment-by-function
  await accounts.add(req.body);
  res.sendStatus(204);
});

// ruleid: javascript.mass-assignment-by-function
const insertNote = (note) => db.insert(notes).values(note);
// ruleid: javascript.mass-assignment-by-function
const patchNote = (id, changes) => prisma.note.update({ where: { id }, data: { ...changes, id } });
export async function POST(request) {
  const body = await request.json();
  await insertNote(body);
  await patchNote(1, body);
  // ok: javascript.mass-assignment-by-function
  await insertNote({ text: body.text });
  return Response.json({ ok: true });
}
