from django.conf import settings

# ruleid: python.django-nosniff-off
SECURE_CONTENT_TYPE_NOSNIFF = False
# ruleid: python.django-nosniff-off
settings.configure(DEBUG=False, SECURE_CONTENT_TYPE_NOSNIFF=False)
# ok: python.django-nosniff-off
SECURE_CONTENT_TYPE_NOSNIFF = True
# ok: python.django-nosniff-off
settings.configure(SECURE_CONTENT_TYPE_NOSNIFF=True)


def download(response):
    # ruleid: python.django-nosniff-off
    del response.headers["X-Content-Type-Options"]
    # ok: python.django-nosniff-off
    del response.headers["X-Powered-By"]
    # ok: python.django-nosniff-off
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
