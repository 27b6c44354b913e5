import os

from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/reports/{name}")
def report(name: str):
    # ruleid: python.path-traversal
    return FileResponse(os.path.join("reports", name))


@app.get("/pages/{name}")
def page(name: str):
    path = f"pages/{name}"
    # ruleid: python.path-traversal
    with open(path) as file:
        return file.read()


@app.get("/icons/{name}")
def icon(name: str):
    # ok: python.path-traversal
    return FileResponse(os.path.join("icons", os.path.basename(name)))
