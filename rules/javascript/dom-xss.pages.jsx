import { useSearchParams } from "react-router-dom";

export function Back() {
  const [params] = useSearchParams();
  // ruleid: javascript.dom-xss
  return <a className="back" href={params.get("return")}>Back</a>;
}

export function Page() {
  const [params] = useSearchParams();
  // ok: javascript.dom-xss
  return <a href={"/pages/" + encodeURIComponent(params.get("page"))}>Page</a>;
}

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
