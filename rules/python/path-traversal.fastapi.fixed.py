import os

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/reports/{name}")
def report(name: str):
    # ruleid: python.path-traversal
    file = os.path.join("reports", name)
    if os.path.relpath(file, "reports").startswith(".."):
        raise HTTPException(status_code=404)
    return FileResponse(file)


@app.get("/pages/{name}")
def page(name: str):
    path = f"pages/{name}"
    if os.path.relpath(path, "pages").startswith(".."):
        raise HTTPException(status_code=404)
    # ruleid: python.path-traversal
    with open(path) as file:
        return file.read()


@app.get("/icons/{name}")
def icon(name: str):
    # ok: python.path-traversal
    return FileResponse(os.path.join("icons", os.path.basename(name)))
