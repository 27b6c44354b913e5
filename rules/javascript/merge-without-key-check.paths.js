const FORBIDDEN = ["__proto__", "prototype", "constructor"];

function setPath(target, path, value) {
  const keys = path.split(".");
  let node = target;
  for (const key of keys.slice(0, -1)) {
    // ruleid: javascript.merge-without-key-check
    node = node[key] = node[key] ?? {};
  }
  node[keys.at(-1)] = value;
}

function setChecked(target, path, value) {
  const keys = path.split(".");
  if (keys.some((key) => FORBIDDEN.includes(key))) throw new RangeError("bad path");
  let node = target;
  for (const key of keys.slice(0, -1)) {
    // ok: javascript.merge-without-key-check
    node = node[key] = node[key] ?? {};
  }
  node[keys.at(-1)] = value;
}

function setPath(root, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  let node = root;
  for (const key of keys) {
    // ruleid: javascript.merge-without-key-check
    node = node[key] ??= {};
  }
  node[last] = value;
}
function setOwn(root, path, value) {
  const keys = path.split(".");
  let node = root;
  for (const key of keys) {
    if (key === "__proto__" || key === "constructor") throw new Error("key");
    // ok: javascript.merge-without-key-check
    node = node[key] ??= {};
  }
  node.value = value;
}
