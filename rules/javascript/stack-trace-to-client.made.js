function describe(problem) {
  return { message: problem.message, detail: problem.stack };
}
const shortly = (problem) => ({ message: "Something went wrong", id: problem.requestId });
const fully = (problem) => ({ status: 500, trace: problem.stack });
app.use((err, req, res, next) => {
  const body = describe(err);
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json(body);
});
app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).send(fully(err));
});
app.use((err, req, res, next) => {
  logger.error(describe(err));
  // ok: javascript.stack-trace-to-client
  res.status(500).json(shortly(err));
});
