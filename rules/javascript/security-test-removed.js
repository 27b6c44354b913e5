describe("orders", () => {
  it("lists the orders", async () => {
    expect((await get("/orders")).status).to.equal(200);
  });

  // ruleid: javascript.security-test-removed
  it("has pages", async () => {
    expect((await get("/orders?page=2")).body).to.have.length(10);
  });
});

it("rejects a token that expired", async () => {
  const answer = await call(expired);
  // ruleid: javascript.security-test-removed
  console.log(answer);
});

// ruleid: javascript.security-test-removed
test("has a footer", () => {
  assert.match(render({}), /footer/);
});

it("denies without a role", async () => {
  // ok: javascript.security-test-removed
  const answer = await call(plain);
  expect(answer).to.deep.equal({ status: 403, body: "no" });
});

it("refuses a password that is wrong", async () => {
  // ok: javascript.security-test-removed
  expect(await login("x")).to.equal(false);
});

// ok: javascript.security-test-removed
it("sorts by name", () => {
  expect(sorted([d, c])).to.deep.equal([c, d]);
});
