import DOMPurify from "dompurify";
import { useEffect, useRef } from "react";

export function Bio({ settings }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const other = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // ruleid: javascript.react-raw-html
    if (box.current) box.current.innerHTML = settings.bio;
    // ok: javascript.react-raw-html
    if (other.current) other.current.innerHTML = DOMPurify.sanitize(settings.bio);
    // ok: javascript.react-raw-html
    if (other.current) other.current.innerHTML = "";
    // ok: javascript.react-raw-html
    if (other.current) other.current.textContent = settings.bio;
  }, [settings.bio]);
  return <div ref={box} />;
}
