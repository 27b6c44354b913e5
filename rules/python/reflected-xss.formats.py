from django.http import HttpResponse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup

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


def in_markup(request):
    # ok: python.reflected-xss
    return HttpResponse(Markup("<b>{}</b>").format(request.GET["name"]))


def in_markup_by_percent(request):
    row = Markup("<b>%s</b>") % request.GET["name"]
    # ok: python.reflected-xss
    return HttpResponse(f"<p>{row}</p>")


def many_in_markup(request):
    # ok: python.reflected-xss
    return HttpResponse(Markup("\n").join(request.GET.getlist("name")))


def in_markup_of_a_variable(request):
    row = Markup("<b>{}</b>")
    # ok: python.reflected-xss
    return HttpResponse(row.format(request.GET["name"]))


def in_plain_text(request):
    row = "<b>{}</b>"
    # ruleid: python.reflected-xss
    return HttpResponse(row.format(request.GET["name"]))
