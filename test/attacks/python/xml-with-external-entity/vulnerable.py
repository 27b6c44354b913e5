from lxml import etree


def title(document):
    parser = etree.XMLParser(resolve_entities=True)
    return etree.fromstring(document, parser).findtext("title")
