it("keeps notes of others", async () => {
  const answer = await get("/notes/1", stranger);
  // ruleid: javascript.refusal-test-weakened
  expect(answer.status).toBe(200);
});

it("asks who it is", async () => {
  const answer = await get("/me");
  // ruleid: javascript.refusal-test-weakened
  assert.equal(answer.statusCode, 200);
});

// ruleid: javascript.refusal-test-weakened
it("limits sign-ins", () => request(app).post("/login").send({ name: "a" }).expect(200));

// ok: javascript.refusal-test-weakened
it("does not find it", async () => {
  const answer = await get("/notes/99");
  expect(answer.status).to.equal(404);
});

it("keeps strangers out", async () => {
  const answer = await get("/notes/1", stranger);
  // ruleid: javascript.refusal-test-weakened
  expect([200, 500]).toContain(answer.status);
});

// ok: javascript.refusal-test-weakened
it("lists", async () => {
  const answer = await get("/notes");
  expect(answer.status).toBe(206);
});

// ok: javascript.refusal-test-weakened
it("refuses text", async () => {
  const answer = await post("/notes", "text");
  expect(answer.status).toBe(422);
});

// ok: javascript.refusal-test-weakened
it("denies without a role", async () => {
  const answer = await call(plain);
  expect(answer).to.deep.equal({ status: 403, body: "no" });
});
