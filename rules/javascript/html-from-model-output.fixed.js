const OpenAI = require("openai");
const client = new OpenAI();

async function show(text) {
  const answer = await client.responses.create({ model: "gpt-5", input: text });
  // ruleid: javascript.html-from-model-output
  document.querySelector("#answer").innerHTML = String(answer.output_text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
  // ok: javascript.html-from-model-output
  document.querySelector("#answer").textContent = answer.output_text;
  // ok: javascript.html-from-model-output
  document.querySelector("#answer").innerHTML = DOMPurify.sanitize(answer.output_text);
}

app.get("/summary", async (req, res) => {
  const answer = await client.chat.completions.create({ model: "gpt-5", messages: [] });
  // ruleid: javascript.html-from-model-output
  res.send("<p>" + String(answer.choices[0].message.content).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</p>");
  // ok: javascript.html-from-model-output
  res.json({ summary: answer.choices[0].message.content });
});

async function panel(anthropic) {
  const answer = await anthropic.messages.create({ model: "claude", max_tokens: 100, messages: [] });
  const html = `<section>${String(answer.content[0].text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</section>`;
  // ruleid: javascript.html-from-model-output
  panelElement.insertAdjacentHTML("beforeend", html);
}

async function summary(res, ticket) {
  const message = await anthropic.messages.create({ model: "m", max_tokens: 400, messages: [{ role: "user", content: ticket }] });
  const [block] = message.content;
  // ruleid: javascript.html-from-model-output
  res.send(`<article>${String(block.text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</article>`);
  // ok: javascript.html-from-model-output
  res.send(`<article>${escapeHtml(block.text)}</article>`);
  const sms = await twilio.messages.create({ to: ticket.phone, body: "Hello" });
  // ok: javascript.html-from-model-output
  res.send(`<p>${sms.sid}</p>`);
}

async function widget(client) {
  const answer = await client.chat.completions.create({ model: "gpt-5", messages: [] });
  const script = document.createElement("script");
  // ruleid: javascript.html-from-model-output
  script.src = answer.choices[0].message.content;
  document.head.append(script);
}
