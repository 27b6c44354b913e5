const shopOrigin = "https://shop.example.com";

// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", (event) => {
  run(event.data.command);
});
// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", function (e) {
  document.title = e.data;
});
// ruleid: javascript.message-origin-unchecked
window.onmessage = async (event) => {
  update(event.data);
};
// ruleid: javascript.message-origin-unchecked
window.addEventListener("message", ({ data }) => {
  update(data);
});
