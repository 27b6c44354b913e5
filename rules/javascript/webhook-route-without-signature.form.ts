// ruleid: javascript.webhook-route-without-signature
export async function POST(request: NextRequest) {
  const form = await request.formData();
  await orders.markPaid(String(form.get("order")));
  return new Response(null, { status: 204 });
}
