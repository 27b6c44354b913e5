"""A visitor who follows an old link stays on HTTP (real Django)."""
RULE = "python.django-https-off"


def answer(program, secure):
    import django.conf
    import django.http
    import django.middleware.security as security

    if not django.conf.settings.configured:
        django.conf.settings.configure(SECURE_SSL_REDIRECT=program.SECURE_SSL_REDIRECT, ALLOWED_HOSTS=["shop.example.com"])
    request = django.http.HttpRequest()
    request.path = "/basket"
    request.META = {"SERVER_NAME": "shop.example.com", "SERVER_PORT": "443" if secure else "80"}
    request._get_scheme = lambda: "https" if secure else "http"
    return security.SecurityMiddleware(lambda _: django.http.HttpResponse("basket"))(request)


def good(program):
    return answer(program, secure=True).content.decode()


def attack(program):
    return answer(program, secure=False).content.decode() or None
