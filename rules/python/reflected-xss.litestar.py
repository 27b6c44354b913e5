from html import escape

from litestar import MediaType, get


@get("/raw", media_type=MediaType.HTML)
async def raw(title: str) -> str:
    # ruleid: python.reflected-xss
    return f"<h1>{title}</h1>"


@get("/escaped", media_type=MediaType.HTML)
async def escaped(title: str) -> str:
    # ok: python.reflected-xss
    return f"<h1>{escape(title)}</h1>"


@get("/plain", media_type=MediaType.TEXT)
async def plain(title: str) -> str:
    # ok: python.reflected-xss
    return title
