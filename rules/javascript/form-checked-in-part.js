function isSafeName(name) {
  // ruleid: javascript.form-checked-in-part
  return /[a-z0-9_-]+/i.test(name);
}

// ruleid: javascript.form-checked-in-part
const isValidSlug = (slug) => /^[a-z][a-z0-9-]*/.test(slug);

const isValidEmail = (address) => {
  // ruleid: javascript.form-checked-in-part
  return /\w+@[\w.]+/.test(address);
};

function validateHost(host) {
  // ruleid: javascript.form-checked-in-part
  return /[a-z0-9.-]+$/.test(host);
}

function isValidName(name) {
  // ok: javascript.form-checked-in-part
  return /^[a-z0-9_-]+$/i.test(name);
}

function isValidPassword(password) {
  // ok: javascript.form-checked-in-part
  return password.length > 11 && /[0-9]/.test(password);
}

// ok: javascript.form-checked-in-part
const hasDigits = (text) => /\d+/.test(text);

function isSafeText(text) {
  // ok: javascript.form-checked-in-part
  return !/[<>&]+/.test(text);
}

// ok: javascript.form-checked-in-part
const isValidPath = (path) => /^\/|^[a-z]+:$/.test(path);
