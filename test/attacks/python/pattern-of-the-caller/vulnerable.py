import re

from flask import Flask, request

app = Flask(__name__)
WORDS = ["a.b", "axb", "key-17"]


@app.route("/find")
def find():
    return {"found": [word for word in WORDS if re.search(request.args["term"], word)]}
