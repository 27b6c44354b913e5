from flask import Flask, request
from lxml import etree
from lxml.html.clean import Cleaner, clean_html

app = Flask(__name__)
cleaner = Cleaner()


@app.get("/cleaned")
def cleaned():
    # ok: python.reflected-xss
    return "<div>" + clean_html(request.args["text"]) + "</div>"


@app.get("/cleaned-well")
def cleaned_well():
    # ok: python.reflected-xss
    return "<div>" + cleaner.clean_html(request.args["text"]) + "</div>"


@app.get("/tree")
def tree():
    page = etree.Element("p")
    page.text = request.args["text"]
    html = etree.tostring(page, encoding="unicode")
    # ok: python.reflected-xss
    return html


@app.get("/tree-of-theirs")
def tree_of_theirs():
    page = etree.fromstring(request.args["text"])
    html = etree.tostring(page, encoding="unicode")
    # ruleid: python.reflected-xss
    return html
