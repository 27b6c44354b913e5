import http.server
import socketserver
from http.server import HTTPServer, SimpleHTTPRequestHandler

import django.views.static
from aiohttp import web
from django.urls import re_path
from django.views.static import serve
from sanic import Sanic

app = web.Application()
# ruleid: python.directory-listing
app.router.add_static("/files/", "/srv/files", show_index=True)
# ruleid: python.directory-listing
app.add_routes([web.static("/exports", "/srv/exports", follow_symlinks=False, show_index=True)])
shop = Sanic("shop")
# ruleid: python.directory-listing
shop.static("/uploads", "/srv/uploads", directory_view=True)


def browse(request, path):
    # ruleid: python.directory-listing
    return serve(request, path, document_root="/srv/share", show_indexes=True)


urlpatterns = [
    # ruleid: python.directory-listing
    re_path(r"^share/(?P<path>.*)$", serve, {"document_root": "/srv/share", "show_indexes": True}),
    # ok: python.directory-listing
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": "/srv/media"}),
]

# ruleid: python.directory-listing
public = HTTPServer(("", 8000), SimpleHTTPRequestHandler)
# ruleid: python.directory-listing
with socketserver.TCPServer(("0.0.0.0", 8001), http.server.SimpleHTTPRequestHandler) as server:
    server.serve_forever()

# ok: python.directory-listing
app.router.add_static("/static/", "/srv/static")
# ok: python.directory-listing
app.router.add_static("/css/", "/srv/css", show_index=False)
# ok: python.directory-listing
shop.static("/pages", "/srv/pages", directory_view=False)
# ok: python.directory-listing
preview = HTTPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler)


def page(request, path):
    # ok: python.directory-listing
    return serve(request, path, document_root="/srv/pages")


def make(debug):
    site = web.Application()
    if debug:
        # ok: python.directory-listing
        site.router.add_static("/drafts/", "drafts", show_index=True)
    return site


if settings.DEBUG:
    # ok: python.directory-listing
    app.router.add_static("/examples/", "examples", show_index=True)
