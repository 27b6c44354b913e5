import defusedxml.ElementTree as safe_etree
import xml.etree.ElementTree as ET
from flask import request
from lxml import etree

# ruleid: python.xml-external-entities
a = etree.XMLParser(resolve_entities=True)
# ruleid: python.xml-external-entities
b = etree.XMLParser(load_dtd=True, no_network=False)
# ok: python.xml-external-entities
c = etree.XMLParser(resolve_entities=False, no_network=True)


@app.post("/order")
def order():
    # ruleid: python.xml-external-entities
    tree = ET.fromstring(request.data)
    # ruleid: python.xml-external-entities
    other = etree.fromstring(request.get_data())
    # ok: python.xml-external-entities
    safe = safe_etree.fromstring(request.data)
    # ok: python.xml-external-entities
    own = ET.parse("menu.xml")
    return [tree, other, safe, own]


def of_a_title():
    # ok: python.xml-external-entities
    return lxml.etree.fromstring(f"<feed><title>{escape(request.form['title'])}</title></feed>")


def items(stream):
    parser = xml.sax.make_parser()
    # ruleid: python.xml-external-entities
    parser.setFeature("http://xml.org/sax/features/external-general-entities", True)
    # ok: python.xml-external-entities
    parser.setFeature("http://xml.org/sax/features/external-parameter-entities", False)
    # ok: python.xml-external-entities
    parser.setFeature("http://xml.org/sax/features/namespaces", True)
    parser.parse(stream)

# ruleid: python.xml-external-entities
d = etree.XMLParser(resolve_entities=True, no_network=False)
# ruleid: python.xml-external-entities
e = etree.XMLParser(load_dtd=True, recover=True, resolve_entities=True)


def imported():
    # ruleid: python.xml-external-entities
    parser = etree.XMLParser(huge_tree=True)
    return etree.fromstring(request.data, parser)


def own_file(path):
    # ok: python.xml-external-entities
    return etree.parse(path, etree.XMLParser(huge_tree=True))
