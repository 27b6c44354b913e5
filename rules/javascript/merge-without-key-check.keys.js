function extend(target, source) {
  // ruleid: javascript.merge-without-key-check
  Object.keys(source).forEach((key) => {
    if (typeof source[key] === "object") { target[key] = target[key] || {}; extend(target[key], source[key]); }
    else target[key] = source[key];
  });
  return target;
}

function extendOwn(target, source) {
  // ok: javascript.merge-without-key-check
  Object.keys(source).forEach((key) => {
    if (key === "__proto__" || key === "constructor" || key === "prototype") return;
    if (typeof source[key] === "object") { target[key] = target[key] || {}; extendOwn(target[key], source[key]); }
    else target[key] = source[key];
  });
  return target;
}
