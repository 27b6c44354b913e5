import crypto, { createDecipheriv } from "node:crypto";

function open(sealed) {
  // ruleid: javascript.decryption-without-tag
  const decipher = createDecipheriv("aes-256-gcm", KEY, sealed.subarray(0, 12));
  return decipher.update(sealed.subarray(28)).toString("utf8");
}
function openChaCha(nonce, body) {
  // ruleid: javascript.decryption-without-tag
  const decipher = crypto.createDecipheriv("chacha20-poly1305", KEY, nonce, { authTagLength: 16 });
  return Buffer.concat([decipher.update(body)]);
}
const openCookie = (cookie) => {
  const [iv, text] = cookie.split(".");
  // ruleid: javascript.decryption-without-tag
  const decipher = crypto.createDecipheriv("AES-128-GCM", KEY, Buffer.from(iv, "base64"));
  let out = decipher.update(text, "base64", "utf8");
  out += "";
  return JSON.parse(out);
};
function openWell(sealed) {
  // ok: javascript.decryption-without-tag
  const decipher = createDecipheriv("aes-256-gcm", KEY, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
function openBlocks(iv, body) {
  // ok: javascript.decryption-without-tag
  const decipher = createDecipheriv("aes-256-cbc", KEY, iv);
  return decipher.update(body, "base64", "utf8") + decipher.final("utf8");
}
function openWithTag(iv, tag) {
  // ok: javascript.decryption-without-tag
  const decipher = createDecipheriv("aes-256-gcm", KEY, iv);
  if (tag) decipher.setAuthTag(tag);
  return decipher;
}
function openChained(iv, tag, body) {
  // ok: javascript.decryption-without-tag
  const decipher = createDecipheriv("aes-256-gcm", KEY, iv).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
