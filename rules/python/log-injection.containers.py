import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/register")
def register():
    fields = {"user": request.form["user"], "kind": "new"}
    # ok: python.log-injection
    logger.info(f"registered {fields['user']!r}")
    # ok: python.log-injection
    logger.info(" ".join(f"{key}={value!r}" for key, value in fields.items()))
    # ok: python.log-injection
    logger.info("registered {!r}".format(fields["user"]))
    # ok: python.log-injection
    logger.info("registered %(kind)s" % fields)
    # ruleid: python.log-injection
    logger.info(" ".join(f"{key}={value}" for key, value in fields.items()))
    # ruleid: python.log-injection
    logger.info(f"registered {fields['user']!r} {fields['user']}")
    return "", 204


def peer(request):
    # ok: python.log-injection
    logger.warning("failed sign-in from %s", request.META["REMOTE_ADDR"])
    # ruleid: python.log-injection
    logger.warning("failed sign-in from %s", request.META["HTTP_X_FORWARDED_FOR"])
