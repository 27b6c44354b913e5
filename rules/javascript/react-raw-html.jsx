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
