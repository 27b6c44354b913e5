import os

from django.http import FileResponse


def download(request):
    path = os.path.join("public", request.GET["name"])
    with open(path) as file:
        return file.read()
