def page_of(request):
    # ruleid: python.https-check-removed
    return render(request, pages.find(request.path))

def create_app():
    app = Flask(__name__)
    # ruleid: python.https-check-removed
    app.register_blueprint(pages)
    return app

def create_api():
    api = FastAPI()
    # ruleid: python.https-check-removed
    api.include_router(orders)
    return api

def configure(app):
    # ruleid: python.https-check-removed
    app.config["SESSION_COOKIE_NAME"] = "shop"
    return app

def feed_of(request):
    if request.headers["x-forwarded-proto"] != "https":
        raise HTTPException(403)
    # ok: python.https-check-removed
    return feed.latest(request.query_params)

def short_link(request):
    # ok: python.https-check-removed
    return render(request, pages.find(request.path))

# ok: python.https-check-removed
def new_api():
    return FastAPI(title="new")
