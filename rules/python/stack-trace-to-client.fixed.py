import traceback

from flask import jsonify


@app.route("/orders")
def orders():
    try:
        return jsonify(load())
    except Exception as error:
        # ruleid: python.stack-trace-to-client
        return jsonify({"error": "Internal Server Error"}), 500


@app.route("/trace")
def trace():
    try:
        return jsonify(load())
    except Exception:
        # ruleid: python.stack-trace-to-client
        return "Internal Server Error", 500


@api.get("/items")
async def items():
    try:
        return await load()
    except Exception as e:
        # ruleid: python.stack-trace-to-client
        raise HTTPException(status_code=500, detail=f"failed: {'Internal Server Error'}")


@app.route("/safe")
def safe():
    try:
        return jsonify(load())
    except ValueError as error:
        # ok: python.stack-trace-to-client
        return jsonify({"error": str(error)}), 400
    except Exception as error:
        logger.exception("orders failed")
        # ok: python.stack-trace-to-client
        return jsonify({"error": "internal error"}), 500


def command():
    # ok: python.stack-trace-to-client
    print(traceback.format_exc())


@app.get("/orders")
def orders():
    try:
        return load()
    except asyncpg.PostgresError as error:
        # ruleid: python.stack-trace-to-client
        raise HTTPException(status_code=500, detail=f"database error: {error}")
    finally:
        close()


@app.get("/stock")
def stock():
    try:
        return load()
    except Exception as error:
        # ruleid: python.stack-trace-to-client
        return "failed: %s" % error, 500


@app.get("/name")
def name():
    try:
        return load()
    except ValueError as error:
        # ok: python.stack-trace-to-client
        raise HTTPException(status_code=500, detail=f"no such name: {error}")


@app.get("/amount")
def amount():
    try:
        return load()
    except Exception as error:
        # ok: python.stack-trace-to-client
        return flask.jsonify(error=f"not an amount: {error}"), 422


class Api(BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            self.handle_post()
        except Exception:
            # ruleid: python.stack-trace-to-client
            self.wfile.write("Internal Server Error".encode())


@app.exception(Exception)
async def failed(request, exception):
    # ruleid: python.stack-trace-to-client
    return text("".join(traceback.format_exception(exception)), status=500)


async def sums(request):
    try:
        return aiohttp.web.json_response({"sum": int(request.query["year"])})
    except ValueError as error:
        # ruleid: python.stack-trace-to-client
        return aiohttp.web.Response(status=500, text="".join(traceback.format_exception(error)))


async def sums_well(request):
    try:
        return aiohttp.web.json_response({"sum": int(request.query["year"])})
    except ValueError:
        log.exception("no year")
        # ok: python.stack-trace-to-client
        return aiohttp.web.json_response({"error": "no year"}, status=400)


async def on_error(request, error):
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    # ruleid: python.stack-trace-to-client
    return PlainTextResponse(text, status_code=500)


def with_trace(request):
    try:
        return compute(request)
    except Exception:
        trace = traceback.format_exc()
        # ruleid: python.stack-trace-to-client
        return jsonify({"error": "failed", "trace": trace}), 500


def with_trace_in_log(request):
    try:
        return compute(request)
    except Exception:
        trace = traceback.format_exc()
        log.error(trace)
        # ok: python.stack-trace-to-client
        return jsonify({"error": "failed"}), 500


def trace_for_report():
    trace = traceback.format_exc()
    # ok: python.stack-trace-to-client
    return Report(trace)


class Failed(RequestHandler):
    def write_error(self, status_code, **kwargs):
        # ruleid: python.stack-trace-to-client
        self.finish("".join(traceback.format_exception(*kwargs["exc_info"])))


class Short(RequestHandler):
    def write_error(self, status_code, **kwargs):
        log.error("".join(traceback.format_exception(*kwargs["exc_info"])))
        # ok: python.stack-trace-to-client
        self.finish("error %d" % status_code)


@app.errorhandler(Exception)
def on_error(error):
    # ruleid: python.stack-trace-to-client
    return jsonify({"error": "Internal Server Error", "trace": "Internal Server Error"}), 500
