from django.http import HttpResponse
from django.template import Context, Template

GREETING = Template("<b>{{ text }}</b>")


def banner(request):
    text = request.POST.get("text", "")
    html = Template("<div>{{ text }}</div>").render(Context({"text": text}))
    # ok: python.reflected-xss
    return HttpResponse(html)


def greeting(request):
    # ok: python.reflected-xss
    return HttpResponse(GREETING.render(Context({"text": request.GET["text"]})))


def raw_banner(request):
    text = request.POST.get("text", "")
    html = Template("<div>{{ text|safe }}</div>").render(Context({"text": text}))
    # ruleid: python.reflected-xss
    return HttpResponse(html)
