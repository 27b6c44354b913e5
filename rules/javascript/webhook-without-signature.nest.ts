import { Body, Controller, Headers, Post, Req, UseGuards } from "@nestjs/common";

@Controller("billing")
export class BillingController {
  constructor(private readonly orders: OrdersService) {}

  @Post("webhook/stripe")
  // ruleid: javascript.webhook-without-signature
  async paid(@Body() event: any) {
    if (event.type === "invoice.paid") await this.orders.markPaid(event.data.object.id);
    return { received: true };
  }

  @Post("webhook/checked")
  // ok: javascript.webhook-without-signature
  async checked(@Req() req: any, @Headers("stripe-signature") signature: string) {
    const event = this.stripe.webhooks.constructEvent(req.rawBody, signature, process.env.WEBHOOK);
    await this.orders.markPaid(event.data.object.id);
  }

  @Post("webhook/guarded")
  @UseGuards(SignatureGuard)
  // ok: javascript.webhook-without-signature
  async guarded(@Body() event: any) {
    await this.orders.markPaid(event.data.object.id);
  }

  @Post("orders")
  // ok: javascript.webhook-without-signature
  async add(@Body() order: any) {
    await this.orders.add(order.sku);
  }
}

@Controller("webhooks")
export class HooksController {
  @Post("github")
  // ruleid: javascript.webhook-without-signature
  async github(@Body() body: any) {
    await this.deploys.start(body.repository.full_name);
  }
}

@Controller("webhooks")
@UseGuards(SignatureGuard)
export class GuardedHooksController {
  @Post("github")
  // ok: javascript.webhook-without-signature
  async github(@Body() body: any) {
    await this.deploys.start(body.repository.full_name);
  }
}
