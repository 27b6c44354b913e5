"""A browser may take an uploaded text for a page (real Django)."""
RULE = "python.django-nosniff-off"


def answer(program):
    import django.conf
    import django.http
    import django.middleware.security as security

    if not django.conf.settings.configured:
        django.conf.settings.configure(SECURE_CONTENT_TYPE_NOSNIFF=program.SECURE_CONTENT_TYPE_NOSNIFF)
    return security.SecurityMiddleware(lambda request: django.http.HttpResponse("page"))(django.http.HttpRequest())


def good(program):
    return answer(program).content.decode()


def attack(program):
    return None if answer(program).get("X-Content-Type-Options") == "nosniff" else True
