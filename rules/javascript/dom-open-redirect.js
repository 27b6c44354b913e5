const next = new URLSearchParams(location.search).get("next");
// ruleid: javascript.dom-open-redirect
location.href = next;

function back() {
  // ruleid: javascript.dom-open-redirect
  window.location.assign(document.referrer);
}

window.addEventListener("message", (event) => {
  // ruleid: javascript.dom-open-redirect
  location.replace(event.data.target);
});

const page = new URLSearchParams(location.search).get("page");
// ok: javascript.dom-open-redirect
location.href = "/pages/" + page;

const own = new URLSearchParams(location.search).get("own");
// ok: javascript.dom-open-redirect
if (ALLOWED_PAGES.includes(own)) location.href = own;

// ok: javascript.dom-open-redirect
window.location.href = "/login";
