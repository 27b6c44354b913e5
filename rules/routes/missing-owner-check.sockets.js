const io = new Server(server);
io.use(signedIn);
io.on("connection", (socket) => {
  socket.on("message:edit", async ({ id, text }) => {
    const message = await Message.findOne({ _id: String(id), author: socket.data.user.id });
    if (!message) return;
    message.text = text;
    await message.save();
  });
  // ruleid: routes.missing-owner-check
  socket.on("message:delete", async ({ id }) => {
    await Message.deleteOne({ _id: String(id) });
  });
  // ruleid: routes.missing-owner-check
  socket.on("message:hide", async (data, done) => {
    await Message.findByIdAndUpdate(data.id, { hidden: true });
    done();
  });
  // ruleid: routes.missing-owner-check
  socket.on("draft:drop", async (draftId) => {
    await prisma.draft.delete({ where: { id: draftId } });
  });
  // ok: routes.missing-owner-check
  socket.on("draft:keep", async (draftId) => {
    await prisma.draft.updateMany({ where: { id: draftId, userId: socket.data.user.id }, data: { kept: true } });
  });
  // What is kept in memory belongs to the room.
  // ok: routes.missing-owner-check
  socket.on("room:leave", (id) => {
    rooms.delete(id);
    socket.leave(id);
  });
  // Only shows it.
  // ok: routes.missing-owner-check
  socket.on("message:show", async (id, done) => done(await Message.findById(id)));
  // The service gets the caller, too.
  // ok: routes.missing-owner-check
  socket.on("message:pin", async ({ id }) => messages.updatePin(id, socket.data.user));
});
// Another emitter has no callers.
// ok: routes.missing-owner-check
worker.on("finished", async ({ id }) => {
  await Job.deleteOne({ _id: id });
});
