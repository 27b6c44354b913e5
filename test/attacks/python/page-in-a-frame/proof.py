"""Any site may lay this page under its own (real Django)."""
RULE = "python.framing-allowed"


def answer(program):
    import django.conf
    import django.http
    import django.middleware.clickjacking as clickjacking

    if not django.conf.settings.configured:
        django.conf.settings.configure(X_FRAME_OPTIONS=program.X_FRAME_OPTIONS)
    middleware = clickjacking.XFrameOptionsMiddleware(lambda request: django.http.HttpResponse("page"))
    return middleware(django.http.HttpRequest())


def good(program):
    return answer(program).content.decode()


def attack(program):
    return None if answer(program)["X-Frame-Options"] in ("DENY", "SAMEORIGIN") else True
