from fastapi import FastAPI, Request

app = FastAPI()
ORIGINS = {"https://app.example.org"}


@app.middleware("http")
async def any_origin(request: Request, call_next):
    response = await call_next(request)
    origin = request.headers.get("origin")
    if origin:
        # ruleid: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


def any_origin_of_django(request, response):
    origin = request.META.get("HTTP_ORIGIN", "*")
    # ruleid: python.permissive-cors
    response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.middleware("http")
async def listed(request: Request, call_next):
    response = await call_next(request)
    origin = request.headers.get("origin")
    if origin in ORIGINS:
        # ok: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.middleware("http")
async def checked(request: Request, call_next):
    response = await call_next(request)
    origin = request.headers.get("origin")
    if origin and is_ours(origin):
        # ok: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


def of_the_program(response):
    origin = "https://app.example.org"
    # ok: python.permissive-cors
    response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.after_request
def begins_like_ours(response):
    origin = request.headers.get("Origin", "")
    if any(origin.startswith(item) for item in TRUSTED):
        # ruleid: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.after_request
def begins_like_our_host(response):
    origin = request.headers.get("Origin", "")
    if origin.startswith("https://example.com"):
        # ruleid: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.after_request
def of_this_machine(response):
    origin = request.headers.get("Origin", "")
    if origin.startswith("http://localhost:"):
        # ok: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response


@app.after_request
def of_the_list(response):
    origin = request.headers.get("Origin", "")
    if any(origin == item for item in TRUSTED):
        # ok: python.permissive-cors
        response.headers["Access-Control-Allow-Origin"] = origin
    return response
