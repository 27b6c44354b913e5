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
