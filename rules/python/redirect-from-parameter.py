from urllib.parse import urlparse

from django.http import HttpResponseRedirect
from flask import redirect, url_for


def finish(next_url: str):
    if next_url.startswith("/"):
        # ruleid: python.redirect-from-parameter
        return redirect(next_url)
    return redirect("/")


def go_back(return_to):
    # ruleid: python.redirect-from-parameter
    return HttpResponseRedirect(return_to)


class Flow:
    def end(self, user, redirect_uri):
        # ruleid: python.redirect-from-parameter
        return redirect(redirect_uri + "?user=" + user.name)


def finish_here(next_url: str):
    if next_url.startswith("/") and not next_url.startswith("//"):
        # ok: python.redirect-from-parameter
        return redirect(next_url)
    return redirect("/")


def finish_checked(next_url: str):
    if urlparse(next_url).netloc:
        next_url = "/"
    # ok: python.redirect-from-parameter
    return redirect(next_url)


def finish_named(next_page):
    # ok: python.redirect-from-parameter
    return redirect(url_for(next_page))
