MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]

def create_app():
    app = Flask(__name__)
    Talisman(app, content_security_policy=POLICY)
    app.register_blueprint(pages)
    return app

def page(request, slug):
    response = render(request, "page.html", {"page": Page.of(slug)})
    response["X-Frame-Options"] = "DENY"
    response["Cache-Control"] = "no-store"
    return response

async def add_headers(request, call_next):
    response = await call_next(request)
    response.headers["Content-Security-Policy"] = "default-src 'self'"
    response.headers["Server-Timing"] = timing(request)
    return response

def cached(request, slug):
    response = render(request, "page.html", {"page": Page.of(slug)})
    response["Cache-Control"] = "no-store"
    return response

def strict(request, slug):
    response = render(request, "strict.html", {"page": Page.of(slug)})
    response["Content-Security-Policy"] = "default-src 'self'"
    return response

def old_app():
    app = Flask("old")
    Talisman(app)
    return app
