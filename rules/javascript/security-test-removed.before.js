describe("orders", () => {
  it("lists the orders", async () => {
    expect((await get("/orders")).status).to.equal(200);
  });

  it("answers 403 to somebody else", async () => {
    expect((await get("/orders/1", stranger)).status).to.equal(403);
  });

  it("has pages", async () => {
    expect((await get("/orders?page=2")).body).to.have.length(10);
  });
});

it("rejects a token that expired", async () => {
  const answer = await call(expired);
  expect(answer.status).to.equal(401);
  console.log(answer);
});

test("escapes the title", () => {
  const page = render({ title: "<b>" });
  assert.equal(page, "<title>&lt;b&gt;</title>");
});
test("has a footer", () => {
  assert.match(render({}), /footer/);
});

it("denies without a role", async () => {
  const answer = await call(plain);
  expect(answer.status).to.equal(403);
});

it("refuses a wrong password", async () => {
  expect(await login("x")).to.equal(false);
});

it("sorts by date", () => {
  expect(sorted([b, a])).to.deep.equal([a, b]);
});
it("sorts by name", () => {
  expect(sorted([d, c])).to.deep.equal([c, d]);
});
