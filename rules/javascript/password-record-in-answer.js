router.post("/register", async (req, res) => {
  const passwordHash = await bcrypt.hash(req.body.password, 12);
  const user = await User.create({ email: req.body.email, passwordHash });
  // ruleid: javascript.password-record-in-answer
  res.status(201).json(user);
});
router.post("/signup", async (req, res) => {
  const hashed = await bcrypt.hash(req.body.password, 12);
  const user = new User({ email: req.body.email, password: hashed });
  await user.save();
  // ruleid: javascript.password-record-in-answer
  res.status(201).json({ message: "created", user });
});
export async function POST(request) {
  const { email, password } = await request.json();
  const created = await prisma.user.create({ data: { email, password: await argon2.hash(password) } });
  // ruleid: javascript.password-record-in-answer
  return NextResponse.json(created, { status: 201 });
}
router.post("/login", async (req, res) => {
  const account = await Account.findOne({ where: { email: String(req.body.email) } });
  if (!account || !(await bcrypt.compare(req.body.password, account.password))) return res.sendStatus(401);
  // ruleid: javascript.password-record-in-answer
  res.json({ token: issue(account), account });
});
router.post("/login2", async (req, res) => {
  const account = await Account.findOne({ where: { email: String(req.body.email) } });
  const fits = await argon2.verify(account.passwordHash, req.body.password);
  if (!fits) return res.sendStatus(401);
  // ruleid: javascript.password-record-in-answer
  return res.send({ token: issue(account), user: account });
});
const Member = mongoose.model("Member", new mongoose.Schema({ email: String, passwordHash: String }));
router.get("/members/:id", async (req, res) => {
  const member = await Member.findById(req.params.id);
  if (!member) return res.sendStatus(404);
  // ruleid: javascript.password-record-in-answer
  res.json(member);
});

const ownerSchema = new mongoose.Schema({ name: String, password: { type: String, required: true } });
const Owner = mongoose.model("Owner", ownerSchema);
router.get("/owners/:id", async (req, res) => {
  const owner = await Owner.findById(req.params.id);
  // ruleid: javascript.password-record-in-answer
  res.status(200).json({ owner });
});

const personSchema = new Schema({ email: String, password: { type: String, select: false } });
const Person = model("Person", personSchema);
router.get("/people/:id", async (req, res) => {
  const person = await Person.findById(req.params.id);
  // ok: javascript.password-record-in-answer
  res.json(person);
});
router.get("/people/:id/name", async (req, res) => {
  const member = await Member.findById(req.params.id);
  // ok: javascript.password-record-in-answer
  res.json({ id: member.id, email: member.email });
});
router.get("/short/:id", async (req, res) => {
  const member = await Member.findById(req.params.id).select("email");
  // ok: javascript.password-record-in-answer
  res.json(member);
});
router.post("/register2", async (req, res) => {
  const user = await User.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 12) });
  user.password = undefined;
  // ok: javascript.password-record-in-answer
  res.status(201).json(user);
});
router.post("/register3", async (req, res) => {
  const user = await prisma.user.create({
    data: { email: req.body.email, password: await bcrypt.hash(req.body.password, 12) },
    select: { id: true, email: true },
  });
  // ok: javascript.password-record-in-answer
  res.status(201).json(user);
});
router.post("/login3", async (req, res) => {
  const found = await Account.findOne({ where: { email: String(req.body.email) } });
  if (!found || !(await bcrypt.compare(req.body.password, found.password))) return res.sendStatus(401);
  const { password, ...account } = found;
  // ok: javascript.password-record-in-answer
  res.json({ token: issue(found), account });
});
router.post("/posts", async (req, res) => {
  const post = await Post.create({ title: req.body.title, author: req.user.id });
  // ok: javascript.password-record-in-answer
  res.status(201).json(post);
});
