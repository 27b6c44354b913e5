// ok: javascript.webhook-route-without-signature
export async function POST(req: Request) {
  const event = stripe.webhooks.constructEvent(await req.text(), req.headers.get("stripe-signature")!, process.env.WEBHOOK!);
  await prisma.order.update({ where: { id: event.data.object.metadata.order }, data: { paid: true } });
  return Response.json({ received: true });
}

// ok: javascript.webhook-route-without-signature
export async function GET(req: Request) {
  const hooks = await prisma.hook.findMany({ take: 10 });
  return Response.json(hooks);
}
