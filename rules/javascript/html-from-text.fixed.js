function addComment(list, comment) {
  // ruleid: javascript.html-from-text
  list.innerHTML += `<li><b>${String(comment.author).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</b> ${String(comment.text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</li>`;
  // ok: javascript.html-from-text
  list.innerHTML += `<li>${escapeHtml(comment.text)}</li>`;
}

async function load() {
  const profile = await (await fetch("/profile")).json();
  // ruleid: javascript.html-from-text
  document.querySelector("#bio").innerHTML = "<p>" + String(profile.bio).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</p>";
  // ok: javascript.html-from-text
  document.querySelector("#bio").textContent = profile.bio;
}

const showError = (message) => {
  // ruleid: javascript.html-from-text
  box.insertAdjacentHTML("beforeend", `<p class="error">${String(message).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</p>`);
  // ok: javascript.html-from-text
  box.insertAdjacentHTML("beforeend", `<p class="error">Something went wrong</p>`);
};

function count(n) {
  // ok: javascript.html-from-text
  box.innerHTML = `<b>${Number(n)}</b>`;
  // ok: javascript.html-from-text
  box.innerHTML = "";
}

function showName(name) {
  // ruleid: javascript.html-from-text
  $("#name").html("<b>" + String(name).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</b>");
  // ok: javascript.html-from-text
  $("#name").text(name);
  // ok: javascript.html-from-text
  list.append(name);
}
