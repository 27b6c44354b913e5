const shopOrigin = "https://shop.example.com";

window.addEventListener("message", (event) => {
  if (event.origin !== shopOrigin) return;
  document.querySelector("#title").textContent = event.data.title;
});
