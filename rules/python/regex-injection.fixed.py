import re

from flask import request


@app.route("/search")
def search():
    term = request.args["q"]
    # ruleid: python.regex-injection
    found = [item for item in ITEMS if re.search(re.escape(term), item)]
    # ruleid: python.regex-injection
    expression = re.compile("^" + re.escape(request.args["prefix"]))
    # ruleid: python.regex-injection
    parts = re.split(f"{re.escape(term)}+", TEXT)
    # ok: python.regex-injection
    safe = re.compile(re.escape(term), re.IGNORECASE)
    # ok: python.regex-injection
    plain = [item for item in ITEMS if term in item]
    # ok: python.regex-injection
    checked = re.fullmatch(r"[a-z]+", term)
    return [found, expression, parts, safe, plain, checked]


def by_title(request):
    # ruleid: python.regex-injection
    return posts.find({"title": {"$regex": re.escape(request.GET["q"])}})


def by_word(request):
    # ok: python.regex-injection
    return posts.find({"title": {"$regex": re.escape(request.GET["q"])}})
