import django.conf
import django.http
from django.http import HttpResponse
from django.utils.html import escape

django.conf.settings.configure()


def search(request):
    return HttpResponse("<p>Nothing found for " + escape(request.GET["q"]) + "</p>")
