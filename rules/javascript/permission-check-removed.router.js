const router = express.Router();

router.use(requireAdmin);
// ok: javascript.permission-check-removed
router.get("/users", listUsers);
// ok: javascript.permission-check-removed
router.post("/users", createUser);
router.delete("/users/:id", removeUser);
