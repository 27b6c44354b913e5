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
