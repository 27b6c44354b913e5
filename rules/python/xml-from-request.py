import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import requests
from flask import Response, request


@app.post("/order")
def order():
    amount = request.form["amount"]
    document = "<order><amount>" + amount + "</amount><price>10</price></order>"
    with open("/var/spool/orders/new.xml", "w") as file:
        # ruleid: python.xml-from-request
        file.write(document)
    return "ok"


@app.get("/feed")
def feed():
    title = request.args["title"]
    # ruleid: python.xml-from-request
    return Response(f"<rss><channel><title>{title}</title></channel></rss>", mimetype="application/rss+xml")


@app.post("/partner")
def partner():
    body = "<user><name>%s</name></user>" % request.json["name"]
    # ruleid: python.xml-from-request
    requests.post("https://partner.example.org/users", data=body, timeout=5)
    return "ok"


@app.post("/safe")
def safe():
    document = "<order><amount>" + escape(request.form["amount"]) + "</amount></order>"
    with open("/var/spool/orders/new.xml", "w") as file:
        # ok: python.xml-from-request
        file.write(document)
    return "ok"


@app.post("/built")
def built():
    root = ET.Element("order")
    ET.SubElement(root, "amount").text = request.form["amount"]
    with open("/var/spool/orders/new.xml", "wb") as file:
        # ok: python.xml-from-request
        file.write(ET.tostring(root))
    return "ok"


@app.post("/number")
def number():
    document = f"<order><amount>{int(request.form['amount'])}</amount></order>"
    # ok: python.xml-from-request
    return ET.fromstring(document).tag


@app.post("/note")
def note():
    with open("/var/spool/notes.txt", "w") as file:
        # ok: python.xml-from-request
        file.write("note: " + request.form["text"])
    return "ok"
