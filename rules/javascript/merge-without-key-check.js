function merge(target, source) {
  // ruleid: javascript.merge-without-key-check
  for (const key in source) {
    if (typeof source[key] === "object") merge(target[key], source[key]);
    else target[key] = source[key];
  }
  return target;
}

function deepExtend(target, source) {
  // ruleid: javascript.merge-without-key-check
  for (const name in source) {
    if (source[name] && typeof source[name] === "object") {
      if (!target[name]) target[name] = {};
      deepExtend(target[name], source[name]);
    } else {
      target[name] = source[name];
    }
  }
}

function setPath(object, path, value) {
  const keys = path.split(".");
  let at = object;
  for (const key of keys.slice(0, -1)) {
    // ruleid: javascript.merge-without-key-check
    at = at[key];
  }
  at[keys[keys.length - 1]] = value;
}

function safeMerge(target, source) {
  // ok: javascript.merge-without-key-check
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") continue;
    if (typeof source[key] === "object") safeMerge(target[key], source[key]);
    else target[key] = source[key];
  }
}

function copy(target, source) {
  // ok: javascript.merge-without-key-check
  for (const key in source) {
    target[key] = source[key];
  }
}

function getPath(object, path) {
  const keys = path.split(".");
  let at = object;
  for (const key of keys) {
    // ok: javascript.merge-without-key-check
    at = at[key];
  }
  return at;
}

const mergeDeep = (into, from) => {
  // ruleid: javascript.merge-without-key-check
  for (const key in from) {
    if (from[key] && typeof from[key] === "object") into[key] = mergeDeep(into[key] || {}, from[key]);
    else into[key] = from[key];
  }
  return into;
};
const mergeChecked = (into, from) => {
  // ok: javascript.merge-without-key-check
  for (const key in from) {
    if (key === "__proto__" || key === "constructor") continue;
    if (from[key] && typeof from[key] === "object") into[key] = mergeChecked(into[key] || {}, from[key]);
    else into[key] = from[key];
  }
  return into;
};
function assignPath(target, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  // ruleid: javascript.merge-without-key-check
  const holder = keys.reduce((node, key) => (node[key] ??= {}), target);
  holder[last] = value;
}
function assignChecked(target, path, value) {
  const keys = path.split(".");
  if (keys.some((key) => FORBIDDEN.has(key))) throw new TypeError("bad path");
  const last = keys.pop();
  // ok: javascript.merge-without-key-check
  const holder = keys.reduce((node, key) => (node[key] ??= {}), target);
  holder[last] = value;
}
