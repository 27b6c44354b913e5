const serialize = require("node-serialize");
const cryo = require("cryo");

function load(text) {
  // ruleid: javascript.deserialized-parameter
  return serialize.unserialize(text);
}

function fromCookie(value) {
  const text = Buffer.from(value, "base64").toString();
  // ruleid: javascript.deserialized-parameter
  return require("node-serialize").unserialize(text);
}

// ruleid: javascript.deserialized-parameter
const state = (json) => cryo.parse(json);

function plain(text) {
  // ok: javascript.deserialized-parameter
  return JSON.parse(text);
}

function store(value) {
  // ok: javascript.deserialized-parameter
  return serialize.serialize(value);
}

function fixed(name) {
  // ok: javascript.deserialized-parameter
  return serialize.unserialize('{"a": 1}');
}

function restoreSession(cookie) {
  // ruleid: javascript.deserialized-parameter
  return nodeSerialize.unserialize(Buffer.from(cookie, "base64").toString());
}
