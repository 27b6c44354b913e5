it("keeps notes of others", async () => {
  const answer = await get("/notes/1", stranger);
  expect(answer.status).toBe(403);
});

it("asks who it is", async () => {
  const answer = await get("/me");
  assert.equal(answer.statusCode, 401);
});

it("limits sign-ins", () => request(app).post("/login").send({ name: "a" }).expect(429));

it("does not find it", async () => {
  const answer = await get("/notes/99");
  expect(answer.status).to.equal(403);
});

it("keeps strangers out", async () => {
  const answer = await get("/notes/1", stranger);
  expect(answer.status).toBe(401);
});

it("lists", async () => {
  const answer = await get("/notes");
  expect(answer.status).toBe(200);
});

it("refuses text", async () => {
  const answer = await post("/notes", "x");
  expect(answer.status).toBe(422);
});

it("denies without a role", async () => {
  const answer = await call(plain);
  expect(answer.status).to.equal(403);
});
