import xml.etree.ElementTree as ET
from xml.dom import minidom

import defusedxml.ElementTree
from lxml import etree


def read(xml_data):
    # ruleid: python.weak-xml-parser
    return ET.fromstring(xml_data)


def title(document):
    # ruleid: python.weak-xml-parser
    return minidom.parseString(document).documentElement


def tree(payload):
    # ruleid: python.weak-xml-parser
    return etree.fromstring(payload)


def safe(xml_data):
    # ok: python.weak-xml-parser
    return defusedxml.ElementTree.fromstring(xml_data)


def own():
    # ok: python.weak-xml-parser
    return ET.parse("configuration.xml")


def limited(xml_data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python.weak-xml-parser
    return etree.fromstring(xml_data, parser)


def titles(path):
    # ruleid: python.weak-xml-parser
    first = etree.parse(path)
    # ok: python.weak-xml-parser
    second = ET.parse(path)
    # ok: python.weak-xml-parser
    return first, second, etree.parse(path, etree.XMLParser(resolve_entities=False))


def with_parser(path):
    parser = etree.XMLParser()
    # ruleid: python.weak-xml-parser
    return etree.parse(path, parser)
