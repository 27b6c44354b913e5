// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", (event) => {
  run(event.data.command);
});
// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", function (e) {
  document.title = e.data;
});
// ruleid: javascript.message-origin-unchecked
window.onmessage = (event) => {
  update(event.data);
};
// ok: javascript.message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin !== "https://example.com") return;
  run(event.data.command);
});
// ok: javascript.message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.source !== frame.contentWindow) return;
  run(event.data);
});
// ok: javascript.message-origin-unchecked
window.addEventListener("click", (event) => {
  run(event.data);
});
