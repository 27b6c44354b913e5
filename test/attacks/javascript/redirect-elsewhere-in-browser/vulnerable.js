if (location.search.includes("next=")) {
  location.href = new URLSearchParams(location.search).get("next");
}
