from lxml import etree


def title(document):
    parser = etree.XMLParser(load_dtd=True)
    return etree.fromstring(document, parser).findtext("title")
