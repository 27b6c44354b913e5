const title = document.querySelector("#title");
const name = new URLSearchParams(location.search).get("name");
title.textContent = name;
