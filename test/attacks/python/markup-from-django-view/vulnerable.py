import django.conf
import django.http
from django.http import HttpResponse

django.conf.settings.configure()


def search(request):
    return HttpResponse("<p>Nothing found for " + request.GET["q"] + "</p>")
