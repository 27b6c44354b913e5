const params = new URLSearchParams(window.location.search);
const title = document.getElementById("title");
// ruleid: javascript.dom-xss
title.innerHTML = "Hello " + String(params.get("name")).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
// ok: javascript.dom-xss
title.textContent = "Hello " + params.get("name");

// ruleid: javascript.dom-xss
document.write("<a href='" + document.referrer + "'>back</a>");
// ok: javascript.dom-xss
document.write("<p>Loaded</p>");

window.addEventListener("message", (event) => {
  const box = document.querySelector("#box");
  // ruleid: javascript.dom-xss
  box.insertAdjacentHTML("beforeend", String(event.data).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`));
  // ok: javascript.dom-xss
  box.insertAdjacentHTML("beforeend", DOMPurify.sanitize(event.data));
});

function show() {
  const tab = decodeURIComponent(location.hash.slice(1));
  // ruleid: javascript.dom-xss
  document.body.innerHTML += `<h2>${String(tab).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</h2>`;
  // ok: javascript.dom-xss
  document.body.innerHTML = `<h2>${escapeHtml(tab)}</h2>`;
  // ok: javascript.dom-xss
  document.body.innerHTML = `<h2>Page ${Number(tab)}</h2>`;
}

// ok: javascript.dom-xss
eval(location.hash.slice(1));

const route = useRoute();
const notice = {
  // ruleid: javascript.dom-xss
  render: () => h("section", { class: "notice", innerHTML: String(route.query.notice).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) }),
  // ok: javascript.dom-xss
  other: () => h("section", { class: "notice" }, route.query.notice),
};

function crumbs() {
  const path = decodeURIComponent(location.hash.slice(1));
  // ruleid: javascript.dom-xss
  $("#crumb").append("<span>" + String(path).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</span>");
  // ok: javascript.dom-xss
  $("#crumb").append($("<span>").text(path));
  // ok: javascript.dom-xss
  document.querySelector("#crumb").append(path);
  // ruleid: javascript.dom-xss
  $("#caption").html("Filtered by " + String($("#term").val()).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`));
  this.$el.find(".caption").text("Filtered by " + $("#term").val());
  // ok: javascript.dom-xss
  this.$el.find(".count").html("<b>" + this.$el.find("tr").length + "</b>");
}
