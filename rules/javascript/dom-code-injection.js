// ruleid: javascript.dom-code-injection
eval(location.hash.slice(1));
// ok: javascript.dom-code-injection
const filter = JSON.parse(decodeURIComponent(location.hash.slice(1)));

const params = new URLSearchParams(window.location.search);
// ruleid: javascript.dom-code-injection
const compute = new Function("x", "return " + params.get("formula"));
// ok: javascript.dom-code-injection
const known = FORMULAS[params.get("formula")];

window.addEventListener("message", (event) => {
  // ruleid: javascript.dom-code-injection
  setTimeout(event.data, 100);
  // ok: javascript.dom-code-injection
  setTimeout(() => show(event.data), 100);
  // ok: javascript.dom-code-injection
  setTimeout(show, Number(event.data));
});

function load() {
  const script = document.createElement("script");
  // ruleid: javascript.dom-code-injection
  script.text = "start(" + params.get("page") + ")";
  // ok: javascript.dom-code-injection
  script.text = "start(" + JSON.stringify(params.get("page")) + ")";
}

window.addEventListener("message", (event) => {
  const message = JSON.parse(event.data);
  // ruleid: javascript.dom-code-injection
  setTimeout(message.code, 0);
  // ok: javascript.dom-code-injection
  setTimeout(tick, message.delay);
});

function callBack(options) {
  const name = new URL(window.location).searchParams.get("callback");
  // ruleid: javascript.dom-code-injection
  window[name](options);
  // ok: javascript.dom-code-injection
  if (name === "close" || name === "open") window[name](options);
  // ruleid: javascript.dom-code-injection
  $.globalEval(window.name);
}
