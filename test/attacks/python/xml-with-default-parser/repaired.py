from lxml import etree


def title(xml_data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(xml_data, parser).findtext("title")
