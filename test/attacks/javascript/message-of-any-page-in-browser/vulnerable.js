const shopOrigin = "https://shop.example.com";

window.addEventListener("message", (event) => {
  document.querySelector("#title").textContent = event.data.title;
});
