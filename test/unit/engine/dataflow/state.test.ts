import { expect } from "chai";
import { nameOf, State } from "../../../../server/engine/dataflow/state.ts";
import { clean, type Value, whole } from "../../../../server/engine/dataflow/value.ts";

const tainted: Value = whole([{ origin: { kind: "input", key: "0", label: "x" }, steps: undefined }]);

describe("State", () => {
  it("names the variables that hold untrusted data, as of now", () => {
    const state = new State({ left: 1000 });
    expect(state.taintedIds()).to.deep.equal([]);
    state.set("a@1", tainted);
    expect(state.taintedIds()).to.deep.equal(["a@1"]);
    state.set("b@1", tainted);
    expect(state.taintedIds()).to.deep.equal(["a@1", "b@1"]);
    state.set("a@1", clean);
    expect(state.taintedIds()).to.deep.equal(["b@1"]);
  });

  it("names those that forks share, and not those that were cleaned since", () => {
    const state = new State({ left: 100_000 });
    const ids = Array.from({ length: 200 }, (_, at) => `v${at}@`);
    for (const id of ids) state.set(id, tainted);
    const fork = state.fork();
    expect(fork.taintedIds()).to.deep.equal(ids);
    fork.set("v7@", clean);
    expect(fork.taintedIds()).to.deep.equal(ids.filter((id) => id !== "v7@"));
    expect(state.taintedIds()).to.have.length(200);
  });

  it("knows the name of a variable", () => {
    expect(["data@12", "data@", "data@12:40"].map(nameOf)).to.deep.equal(["data", "data", "data"]);
  });
});
