import logging

from flask import request

logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]
    # ruleid: python.log-injection
    logging.info("Login failed for " + user)
    # ruleid: python.log-injection
    logger.warning(f"Login failed for {user}")
    # ruleid: python.log-injection
    app.logger.error("Login failed for %s", user)
    # ok: python.log-injection
    logger.warning("Login failed for %r", user)
    # ok: python.log-injection
    logger.warning("Login failed for " + user.replace("\n", "").replace("\r", ""))
    # ok: python.log-injection
    logger.info(f"Page {int(request.args['page'])}")
    # ok: python.log-injection
    math.log(user)
    return "", 401


audit = logging.getLogger("audit")


def failed(request):
    # ruleid: python.log-injection
    audit.warning("failed login for {}".format(request.form["user"]))


def catalogue(request):
    # ok: python.log-injection
    catalog.info(request.form["user"])
