export function isTrusted(url: string): boolean {
  // ruleid: javascript.host-checked-in-part
  return new URL(url).hostname.includes("example.org");
}

const isAllowedOrigin = (origin: string) =>
  // ruleid: javascript.host-checked-in-part
  origin.endsWith("example.org");

function checkLink(link: string): boolean {
  // ruleid: javascript.host-checked-in-part
  if (link.indexOf("https://example.org") === 0) return true;
  // ruleid: javascript.host-checked-in-part
  return link.startsWith("https://www.example.org");
}

window.addEventListener("message", (event) => {
  // ruleid: javascript.host-checked-in-part
  if (!event.origin.includes("example.org")) return;
  show(event.data);
});

export function isOwnHost(host: string): boolean {
  // ok: javascript.host-checked-in-part
  return host === "example.org" || host.endsWith(".example.org");
}

export function isAllowedUrl(url: string): boolean {
  // ok: javascript.host-checked-in-part
  return url.startsWith("https://example.org/");
}

export function iconOf(url: string): string {
  // ok: javascript.host-checked-in-part
  return url.includes("github.com") ? "cat" : "page";
}

export function isSafeText(text: string): boolean {
  // ok: javascript.host-checked-in-part
  return text.includes("example.org");
}

export function isAllowedHost(host: string): boolean {
  // ok: javascript.host-checked-in-part
  return ["example.org", "www.example.org"].includes(host);
}
