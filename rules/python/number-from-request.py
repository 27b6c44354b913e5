from pathlib import Path

from flask import Flask, current_app, request, send_file

app = Flask(__name__)
SEATS = ["free"] * 40
PRICES = {1: 10, 2: 20}


@app.post("/seat")
def seat():
    place = int(request.form["seat"])
    # ruleid: python.number-from-request
    SEATS[place] = "taken"
    return "ok"


@app.get("/share")
def share():
    people = request.args.get("people", type=int)
    # ruleid: python.number-from-request
    return str(100 / people)


@app.get("/level")
def level():
    # ruleid: python.number-from-request
    return SEATS[int(request.args.get("level"))]


@app.post("/take")
def take():
    place = int(request.form["seat"])
    if not 0 <= place < len(SEATS):
        return "no such seat", 400
    # ok: python.number-from-request
    SEATS[place] = "taken"
    return "ok"


@app.get("/mean")
def mean():
    count = int(request.args["count"])
    if count == 0:
        return "nothing to divide", 400
    # ok: python.number-from-request
    return str(100 / count)


@app.get("/price")
def price():
    # ok: python.number-from-request
    return str(PRICES[int(request.args["size"])])


@app.get("/day")
def day():
    try:
        # ok: python.number-from-request
        return SEATS[int(request.args["day"])]
    except IndexError:
        return "no such day", 404


INVOICES = Path("/srv/invoices")


@app.get("/invoice/<int:number>")
def invoice():
    number = int(request.args["number"])
    # ok: python.number-from-request
    path = INVOICES / f"{number:08d}.pdf"
    return send_file(path)


@app.get("/scan")
def scan():
    number = request.args.get("number", type=int)
    # ok: python.number-from-request
    return send_file(settings.MEDIA_ROOT / str(number))


@app.get("/page")
def page():
    number = int(request.args["page"])
    folder = current_app.config["PAGES"]
    # ok: python.number-from-request
    return send_file(INVOICES / "pages" / f"{number}.png")


@app.get("/speed")
def speed():
    seconds = float(request.args["seconds"])
    # ruleid: python.number-from-request
    return str(distance() / seconds)


@app.get("/each")
def each():
    # ruleid: python.number-from-request
    return str(TOTAL // int(request.args["people"]))
