const router = express.Router();

router.get("/users", requireAdmin, listUsers);
router.post("/users", requireAdmin, createUser);
router.delete("/users/:id", requireAdmin, removeUser);
