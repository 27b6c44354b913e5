const axios = require("axios");
const got = require("got");
const https = require("https");

const ALLOWED_HOSTS = new Set(["api.example.com"]);

async function fetchPage(url) {
  // ruleid: javascript.address-from-parameter
  return (await axios.get(url)).data;
}

// ruleid: javascript.address-from-parameter
const preview = async (imageUrl) => got(imageUrl).buffer();

function probe(host, callback) {
  // ruleid: javascript.address-from-parameter
  https.get(`https://${host}/status`, callback);
}

async function guarded(url) {
  if (!ALLOWED_HOSTS.has(new URL(url).hostname)) throw new Error("host");
  // ok: javascript.address-from-parameter
  return axios.get(url);
}

async function own(name) {
  // ok: javascript.address-from-parameter
  return axios.get("https://api.example.com/users/" + name);
}

async function inPath(domain) {
  // ok: javascript.address-from-parameter
  return axios.get(`https://api.example.com/domains/${domain}`);
}
