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

export function mergeInto(target, source) {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (isObject(value)) {
      if (!isObject(target[key])) target[key] = {};
      // ruleid: javascript.merge-without-key-check
      mergeInto(target[key], value);
    } else {
      target[key] = value;
    }
  }
  return target;
}

export function mergeEntries(target, source) {
  for (const [key, value] of Object.entries(source)) {
    // ruleid: javascript.merge-without-key-check
    target[key] = isObject(value) ? mergeEntries(target[key] ?? {}, value) : value;
  }
  return target;
}

export function mergeKnown(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (FORBIDDEN.has(key)) continue;
    // ok: javascript.merge-without-key-check
    target[key] = isObject(value) ? mergeKnown(target[key] ?? {}, value) : value;
  }
  return target;
}

export function mergeAll(target, ...sources) {
  for (const source of sources) {
    for (const key in source) {
      if (isObject(source[key])) {
        // ruleid: javascript.merge-without-key-check
        target[key] = mergeAll(target[key] || {}, source[key]);
      } else {
        target[key] = source[key];
      }
    }
  }
  return target;
}

export function mergeChecked(target, ...sources) {
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      if (key === "__proto__" || key === "constructor") continue;
      // ok: javascript.merge-without-key-check
      target[key] = isObject(source[key]) ? mergeChecked(target[key] || {}, source[key]) : source[key];
    }
  }
  return target;
}
