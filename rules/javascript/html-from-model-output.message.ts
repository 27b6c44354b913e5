const answer = await openai.chat.completions.create({ model: "m", messages });
const message = answer.choices[0]!.message;
// ruleid: javascript.html-from-model-output
element.innerHTML = message.content ?? "";
// ruleid: javascript.html-from-model-output
element.innerHTML = answer.choices[0]?.message?.content ?? "";
// ok: javascript.html-from-model-output
element.textContent = message.content ?? "";
// ok: javascript.html-from-model-output
element.innerHTML = DOMPurify.sanitize(message.content ?? "");
