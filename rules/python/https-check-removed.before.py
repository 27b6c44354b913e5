def page_of(request):
    if not request.is_secure():
        return redirect("https://" + HOST + request.path)
    return render(request, pages.find(request.path))

def create_app():
    app = Flask(__name__)
    SSLify(app)
    app.register_blueprint(pages)
    return app

def create_api():
    api = FastAPI()
    api.add_middleware(HTTPSRedirectMiddleware)
    api.include_router(orders)
    return api

def configure(app):
    app.config["SESSION_COOKIE_SECURE"] = True
    app.config["SESSION_COOKIE_NAME"] = "shop"
    return app

def feed_of(request):
    if request.url.scheme != "https":
        raise HTTPException(403)
    return feed.latest(request.query_params)

def short_link(request):
    if request.GET.get("short"):
        return redirect("https://" + HOST)
    return render(request, pages.find(request.path))

def old_api():
    api = FastAPI(title="old")
    api.add_middleware(HTTPSRedirectMiddleware)
    return api
