// ruleid: javascript.webhook-route-without-signature
export async function POST(request) {
  const message = JSON.parse(await request.text());
  await deploys.start(message.repository.full_name);
  return new Response("ok");
}
