const params = new URLSearchParams(location.search);
const greeting = document.querySelector("#greeting");
const name = document.createElement("b");
name.textContent = params.get("name");
greeting.replaceChildren("Hello ", name);
