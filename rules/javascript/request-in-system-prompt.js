app.post("/greet", async (req, res) => {
  const { name, question } = req.body;
  const reply = await openai.chat.completions.create({
    model: "gpt-4o",
    messages: [
      // ruleid: javascript.request-in-system-prompt
      { role: "system", content: `You are the bank's assistant. The customer is ${name}.` },
      // ok: javascript.request-in-system-prompt
      { role: "user", content: question },
    ],
  });
  res.json({ text: reply.choices[0].message.content });
});
app.post("/persona", async (req, res) => {
  // ruleid: javascript.request-in-system-prompt
  const { text } = await generateText({ model, system: "Answer as " + req.body.persona, prompt: req.body.question });
  res.json({ text });
});
app.post("/claude", async (req, res) => {
  const answer = await anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 500,
    // ruleid: javascript.request-in-system-prompt
    system: req.body.instructions,
    messages: [{ role: "user", content: "Hello" }],
  });
  res.json(answer);
});
const TONES = ["kind", "short"];
app.post("/tone", async (req, res) => {
  const { tone, question } = req.body;
  if (!TONES.includes(tone)) return res.sendStatus(400);
  // ok: javascript.request-in-system-prompt
  const { text } = await generateText({ model, system: `Answer in a ${tone} way.`, prompt: question });
  res.json({ text });
});
app.post("/count", async (req, res) => {
  // ok: javascript.request-in-system-prompt
  const { text } = await generateText({ model, system: `Answer in ${Number(req.body.words)} words.`, prompt: req.body.question });
  res.json({ text });
});
app.post("/plain", async (req, res) => {
  // ok: javascript.request-in-system-prompt
  const { text } = await generateText({ model, system: "Be brief.", prompt: req.body.question });
  res.json({ text });
});
