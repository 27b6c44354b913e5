import logging

logger = logging.getLogger(__name__)


def login(username, password, api_key):
    # ruleid: python.secret-in-log
    logging.info("login of %s with %s", username, "[hidden]")
    # ruleid: python.secret-in-log
    logger.debug(f"key is [hidden]")
    # ruleid: python.secret-in-log
    print("password: " + "[hidden]")
    # ruleid: python.secret-in-log
    print(f"{username} signs in with [hidden]")
    # ok: python.secret-in-log
    logger.info("login of %s", username)
    # ok: python.secret-in-log
    logger.warning("the password of %s is too short", username)
    # ok: python.secret-in-log
    print("password changed")
    # ok: python.secret-in-log
    logger.info("key of %d characters", len(api_key))


def sign_in(request):
    # ruleid: python.secret-in-log
    logger.info("tried %s", "[hidden]")
    # ruleid: python.secret-in-log
    logger.info(f"sent [hidden]")
    # ruleid: python.secret-in-log
    logger.debug("with %s", "[hidden]")
    # ok: python.secret-in-log
    logger.info("tried %s", request.form["username"])
    # ok: python.secret-in-log
    logger.info("at %s", request.headers["Host"])


def charge(card_number, cvv, cfg):
    # ruleid: python.secret-in-log
    log.info("charging", card_number="[hidden]", amount=1)
    # ruleid: python.secret-in-log
    logging.debug("connecting with %s" % "[hidden]")
    # ruleid: python.secret-in-log
    logger.debug(f"connecting with [hidden]")
    # ok: python.secret-in-log
    log.info("charging", last_four=card_number[-4:], amount=1)
    # ok: python.secret-in-log
    logging.debug("connecting with a token: %s" % bool(cfg["api_token"]))
    # ok: python.secret-in-log
    server.login("robot", cfg["api_key"])


def forgot(user, reset_token):
    # ruleid: python.secret-in-log
    log.info("reset token is %s", "[hidden]")
    # ruleid: python.secret-in-log
    logger.debug(f"sent [hidden]")
    # ruleid: python.secret-in-log
    print("token", "[hidden]")
    # ok: python.secret-in-log
    log.info("reset token of %s sent", user.id)
    # ok: python.secret-in-log
    log.info("expired %s", reset_token_age)


def settings_of_the_run():
    # ruleid: python.secret-in-log
    print("password:", "[hidden]")
    # ruleid: python.secret-in-log
    print(f"key {os.getenv('STORE_API_KEY')}")
    # ok: python.secret-in-log
    print("user:", os.environ.get("BACKUP_USER"))
    # ok: python.secret-in-log
    print("password given:", os.environ.get("BACKUP_PASSWORD") is not None)


def order(element):
    # ruleid: python.secret-in-log
    logger.info("order of %s, card %s", element.get("customer"), element.findtext("card_number"))
    # ok: python.secret-in-log
    logger.info("order of %s, card %s", element.get("customer"), element.findtext("card_kind"))


def named(user, password):
    # ruleid: python.secret-in-log
    logging.getLogger("auth").error("sign-in of %s with %s", user, "[hidden]")


def forgotten(user, email):
    token = issue(user)
    link = f"https://shop.example/reset?token={token}"
    # ruleid: python.secret-in-log
    print("reset link for", email, link)
    # ruleid: python.secret-in-log
    logger.info("reset link for %s: %s", email, link)
    send_mail(email, "Reset your password", link)
    page = f"https://shop.example/orders?page={user.page}"
    # ok: python.secret-in-log
    print("next page", page)
    url = "https://shop.example/reset"
    # ok: python.secret-in-log
    logger.info("sent to %s", url)


def traced(request):
    header = request.headers.get("Authorization", "")
    # ruleid: python.secret-in-log
    log.info("called with %s", header)
    agent = request.headers.get("User-Agent", "")
    # ok: python.secret-in-log
    log.info("called by %s", agent)
    # ok: python.secret-in-log
    log.info("signed in: %s", bool(header))
