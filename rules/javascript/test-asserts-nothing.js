import assert from "node:assert";
import { describe, it } from "node:test";
import { createOrder, orders, slugify, total } from "../shop";
import { expectStatus, request, signedOut } from "./support";

describe("orders", () => {
  // ruleid: javascript.test-asserts-nothing
  it("refuses an order without a user", async () => {
    const order = { items: [] };
    await orders.create(order, undefined);
  });

  // ruleid: javascript.test-asserts-nothing
  test("adds up", function () {
    const sum = total([1, 2]);
    console.log(sum);
  });

  // ruleid: javascript.test-asserts-nothing
  it.only("is not written yet", () => {});

  // ruleid: javascript.test-asserts-nothing
  test("waits for long", async () => {
    const order = await createOrder({});
    await orders.remove(order);
  }, 10000);

  it("holds always", () => {
    total([1]);
    // ruleid: javascript.test-asserts-nothing
    expect(true).toBe(true);
    // ruleid: javascript.test-asserts-nothing
    assert.ok(true);
  });

  it("compares a value with itself", () => {
    const sum = total([1, 2]);
    // ruleid: javascript.test-asserts-nothing
    expect(sum).toEqual(sum);
    // ruleid: javascript.test-asserts-nothing
    assert.strictEqual(sum, sum);
  });

  it("makes names for addresses", () => {
    // ruleid: javascript.test-asserts-nothing
    expect(slugify("A b")).toBe(slugify("A b"));
  });

  // ok: javascript.test-asserts-nothing
  it("gives the sum", () => {
    // ok: javascript.test-asserts-nothing
    expect(total([1, 2])).toBe(3);
  });

  // ok: javascript.test-asserts-nothing
  it("is refused", () => assert.rejects(createOrder({}, undefined)));

  // ok: javascript.test-asserts-nothing
  it("answers 401", async () => {
    await request("/orders").get().expect(401);
  });

  // ok: javascript.test-asserts-nothing
  it("answers 403 to others", async () => {
    await expectStatus("/orders/1", 403);
  });

  // ok: javascript.test-asserts-nothing
  it("signs out", async () => {
    await orders.leave();
    await signedOut(orders);
  });

  // ok: javascript.test-asserts-nothing
  it("calls back", (done) => {
    createOrder({}, done);
  });

  // ok: javascript.test-asserts-nothing
  it("gives the same name each time", () => {
    // ok: javascript.test-asserts-nothing
    expect(slugify("A b")).toBe(slugify("A b"));
  });

  // ok: javascript.test-asserts-nothing
  test("in the way of other runners", (t) => {
    t.is(total([1]), 1);
  });

  // ok: javascript.test-asserts-nothing
  it("keeps what is left", () => {
    const [before, after] = [total([1]), total([1, 1])];
    // ok: javascript.test-asserts-nothing
    assert.notEqual(before, after);
  });
});

// ok: javascript.test-asserts-nothing
it(options, () => {});
// ok: javascript.test-asserts-nothing
pattern.test("text", flags);

it("reads a report", async () => {
  const answer = await get("/reports/1");
  // ruleid: javascript.test-asserts-nothing
  expect([200, 500]).toContain(answer.status);
});
it("keeps strangers out", async () => {
  const answer = await get("/reports/1", stranger);
  // ruleid: javascript.test-asserts-nothing
  assert.ok([200, 401, 403].includes(answer.statusCode));
});
it("makes or keeps it", async () => {
  const answer = await put("/reports/1");
  // ok: javascript.test-asserts-nothing
  expect([200, 201]).toContain(answer.status);
});
it("refuses a stranger in one way or the other", async () => {
  const answer = await get("/reports/1", stranger);
  // ok: javascript.test-asserts-nothing
  expect(answer.status).to.be.oneOf([401, 403, 404]);
});
