async function ask(question) {
  const llm = new ChatOpenAI({ model: "m" });
  const written = await llm.invoke(`Write one SQL query for: ${question}`);
  // ruleid: javascript.sql-from-model-output
  return db.run(String(written.content));
}
async function keep(question) {
  const written = await llm.invoke(question);
  // ok: javascript.sql-from-model-output
  return db.run("INSERT INTO answers (text) VALUES (?)", [written.content]);
}
