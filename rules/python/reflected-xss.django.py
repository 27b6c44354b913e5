import json

import tornado.web
from aiohttp import web
from django.http import HttpResponse, HttpResponseForbidden
from starlette.responses import Response


def typed(request):
    # ruleid: python.reflected-xss
    return HttpResponse("<b>" + request.GET["a"] + "</b>", content_type="text/html")


def forbidden(request):
    # ruleid: python.reflected-xss
    return HttpResponseForbidden(f"<b>{request.GET['a']}</b>")


def written(request):
    response = HttpResponse()
    # ruleid: python.reflected-xss
    response.write("<b>" + request.GET["a"] + "</b>")
    return response


def content(request):
    response = HttpResponse()
    # ruleid: python.reflected-xss
    response.content = "<b>" + request.GET["a"] + "</b>"
    return response


def named(request):
    # ruleid: python.reflected-xss
    return HttpResponse(content="<b>" + request.GET["a"] + "</b>")


async def starlette_html(request):
    # ruleid: python.reflected-xss
    return Response("<b>" + request.query_params["a"] + "</b>", media_type="text/html")


async def aiohttp_headers(request):
    # ruleid: python.reflected-xss
    return web.Response(text=f"<b>{request.query['a']}</b>", headers={"Content-Type": "text/html"})


class Finished(tornado.web.RequestHandler):
    def get(self):
        # ruleid: python.reflected-xss
        self.finish("<b>" + self.request.arguments["a"][0].decode() + "</b>")

    def post(self):
        # ok: python.reflected-xss
        self.write({"slug": self.request.arguments["a"][0].decode()})


def as_json(request):
    # ok: python.reflected-xss
    return HttpResponse(json.dumps({"a": request.GET["a"]}), content_type="application/json")


def as_text(request):
    # ok: python.reflected-xss
    return HttpResponse(request.GET["a"], content_type="text/plain")


def as_table(request):
    response = HttpResponse(content_type="text/csv")
    # ok: python.reflected-xss
    response.write(request.GET["a"])
    return response


def as_text_later(request):
    # ok: python.reflected-xss
    response = HttpResponse(request.GET["a"])
    response["Content-Type"] = "text/plain"
    return response


async def aiohttp_text(request):
    # ok: python.reflected-xss
    return web.Response(text=request.query["a"])
