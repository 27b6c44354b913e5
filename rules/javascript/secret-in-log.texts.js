function report(token) {
  // ruleid: javascript.secret-in-log
  console.info(`calling the service with token ${token}`);
  // ruleid: javascript.secret-in-log
  logger.debug(`new token: ${token} for ${id}`);
  // ruleid: javascript.secret-in-log
  log.info({ id }, `received refresh token ${session.token}`);
  // ok: javascript.secret-in-log
  console.error(`Unexpected token ${token} in line ${line}`);
  // ok: javascript.secret-in-log
  console.log(`next token ${token}`);
  // ok: javascript.secret-in-log
  logger.info(`using the token of ${user.name}`);
}
function started(config, form) {
  // ruleid: javascript.secret-in-log
  logger.debug(`signup ${JSON.stringify({ email: form.email, password })}`);
  // ruleid: javascript.secret-in-log
  console.log(JSON.stringify({ host, apiKey }, null, 2));
  // ruleid: javascript.secret-in-log
  pino.info({ env: process.env }, "starting");
  // ruleid: javascript.secret-in-log
  console.log(process.env);
  // ok: javascript.secret-in-log
  logger.debug(`signup ${JSON.stringify({ email: form.email })}`);
  // ok: javascript.secret-in-log
  pino.info({ env: process.env.NODE_ENV }, "starting");
  // ok: javascript.secret-in-log
  console.log(Object.keys(process.env));
}
