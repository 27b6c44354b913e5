from django.http import HttpResponse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

LABEL = "<b>{}</b>"


def joined(request):
    # ruleid: python.reflected-xss
    return HttpResponse(format_html("<b>" + request.GET["name"] + "</b>"))


def formatted(request):
    # ruleid: python.reflected-xss
    return HttpResponse(format_html(f"<b>{request.GET['name']}</b> {{}}", "x"))


def declared_safe(request):
    # ruleid: python.reflected-xss
    return HttpResponse(conditional_escape(mark_safe(request.GET["name"])))


def as_value(request):
    # ok: python.reflected-xss
    return HttpResponse(format_html("<b>{}</b>", request.GET["name"]))


def by_constant(request):
    # ok: python.reflected-xss
    return HttpResponse(format_html(LABEL, request.GET["name"]))


def twice(request):
    # ok: python.reflected-xss
    return HttpResponse(conditional_escape(conditional_escape(request.GET["name"])))
