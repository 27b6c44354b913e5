const next = new URLSearchParams(location.search).get("next");
// ruleid: javascript.dom-open-redirect
location.href = /^\/(?![\s\/\\])/.test(next) ? next : "/";

function back() {
  // ruleid: javascript.dom-open-redirect
  const target = document.referrer;
  window.location.assign(/^\/(?![\s\/\\])/.test(target) ? target : "/");
}

window.addEventListener("message", (event) => {
  // ruleid: javascript.dom-open-redirect
  const target = event.data.target;
  location.replace(/^\/(?![\s\/\\])/.test(target) ? target : "/");
});

const page = new URLSearchParams(location.search).get("page");
// ok: javascript.dom-open-redirect
location.href = "/pages/" + page;

const own = new URLSearchParams(location.search).get("own");
// ok: javascript.dom-open-redirect
if (ALLOWED_PAGES.includes(own)) location.href = own;

// ok: javascript.dom-open-redirect
window.location.href = "/login";
