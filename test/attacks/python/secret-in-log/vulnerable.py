import logging

log = logging.getLogger(__name__)


def sign_in(username, password):
    log.info("sign-in of %s with %s", username, password)
    return len(password) > 8


def refresh(access_token):
    log.debug(f"refreshed with {access_token}")
    return access_token.startswith("horse")
