const next = new URLSearchParams(location.search).get("next");
if (next !== null) {
  const to = new URL(next, location.origin);
  if (to.origin === location.origin) location.href = to.pathname + to.search + to.hash;
}
