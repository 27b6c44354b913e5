import os

from decouple import config

# ruleid: python.debug-by-default
DEBUG = os.environ.get("DEBUG", "1") == "1"
# ruleid: python.debug-by-default
DEBUG = os.getenv("DJANGO_DEBUG", "true").lower() in ("1", "true", "yes")
# ruleid: python.debug-by-default
DEBUG = config("DEBUG", default=True, cast=bool)
# ruleid: python.debug-by-default
DEBUG = bool(os.environ.get("DEBUG", "False"))
# ruleid: python.debug-by-default
app.config["DEBUG"] = os.environ.get("DEBUG", True)
# ok: python.debug-by-default
DEBUG = os.environ.get("DEBUG", "0") == "1"
# ok: python.debug-by-default
DEBUG = os.getenv("DJANGO_DEBUG", "").lower() in ("1", "true", "yes")
# ok: python.debug-by-default
DEBUG = config("DEBUG", default=False, cast=bool)
# ok: python.debug-by-default
DEBUG = bool(os.environ.get("DEBUG"))
# ok: python.debug-by-default
USE_TZ = os.environ.get("USE_TZ", "1") == "1"
# ok: python.debug-by-default
DEBUG = os.environ.get("STAGE", "production") != "production"

if __name__ == "__main__":
    # ruleid: python.debug-by-default
    app.run(debug=os.environ.get("FLASK_DEBUG", "1") == "1")


# ruleid: python.debug-by-default
app.run(debug=bool(int(os.getenv("DEBUG", "1"))))
# ok: python.debug-by-default
app.run(debug=bool(int(os.getenv("DEBUG", "0"))))


class Settings(BaseSettings):
    # ruleid: python.debug-by-default
    debug: bool = True
    # ok: python.debug-by-default
    verbose: bool = True


class DevelopmentSettings(BaseSettings):
    # ok: python.debug-by-default
    debug: bool = True


class ProductionSettings(BaseSettings):
    # ok: python.debug-by-default
    debug: bool = False
