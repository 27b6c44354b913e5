import hmac


def allowed(given, settings):
    return hmac.compare_digest(given, settings.api_key)
