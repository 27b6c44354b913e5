import os

from django.http import FileResponse


def download(request):
    path = os.path.join("public", os.path.basename(request.GET["name"]))
    with open(path) as file:
        return file.read()
