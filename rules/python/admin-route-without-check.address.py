from fastapi import FastAPI, HTTPException, Request

app = FastAPI()
OFFICE = {"10.0.0.5"}


# ok: python.admin-route-without-check
@app.post("/admin/reload")
async def reload(request: Request):
    if request.client.host not in OFFICE:
        raise HTTPException(403)
    reload_settings()
    return {"status": "ok"}
