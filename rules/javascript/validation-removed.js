// ruleid: javascript.validation-removed
router.post("/orders", createOrder);

async function signUp(req, res) {
  // ruleid: javascript.validation-removed
  const data = req.body;
  await accounts.create(data.email, data.name, data.plan);
  res.status(201).end();
}

app.post("/transfers", async (req, res) => {
  const { amount, to } = req.body;
  // ruleid: javascript.validation-removed
  await bank.transfer(to, amount);
  res.end();
});

function setRatio(text) {
  // ruleid: javascript.validation-removed
  settings.ratio = Number(text);
  settings.write();
}

async function rename(req, res) {
  // ok: javascript.validation-removed
  const value = NameBody.parse(req.body);
  await users.rename(req.user.id, value.name);
  res.end();
}

router.patch("/notes/:id", validateBody(noteSchema), saveNote);
async function saveNote(req, res) {
  // ok: javascript.validation-removed
  const note = req.body;
  await notes.save(req.params.id, note.text);
  res.end();
}

function readConfig(text) {
  // ok: javascript.validation-removed
  const config = toml.read(text);
  apply(config.name, config.size);
}

// ok: javascript.validation-removed
router.post("/modern", validate(modernSchema), modern);

export async function renameNote(id, input) {
  // ruleid: javascript.validation-removed
  await db.note.updateMany({ where: { id, ownerId: user.id }, data: input });
}
