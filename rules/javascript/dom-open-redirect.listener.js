function watch() {
  const listen = (event) => {
    // ruleid: javascript.dom-open-redirect
    if (event.data.type === "go") window.location.href = event.data.url;
  };
  const hear = (event) => {
    // ok: javascript.dom-open-redirect
    if (event.data.type === "go") window.location.href = event.data.url;
  };
  window.addEventListener("message", listen);
  player.addEventListener("ended", hear);
}
