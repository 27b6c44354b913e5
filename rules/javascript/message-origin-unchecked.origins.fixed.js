const shopOrigin = "https://shop.example.com";

// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin !== shopOrigin) return;
  run(event.data.command);
});
// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", function (e) {
  if (e.origin !== shopOrigin) return;
  document.title = e.data;
});
// ruleid: javascript.message-origin-unchecked
window.onmessage = async (event) => {
  if (event.origin !== shopOrigin) return;
  update(event.data);
};
// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", ({ data }) => {
  update(data);
});
