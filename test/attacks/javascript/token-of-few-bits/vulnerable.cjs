function start(user) {
  const sessionId = Math.random().toString(36).slice(2);
  return { user, sessionId };
}

module.exports = { start };
