api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${process.env.API_TOKEN}`;
  // ruleid: javascript.secret-in-log
  logger.info(`request ${config.method} ${config.url} ${JSON.stringify(config.headers)}`);
  // ok: javascript.secret-in-log
  logger.info(`request ${config.method} ${config.url}`);
  return config;
});
async function call(options) {
  options.headers["x-api-key"] = key;
  // ruleid: javascript.secret-in-log
  console.log("calling", options.headers);
  // ruleid: javascript.secret-in-log
  logger.debug({ headers: options.headers, at: Date.now() });
  // ok: javascript.secret-in-log
  console.log("calling", Object.keys(options.headers));
}
async function list(options) {
  options.headers.Accept = "application/json";
  // ok: javascript.secret-in-log
  console.log("calling", options.headers);
}
async function first(options) {
  options.headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
  // ruleid: javascript.secret-in-log
  console.log("calling", options.headers);
}
api.interceptors.request.use((settings) => {
  settings.headers.Authorization = `Bearer ${token}`;
  // ruleid: javascript.secret-in-log
  console.debug("request", settings);
  return settings;
});
async function second() {
  const headers = { "X-Api-Key": process.env.KEY, Accept: "application/json" };
  // ruleid: javascript.secret-in-log
  logger.info("sending", headers);
  return fetch(API, { headers });
}
// Covered in a copy before it is written.
function third(request) {
  const copy = structuredClone(request);
  copy.headers.Authorization = "[redacted]";
  // ok: javascript.secret-in-log
  logger.debug("request", copy.headers);
}
function fourth(options) {
  options.headers["Authorization"] = options.headers["Authorization"] ? "***" : "none";
  // ok: javascript.secret-in-log
  logger.debug({ headers: options.headers });
}
function fifth(request) {
  const shown = { ...request, headers: { ...request.headers } };
  shown.headers.Authorization = `Bearer ${token}`;
  delete shown.headers.Authorization;
  // ok: javascript.secret-in-log
  logger.debug("request", shown.headers);
}
function sixth(user) {
  const copy = { ...user };
  copy.password = "***";
  // ok: javascript.secret-in-log
  logger.info({ email: copy.email, password: copy.password });
  user.apiKey = maskKey(user.apiKey);
  // ok: javascript.secret-in-log
  console.log("key", user.apiKey);
  user.pin.secret = next();
  // ruleid: javascript.secret-in-log
  console.log("secret", user.pin.secret);
}
// An object that was made with it.
async function signIn({ email, password }) {
  const attempt = { email, password, at: Date.now() };
  // ruleid: javascript.secret-in-log
  log.info({ attempt }, "sign-in");
  const settings = { host: HOST, user: email, clientSecret: account.clientSecret };
  // ruleid: javascript.secret-in-log
  console.log("settings", JSON.stringify(settings));
  // ruleid: javascript.secret-in-log
  console.log(settings);
  const shown = { email, password };
  shown.password = "***";
  // ok: javascript.secret-in-log
  log.info({ shown }, "sign-in");
  const counted = { email, password: mask(password) };
  // ok: javascript.secret-in-log
  log.info(counted);
  const names = { email, passwordLength: password.length };
  // ok: javascript.secret-in-log
  log.info(names);
  // ok: javascript.secret-in-log
  log.info(attempt.at);
}
