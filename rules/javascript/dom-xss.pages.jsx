export default {
  mounted() {
    // ruleid: javascript.dom-xss
    this.$refs.box.innerHTML = this.$route.query.html;
    // ok: javascript.dom-xss
    this.text = this.$route.query.html;
  },
};

const field = document.querySelector("#name");
field.addEventListener("input", () => {
  // ruleid: javascript.dom-xss
  document.querySelector("#preview").insertAdjacentHTML("beforeend", field.value);
  // ok: javascript.dom-xss
  document.querySelector("#preview").insertAdjacentText("beforeend", field.value);
});
