const router = new Router({ prefix: "/notes" });
router.use(signedIn);

// ok: routes.missing-authorization
router.get("/:id", async (ctx) => {
  ctx.body = await Note.findOne({ where: { id: ctx.params.id, userId: ctx.state.user.id } });
});
// ok: routes.missing-authorization
router.put("/:id", async (ctx) => {
  const note = await Note.findOne({ where: { id: ctx.params.id, userId: ctx.state.user.id } });
  await note.update({ text: String(ctx.request.body.text) });
});
// ok: routes.missing-authorization
router.delete("/:id", async (ctx) => {
  await Note.destroy({ where: { id: ctx.params.id } });
});
