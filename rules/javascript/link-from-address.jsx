import { useSearchParams } from "react-router-dom";

export function Back() {
  const [params] = useSearchParams();
  // ruleid: javascript.link-from-address
  return <a className="back" href={params.get("return")}>Back</a>;
}

export function Frame() {
  const page = new URLSearchParams(window.location.search).get("page");
  // ruleid: javascript.link-from-address
  return <iframe src={page} title="page" />;
}

export function Site() {
  const [params] = useSearchParams();
  const site = params.get("site") ?? "";
  // ruleid: javascript.link-from-address
  return <form action={site} method="get" />;
}

export function Page() {
  const [params] = useSearchParams();
  // ok: javascript.link-from-address
  return <a href={"/pages/" + encodeURIComponent(params.get("page"))}>Page</a>;
}

export function CheckedSite() {
  const [params] = useSearchParams();
  const site = params.get("site") ?? "";
  const address = /^https?:\/\//.test(site) ? site : "#";
  // ok: javascript.link-from-address
  return <a href={address}>Site</a>;
}

export function CheckedBack() {
  const [params] = useSearchParams();
  const back = params.get("back") ?? "";
  if (!back.startsWith("https://app.example.com/")) return null;
  // ok: javascript.link-from-address
  return <a href={back}>Back</a>;
}

export function Shown() {
  const [params] = useSearchParams();
  // ok: javascript.link-from-address
  return <a href="/search">{params.get("text")}</a>;
}

const anchor = document.createElement("a");
// ruleid: javascript.link-from-address
anchor.href = new URLSearchParams(location.search).get("next");
// ruleid: javascript.link-from-address
anchor.setAttribute("href", location.hash.slice(1));
