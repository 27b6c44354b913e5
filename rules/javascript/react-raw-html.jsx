import DOMPurify from "dompurify";

export function Comment({ comment }) {
  // ruleid: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: comment.body }} />;
}

export function Post({ html }) {
  // ruleid: javascript.react-raw-html
  return <article className="post" dangerouslySetInnerHTML={{ __html: html }}></article>;
}

export function Markdown({ source }) {
  // ruleid: javascript.react-raw-html
  const markup = { __html: marked(source) };
  return <div dangerouslySetInnerHTML={markup} />;
}

export function Clean({ html }) {
  // ok: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />;
}

export function Style() {
  // ok: javascript.react-raw-html
  return <style dangerouslySetInnerHTML={{ __html: "body { margin: 0 }" }} />;
}

export function Later({ html }) {
  const cleaned = DOMPurify.sanitize(html);
  // ok: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: cleaned }} />;
}

export function Source({ code, language }) {
  // ok: javascript.react-raw-html
  return <code dangerouslySetInnerHTML={{ __html: hljs.highlight(code, { language }).value }} />;
}

export function Formula({ text }) {
  const shown = katex.renderToString(text, { throwOnError: false });
  // ok: javascript.react-raw-html
  return <span dangerouslySetInnerHTML={{ __html: shown }} />;
}

export function TrustedFormula({ text }) {
  // ruleid: javascript.react-raw-html
  return <span dangerouslySetInnerHTML={{ __html: katex.renderToString(text, { trust: true }) }} />;
}

const ICONS = { bug: "<svg><circle r='4'/></svg>", idea: "<svg><rect width='8'/></svg>" };
// ok: javascript.react-raw-html
export const Icon = ({ kind }) => <span dangerouslySetInnerHTML={{ __html: ICONS[kind] ?? "" }} />;

export function Body({ text }) {
  const html = useMemo(() => DOMPurify.sanitize(marked.parse(text)), [text]);
  // ok: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
export function Raw({ text }) {
  const html = useMemo(() => marked.parse(text), [text]);
  // ruleid: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

export function MemoBlock({ text }) {
  const html = useMemo(() => {
    const raw = marked.parse(text);
    return DOMPurify.sanitize(raw);
  }, [text]);
  // ok: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
export function MemoBlockRaw({ text }) {
  const html = useMemo(() => {
    const raw = marked.parse(text);
    return raw;
  }, [text]);
  // ruleid: javascript.react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

const tidy = (text) => DOMPurify.sanitize(text, { USE_PROFILES: { html: true } });
const bold = (text) => `<b>${text}</b>`;
export function Tidied({ text }) {
  const html = tidy(text);
  // ok: javascript.react-raw-html
  const first = <div dangerouslySetInnerHTML={{ __html: html }} />;
  // ok: javascript.react-raw-html
  const second = <p dangerouslySetInnerHTML={{ __html: tidy(text) }} />;
  // ruleid: javascript.react-raw-html
  const third = <p dangerouslySetInnerHTML={{ __html: bold(text) }} />;
  return [first, second, third];
}

const icons = { bug: "<svg><circle r='4'/></svg>", 'new-idea': '<svg><rect width="8"/></svg>', };
const pages = { home: "<h1>Home</h1>", own: load("own") };
// ok: javascript.react-raw-html
export const Small = ({ name }) => <i dangerouslySetInnerHTML={{ __html: icons[name] }} />;
// ok: javascript.react-raw-html
export const Bug = () => <i dangerouslySetInnerHTML={{ __html: icons.bug }} />;
// ruleid: javascript.react-raw-html
export const Page = ({ name }) => <i dangerouslySetInnerHTML={{ __html: pages[name] }} />;

export function Lines({ text }) {
  const html = text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/\n/g, "<br>");
  // ok: javascript.react-raw-html
  const first = <p dangerouslySetInnerHTML={{ __html: html }} />;
  // ok: javascript.react-raw-html
  const second = <p dangerouslySetInnerHTML={{ __html: text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`) }} />;
  const breaks = text.replace(/\n/g, "<br>");
  // ruleid: javascript.react-raw-html
  const third = <p dangerouslySetInnerHTML={{ __html: breaks }} />;
  return [first, second, third];
}

export function Comment({ id }) {
  const [html, setHtml] = useState("");
  const [page, setPage] = useState("");
  useEffect(() => {
    setHtml("");
    load(id).then((text) => setHtml(DOMPurify.sanitize(marked.parse(text))));
    load(id).then((text) => setPage(marked.parse(text)));
    setPage(DOMPurify.sanitize(id));
  }, [id]);
  // ok: javascript.react-raw-html
  const first = <p dangerouslySetInnerHTML={{ __html: html }} />;
  // ruleid: javascript.react-raw-html
  const second = <p dangerouslySetInnerHTML={{ __html: page }} />;
  return [first, second];
}

import { sanitizeHtml, render } from "./html";
export function Note({ text }) {
  const shown = useMemo(() => {
    const html = marked.parse(text);
    return sanitizeHtml(html);
  }, [text]);
  const rendered = useMemo(() => {
    const html = marked.parse(text);
    return render(html);
  }, [text]);
  // ok: javascript.react-raw-html
  const first = <p dangerouslySetInnerHTML={{ __html: shown }} />;
  // ruleid: javascript.react-raw-html
  const second = <p dangerouslySetInnerHTML={{ __html: rendered }} />;
  return [first, second];
}

export function Data({ name }) {
  const json = JSON.stringify({ name }).replace(/</g, "\\u003c");
  // ok: javascript.react-raw-html
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function Spaced({ name }) {
  const json = JSON.stringify({ name }).replace(/\s/g, "");
  // ruleid: javascript.react-raw-html
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
