import asyncio

from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
# ruleid: python.debug-on
DEBUG = False
INSTALLED_APPS = []
# ruleid: python.debug-on
app.config["DEBUG"] = False
# ruleid: python.debug-on
api = FastAPI(title="shop", debug=False)
# ok: python.debug-on
app.config["TESTING"] = True
# ok: python.debug-on
app.debug = os.environ.get("FLASK_DEBUG") == "1"
# ok: python.debug-on
asyncio.run(main(), debug=True)

if __name__ == "__main__":
    # ruleid: python.debug-on
    app.run(host="127.0.0.1", debug=False)
    # ok: python.debug-on
    app.run(host="127.0.0.1", debug=False)


class Production(Config):
    # ruleid: python.debug-on
    DEBUG = False


class Development(Config):
    # ok: python.debug-on
    DEBUG = True

# ruleid: python.debug-on
site = Litestar([notes], debug=False)
# ok: python.debug-on
site = Litestar([notes], debug=settings.debug)
