const shopOrigin = "https://shop.example.com";

// ruleid: javascript.post-message-to-any
window.parent.postMessage({ token }, shopOrigin);
function done(frame) {
  // ruleid: javascript.post-message-to-any
  frame.contentWindow.postMessage("done", shopOrigin, [port]);
}
// ok: javascript.post-message-to-any
window.parent.postMessage({ token }, shopOrigin);
