from celery import Celery

app = Celery("shop")
# ruleid: python.pickle-serializer
app.conf.task_serializer = "pickle"
# ruleid: python.pickle-serializer
app.conf.update(accept_content=["json", "pickle"])
# ruleid: python.pickle-serializer
CELERY_ACCEPT_CONTENT = ["pickle"]
# ok: python.pickle-serializer
app.conf.task_serializer = "json"
# ok: python.pickle-serializer
app.conf.accept_content = ["json"]
# ok: python.pickle-serializer
CELERY_TASK_SERIALIZER = "json"
# ruleid: python.pickle-serializer
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
# ok: python.pickle-serializer
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
