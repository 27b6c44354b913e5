from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


# Methods that give their object back.
class Page:
    def __init__(self):
        self.parts = []

    def put(self, text):
        self.parts.append(text)
        return self

    def html(self):
        return "".join(self.parts)


@app.get("/greeting")
def greeting():
    page = Page()
    page.put("<h1>").put(request.args["name"]).put("</h1>")
    # ruleid: python.reflected-xss
    return page.html()


@app.get("/escaped")
def escaped():
    page = Page()
    page.put("<h1>").put(escape(request.args["name"])).put("</h1>")
    # ok: python.reflected-xss
    return page.html()
