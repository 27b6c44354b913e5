// ruleid: javascript.csrf-check-removed
router.post("/password", changePassword);

const app = express();
app.use(express.json());
// ruleid: javascript.csrf-check-removed
app.post("/orders", createOrder);
app.post("/orders/:id/cancel", cancelOrder);

async function transfer(req, res) {
  // ruleid: javascript.csrf-check-removed
  await bank.move(req.body.from, req.body.to, req.body.amount);
  res.end();
}

// ok: javascript.csrf-check-removed
router.post("/email", doubleCsrfProtection, changeEmail);

function vote(req, res) {
  checkCsrf(req);
  // ok: javascript.csrf-check-removed
  votes.add(req.user.id, req.body.choice);
  res.end();
}

// ok: javascript.csrf-check-removed
router.get("/poll", showPoll);
