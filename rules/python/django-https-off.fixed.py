# ruleid: python.django-https-off
SECURE_SSL_REDIRECT = True
# ruleid: python.django-https-off
SECURE_HSTS_SECONDS = 0
# ruleid: python.django-https-off
SECURE_HSTS_SECONDS = None
# ok: python.django-https-off
SECURE_SSL_REDIRECT = True
# ok: python.django-https-off
SECURE_HSTS_SECONDS = 31536000
# ok: python.django-https-off
SECURE_SSL_REDIRECT = not DEBUG
# ok: python.django-https-off
SECURE_HSTS_PRELOAD = False
