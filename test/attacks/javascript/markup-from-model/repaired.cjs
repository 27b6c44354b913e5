const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

exports.page = async (client) => {
  const answer = await client.chat.completions.create({ model: "small", messages: [{ role: "user", content: "The weather?" }] });
  let page = "";
  const res = { send: (text) => (page = text) };
  res.send(`<article><h1>Weather</h1><p>${escapeHtml(answer.choices[0].message.content)}</p></article>`);
  return page;
};
