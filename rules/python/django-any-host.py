import os

# ruleid: python.django-any-host
ALLOWED_HOSTS = ["*"]
# ruleid: python.django-any-host
ALLOWED_HOSTS = ["shop.example.com", "*"]
# ruleid: python.django-any-host
ALLOWED_HOSTS += ["*"]
# ruleid: python.django-any-host
ALLOWED_HOSTS = os.environ.get("HOSTS", "*").split(",")
# ok: python.django-any-host
ALLOWED_HOSTS = ["shop.example.com"]
# ok: python.django-any-host
ALLOWED_HOSTS = [".example.com"]
# ok: python.django-any-host
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")
# ok: python.django-any-host
ALLOWED_HOSTS += ["localhost"]
