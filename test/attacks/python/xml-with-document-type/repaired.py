from lxml import etree


def title(document):
    parser = etree.XMLParser(load_dtd=False, resolve_entities=False)
    return etree.fromstring(document, parser).findtext("title")
