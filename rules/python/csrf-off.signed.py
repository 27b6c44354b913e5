import hmac

import jwt
import stripe
from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt


# ok: python.csrf-off
@csrf_exempt
def by_hmac(request):
    if not hmac.compare_digest(request.headers.get("X-Signature", ""), expected_for(request.body)):
        return HttpResponse(status=403)
    return HttpResponse(status=204)


# ok: python.csrf-off
@csrf_exempt
def by_library(request):
    event = stripe.Webhook.construct_event(request.body, request.headers["Stripe-Signature"], settings.HOOK_KEY)
    return HttpResponse(event["id"], content_type="text/plain")


# ok: python.csrf-off
@csrf_exempt
def by_token(request):
    claims = jwt.decode(request.headers["X-Event-Token"], settings.HOOK_KEY, algorithms=["HS256"])
    return HttpResponse(claims["id"], content_type="text/plain")


# ruleid: python.csrf-off
@csrf_exempt
def unsigned(request):
    claims = jwt.decode(request.headers["X-Event-Token"], options={"verify_signature": False})
    return HttpResponse(claims["id"], content_type="text/plain")


# ok: python.csrf-off
@csrf_exempt
def paid(request):
    if not _signature_matches(request):
        return HttpResponse(status=401)
    mark_paid(json.loads(request.body))
    return HttpResponse(status=204)


class TestSettings(Settings):
    TESTING = True
    # ok: python.csrf-off
    WTF_CSRF_ENABLED = False


# ok: python.csrf-off
@csrf_exempt
def shipped(request):
    if not _is_signed(request):
        return HttpResponse(status=401)
    mark_shipped(json.loads(request.body))
    return HttpResponse(status=204)
