// ruleid: javascript.post-message-to-any
window.parent.postMessage({ token }, "*");
// ruleid: javascript.post-message-to-any
frame.contentWindow.postMessage(JSON.stringify(state), "*");
// ruleid: javascript.post-message-to-any
opener.postMessage("done", "*");
// ok: javascript.post-message-to-any
window.parent.postMessage({ token }, "https://shop.example.com");
// ok: javascript.post-message-to-any
worker.postMessage({ token });
// ok: javascript.post-message-to-any
frame.contentWindow.postMessage(state, location.origin);
