function loadWidget() {
  const script = document.createElement("script");
  // ruleid: javascript.script-from-address
  script.src = new URLSearchParams(location.search).get("widget");
  document.head.append(script);
}

const component = {
  mounted() {
    const s = document.createElement("script");
    // ruleid: javascript.script-from-address
    s.src = this.$route.query.src;
    document.head.append(s);
  },
};

function withAttribute() {
  const s = document.createElement("script");
  // ruleid: javascript.script-from-address
  s.setAttribute("src", location.hash.slice(1));
  document.body.appendChild(s);
}

function onlyTheScheme() {
  const source = new URLSearchParams(location.search).get("src") ?? "";
  if (!source.startsWith("https://")) return;
  const s = document.createElement("script");
  // ruleid: javascript.script-from-address
  s.src = source;
  document.head.append(s);
}

// ruleid: javascript.script-from-address
$.getScript(new URLSearchParams(location.search).get("plugin"));

function language() {
  const s = document.createElement("script");
  // ok: javascript.script-from-address
  s.src = "/languages/" + encodeURIComponent(new URLSearchParams(location.search).get("language")) + ".js";
  document.head.append(s);
}

function languageInTemplate() {
  const name = new URLSearchParams(location.search).get("language");
  const s = document.createElement("script");
  // ok: javascript.script-from-address
  s.src = `/languages/${name}.js`;
  document.head.append(s);
}

function listed() {
  const source = new URLSearchParams(location.search).get("src") ?? "";
  if (!ALLOWED_SCRIPTS.includes(source)) return;
  const s = document.createElement("script");
  // ok: javascript.script-from-address
  s.src = source;
  document.head.append(s);
}

function ofKnownOrigin() {
  const source = new URLSearchParams(location.search).get("src") ?? "";
  if (!ALLOWED_ORIGINS.includes(new URL(source).origin)) throw new Error("unknown origin");
  const s = document.createElement("script");
  // ok: javascript.script-from-address
  s.src = source;
  document.head.append(s);
}

function picture() {
  const image = document.createElement("img");
  // ok: javascript.script-from-address
  image.src = location.hash.slice(1);
  document.body.append(image);
}
