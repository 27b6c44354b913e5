import logging
import traceback

from fastapi.responses import JSONResponse

logger = logging.getLogger(__name__)


def stock_level(sku):
    try:
        return {"count": count(sku)}
    except Exception:
        details = {"error": "failed"}
        details["trace"] = traceback.format_exc()
        # ruleid: python.stack-trace-to-client
        return JSONResponse(details, status_code=500)


def stock_level_logged(sku):
    try:
        return {"count": count(sku)}
    except Exception:
        entry = {"error": "failed"}
        entry["trace"] = traceback.format_exc()
        logger.error(entry)
        # ok: python.stack-trace-to-client
        return JSONResponse({"error": "failed"}, status_code=500)


@app.get("/reports/<int:number>")
def report(number):
    try:
        return build_report(number)
    except Exception as error:
        # ruleid: python.stack-trace-to-client
        raise HTTPException(status_code=500, detail=f"Failed: {error!r}")


@app.get("/reports/<int:number>/short")
def short_report(number):
    try:
        return build_report(number)
    except Exception as error:
        log.error(f"Failed: {error!r}")
        # ok: python.stack-trace-to-client
        raise HTTPException(status_code=500, detail=f"Failed to build {number!r}")
