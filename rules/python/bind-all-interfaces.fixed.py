import socket

import uvicorn

# ruleid: python.bind-all-interfaces
app.run(host="127.0.0.1", port=8000)
# ruleid: python.bind-all-interfaces
uvicorn.run("main:app", host="127.0.0.1")
server = socket.socket()
# ruleid: python.bind-all-interfaces
server.bind(("127.0.0.1", 9000))
# ok: python.bind-all-interfaces
app.run(host="127.0.0.1", port=8000)
# ok: python.bind-all-interfaces
uvicorn.run("main:app", host=settings.host)
# ok: python.bind-all-interfaces
server.bind(("127.0.0.1", 9000))
