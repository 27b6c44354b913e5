from django.conf import settings

# ruleid: python.django-password-checks-off
AUTH_PASSWORD_VALIDATORS = []
# ruleid: python.django-password-checks-off
AUTH_PASSWORD_VALIDATORS = ()
# ruleid: python.django-password-checks-off
settings.configure(AUTH_PASSWORD_VALIDATORS=[])
# ok: python.django-password-checks-off
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
# ok: python.django-password-checks-off
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# ok: python.django-password-checks-off
AUTHENTICATION_BACKENDS = []
