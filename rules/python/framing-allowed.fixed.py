from django.views.decorators.clickjacking import xframe_options_deny, xframe_options_exempt


# ruleid: python.framing-allowed
@xframe_options_exempt
def pay(request):
    return render(request, "pay.html")


def shown(response):
    # ruleid: python.framing-allowed
    response.headers["X-Frame-Options"] = "ALLOWALL"
    # ruleid: python.framing-allowed
    response["X-Frame-Options"] = "ALLOWALL"
    # ruleid: python.framing-allowed
    response.headers["Content-Security-Policy"] = "frame-ancestors *"
    # ok: python.framing-allowed
    response.headers["X-Frame-Options"] = "DENY"
    # ok: python.framing-allowed
    response.headers["Content-Security-Policy"] = "frame-ancestors 'self'"
    return response


@xframe_options_deny
# ok: python.framing-allowed
def order(request):
    return render(request, "order.html")


# ruleid: python.framing-allowed
X_FRAME_OPTIONS = "DENY"
# ruleid: python.framing-allowed
X_FRAME_OPTIONS = "DENY"
# ok: python.framing-allowed
X_FRAME_OPTIONS = "DENY"
