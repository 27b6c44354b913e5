import socketio
import tornado.websocket
import websockets
from flask_socketio import SocketIO


async def start(handler):
    # ruleid: python.websocket-any-origin
    async with websockets.serve(handler, "127.0.0.1", 8765, origins=None):
        pass


# ruleid: python.websocket-any-origin
sockets = SocketIO(cors_allowed_origins="*")
# ruleid: python.websocket-any-origin
server = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")


class Feed(tornado.websocket.WebSocketHandler):
    def check_origin(self, origin):
        # ruleid: python.websocket-any-origin
        return True


class OwnFeed(tornado.websocket.WebSocketHandler):
    def check_origin(self, origin):
        # ok: python.websocket-any-origin
        return origin == "https://app.example.org"


async def known(handler):
    # ok: python.websocket-any-origin
    async with websockets.serve(handler, "127.0.0.1", 8765, origins=["https://app.example.org"]):
        pass


# ok: python.websocket-any-origin
own = SocketIO(cors_allowed_origins=["https://app.example.org"])
