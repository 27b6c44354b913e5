const answer = await openai.chat.completions.create({ model: "m", messages });
const message = answer.choices[0]!.message;
// ruleid: javascript.html-from-model-output
element.innerHTML = String(message.content ?? "").replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
// ruleid: javascript.html-from-model-output
element.innerHTML = String(answer.choices[0]?.message?.content ?? "").replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
// ok: javascript.html-from-model-output
element.textContent = message.content ?? "";
// ok: javascript.html-from-model-output
element.innerHTML = DOMPurify.sanitize(message.content ?? "");
