// ok: javascript.webhook-route-without-signature
export async function POST(req: Request) {
  console.info("pinged", await req.json());
  return Response.json({ received: true });
}
