import { expect } from "chai";
import { mayUse } from "../../../../server/engine/dataflow/namesIn.ts";
import { languageById } from "../../../../server/engine/languages/registry.ts";
import type { Node } from "../../../../server/engine/tree/node.ts";
import { loadParse } from "../languages/trees.ts";

describe("mayUse", () => {
  it("looks into the functions that a function may call, in circles too", async () => {
    const parse = await loadParse();
    const text =
      "function a() { b(); }\nfunction b() { c(); a(); }\nconst c = () => data;\nfunction d() { a2(); }\nclass a2 { run() { return data; } }\nfunction e() { other(); }\n";
    const tree = languageById("javascript").convert(parse("javascript", text));
    const functions = new Map<string, Node>();
    const stack: Node[] = [tree.root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const name = node.kind === "function" ? (node.children.find(({ role }) => role === "name")?.text ?? "c") : undefined;
      if (name !== undefined) functions.set(name, node);
      stack.push(...node.children);
    }
    const using = (name: string): string[] =>
      [...functions].flatMap(([own, node]) => (mayUse(node, name, tree) ? [own] : [])).sort();
    expect([...functions.keys()].sort()).to.deep.equal(["a", "b", "c", "d", "e", "run"]);
    expect(using("data")).to.deep.equal(["a", "b", "c", "d", "run"]);
    // What was asked first is the same when it is asked again.
    expect(using("data")).to.deep.equal(["a", "b", "c", "d", "run"]);
    expect(using("other")).to.deep.equal(["e"]);
    expect(using("nothing")).to.deep.equal([]);
  });
});
