from django.http import HttpResponse
from django.shortcuts import redirect


# ok: routes.missing-rate-limit
@ratelimit(key="ip", rate="5/m", block=True)
def login_view(request):
    return sign_in(request)


# ruleid: routes.missing-rate-limit
def register(request):
    return HttpResponse(create_account(request.POST))


# ok: routes.missing-rate-limit
def after_login(request):
    return redirect(request.session.get("next", "/"))


# ok: routes.missing-rate-limit
def read_token(request):
    return jwt.decode(request.META["HTTP_AUTHORIZATION"][7:], KEY, algorithms=["HS256"])
