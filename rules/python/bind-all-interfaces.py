import socket

import uvicorn

# ruleid: python.bind-all-interfaces
app.run(host="0.0.0.0", port=8000)
# ruleid: python.bind-all-interfaces
uvicorn.run("main:app", host="0.0.0.0")
server = socket.socket()
# ruleid: python.bind-all-interfaces
server.bind(("0.0.0.0", 9000))
# ok: python.bind-all-interfaces
app.run(host="127.0.0.1", port=8000)
# ok: python.bind-all-interfaces
uvicorn.run("main:app", host=settings.host)
# ok: python.bind-all-interfaces
server.bind(("127.0.0.1", 9000))


# ruleid: python.bind-all-interfaces
calls = xmlrpc.server.SimpleXMLRPCServer(("0.0.0.0", 8000))
# ruleid: python.bind-all-interfaces
listening = socket.create_server(("", 9000))
# ok: python.bind-all-interfaces
local_calls = xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 8000))


demo = gradio.Interface(fn=answer, inputs="text", outputs="text")
# ruleid: python.bind-all-interfaces
demo.launch(server_name="0.0.0.0")
# ruleid: python.bind-all-interfaces
demo.launch(share=True)
# ok: python.bind-all-interfaces
demo.launch(server_name="0.0.0.0", auth=("reader", password))
# ok: python.bind-all-interfaces
demo.launch(share=False)
