import hashlib
import hmac
import json
import os

import stripe
from flask import Blueprint, Flask, abort, request

app = Flask(__name__)
hooks = Blueprint("hooks", __name__)
SHARED = os.environ["HOOK_SECRET"].encode()


# ruleid: python.webhook-without-signature
@app.post("/webhook/payments")
def payments():
    event = request.get_json()
    if event["type"] == "payment.succeeded":
        mark_paid(event["order_id"])
    return "", 204


# ruleid: python.webhook-without-signature
@hooks.route("/webhooks/shipping", methods=["POST"])
def shipping():
    data = request.json
    orders.update_one({"_id": data["order"]}, {"$set": {"state": data["state"]}})
    return {"ok": True}


# ruleid: python.webhook-without-signature
@app.route("/billing-webhook", methods=["POST"])
async def billing():
    payload = request.form
    await accounts.upgrade(payload["account"], payload["plan"])
    return "ok"


def paid():
    # ruleid: python.webhook-without-signature
    event = stripe.Event.construct_from(json.loads(request.data), stripe.api_key)
    if event.type == "checkout.session.completed":
        fulfil(event.data.object.id)
    return "", 200


# ok: python.webhook-without-signature
@app.post("/webhook/orders")
def orders_changed():
    sent = request.headers.get("X-Signature", "")
    if not hmac.compare_digest(hmac.new(SHARED, request.get_data(), hashlib.sha256).hexdigest(), sent):
        abort(400)
    event = request.get_json()
    mark_paid(event["order_id"])
    return "", 204


# ok: python.webhook-without-signature
@app.post("/webhook/members")
def members_changed():
    event = shop.read_event(request)
    mark_paid(event["order_id"])
    return "", 204


# ok: python.webhook-without-signature
@app.post("/webhook/stock")
@from_the_warehouse
def stock():
    event = request.get_json()
    set_stock(event["article"], event["count"])
    return "", 204


# Somebody who is signed in says where their own hooks go.
# ok: python.webhook-without-signature
@app.post("/settings/webhooks")
def add_hook():
    data = request.get_json()
    settings.save(data["url"])
    return "", 201


# ok: python.webhook-without-signature
@app.post("/webhook/alive")
def alive():
    return {"ok": True}


def paid_and_signed():
    # ok: python.webhook-without-signature
    event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], SHARED)
    fulfil(event.data.object.id)
    return "", 200


def paid_and_looked_up(found):
    # ok: python.webhook-without-signature
    return stripe.Event.construct_from(found.to_dict(), stripe.api_key)


def paid_and_header_checked():
    raw = request.get_data()
    try:
        stripe.WebhookSignature.verify_header(raw, request.headers["Stripe-Signature"], SHARED)
    except ValueError:
        abort(400)
    # ok: python.webhook-without-signature
    fulfil(stripe.Event.construct_from(json.loads(raw), stripe.api_key))


# ok: python.webhook-without-signature
@app.post("/webhook/returns")
def returned():
    ensure_sent_by_shop()
    event = request.get_json()
    take_back(event["article"])
    return "", 204


# ok: python.webhook-without-signature
@app.post("/webhook/notes")
def noted():
    event = request.get_json()
    logger.info("came: %s", event["type"])
    return "", 204


# ok: python.webhook-without-signature
@hooks.post("/webhook/builds")
async def built(event: FromTheForge):
    await builds.start(event.repository)


# ruleid: python.webhook-without-signature
@app.post("/webhook/comments")
def commented():
    """The signature comes later."""
    payload = request.get_json()
    if payload["status"] == "invalid":
        return "", 204
    comments.add(payload["text"], author=payload["author"])
    return "", 204


@csrf_exempt
# ruleid: python.webhook-without-signature
def shop_webhook(request):
    event = json.loads(request.body)
    Order.objects.filter(session=event["data"]["id"]).update(paid=True)
    return HttpResponse(status=200)


@api_view(["POST"])
@permission_classes([AllowAny])
# ruleid: python.webhook-without-signature
def payment_webhook(request):
    payments.settle(request.data["order"])
    return Response()


# ruleid: python.webhook-without-signature
class PushWebhook(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        payload = request.data
        Deployment.objects.create(commit=payload["after"])
        return Response({"ok": True})


@method_decorator(csrf_exempt, name="dispatch")
# ruleid: python.webhook-without-signature
class InvoiceWebhookView(View):
    def post(self, request, *args, **kwargs):
        data = json.loads(request.body)
        settle(data["resource"])
        return HttpResponse()


# ok: python.webhook-without-signature
class SignedWebhook(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        if not verify_push_signature(request.body, request.headers.get("X-Hub-Signature-256")):
            return Response(status=403)
        Deployment.objects.create(commit=request.data["after"])
        return Response({"ok": True})


# ok: python.webhook-without-signature
class PartnerWebhook(APIView):
    permission_classes = [IsPartner]

    def post(self, request):
        Deployment.objects.create(commit=request.data["after"])
        return Response({"ok": True})


# ok: python.webhook-without-signature
class CheckedWebhook(APIView):
    permission_classes = [AllowAny]

    def initial(self, request, *args, **kwargs):
        super().initial(request)
        self.check_signature(request)

    def post(self, request):
        Deployment.objects.create(commit=request.data["after"])
        return Response({"ok": True})


# ok: python.webhook-without-signature
class MixedWebhook(SignatureMixin, APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        Deployment.objects.create(commit=request.data["after"])
        return Response({"ok": True})


@csrf_exempt
@signed_by_partner
# ok: python.webhook-without-signature
def partner_webhook(request):
    settle(json.loads(request.body)["order"])
    return HttpResponse()


# ok: python.webhook-without-signature
class AddressedWebhook(APIView):
    permission_classes = [AllowAny]

    def post(self, request, token):
        shop = Shop.objects.get(token=token)
        Order.objects.create(shop=shop, number=request.data["number"])
        return Response()


@method_decorator(csrf_exempt, name="dispatch")
# ok: python.webhook-without-signature
class ChatWebhookView(View):
    def dispatch(self, request, *args, **kwargs):
        if not chat.is_valid_request(request.body, request.headers):
            return HttpResponse(status=403)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request):
        chats.take(json.loads(request.body)["event"])
        return HttpResponse()


@api_view(["POST"])
@permission_classes([AllowAny])
# ok: python.webhook-without-signature
def echo_webhook(request):
    return Response({"pong": request.data["ping"]})


# ok: python.webhook-without-signature
@csrf_exempt
def score_webhook(request):
    message = jwt.decode(request.body, KEY, algorithms=["RS256"])
    grade(message["user"], message["score"])
    return HttpResponse()


# ok: python.webhook-without-signature
@csrf_exempt
def sealed_webhook(request):
    payload = json.loads(fernet.decrypt(request.body))
    save(payload["order"])
    return HttpResponse()


# ok: python.webhook-without-signature
@csrf_exempt
def read_back_webhook(request):
    data = json.loads(request.body)
    payment = client.payments.get(data["payment"]["id"])
    Order.objects.filter(pk=payment.order).update(paid=payment.paid)
    return HttpResponse()


# ok: python.webhook-without-signature
class InitialWebhookView(APIView):
    authentication_classes = []
    permission_classes = []

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        ask_who_sends(request)

    def post(self, request):
        handle_event(request.data["event"])
        return Response()


# ok: python.webhook-without-signature
@csrf_exempt
def listed_webhook(request):
    if client_ip(request) not in SENDERS:
        return HttpResponse(status=403)
    save(json.loads(request.body)["order"])
    return HttpResponse()


@csrf_exempt
# ruleid: python.webhook-without-signature
def order_webhook(request):
    data = json.loads(request.body)
    order = Order.objects.get(data["id"])
    mark_paid(order, data["amount"])
    return HttpResponse()
