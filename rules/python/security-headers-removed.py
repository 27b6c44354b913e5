# ruleid: python.security-headers-removed
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
]

def create_app():
    app = Flask(__name__)
    # ruleid: python.security-headers-removed
    app.register_blueprint(pages)
    return app

def page(request, slug):
    response = render(request, "page.html", {"page": Page.of(slug)})
    # ruleid: python.security-headers-removed
    response["Cache-Control"] = "no-store"
    return response

async def add_headers(request, call_next):
    response = await call_next(request)
    # ruleid: python.security-headers-removed
    response.headers["Server-Timing"] = timing(request)
    return response

def cached(request, slug):
    # ok: python.security-headers-removed
    response = render(request, "page.html", {"page": Page.of(slug)})
    return response

def strict(request, slug):
    response = render(request, "strict.html", {"page": Page.of(slug)})
    response["Content-Security-Policy"] = "default-src 'none'"
    # ok: python.security-headers-removed
    return response

# ok: python.security-headers-removed
def new_app():
    return Flask("new")
