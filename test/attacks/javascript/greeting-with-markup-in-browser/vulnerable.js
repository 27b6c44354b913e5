const params = new URLSearchParams(location.search);
const greeting = document.querySelector("#greeting");
greeting.innerHTML = "Hello <b>" + params.get("name") + "</b>";
