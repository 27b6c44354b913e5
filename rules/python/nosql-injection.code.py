from aiohttp import web
from motor.motor_asyncio import AsyncIOMotorClient

mongo = AsyncIOMotorClient("mongodb://localhost")["shop"]


async def where(request):
    js = f"this.owner == '{request.query['owner']}'"
    # ruleid: python.nosql-injection
    return web.json_response(await mongo.items.find({"$where": js}).to_list(100))


async def what(request):
    body = await request.json()
    # ruleid: python.nosql-injection
    found = await mongo.items.find(body["filter"]).to_list(100)
    # ok: python.nosql-injection
    again = await mongo.items.find({"owner": str(body["owner"])}).to_list(100)
    # ok: python.nosql-injection
    return web.json_response([found, again, "text".find(body["word"])])
