router.post("/password", csrfProtection, changePassword);

const app = express();
app.use(express.json());
app.use(csurf({ cookie: true }));
app.post("/orders", createOrder);
app.post("/orders/:id/cancel", cancelOrder);

async function transfer(req, res) {
  if (req.headers["x-csrf-token"] !== req.session.csrf) return res.sendStatus(419);
  await bank.move(req.body.from, req.body.to, req.body.amount);
  res.end();
}

router.post("/email", csrfProtection, changeEmail);

function vote(req, res) {
  if (req.body._csrf !== req.session.csrf) throw new Error("token");
  votes.add(req.user.id, req.body.choice);
  res.end();
}

router.get("/poll", showPoll);
router.post("/poll", csrfProtection, answerPoll);
