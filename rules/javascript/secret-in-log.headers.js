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
