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

export default async function Search({ searchParams }) {
  const { q, sort } = await searchParams;
  const shown = `<b>${q}</b>`;
  // ok: javascript.dom-xss
  const safe = <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(q) }} />;
  // ruleid: javascript.dom-xss
  const second = <p dangerouslySetInnerHTML={{ __html: shown }} />;
  // ok: javascript.dom-xss
  const third = <p title={sort}>{q}</p>;
  return [safe, second, third];
}
