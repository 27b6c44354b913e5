app.get("/s/:code", async (req, res) => {
  const link = await links.byCode(req.params.code);
  // ok: javascript.open-redirect
  res.redirect(302, link.url);
  const form = await request.getForm(req);
  // ruleid: javascript.open-redirect
  res.redirect(req.query.next);
});

export async function handler(event) {
  const { go, file } = event.queryStringParameters ?? {};
  // ruleid: javascript.open-redirect
  if (go) return { statusCode: 302, headers: { location: go } };
  // ok: javascript.open-redirect
  return { statusCode: 302, headers: { Location: `https://app.example.com/${encodeURIComponent(file)}` } };
}
export const moved = async (event) => {
  // ruleid: javascript.open-redirect
  return { statusCode: 301, headers: { "cache-control": "no-store", Location: event.queryStringParameters.to } };
};
