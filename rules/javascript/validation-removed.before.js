router.post("/orders", validate(orderSchema), createOrder);

async function signUp(req, res) {
  const data = signUpSchema.parse(req.body);
  await accounts.create(data.email, data.name, data.plan);
  res.status(201).end();
}

app.post("/transfers", async (req, res) => {
  const { amount, to } = req.body;
  if (!Number.isInteger(amount) || amount <= 0) {
    return res.status(400).json({ error: "amount" });
  }
  await bank.transfer(to, amount);
  res.end();
});

function setRatio(text) {
  assertValidRatio(text);
  settings.ratio = Number(text);
  settings.write();
}

async function rename(req, res) {
  const { value } = nameSchema.validate(req.body);
  await users.rename(req.user.id, value.name);
  res.end();
}

router.patch("/notes/:id", saveNote);
async function saveNote(req, res) {
  const note = noteSchema.parse(req.body);
  await notes.save(req.params.id, note.text);
  res.end();
}

function readConfig(text) {
  const config = JSON.parse(text);
  apply(config.name, config.size);
}

router.post("/legacy", validate(legacySchema), legacy);
router.post("/modern", validate(modernSchema), modern);

export async function renameNote(id, input) {
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return { error: "invalid" };
  await db.note.updateMany({ where: { id, ownerId: user.id }, data: parsed.data });
}
