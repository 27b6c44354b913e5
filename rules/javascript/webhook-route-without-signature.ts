import { prisma } from "@/lib/prisma";
import { stripe } from "@/lib/stripe";

// ruleid: javascript.webhook-route-without-signature
export async function POST(req: Request) {
  const event = await req.json();
  if (event.type === "checkout.session.completed")
    await prisma.order.update({ where: { id: event.data.object.metadata.order }, data: { paid: true } });
  return Response.json({ received: true });
}
