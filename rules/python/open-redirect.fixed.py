from urllib.parse import quote, urlparse

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi.responses import RedirectResponse
from flask import redirect, request, url_for


@app.route("/login")
def login():
    # ruleid: python.open-redirect
    target = request.args.get("next") or "/"
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return redirect(target)


@app.route("/logout")
def logout():
    # ok: python.open-redirect
    return redirect(url_for("login", next=request.path))


def go(request):
    target = request.GET["to"]
    # ruleid: python.open-redirect
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return HttpResponseRedirect(target)


@app.get("/out")
async def out(url: str):
    # ruleid: python.open-redirect
    if not url or not url.startswith("/") or url.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        url = "/"
    return RedirectResponse(url)


@app.route("/profile")
def profile():
    # ok: python.open-redirect
    return redirect("/users/" + request.args["id"])


def back(request):
    target = request.GET["next"]
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    # ok: python.open-redirect
    return HttpResponseRedirect(target)


def save(request):
    form = ItemForm(request.POST)
    item = form.save()
    # ok: python.open-redirect
    return redirect(item.get_absolute_url())


@app.route("/page")
def page():
    # ok: python.open-redirect
    return redirect(f"/pages/{request.args['page']}")


def own_path(request):
    target = request.GET["next"]
    if not target.startswith("/") or target.startswith("//"):
        return HttpResponseRedirect("/")
    # ok: python.open-redirect
    return HttpResponseRedirect(target)


def own_path_typed(request):
    target = request.GET.get("next")
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        target = "/"
    # ok: python.open-redirect
    return HttpResponseRedirect(target)


def own_path_chosen(request):
    target = request.GET["next"]
    # ok: python.open-redirect
    return HttpResponseRedirect(target if target.startswith("/") and not target.startswith("//") else "/")


def any_slash(request):
    target = request.GET["next"]
    if not target.startswith("/"):
        return HttpResponseRedirect("/")
    # ruleid: python.open-redirect
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return HttpResponseRedirect(target)


class SignIn(tornado.web.RequestHandler):
    def post(self):
        # ruleid: python.open-redirect
        target = self.get_argument("next", "/")
        if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
            target = "/"
        self.redirect(target)


class Out(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        # ruleid: python.open-redirect
        target = self.request.GET.get("u", "/")
        if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
            target = "/"
        return target


class Item(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        # ok: python.open-redirect
        return reverse("item", args=[kwargs["pk"]])


def function_behind_gateway(event, context):
    to = event["queryStringParameters"]["to"]
    # ruleid: python.open-redirect
    if not to or not to.startswith("/") or to.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        to = "/"
    return {"statusCode": 302, "headers": {"Location": to}}


def function_behind_gateway_home(event, context):
    to = event["queryStringParameters"]["to"]
    # ok: python.open-redirect
    return {"statusCode": 302, "headers": {"Location": "/notes/" + str(int(to))}}


def function_behind_gateway_shown(event, context):
    to = event["queryStringParameters"]["to"]
    # ok: python.open-redirect
    return {"headers": {"Location": to}}


from litestar import get, post
from litestar.response import Redirect
from sanic import response as sanic_response


@get("/go")
async def litestar_go(target: str) -> Redirect:
    # ruleid: python.open-redirect
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return Redirect(path=target)


@get("/go/{number:int}")
async def litestar_number(number: int) -> Redirect:
    # ok: python.open-redirect
    return Redirect(path="/notes/%d" % number)


async def sanic_go(request):
    # ruleid: python.open-redirect
    target = request.args.get("url")
    if not target or not target.startswith("/") or target.startswith(("//", "/\\", "/\t", "/\r", "/\n")):
        target = "/"
    return sanic_response.redirect(target)


async def sanic_home(request):
    # ok: python.open-redirect
    return sanic_response.redirect("/home?tab=" + request.args.get("tab"))
