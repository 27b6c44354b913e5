def allowed(given, settings):
    api_key = given
    return api_key == settings.api_key
